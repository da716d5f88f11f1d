package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;

class CreditTest {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HOLDS = Duration.ofMinutes(15);

    private static long sum(List<Credit.Piece> pieces) {
        return pieces.stream().mapToLong(Credit.Piece::seconds).sum();
    }

    private static List<Credit.Piece> pieces(String from, String to, ZoneId zone, TimeSpan... windows) {
        return Credit.pieces(Instant.parse(from), Instant.parse(to), HOLDS, List.of(windows), zone);
    }

    @Test
    void aLookVouchesNoLongerThanItHolds() {
        assertEquals(300, sum(pieces("2026-03-02T07:00:00Z", "2026-03-02T07:05:00Z", VIETNAM)));
        assertEquals(900, sum(pieces("2026-03-02T07:00:00Z", "2026-03-02T09:05:00Z", VIETNAM)));
        assertEquals(0, sum(pieces("2026-03-02T07:05:00Z", "2026-03-02T07:00:00Z", VIETNAM)));
        assertEquals(List.of(), Credit.pieces(null, Instant.parse("2026-03-02T07:00:00Z"), HOLDS, List.of(), VIETNAM));
    }

    @Test
    void bordersOfHoursAndOfTheSitesDaysCut() {
        List<Credit.Piece> pieces = pieces("2026-03-02T16:57:00Z", "2026-03-02T17:04:00Z", VIETNAM);
        assertEquals(2, pieces.size());
        assertEquals(180, pieces.get(0).seconds());
        assertEquals(240, pieces.get(1).seconds());
        assertEquals(pieces.get(0).day() + 1, pieces.get(1).day());
        assertEquals(pieces.get(0).hour() + 1, pieces.get(1).hour());
    }

    @Test
    void aDayOfAZoneThatJumpsHasTwentyThreeOrTwentyFiveHours() {
        for (String[] day : new String[][] {{"2026-03-28T23:00:00Z", "82800"}, {"2026-10-24T22:00:00Z", "90000"}}) {
            Instant t = Instant.parse(day[0]);
            long first = Credit.pieces(t, t.plusSeconds(1), HOLDS, List.of(), BERLIN)
                    .get(0)
                    .day();
            long seconds = 0;
            for (int i = 0; i < 26 * 12; i++) {
                for (Credit.Piece p : Credit.pieces(t, t.plusSeconds(300), HOLDS, List.of(), BERLIN)) {
                    seconds += p.day() == first ? p.seconds() : 0;
                }
                t = t.plusSeconds(300);
            }
            assertEquals(Long.parseLong(day[1]), seconds);
        }
    }

    @Test
    void plannedMaintenanceIsCutOut() {
        TimeSpan window = new TimeSpan(Instant.parse("2026-03-02T07:02:00Z"), Instant.parse("2026-03-02T07:04:00Z"));
        List<Credit.Piece> pieces = pieces("2026-03-02T07:00:00Z", "2026-03-02T07:05:00Z", VIETNAM, window);
        assertEquals(300, sum(pieces));
        assertEquals(
                120,
                pieces.stream()
                        .filter(Credit.Piece::planned)
                        .mapToLong(Credit.Piece::seconds)
                        .sum());
    }
}
