package vn.vigil.evidence;

import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.media.ClipFacts;
import vn.vigil.media.MediaException;
import vn.vigil.media.TrackFacts;
import vn.vigil.seal.AsiceReader;

/** Holds a clip against its sheet, and the sheet against what was approved. */
public final class ClipCheck {
    /** No camera sends key frames further apart; a longer "lead" would be footage nobody approved. */
    static final Duration LONGEST_LEAD = Duration.ofSeconds(60);

    /** Pictures that earlier ones refer to may lie so far behind the asked end. */
    static final Duration LONGEST_TAIL = Duration.ofSeconds(2);

    /** So far behind the asked end a camera's own signature may lie that the clip goes on for. */
    static final Duration LONGEST_SIGNING_TAIL = Duration.ofSeconds(10);

    /** Live footage begins so far at most from when the run began by the site's clock. */
    public static final Duration LIVE_CLOCK = Duration.ofSeconds(60);

    /** Rounding of times to whole milliseconds, here and there. */
    private static final long ROUNDING_MILLIS = 50;

    private ClipCheck() {}

    /**
     * What is wrong with the clip; null when nothing is.
     *
     * @param begun when the run began by the custody record; null when that is not known
     */
    static Message against(
            AsiceReader reader,
            ClipReadings readings,
            String sheetName,
            ClipSheet sheet,
            FileRequest request,
            Instant begun) {
        Message wrong = span(sheet, request, begun);
        if (wrong != null) {
            return wrong;
        }
        String clip = sheet.file();
        String base = sheetName.substring(0, sheetName.length() - ".json".length());
        if (!clip.equals(base + ".mp4") || !reader.has(clip)) {
            return EvidenceText.ENTRY_MISSING.with(clip);
        }
        if (reader.size(clip) != sheet.bytes() || !reader.sha256(clip).equals(sheet.sha256())) {
            return EvidenceText.CLIP_OTHER_FILE.with(clip);
        }
        if (sheet.audioFile() != null
                && !(sheet.audioFile().equals(base + ".mka")
                        && reader.has(sheet.audioFile())
                        && reader.sha256(sheet.audioFile()).equals(sheet.audioSha256()))) {
            return EvidenceText.CLIP_OTHER_FILE.with(sheet.audioFile());
        }
        return pictures(readings, sheet);
    }

    private static Message span(ClipSheet sheet, FileRequest request, Instant begun) {
        String id = sheet.camera().id();
        boolean known = false;
        for (Wanted wanted : request.wanted()) {
            if (wanted.camera().value().equals(id)) {
                known = true;
                if (asApproved(sheet, wanted.asked(), begun)) {
                    return null;
                }
            }
        }
        return known ? EvidenceText.CLIP_OUTSIDE.with(sheet.file()) : EvidenceText.CLIP_OTHER_CAMERA.with(id);
    }

    private static boolean asApproved(ClipSheet sheet, Asked approved, Instant begun) {
        boolean inside = approved.isLive()
                ? liveAsApproved(sheet, approved, begun)
                : sheet.asked().equals(approved.span());
        return inside && timesHold(sheet, approved.isLive());
    }

    private static boolean liveAsApproved(ClipSheet sheet, Asked approved, Instant begun) {
        Instant start = sheet.asked().from();
        return sheet.asked().length().compareTo(approved.live().plus(LONGEST_TAIL)) <= 0
                && !start.isAfter(approved.latestStart().plus(LIVE_CLOCK))
                && (begun == null || !start.isBefore(begun.minus(LIVE_CLOCK)));
    }

    private static boolean timesHold(ClipSheet sheet, boolean live) {
        TimeSpan asked = sheet.asked();
        Duration lead = sheet.keyFrameLead();
        Duration lasts = sheet.video().duration();
        if (lead.isNegative() || lead.compareTo(LONGEST_LEAD) > 0 || lasts.isNegative()) {
            return false;
        }
        Duration tail =
                sheet.signing() == null ? Duration.ZERO : sheet.signing().tail();
        if (tail.isNegative() || tail.compareTo(LONGEST_SIGNING_TAIL) > 0) {
            return false;
        }
        Duration most = LONGEST_TAIL.plus(tail);
        Duration offset = sheet.clock().offset();
        if (sheet.firstPicture() == null || live && offset == null) {
            return lasts.compareTo(asked.length().plus(lead).plus(most)) <= 0;
        }
        Instant first = sheet.firstPicture().minus(offset == null ? Duration.ZERO : offset);
        Instant last = sheet.lastPicture().minus(offset == null ? Duration.ZERO : offset);
        Duration told = Duration.between(first, last);
        Duration holes = Duration.ZERO;
        for (TimeSpan gap : sheet.gaps()) {
            if (covers(gap, asked, offset)) {
                return false;
            }
            boolean within =
                    gap.from().isBefore(sheet.lastPicture()) && gap.to().isAfter(sheet.firstPicture());
            holes = within ? holes.plus(gap.length()) : holes;
        }
        Duration before = Duration.between(first, asked.from());
        return !told.isNegative()
                && !last.isAfter(asked.to().plus(most))
                && first.isBefore(asked.to())
                && !last.isBefore(asked.from())
                && before.minus(lead).toMillis() <= ROUNDING_MILLIS
                && (lead.isZero() || lead.minus(before).toMillis() <= ROUNDING_MILLIS)
                // The last picture is taken to last as long as the one before it, a hole included.
                && lasts.minus(told).compareTo(LONGEST_TAIL.plus(holes)) <= 0
                && told.minus(lasts).compareTo(LONGEST_TAIL) <= 0;
    }

    /**
     * Whether a hole takes all that was asked for, so that what stands around it leads to nothing.
     *
     * @param hole camera time
     * @param asked site time
     * @param offset camera minus site; null when it is not known
     */
    public static boolean covers(TimeSpan hole, TimeSpan asked, Duration offset) {
        TimeSpan there = offset == null ? asked : asked.plus(offset);
        return !hole.from().isAfter(there.from()) && !hole.to().isBefore(there.to());
    }

    private static Message pictures(ClipReadings readings, ClipSheet sheet) {
        try {
            ClipFacts facts = readings.of(sheet.file());
            TrackFacts video = facts == null ? null : facts.video();
            ClipSheet.Video told = sheet.video();
            boolean same = video != null
                    && video.codec().name().equals(told.codec())
                    && video.width() == told.width()
                    && video.height() == told.height()
                    && video.units() == told.frames()
                    // Earlier programs counted H.264 recovery points too, as FFmpeg does.
                    && video.keyUnits() <= told.keyFrames()
                    && video.essenceSha256().equals(told.essenceSha256())
                    && Math.abs(video.duration().toMillis() - told.duration().toMillis()) <= ROUNDING_MILLIS;
            return same ? null : EvidenceText.CLIP_OTHER_PICTURES.with(sheet.file());
        } catch (MediaException e) {
            return EvidenceText.CLIP_UNREADABLE.with(sheet.file());
        }
    }
}
