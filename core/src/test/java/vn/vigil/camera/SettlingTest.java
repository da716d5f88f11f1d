package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CameraId;

/** Looks as letters: u up, g degraded (frozen), d down (unreachable), x not checked. */
class SettlingTest {
    private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");
    private static final Settling.Rule RULE = new Settling.Rule(new Settling.Of(1, 1), new Settling.Of(2, 3), 3);

    /** What has settled after each look. */
    private static String settled(String looks) {
        StringBuilder out = new StringBuilder();
        Settled now = null;
        for (int i = 0; i < looks.length(); i++) {
            now = Settling.next(now, look(looks.charAt(i), i), RULE);
            out.append(now == null ? '-' : now.state().word().charAt(0) == 'd' ? letter(now) : 'u');
        }
        return out.toString();
    }

    private static char letter(Settled s) {
        return s.state() == CameraState.DOWN ? 'd' : 'g';
    }

    private static CameraVerdict look(char c, int minute) {
        CameraState state =
                switch (c) {
                    case 'u' -> CameraState.UP;
                    case 'g' -> CameraState.DEGRADED;
                    case 'd' -> CameraState.DOWN;
                    default -> CameraState.NOT_CHECKED;
                };
        List<Finding> findings =
                c == 'g' ? List.of(Finding.FROZEN) : c == 'd' ? List.of(Finding.UNREACHABLE) : List.of();
        Camera camera = new Camera(
                new CameraId("gate-1"),
                "gate-1",
                "rtsp://192.0.2.1:554/",
                null,
                null,
                null,
                null,
                null,
                false,
                "",
                DeviceFacts.NONE,
                Route.plain(null),
                Card.EMPTY);
        Instant at = START.plusSeconds(60L * minute);
        return new CameraVerdict(camera, state, findings, null, true, at, at, null, null);
    }

    @Test
    void anOutageSettlesAtOnceAndItsRecoveryIsHeld() {
        assertEquals("uudddduu", settled("uudduuuu"));
    }

    @Test
    void oneBadPictureOfThreeIsNoFaultTwoAre() {
        assertEquals("uuuuu", settled("uguug"));
        assertEquals("uuug", settled("uugg"));
        assertEquals("uuug", settled("ugug"));
    }

    @Test
    void twentyFlapsAnHourAreOneOutageAndOneRecovery() {
        String flaps = "ud".repeat(20) + "uuuuu";
        String settled = settled(flaps);
        assertEquals("u" + "d".repeat(41) + "uuu", settled);
    }

    @Test
    void anOutageMayRecoverToAFaultOfThePicture() {
        assertEquals("dddg", settled("dggg"));
    }

    @Test
    void notCheckedChangesNothing() {
        assertEquals("udddd", settled("udxxx"));
        assertNull(Settling.next(null, look('x', 0), RULE));
        Settled before = Settling.next(null, look('d', 0), RULE);
        assertSame(before, Settling.next(before, look('x', 1), RULE));
    }

    @Test
    void aHeldFaultKeepsItsBeginningAndItsFindings() {
        Settled down = Settling.next(null, look('d', 0), RULE);
        Settled held = Settling.next(down, look('u', 1), RULE);
        assertEquals(CameraState.DOWN, held.state());
        assertEquals(START, held.since());
        assertEquals(List.of(Finding.UNREACHABLE), held.findings());
    }
}
