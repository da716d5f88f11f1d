package vn.vigil.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vigil.base.TimeSpan;

/**
 * Which time is asked for: recorded footage of a span, or live footage of a length that begins by a latest start.
 *
 * @param span true site time, half open; null when live
 * @param live length of live footage; null when recorded
 * @param latestStart live footage begins no later; null when recorded
 */
public record Asked(TimeSpan span, Duration live, Instant latestStart) {
    /** Live footage begins within this time when nobody says otherwise. */
    public static final Duration LIVE_START = Duration.ofDays(1);

    public Asked {
        if ((span == null) == (live == null) || (live == null) != (latestStart == null)) {
            throw new IllegalArgumentException("either a span, or a length with its latest start");
        }
    }

    public static Asked recorded(TimeSpan span) {
        return new Asked(span, null, null);
    }

    public static Asked live(Duration length, Instant latestStart) {
        return new Asked(null, length, latestStart);
    }

    public boolean isLive() {
        return live != null;
    }

    public Duration length() {
        return isLive() ? live : span.length();
    }

    /** Its form in the sheets: {@code {"from","to"}} or {@code {"live","latestStart"}}. */
    Map<String, Object> sheet() {
        Map<String, Object> out = new LinkedHashMap<>();
        if (isLive()) {
            out.put("liveSeconds", live.toSeconds());
            out.put("latestStart", latestStart.toString());
        } else {
            out.put("from", span.from().toString());
            out.put("to", span.to().toString());
        }
        return out;
    }

    static Asked of(Sheet sheet) {
        return sheet.has("liveSeconds")
                ? live(Duration.ofSeconds(sheet.number("liveSeconds")), sheet.instant("latestStart"))
                : recorded(new TimeSpan(sheet.instant("from"), sheet.instant("to")));
    }
}
