package vn.vigil.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import vn.vigil.media.Mask;

/**
 * {@code vigil.copy/1}: the sheet beside a copy of a clip, in a package as {@code data/view/<name>.json}. It says of which original
 * the copy was made, for whom and what was done to it; the copy proves nothing by itself and never stands for the original.
 *
 * @param kind what sort of copy
 * @param request number of the request under which the original was taken
 * @param recipient for whom it was made; stands in each picture
 * @param leave number of the document, or the reason, why that is another recipient than the request's; null when it is not
 * @param original the clip's entry in its package, e.g. {@code data/clips/gate-1_….mp4}
 * @param originalSha256 SHA-256 of that file, hex
 * @param originalEssenceSha256 SHA-256 over its coded pictures, hex, as its own sheet has it
 * @param packageIdentity identity of the package that the original was read from; null when both lie in the same package
 * @param file name of the copy: beside this sheet, or the entry's name in a package
 * @param bytes its length
 * @param sha256 its SHA-256, hex
 * @param frames how many pictures it has; 1 for a still
 * @param first time of its first picture, as it stands in the picture
 * @param timeBasis what that time rests on
 * @param masks what is hidden; times since the clip's first picture
 * @param style how; null when nothing is hidden
 * @param confirmedBy member id of who looked at the masks and stands for them; null when nothing is hidden
 * @param proposed how many of the masks began as a machine's proposal
 * @param madeBy member id of who made it
 * @param madeAt when, UTC
 * @param tools versions of what made it
 */
public record CopySheet(
        Kind kind,
        String request,
        String recipient,
        String leave,
        String original,
        String originalSha256,
        String originalEssenceSha256,
        String packageIdentity,
        String file,
        long bytes,
        String sha256,
        long frames,
        Instant first,
        TimeBasis timeBasis,
        List<Mask> masks,
        Mask.Style style,
        String confirmedBy,
        int proposed,
        String madeBy,
        Instant madeAt,
        String tools) {
    static final String SCHEMA = "vigil.copy/1";

    public CopySheet {
        masks = List.copyOf(masks);
        if (masks.isEmpty() != (style == null) || masks.isEmpty() != (confirmedBy == null)) {
            throw new IllegalArgumentException("masks, their style and who stands for them belong together");
        }
    }

    /** What sort of copy. */
    public enum Kind {
        /** Everything that the original shows. */
        VIEW("view"),
        /** With something hidden. */
        REDACTED("redacted"),
        /** One picture. */
        STILL("still");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What the times in the pictures rest on. */
    public enum TimeBasis {
        /** The site's clock: the camera's, less its measured offset. */
        SITE("site"),
        /** The camera's own clock, which was not measured. */
        CAMERA("camera"),
        /** The time that was asked for; the camera told none. */
        ASKED("asked");

        private final String word;

        TimeBasis(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** How masks hide: {@code black} or {@code pixelate}; null when nothing is hidden. */
    public String styleWord() {
        return style == null ? null : style.name().toLowerCase(Locale.ROOT);
    }

    /** The members in reading order; canonical JSON sorts them. */
    public Map<String, Object> members() {
        Map<String, Object> from = new LinkedHashMap<>();
        from.put("name", original);
        from.put("sha256", originalSha256);
        from.put("essenceSha256", originalEssenceSha256);
        from.put("package", packageIdentity);
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("name", file);
        made.put("bytes", bytes);
        made.put("sha256", sha256);
        made.put("frames", frames);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("schema", SCHEMA);
        out.put("kind", kind.word());
        out.put("request", request);
        out.put("recipient", recipient);
        out.put("leave", leave);
        out.put("original", from);
        out.put("file", made);
        out.put("firstPicture", first.toString());
        out.put("timeBasis", timeBasis.word());
        out.put("masks", membersOf(masks));
        out.put("maskStyle", styleWord());
        out.put("confirmedBy", confirmedBy);
        out.put("proposed", (long) proposed);
        out.put("audio", "left-out");
        out.put("madeBy", madeBy);
        out.put("madeAt", madeAt.toString());
        out.put("tools", tools);
        return out;
    }

    /** @throws IllegalArgumentException when it is no such sheet */
    public static CopySheet of(Sheet s) {
        s.require(SCHEMA);
        Sheet from = s.sheet("original");
        Sheet made = s.sheet("file");
        if (!s.text("audio").equals("left-out")) {
            throw new IllegalArgumentException("audio");
        }
        return new CopySheet(
                word(Kind.values(), Kind::word, s.text("kind")),
                s.text("request"),
                s.text("recipient"),
                s.textOrNull("leave"),
                from.text("name"),
                from.text("sha256"),
                from.text("essenceSha256"),
                from.textOrNull("package"),
                made.text("name"),
                made.number("bytes"),
                made.text("sha256"),
                made.number("frames"),
                s.instant("firstPicture"),
                word(TimeBasis.values(), TimeBasis::word, s.text("timeBasis")),
                masks(s.sheets("masks")),
                s.has("maskStyle")
                        ? word(Mask.Style.values(), style -> style.name().toLowerCase(Locale.ROOT), s.text("maskStyle"))
                        : null,
                s.textOrNull("confirmedBy"),
                Math.toIntExact(s.number("proposed")),
                s.text("madeBy"),
                s.instant("madeAt"),
                s.text("tools"));
    }

    private static List<Object> membersOf(List<Mask> masks) {
        List<Object> all = new ArrayList<>();
        for (Mask mask : masks) {
            all.add(MaskSheet.members(mask));
        }
        return all;
    }

    private static List<Mask> masks(List<Sheet> sheets) {
        List<Mask> all = new ArrayList<>();
        for (Sheet sheet : sheets) {
            all.add(MaskSheet.mask(sheet));
        }
        return all;
    }

    private static <T> T word(T[] values, Function<T, String> word, String text) {
        for (T value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException(text);
    }
}
