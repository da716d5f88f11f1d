package vn.vigil.extract;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.media.ClipFacts;
import vn.vigil.media.MediaException;
import vn.vigil.media.TrackFacts;
import vn.vigil.seal.AsiceReader;

/** Holds a clip against its sheet, and the sheet against what was approved. */
final class ClipCheck {
    /** No camera sends key frames further apart; a longer "lead" would be footage nobody approved. */
    static final Duration LONGEST_LEAD = Duration.ofSeconds(60);

    /** Pictures that earlier ones refer to may lie so far behind the asked end. */
    static final Duration LONGEST_TAIL = Duration.ofSeconds(2);

    /** Rounding of times to whole milliseconds, here and there. */
    private static final long ROUNDING_MILLIS = 50;

    private ClipCheck() {}

    /** What is wrong with the clip; null when nothing is. */
    static Message against(
            AsiceReader reader,
            ClipReadings readings,
            String sheetName,
            ClipSheet sheet,
            FileRequest request,
            Set<String> cameras) {
        Message wrong = span(sheet, request, cameras);
        if (wrong != null) {
            return wrong;
        }
        String clip = sheet.file();
        if (!clip.equals(sheetName.substring(0, sheetName.length() - ".json".length()) + ".mp4") || !reader.has(clip)) {
            return ExtractText.ENTRY_MISSING.with(clip);
        }
        if (reader.size(clip) != sheet.bytes() || !reader.sha256(clip).equals(sheet.sha256())) {
            return ExtractText.CLIP_OTHER_FILE.with(clip);
        }
        if (sheet.audioFile() != null
                && !(reader.has(sheet.audioFile())
                        && reader.sha256(sheet.audioFile()).equals(sheet.audioSha256()))) {
            return ExtractText.CLIP_OTHER_FILE.with(sheet.audioFile());
        }
        return pictures(readings, sheet);
    }

    private static Message span(ClipSheet sheet, FileRequest request, Set<String> cameras) {
        String id = sheet.camera().id();
        if (!cameras.contains(id)) {
            return ExtractText.CLIP_OTHER_CAMERA.with(id);
        }
        TimeSpan asked = sheet.asked();
        if (request.asked().isLive()) {
            if (asked.length().compareTo(request.asked().live().plusMillis(ROUNDING_MILLIS)) > 0
                    || asked.from().isAfter(request.asked().latestStart())) {
                return ExtractText.CLIP_OUTSIDE.with(sheet.file());
            }
        } else if (!asked.equals(request.asked().span())) {
            return ExtractText.CLIP_OUTSIDE.with(sheet.file());
        }
        if (sheet.firstPicture() == null) {
            return null;
        }
        Duration offset = sheet.clock().offset() == null ? Duration.ZERO : sheet.clock().offset();
        Instant first = sheet.firstPicture().minus(offset);
        Instant last = sheet.lastPicture().minus(offset);
        boolean early = first.isBefore(asked.from().minus(sheet.keyFrameLead()).minusMillis(ROUNDING_MILLIS));
        boolean late = last.isAfter(asked.to().plus(LONGEST_TAIL));
        if (early || late || last.isBefore(first) || sheet.keyFrameLead().compareTo(LONGEST_LEAD) > 0) {
            return ExtractText.CLIP_OUTSIDE.with(sheet.file());
        }
        return null;
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
                    && video.keyUnits() == told.keyFrames()
                    && video.essenceSha256().equals(told.essenceSha256())
                    && Math.abs(video.duration().toMillis() - told.duration().toMillis()) <= ROUNDING_MILLIS;
            return same ? null : ExtractText.CLIP_OTHER_PICTURES.with(sheet.file());
        } catch (MediaException e) {
            return ExtractText.CLIP_UNREADABLE.with(sheet.file());
        }
    }
}
