package vn.vigil.cli.command.extract;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.cli.view.HoldLabel;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.Wanted;

/** Several cameras and spans as typed: each camera is meant for each span. */
final class Spans {
    private Spans() {}

    /** Reads one span, as {@code CommandBase.span} does. */
    interface Reading {
        TimeSpan span(String from, String to, String length);
    }

    /**
     * @param from beginnings, in order
     * @param to as many ends, or none
     * @param length as many lengths, or one for all, or none
     * @throws VigilException USAGE when they do not fit
     */
    static List<Wanted> wanted(
            List<CameraId> cameras, List<String> from, List<String> to, List<String> length, Reading reading) {
        boolean byEnd = to.size() == from.size() && length.isEmpty();
        boolean byLength = to.isEmpty() && (length.size() == 1 || length.size() == from.size());
        if (cameras.isEmpty() || from.isEmpty() || !byEnd && !byLength) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-SPANS", HoldLabel.SPANS_WANTED.with());
        }
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            TimeSpan span = reading.span(
                    from.get(i), byEnd ? to.get(i) : null, byEnd ? null : length.get(length.size() == 1 ? 0 : i));
            for (CameraId camera : cameras) {
                wanted.add(new Wanted(camera, Asked.recorded(span)));
            }
        }
        return wanted;
    }
}
