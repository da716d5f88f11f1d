package vn.vigil.sim;

import java.time.Instant;
import vn.vigil.base.TimeSpan;

/** Cameras for the simulator's own tests: small pictures, a recording of four minutes with a hole in its second. */
final class Sites {
    /** 10 pictures a second, a key frame each second, numbers 0–99. */
    static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);

    static final TimeSpan RECORDED = span("2024-03-04T07:00:00Z", "2024-03-04T07:04:00Z");
    static final TimeSpan HOLE = span("2024-03-04T07:01:04.250Z", "2024-03-04T07:01:11.500Z");

    private Sites() {}

    static TimeSpan span(String from, String to) {
        return new TimeSpan(Instant.parse(from), Instant.parse(to));
    }

    static CameraSpec camera() {
        return CameraSpec.of("gate-1").with(SMALL).withRecording(RECORDED, HOLE);
    }
}
