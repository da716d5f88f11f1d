package vn.vigil.roster.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.LeaveKind;
import vn.vigil.testkit.Databases;

/** A year of rosters, month by month, with leave at random: how even it ends. For the bench and for a test. */
public final class YearBench {
    static final YearMonth BEGIN = YearMonth.of(2026, 4);

    private YearBench() {}

    /** Twelve people, twelve months, so many times a week of leave a month; the fairness ledger of the year. */
    static FairnessReport year(RosterHouse house, long seed, int leaves) {
        GenerateStoriesTest.team(house, 12);
        Random random = new Random(seed);
        YearMonth month = BEGIN;
        for (int m = 0; m < 12; m++, month = month.plusMonths(1)) {
            for (int n = 0; n < leaves; n++) {
                int who = 1 + random.nextInt(12);
                LocalDate first = month.atDay(1 + random.nextInt(20));
                String id = who == 1 ? "lan" : who == 2 ? "minh" : "nv" + (who < 10 ? "0" : "") + who;
                leave(house, id, first, first.plusDays(1 + random.nextInt(7)));
            }
            GenerateStoriesTest.generate(house, GenerateStoriesTest.days(month.atDay(1), month.atEndOfMonth()));
        }
        return house.plans.fairness(BEGIN.atDay(1), month.minusMonths(1).atEndOfMonth());
    }

    static void leave(RosterHouse house, String who, LocalDate first, LocalDate last) {
        ZoneId zone = house.config.zone();
        house.books.addLeave(
                house.lan,
                new MemberId(who),
                new TimeSpan(
                        first.atStartOfDay(zone).toInstant(),
                        last.plusDays(1).atStartOfDay(zone).toInstant()),
                LeaveKind.ANNUAL,
                null,
                null);
    }

    /**
     * The largest difference between two people's balances. Shares are fractions and duties are not: what differs by no more than
     * one duty cannot be evener.
     */
    static double spread(FairnessReport report, Measure measure) {
        return report.spread(measure);
    }

    /** The largest difference of what was done between people who were available equally long, to half a day. */
    static double amongEquals(FairnessReport report, Measure measure) {
        double worst = 0;
        List<Account> all = new ArrayList<>(report.accounts());
        for (Account a : all) {
            for (Account b : all) {
                if (Math.abs(a.of(measure).target() - b.of(measure).target()) < 0.25) {
                    worst = Math.max(worst, a.of(measure).done() - b.of(measure).done());
                }
            }
        }
        return worst;
    }

    /** Prints the spreads for each seed given. */
    public static void main(String[] seeds) throws IOException {
        for (String seed : seeds) {
            Path folder = Files.createTempDirectory("roster-year");
            long began = System.nanoTime();
            try (RosterHouse house = new RosterHouse(Databases.SQLITE, folder)) {
                FairnessReport year = year(house, Long.parseLong(seed), 2);
                StringBuilder line = new StringBuilder("seed " + seed);
                for (Measure m : Measure.values()) {
                    double unit = m == Measure.HOURS ? 60 : 1;
                    line.append(' ')
                            .append(m.id())
                            .append(' ')
                            .append(Math.round(spread(year, m) / unit * 10) / 10.0)
                            .append('/')
                            .append(Math.round(amongEquals(year, m) / unit));
                }
                System.out.println(line + " " + (System.nanoTime() - began) / 1_000_000 + " ms");
            }
        }
    }
}
