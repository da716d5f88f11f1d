package vn.vigil.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.media.Mask;

/**
 * {@code vigil.masks/1}: masks for one clip in a file that a person reads, strikes out of and adds to before standing for them. Nothing
 * is hidden by a proposal alone.
 *
 * @param request number of the request
 * @param clip entry of the clip in its package
 * @param clipSha256 SHA-256 of that clip, hex: the file fits no other
 * @param width of its pictures in pixels
 * @param height of its pictures
 * @param masks by time
 */
public record MaskSheet(String request, String clip, String clipSha256, int width, int height, List<Proposed> masks) {
    static final String SCHEMA = "vigil.masks/1";

    public MaskSheet {
        masks = List.copyOf(masks);
    }

    /**
     * One mask.
     *
     * @param mask where and when
     * @param face the same number for what seems to be one face; 0 for a mask that a person added
     * @param seen in how many pictures it was seen; 0 likewise
     */
    public record Proposed(Mask mask, int face, int seen) {}

    /** The members in reading order. */
    public Map<String, Object> members() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("schema", SCHEMA);
        out.put("request", request);
        out.put("clip", clip);
        out.put("clipSha256", clipSha256);
        out.put("width", (long) width);
        out.put("height", (long) height);
        List<Object> all = new ArrayList<>();
        for (Proposed p : masks) {
            Map<String, Object> one = members(p.mask());
            one.put("face", (long) p.face());
            one.put("seen", (long) p.seen());
            all.add(one);
        }
        out.put("masks", all);
        return out;
    }

    /** @throws IllegalArgumentException when it is no such sheet */
    public static MaskSheet of(Sheet s) {
        s.require(SCHEMA);
        List<Proposed> all = new ArrayList<>();
        for (Sheet one : s.sheets("masks")) {
            all.add(new Proposed(mask(one), optional(one, "face"), optional(one, "seen")));
        }
        return new MaskSheet(
                s.text("request"),
                s.text("clip"),
                s.text("clipSha256"),
                Math.toIntExact(s.number("width")),
                Math.toIntExact(s.number("height")),
                all);
    }

    private static int optional(Sheet s, String name) {
        return s.has(name) ? Math.toIntExact(s.number(name)) : 0;
    }

    static Map<String, Object> members(Mask mask) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("x", (long) mask.left());
        out.put("y", (long) mask.top());
        out.put("width", (long) mask.width());
        out.put("height", (long) mask.height());
        out.put("fromMillis", mask.from().toMillis());
        out.put("toMillis", mask.to() == null ? null : mask.to().toMillis());
        return out;
    }

    static Mask mask(Sheet s) {
        return new Mask(
                Math.toIntExact(s.number("x")),
                Math.toIntExact(s.number("y")),
                Math.toIntExact(s.number("width")),
                Math.toIntExact(s.number("height")),
                s.has("fromMillis") ? Duration.ofMillis(s.number("fromMillis")) : Duration.ZERO,
                s.has("toMillis") ? Duration.ofMillis(s.number("toMillis")) : null);
    }
}
