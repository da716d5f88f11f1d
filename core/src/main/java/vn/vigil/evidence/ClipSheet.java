package vn.vigil.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.TimeSpan;

/**
 * {@code data/clips/<name>.json}: what is known of one clip, and how. Instants of the camera are on the camera's own clock;
 * site time is camera time less the measured offset.
 *
 * @param version of its form, 1 or 2; what version 1 does not tell is null
 * @param camera the camera and its source
 * @param origin whether it came from the camera, or from a copy that was held
 * @param asked the asked span in site time; for live footage from the first picture on
 * @param clock how the camera's clock stood against the site's
 * @param firstPicture camera time of the first picture, the key frame before the asked start; null when the camera told none
 * @param lastPicture camera time of the last picture; null when the camera told none
 * @param timeBasis what camera time rests on ({@code asked}: assumed); null when it is not told, as for ONVIF and live
 * @param keyFrameLead how far the first picture lies before the asked start, zero when not before
 * @param signing the camera's own signatures among its pictures; null when there are none, or not all of them were looked for
 * @param gaps holes between pictures, before the first clip of what was asked, behind the last, and between two; camera time
 * @param packets video packets received
 * @param lost video packets lost on the way
 * @param video what the MP4 holds
 * @param audioFile entry of audio that cannot live in the MP4, kept beside as recorded; null when none
 * @param audioSha256 that file's SHA-256, hex; null when none
 * @param file entry name of the MP4
 * @param bytes its length
 * @param sha256 its SHA-256, hex
 * @param tools versions of what made it
 */
