package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;

/** Holes are those of the pictures as they are shown, whatever the order in which they come. */
class GapBookTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    private final GapBook book = new GapBook();

    private void pictures(boolean loss, long... millis) {
        for (long m : millis) {
            book.picture(AT.plusMillis(m), loss);
        }
    }

    private static TimeSpan gap(long from, long to) {
        return new TimeSpan(AT.plusMillis(from), AT.plusMillis(to));
    }

    @Test
    void reorderedPicturesAreNoHolesThoughTheServerSaysSo() {
        for (long group = 0; group < 800; group += 160) {
            pictures(true, group + 160);
            pictures(false, group + 80, group + 40, group + 120);
        }
        assertEquals(List.of(), book.gaps());
    }

    @Test
    void aHoleIsToldOnceFromPictureToPicture() {
        pictures(false, 0, 160, 80, 40, 120);
        pictures(true, 60_200);
        pictures(false, 60_360, 60_280, 60_240, 60_320);
        assertEquals(List.of(gap(160, 60_200)), book.gaps());
        pictures(false, 60_520, 60_440, 60_400, 60_480, 60_680, 60_600, 60_560, 60_640, 60_840, 60_760, 60_720, 60_800);
        assertEquals(List.of(gap(160, 60_200)), book.gaps(), "also later on");
    }

    @Test
    void aLostPictureThatOthersReferToIsMissedWhereItWasToBeShown() {
        pictures(false, 0, 160, 80, 40, 120);
        // 320 is lost; the next to come says so.
        pictures(true, 240);
        pictures(false, 200, 280, 480, 400, 360, 440, 640, 560, 520, 600);
        assertEquals(List.of(gap(280, 360)), book.gaps());
    }
}
