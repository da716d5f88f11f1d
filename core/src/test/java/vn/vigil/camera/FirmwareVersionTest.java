package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Versions as makers write them, put in order. */
class FirmwareVersionTest {
    private static FirmwareVersion of(String text) {
        return FirmwareVersion.parse(text);
    }

    @Test
    void everyMakersWayIsUnderstood() {
        assertEquals(new FirmwareVersion(List.of(5L, 5L, 0L), LocalDate.of(2017, 1, 9)), of("V5.5.0 build 170109"));
        assertEquals(
                new FirmwareVersion(List.of(2L, 800L, 0L, 16L), LocalDate.of(2020, 5, 11)),
                of("2.800.0000000.16.R, Build 2020-05-11"));
        assertEquals(
                new FirmwareVersion(List.of(2L, 800L, 0L, 1L), LocalDate.of(2026, 1, 15)),
                of("2.800.0000000.1.R,build:2026-01-15"));
        assertEquals(
                new FirmwareVersion(List.of(1L, 1L, 16L), LocalDate.of(2021, 12, 9)),
                of("1.1.16 Build 211209 Rel.37726N(4555)"));
        assertEquals(new FirmwareVersion(List.of(9L, 80L, 1L), null), of("9.80.1"));
        assertEquals(new FirmwareVersion(List.of(3L, 0L, 0L, 136L), null), of("v3.0.0.136_20121102"));
    }

    @Test
    void whatIsNoVersionIsNotGuessedAt() {
        assertNull(of(null));
        assertNull(of(""));
        assertNull(of("IPC_G6103-B6103.16.10.B25.201218"));
        assertNull(of("latest"));
        assertNull(of("1." + "2".repeat(300)));
        assertNull(of("V5.5.0 build 179999").built());
    }

    @Test
    void numbersDecideFirstAndTheBuildAfterThem() {
        assertTrue(of("V5.4.41 build 170310").compareTo(of("V5.4.5 build 170124")) > 0, "41 is more than 5");
        assertTrue(of("V5.4.0 build 160401").compareTo(of("V5.4.0 build 160530")) < 0);
        assertEquals(0, of("V5.4.0").compareTo(of("V5.4.0 build 160530")), "no build: nothing to tell them apart");
        assertEquals(0, of("1.1").compareTo(of("1.1.0")));
        assertTrue(of("2.800.0000000.9.R").compareTo(of("2.800.0000000.16.R")) < 0);
    }
}
