package vn.vigil.onvif;

import java.util.List;
import vn.vigil.base.TimeSpan;

/**
 * Where a recording holds footage, within the span that was asked.
 *
 * @param spans in order, apart from each other, on the device's clock; empty when there is no footage
 * @param source how it is known
 */
public record Coverage(List<TimeSpan> spans, Source source) {
    public Coverage {
        spans = List.copyOf(spans);
    }

    /** How a coverage is known. */
    public enum Source {
        /** From the device's events of track state: holes are seen. */
        EVENTS,
        /** From the recording's first and last instant only: holes inside it are not seen. */
        EXTENT
    }
}
