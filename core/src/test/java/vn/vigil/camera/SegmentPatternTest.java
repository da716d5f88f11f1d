package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/** What the names of segments tell. */
class SegmentPatternTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Instant time(String pattern, String below, ZoneId zone, Instant written) {
        SegmentPattern p = SegmentPattern.of(pattern);
        SegmentPattern.Told told = p.start();
        String[] names = below.split("/");
        for (int i = 0; i < names.length; i++) {
            told = p.read(i, names[i], told);
            if (told == null) {
                return null;
            }
            SegmentPattern.Range range = p.range(told, zone);
            if (range == null) {
                return null;
            }
        }
        Instant at = p.time(told, zone, written);
        SegmentPattern.Range range = p.range(told, zone);
        assertEquals(true, at == null || !at.isBefore(range.from()) && at.isBefore(range.to()), "range holds time");
        return at;
    }

    @ParameterizedTest
    @CsvSource({
        "/rec/gate-1/%Y-%m-%d_%H-%M-%S-%f.mp4, 2026-03-02_14-05-06-123456.mp4, 2026-03-02T07:05:06.123456Z",
        "/media/frigate/recordings/%Y-%m-%d/%H/gate-1/%M.%S.mp4?utc, 2026-03-02/23/gate-1/59.50.mp4, 2026-03-02T23:59:50Z",
        "/rec/gate-1_%Y%m%d_%H%M%S.ts, gate-1_20260302_000000.ts, 2026-03-01T17:00:00Z",
        "/rec/%s.mkv, 1772435106.mkv, 2026-03-02T07:05:06Z",
        "/rec/%Y-%m-%dT%H.%M.%S%z.mp4, 2026-03-02T14.05.06+0930.mp4, 2026-03-02T04:35:06Z",
        "/rec/%Y-%m-%dT%H.%M.%S%z.mp4, 2026-03-02T14.05.06-0330.mp4, 2026-03-02T17:35:06Z",
        "/rec/100%%/%Y%m%d/*-%H%M%S-*.mp4, 100%/20260302/cổng-140506-x.mp4, 2026-03-02T07:05:06Z",
        "/rec/%Y/%m/%d/%Y-%m-%d_%H-%M-%S.mp4, 2026/03/02/2026-03-02_14-05-06.mp4, 2026-03-02T07:05:06Z",
    })
    void theNamesOfEveryRecorderAreRead(String pattern, String below, Instant begins) {
        assertEquals(begins, time(pattern, below, HANOI, Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({
        "/rec/%Y-%m-%d_%H-%M-%S.mp4, 2026-02-30_14-05-06.mp4",
        "/rec/%Y-%m-%d_%H-%M-%S.mp4, 2026-13-01_14-05-06.mp4",
        "/rec/%Y-%m-%d_%H-%M-%S.mp4, 2026-03-02_24-05-06.mp4",
        "/rec/%Y-%m-%d_%H-%M-%S.mp4, 2026-03-02_14-05-06.mp4.tmp",
        "/rec/%Y-%m-%d_%H-%M-%S.mp4, 2026-03-02_14-05-06xmp4",
        "/rec/%Y/%m/%d/%Y-%m-%d_%H-%M-%S.mp4, 2026/03/02/2026-03-03_14-05-06.mp4",
        "/rec/%Y-%m-%dT%H.%M.%S%z.mp4, 2026-03-02T14.05.06+9999.mp4",
    })
    void otherNamesAreNoSegments(String pattern, String below) {
        assertNull(time(pattern, below, HANOI, Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({
        "rec/%Y-%m-%d_%H-%M-%S.mp4, FOLDER_NOT_ABSOLUTE",
        "/rec/../%Y-%m-%d_%H-%M-%S.mp4, FOLDER_NOT_ABSOLUTE",
        "/rec/%Y-%m-%d_%H-%M-%S/, FOLDER_NOT_ABSOLUTE",
        "/rec/%path/%Y-%m-%d_%H-%M-%S.mp4, FOLDER_FIELD",
        "/rec/%Y-%m-%d_%H-%M-%S.mp4%, FOLDER_FIELD",
        "/rec/%Y-%m-%d_%H-%M.mp4, FOLDER_TELLS_NO_TIME",
        "/rec/gate-1, FOLDER_TELLS_NO_TIME",
        "/rec/*a*b*/%s.mp4, FOLDER_STARS",
    })
    void aPatternThatCannotWorkIsRefusedWithItsFault(String pattern, CameraText why) {
        VigilException e = assertThrows(VigilException.class, () -> SegmentPattern.of(pattern));
        assertEquals(ErrorKind.USAGE, e.kind());
        assertEquals(why, e.why().get(0).key());
    }

    @Test
    void theFolderAboveAllFieldsIsTheRoot() {
        assertEquals(
                Path.of("/media/frigate/recordings"),
                SegmentPattern.of("/media/frigate//recordings/%Y-%m-%d/%H/gate-1/%M.%S.mp4?utc")
                        .root());
        assertEquals(Path.of("/"), SegmentPattern.of("/%s.mp4").root());
    }

    @Test
    void anHourThatComesTwiceIsToldApartByWhenTheFileWasWritten() {
        String pattern = "/rec/%Y-%m-%d_%H-%M-%S.mp4";
        String name = "2026-10-25_02-30-00.mp4";
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        assertEquals(first, time(pattern, name, PARIS, first.plusSeconds(60)));
        assertEquals(second, time(pattern, name, PARIS, second.plusSeconds(60)));
        assertEquals(first, time(pattern, name, PARIS, Instant.parse("2027-01-01T00:00:00Z")), "a copy tells nothing");
        assertEquals(
                Instant.parse("2026-03-29T01:30:00Z"),
                time(pattern, "2026-03-29_02-30-00.mp4", PARIS, Instant.EPOCH),
                "an hour that no clock showed");
    }
}
