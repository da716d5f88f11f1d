package vn.vigil.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.vigil.base.CameraId;

/**
 * One camera and one time of a request; a request names one or several.
 *
 * @param camera whose footage
 * @param asked which of it
 */
public record Wanted(CameraId camera, Asked asked) implements Comparable<Wanted> {
    /** Its form in the sheets: {@code {"camera","asked"}}. */
    Map<String, Object> sheet() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("camera", camera.value());
        out.put("asked", asked.sheet());
        return out;
    }

    static Wanted of(Sheet s) {
        return new Wanted(new CameraId(s.text("camera")), Asked.of(s.sheet("asked")));
    }

    /** By camera, then by time; live footage first. */
    @Override
    public int compareTo(Wanted other) {
        int byCamera = camera.compareTo(other.camera);
        if (byCamera != 0) {
            return byCamera;
        }
        if (asked.isLive() || other.asked.isLive()) {
            return Boolean.compare(other.asked.isLive(), asked.isLive());
        }
        int byStart = asked.span().from().compareTo(other.asked.span().from());
        return byStart != 0
                ? byStart
                : asked.span().to().compareTo(other.asked.span().to());
    }
}