public record ClipSheet(
        int version,
        Camera camera,
        Origin origin,
        TimeSpan asked,
        Clock clock,
        Instant firstPicture,
        Instant lastPicture,
        String timeBasis,
        Duration keyFrameLead,
        Signing signing,
        List<TimeSpan> gaps,
        long packets,
        long lost,
        Video video,
        String audioFile,
        String audioSha256,
        String file,
        long bytes,
        String sha256,
        String tools) {
    static final String SCHEMA = "vigil.clip";
    public static final int VERSION = 2;

    /**
     * Where it comes from; what the device told of itself is null when it told nothing.
     *
     * @param source address without secrets
     * @param driver {@code onvif-replay}, {@code rtsp-live}, …
     */
    public record Camera(
            String id, String name, String model, String serial, String firmware, String source, String driver) {}

    /**
     * The camera's clock less the site's.
     *
     * @param offset null when it could not be measured
     * @param error half width of the uncertainty; null when not measured
     * @param how how it was measured, in plain words
     * @param measuredAt site time of the measurement; null when not measured
     */
    public record Clock(Duration offset, Duration error, String how, Instant measuredAt) {}

    /**
     * Where the pictures were taken from for this package.
     *
     * @param hold the hold whose copy it is; null: the camera, or its recorder
     * @param copiedAt site time of that copy; null likewise
     */
    public record Origin(String hold, Instant copiedAt) {
        public static final Origin CAMERA = new Origin(null, null);
    }

    /**
     * Signatures that the camera itself put among its pictures, as SEI messages. They are kept, and the clip runs past its asked
     * end to the next of them, since each covers the pictures before it.
     *
     * @param kind {@code onvif-media-signing} or {@code axis-signed-video}
     * @param units how many pictures carry one
     * @param tail how far the last picture lies behind the asked end for their sake
     */
    public record Signing(String kind, long units, Duration tail) {}

    /**
     * The video track.
     *
     * @param essenceSha256 SHA-256 over the coded pictures in order, as they lie in the MP4, hex
     */
    public record Video(
            String codec,
            int width,
            int height,
            long frames,
            long keyFrames,
            Duration duration,
            String essenceSha256) {}

    /** The members in reading order; canonical JSON sorts them. */
    public Map<String, Object> members() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("schema", SCHEMA + "/" + version);
        out.put("camera", members(camera));
        if (version > 1) {
            out.put("origin", members(origin));
        }
        out.put("asked", Asked.recorded(asked).sheet());
        Map<String, Object> c = new LinkedHashMap<>();
        c.put("offsetMillis", clock.offset() == null ? null : clock.offset().toMillis());
        c.put("errorMillis", clock.error() == null ? null : clock.error().toMillis());
        c.put("how", clock.how());
        c.put("measuredAt", text(clock.measuredAt()));
        out.put("clock", c);
        out.put("cameraTime", range(firstPicture, lastPicture));
        out.put("cameraTimeBasis", timeBasis);
        boolean placed = firstPicture != null && clock.offset() != null;
        out.put(
                "siteTime",
                placed ? range(firstPicture.minus(clock.offset()), lastPicture.minus(clock.offset())) : null);
        out.put("keyFrameLeadMillis", keyFrameLead.toMillis());
        if (version > 1) {
            out.put("signing", signing == null ? null : members(signing));
        }
        List<Object> holes = new ArrayList<>();
        for (TimeSpan gap : gaps) {
            holes.add(range(gap.from(), gap.to()));
        }
        out.put("gaps", holes);
        out.put("packets", packets);
        out.put("packetsLost", lost);
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("codec", video.codec());
        v.put("width", (long) video.width());
        v.put("height", (long) video.height());
        v.put("frames", video.frames());
        v.put("keyFrames", video.keyFrames());
        v.put("durationMillis", video.duration().toMillis());
        v.put("essenceSha256", video.essenceSha256());
        out.put("video", v);
        out.put("audioFile", audioFile);
        out.put("audioSha256", audioSha256);
        Map<String, Object> f = new LinkedHashMap<>();
        f.put("name", file);
        f.put("bytes", bytes);
        f.put("sha256", sha256);
        out.put("file", f);
        out.put("tools", tools);
        return out;
    }

    /** @throws IllegalArgumentException when it is no clip sheet */
    public static ClipSheet of(Sheet s) {
        int version = s.version(SCHEMA, VERSION);
        Sheet cam = s.sheet("camera");
        Sheet c = s.sheet("clock");
        Sheet v = s.sheet("video");
        Sheet f = s.sheet("file");
        boolean timed = s.has("cameraTime");
        List<TimeSpan> gaps = new ArrayList<>();
        for (Sheet gap : s.sheets("gaps")) {
            gaps.add(new TimeSpan(gap.instant("from"), gap.instant("to")));
        }
        return new ClipSheet(
                version,
                new Camera(
                        cam.text("id"),
                        cam.text("name"),
                        cam.textOrNull("model"),
                        cam.textOrNull("serial"),
                        cam.textOrNull("firmware"),
                        cam.text("source"),
                        cam.text("driver")),
                version == 1 ? null : origin(s.sheet("origin")),
                Asked.of(s.sheet("asked")).span(),
                new Clock(
                        c.has("offsetMillis") ? Duration.ofMillis(c.number("offsetMillis")) : null,
                        c.has("errorMillis") ? Duration.ofMillis(c.number("errorMillis")) : null,
                        c.text("how"),
                        c.has("measuredAt") ? c.instant("measuredAt") : null),
                timed ? s.sheet("cameraTime").instant("from") : null,
                timed ? s.sheet("cameraTime").instant("to") : null,
                s.textOrNull("cameraTimeBasis"),
                Duration.ofMillis(s.number("keyFrameLeadMillis")),
                version == 1 || !s.has("signing") ? null : signing(s.sheet("signing")),
                gaps,
                s.number("packets"),
                s.number("packetsLost"),
                new Video(
                        v.text("codec"),
                        Math.toIntExact(v.number("width")),
                        Math.toIntExact(v.number("height")),
                        v.number("frames"),
                        v.number("keyFrames"),
                        Duration.ofMillis(v.number("durationMillis")),
                        v.text("essenceSha256")),
                s.textOrNull("audioFile"),
                s.textOrNull("audioSha256"),
                f.text("name"),
                f.number("bytes"),
                f.text("sha256"),
                s.text("tools"));
    }

    private static Origin origin(Sheet s) {
        return switch (s.text("from")) {
            case "camera" -> Origin.CAMERA;
            case "hold" -> new Origin(s.text("hold"), s.instant("copiedAt"));
            default -> throw new IllegalArgumentException("origin");
        };
    }

    private static Map<String, Object> members(Origin o) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("from", o.hold() == null ? "camera" : "hold");
        out.put("hold", o.hold());
        out.put("copiedAt", text(o.copiedAt()));
        return out;
    }

    private static Signing signing(Sheet s) {
        return new Signing(s.text("kind"), s.number("units"), Duration.ofMillis(s.number("tailMillis")));
    }

    private static Map<String, Object> members(Signing signing) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("kind", signing.kind());
        out.put("units", signing.units());
        out.put("tailMillis", signing.tail().toMillis());
        return out;
    }

    /** The same clip under its names in a package. */
    public ClipSheet named(String name, String sha256, String audioName, String audioSha256) {
        return new ClipSheet(
                version,
                camera,
                origin,
                asked,
                clock,
                firstPicture,
                lastPicture,
                timeBasis,
                keyFrameLead,
                signing,
                gaps,
                packets,
                lost,
                video,
                audioName,
                audioSha256,
                name,
                bytes,
                sha256,
                tools);
    }

    /** The same clip with these holes told. */
    public ClipSheet withGaps(List<TimeSpan> holes) {
        return new ClipSheet(
                version,
                camera,
                origin,
                asked,
                clock,
                firstPicture,
                lastPicture,
                timeBasis,
                keyFrameLead,
                signing,
                holes,
                packets,
                lost,
                video,
                audioFile,
                audioSha256,
                file,
                bytes,
                sha256,
                tools);
    }

    /** The same clip as a part of another asked span. */
    public ClipSheet askedAs(TimeSpan span, Duration lead, Origin from) {
        return new ClipSheet(
                version,
                camera,
                from,
                span,
                clock,
                firstPicture,
                lastPicture,
                timeBasis,
                lead,
                signing,
                gaps,
                packets,
                lost,
                video,
                audioFile,
                audioSha256,
                file,
                bytes,
                sha256,
                tools);
    }

    private static Map<String, Object> members(Camera c) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", c.id());
        out.put("name", c.name());
        out.put("model", c.model());
        out.put("serial", c.serial());
        out.put("firmware", c.firmware());
        out.put("source", c.source());
        out.put("driver", c.driver());
        return out;
    }

    private static Map<String, Object> range(Instant from, Instant to) {
        if (from == null) {
            return null;
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("from", from.toString());
        out.put("to", to.toString());
        return out;
    }

    private static String text(Instant t) {
        return t == null ? null : t.toString();
    }
}
