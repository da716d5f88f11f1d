package vn.vigil.roster.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.testkit.Databases;

/** Who is to stand which seat, with what was changed laid over it, on either database. */
class DutiesStoriesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aStretchCutsASeatAndNeverMovesTheShift(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            MemberId hoa = house.member("hoa", "Lê Thị Hoa", Office.TEAM_MEMBER);
            MemberId dung = house.member("dung", "Phạm Văn Dũng", Office.TEAM_MEMBER);
            house.post("chinh");
            house.shift("ngay", "chinh", "06:00", "18:00");
            house.shift("dem", "chinh", "18:00", "06:00");
            SlotKey night = new SlotKey(RosterHouse.MONDAY, "dem", SeatRole.WATCHER, 1);
            house.store.write(tx -> {
                house.plans.give(tx, house.lan, List.of(new Cell(night, hoa, Source.MANUAL, false)), null);
                house.plans.stand(
                        tx,
                        house.lan,
                        new Stretch(
                                night,
                                new TimeSpan(
                                        Instant.parse("2026-03-02T17:00:00Z"), Instant.parse("2026-03-02T19:00:00Z")),
                                dung,
                                Source.OVERRIDE,
                                "Hoa đưa con đi khám"));
                return null;
            });
            List<String> told = new ArrayList<>();
            for (Duty duty : house.plans.duties(
                    new TimeSpan(Instant.parse("2026-03-02T05:00:00Z"), Instant.parse("2026-03-03T00:00:00Z")))) {
                told.add(duty.slot().key().shift() + " " + duty.span().from() + " "
                        + (duty.open() ? "nobody" : duty.member()));
            }
            assertEquals(
                    List.of(
                            "ngay 2026-03-01T23:00:00Z nobody",
                            "dem 2026-03-02T11:00:00Z hoa",
                            "dem 2026-03-02T17:00:00Z dung",
                            "dem 2026-03-02T19:00:00Z hoa",
                            "ngay 2026-03-02T23:00:00Z nobody"),
                    told);
            assertTrue(house.ledger.verify().intact());
        }
    }
}
