package vn.vigil.evidence;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.Message;

/** Whether the clips are what their sheets say, and these what was approved. Pure. */
final class ClipStage {
    private final Entries entries;
    private final ClipReadings readings;

    ClipStage(Entries entries, ClipReadings readings) {
        this.entries = entries;
        this.readings = readings;
    }

    /**
     * Checks every clip.
     *
     * @param begun when the run began by the custody record; null when that is not known
     */
    List<ClipSheet> check(RequestSheet request, Instant begun) throws Doubt {
        List<ClipSheet> sheets = new ArrayList<>();
        Set<String> accounted = new HashSet<>();
        Map<String, Duration> taken = new HashMap<>();
        List<String> names = entries.beginning(PackageVerifier.CLIPS);
        for (String name : names) {
            if (name.endsWith(".json")) {
                ClipSheet sheet = entries.sheet(name, ClipSheet::of);
                entries.canonical(name, sheet.members());
                try {
                    Message wrong =
                            ClipCheck.against(entries.reader(), readings, name, sheet, request.content(), begun);
                    if (wrong != null) {
                        throw new Doubt(wrong);
                    }
                    enough(sheet, request.content(), taken);
                } catch (DateTimeException | ArithmeticException e) {
                    throw new Doubt(EvidenceText.CLIP_OUTSIDE.with(name));
                }
                accounted.add(name);
                accounted.add(sheet.file());
                accounted.add(sheet.audioFile());
                sheets.add(sheet);
            }
        }
        if (sheets.isEmpty()) {
            throw new Doubt(EvidenceText.NO_CLIP.with());
        }
        Entries.allOf(names, accounted);
        return sheets;
    }

    /** Several clips of one camera together last no longer than what was approved. */
    private static void enough(ClipSheet sheet, FileRequest request, Map<String, Duration> taken) throws Doubt {
        Duration lasts = sheet.firstPicture() == null
                ? sheet.video().duration()
                : Duration.between(sheet.firstPicture(), sheet.lastPicture());
        Duration all = taken.merge(sheet.camera().id(), lasts, Duration::plus);
        Duration most = Duration.ZERO;
        for (Wanted w : request.wanted()) {
            if (w.camera().value().equals(sheet.camera().id())) {
                most = most.plus(w.asked().length())
                        .plus(ClipCheck.LONGEST_LEAD)
                        .plus(ClipCheck.LONGEST_TAIL)
                        .plus(ClipCheck.LONGEST_SIGNING_TAIL);
            }
        }
        if (all.compareTo(most) > 0) {
            throw new Doubt(EvidenceText.CLIP_OUTSIDE.with(sheet.file()));
        }
    }
}
