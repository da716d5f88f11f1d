package vn.vigil.camera.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");

    /** Runs that begin so many seconds after the start. */
    private static Heartbeat runs(int... seconds) {
        Heartbeat beat = new Heartbeat(1, 1, START, null, 1, List.of());
        for (int s : seconds) {
            Instant at = START.plusSeconds(s);
            beat = beat.began(at, 1).finished(at);
        }
        return beat;
    }

    @Test
    void runsByHandInQuickSuccessionTeachNoTimetable() {
        Heartbeat beat = runs(1, 2, 3, 4, 5, 6);
        assertNull(beat.usual());
        assertFalse(beat.missed(START.plus(Duration.ofHours(1))));
    }

    @Test
    void norDoTheyUndoTheOneThatIsKnown() {
        Heartbeat beat = runs(300, 600, 900, 910, 915, 920, 925);
        assertEquals(Duration.ofMinutes(5), beat.usual());
        assertFalse(beat.missed(START.plusSeconds(1200)));
        assertTrue(beat.missed(START.plusSeconds(925 + 601)));
    }

    @Test
    void runsOfEveryMinuteAreATimetable() {
        Heartbeat beat = runs(60, 120, 180);
        assertEquals(Duration.ofMinutes(1), beat.usual());
        assertTrue(beat.missed(START.plusSeconds(180 + 121)));
    }
}
