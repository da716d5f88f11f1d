package vn.vigil.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;

/** Times are read as people write them, and refused where they could mean two things. */
class TimeTextTest {
    private static final ZoneId SITE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-03-02T07:05:00Z");

    private static String read(String text) {
        return TimeText.instant(text, NOW, SITE, false).toString();
    }

    private static VigilException refused(String text, ZoneId zone, boolean dayFirst) {
        VigilException e = assertThrows(
                VigilException.class, () -> TimeText.instant(text, NOW, zone, dayFirst), () -> "read: " + text);
        assertEquals(ErrorKind.USAGE, e.kind());
        return e;
    }

    @Test
    void everyDocumentedFormIsRead() {
        assertEquals("2026-03-02T07:05:00Z", read("2026-03-02T14:05:00+07:00"));
        assertEquals("2026-03-02T14:05:00Z", read("2026-03-02T14:05:00Z"));
        assertEquals("2026-03-02T14:05:00.250Z", read("2026-03-02t14:05:00.25z"));
        assertEquals("2026-03-02T07:05:00Z", read("2026-03-02 14:05"));
        assertEquals("2026-03-02T07:05:09Z", read("2026-03-02 14:05:09"));
        assertEquals("2026-03-02T07:05:00Z", read("2026-03-02 14:05 +07:00"));
        assertEquals("2026-03-01T17:00:00Z", read("2026-03-02"));
        assertEquals("2026-03-02T07:05:00Z", read("today 14:05"));
        assertEquals("2026-03-01T02:05:00Z", read("yesterday 9:05"));
        assertEquals("2026-03-02T07:05:00Z", read("now"));
        assertEquals("2026-03-02T05:05:00Z", read("-2h"));
    }

    @Test
    void dayFirstOnlyByAgreement() {
        assertEquals(Instant.parse("2026-03-02T07:05:00Z"), TimeText.instant("2/3/2026 14:05", NOW, SITE, true));
        VigilException e = refused("2/3/2026 14:05", SITE, false);
        String said = Texts.render(e.what(), Lang.EN);
        assertTrue(said.contains("2026-03-02") && said.contains("2026-02-03"), said);
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        for (String text : new String[] {
            "",
            "x",
            "14:05",
            "2026-02-30",
            "2026-13-01",
            "2026-03-02 24:00",
            "2026-03-02 14:60",
            "2026-3-2",
            "26-03-02",
            "2026-03-02T14:05:60Z",
            "2026-03-02T14:05:00+25:00",
            "2026-03-02T14:05:00+0700",
            "2026-03-02 14:05:00.",
            "-",
            "-2",
            "-h",
            "tomorrow",
            "today14:05",
            "31/4/2026",
            "2026-03-02 14:05:00,5",
            "2026-03-02  x"
        }) {
            refused(text, SITE, true);
        }
    }

    @Test
    void aLocalTimeThatAZoneChangeSkipsOrDoublesIsRefused() {
        refused("2026-03-29 02:30", BERLIN, false);
        String twice = Texts.render(refused("2026-10-25 02:30", BERLIN, false).what(), Lang.EN);
        assertTrue(twice.contains("+02:00") && twice.contains("+01:00"), twice);
        assertEquals(
                Instant.parse("2026-10-25T01:30:00Z"),
                TimeText.instant("2026-10-25T02:30:00+01:00", NOW, BERLIN, false));
    }

    @Test
    void whatIsPrintedIsReadBack() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Instant t = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            for (ZoneId zone : new ZoneId[] {SITE, BERLIN, ZoneId.of("UTC"), ZoneId.of("Africa/Monrovia")}) {
                assertEquals(t, TimeText.instant(TimeText.print(t, zone), NOW, zone, false));
            }
            Duration d = Duration.ofSeconds(1 + random.nextInt(10_000_000));
            assertEquals(d, TimeText.duration(TimeText.print(d)));
        }
        assertEquals("2026-03-02T14:05:00+07:00", TimeText.print(NOW, SITE));
    }

    @Test
    void lengths() {
        assertEquals(Duration.ofMinutes(90), TimeText.duration("1h30m"));
        assertEquals(Duration.ofSeconds(90), TimeText.duration("90s"));
        for (String text :
                new String[] {"", "0s", "12", "m", "1m1h", "1m1m", "-5m", "1.5h", "99999999999s", "99999999d"}) {
            assertThrows(VigilException.class, () -> TimeText.duration(text), () -> "read: " + text);
        }
    }

    @Test
    void spansNeedOneEndAfterTheirBeginning() {
        TimeSpan span = TimeText.span("2026-03-02 14:05", null, "12m", NOW, SITE, false);
        assertEquals(span, TimeText.span("2026-03-02 14:05", "2026-03-02 14:17", null, NOW, SITE, false));
        assertThrows(VigilException.class, () -> TimeText.span("now", null, null, NOW, SITE, false));
        assertThrows(VigilException.class, () -> TimeText.span("now", "now", "1h", NOW, SITE, false));
        assertThrows(VigilException.class, () -> TimeText.span("now", "-1h", null, NOW, SITE, false));
        assertThrows(VigilException.class, () -> TimeText.span("now", "now", null, NOW, SITE, false));
    }

    /** Whatever the bytes, the answer is an instant or a usage error. */
    @Test
    void noiseNeverEndsOtherwise() {
        Random random = new Random(11);
        String letters = "0123456789-:/TZ+. dhmsnowtdaye";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(24); n >= 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                TimeText.instant(text.toString(), NOW, SITE, random.nextBoolean());
            } catch (VigilException e) {
                assertEquals(ErrorKind.USAGE, e.kind());
            }
        }
    }
}
