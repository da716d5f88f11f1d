package vn.vigil.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CaseId;
import vn.vigil.base.VigilException;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.testkit.Databases;

/** What is recorded for reports, in both databases: appended, known to the ledger, another's object not found. */
class ReportEntriesTest {
    @TempDir
    Path folder;

    private RosterHouse house;
    private Reports reports;

    private void open(Databases database) {
        house = new RosterHouse(database, folder);
        house.member("hoa", "Phạm Thu Hoa", Office.TEAM_MEMBER);
        reports = new Reports(
                house.world,
                house.config,
                house.store,
                house.ledger,
                house.people,
                new Rooms(
                        () -> null,
                        () -> null,
                        () -> null,
                        () -> null,
                        () -> null,
                        () -> null,
                        () -> null,
                        () -> null,
                        () -> house.register,
                        () -> null,
                        () -> null),
                folder.resolve("templates"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Activity activity(String topic, Integer people) {
        return new Activity(
                null,
                ActivityKind.PROPAGANDA,
                Theme.FIRE,
                topic,
                "họp",
                "",
                LocalDate.parse("2026-03-01"),
                people,
                null,
                "");
    }

    @ParameterizedTest
    @EnumSource
    void entriesAreAppendedAndTheLedgerKnowsThem(Databases database) {
        open(database);
        String evil = "Nội quy '; drop table report_entry; -- \u1ec7 \"x\"";
        CaseId id =
                reports.activities().add(house.lan, activity(evil, 9)).what().id();
        assertTrue(reports.activities().add(house.lan, activity(evil, 9)).unchanged());
        reports.activities().correct(house.lan, id, activity(evil, 12), "đếm lại");
        assertEquals(12, reports.activities().get(id).people());
        assertEquals(evil, reports.activities().list().get(0).topic());

        Period quarter = Period.parse("2026-Q1", false);
        CaseId remark = reports.remarks()
                .add(house.lan, quarter, Remark.Section.NEXT, "Lắp thêm đèn")
                .what()
                .id();
        LocalDate day = LocalDate.parse("2026-03-01");
        List<Pledge> pledges = reports.pledges().add(house.lan, 2026, day, "", List.of("Bùi Văn Tám", "bùi văn tám"));
        assertEquals(1, pledges.size(), "one person signs once");
        for (CaseId other : List.of(remark, pledges.get(0).id(), new CaseId("ACV", 2026, 9))) {
            assertThrows(VigilException.class, () -> reports.activities()
                    .correct(house.lan, other, activity("x", 1), "nhầm"));
        }
        assertThrows(VigilException.class, () -> reports.remarks().withdraw(house.lan, id, "nhầm"));
        assertThrows(VigilException.class, () -> reports.pledges().withdraw(house.lan, remark, "nhầm"));
        assertThrows(VigilException.class, () -> reports.remarks()
                .add(house.people.actor("hoa"), quarter, Remark.Section.NEXT, "không có quyền"));
        assertFalse(reports.remarks().withdraw(house.lan, remark, "nhầm").unchanged());
        assertTrue(reports.remarks().withdraw(house.lan, remark, "nhầm").unchanged());
        assertEquals(List.of(), reports.remarks().list(quarter));

        Journal journal = new Journal(house.world, house.config, house.store, house.ledger, house.people);
        assertEquals(List.of(), journal.faults(id));
        assertTrue(house.ledger.verify().intact());
        // Whoever writes past vigil is found: the entry is no longer what the ledger knows.
        assertThrows(
                RuntimeException.class,
                () -> house.store.write(tx -> {
                    tx.run("update report_entry set body = replace(body, '12', '13') where subject = ?", id.toString());
                    return null;
                }));
    }
}
