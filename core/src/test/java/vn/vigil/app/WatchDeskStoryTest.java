package vn.vigil.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CameraId;
import vn.vigil.base.MemberId;
import vn.vigil.base.Severity;
import vn.vigil.calendar.DayClass;
import vn.vigil.camera.alert.Condition;
import vn.vigil.notify.OutboxEntry;
import vn.vigil.notify.OutboxFilter;
import vn.vigil.people.Actor;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Source;
import vn.vigil.testkit.TestWorld;

/** An alert reaches who is on watch by the roster. It is Monday 2 March 2026, 14:05. */
class WatchDeskStoryTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private Vigil vigil;
    private Actor lan;

    @BeforeEach
    void open() {
        world.environment("VIGIL_MAIL_HOST", "mail.example").environment("VIGIL_MAIL_FROM", "vigil@example.vn");
        vigil = Vigil.open(world, new Vigil.Options(folder, null, null, "lan", false));
        vigil.createStore();
        member("lan", "Nguyễn Thị Lan", Office.TEAM_LEADER);
        member("hoa", "Lê Thị Hoa", Office.TEAM_MEMBER);
        member("dung", "Phạm Văn Dũng", Office.TEAM_MEMBER);
        lan = vigil.actor();
        LocalDate from = LocalDate.parse("2026-01-01");
        vigil.books().addPost(lan, new Post("chinh", "Phòng trực", null, from, null));
        shift("ngay", LocalTime.of(6, 0), LocalTime.of(18, 0), from);
        shift("dem", LocalTime.of(18, 0), LocalTime.of(6, 0), from);
        give("ngay", "hoa");
        give("dem", "dung");
    }

    @AfterEach
    void close() {
        vigil.close();
    }

    private void member(String id, String name, Office office) {
        vigil.people()
                .add(
                        vigil.people().actor(null),
                        new NewMember(
                                new MemberId(id),
                                name,
                                null,
                                id + "@example.vn",
                                null,
                                null,
                                EnumSet.of(office),
                                LocalDate.parse("2026-01-01"),
                                null),
                        false);
    }

    private void shift(String id, LocalTime start, LocalTime end, LocalDate from) {
        vigil.books()
                .addShift(
                        lan,
                        new Shift(
                                id,
                                "chinh",
                                "Ca " + id,
                                start,
                                end,
                                !end.isAfter(start),
                                DutyKind.ON_SITE,
                                1,
                                0,
                                EnumSet.allOf(DayClass.class),
                                0,
                                true,
                                null,
                                from,
                                null));
    }

    private void give(String shift, String member) {
        SlotKey slot = new SlotKey(MONDAY, shift, SeatRole.WATCHER, 1);
        vigil.store().write(tx -> {
            vigil.plans().give(tx, lan, List.of(new Cell(slot, new MemberId(member), Source.MANUAL, false)), "xếp tay");
            return null;
        });
    }

    /** Checks find a camera down at a time; who gets mail of it? */
    private List<String> mailed(String camera, String time) {
        world.jumpClock(Instant.parse(time));
        Condition down = new Condition(
                new CameraId(camera), camera, false, "", "", Severity.CRITICAL, List.of("no-stream"), world.now());
        vigil.store().write(tx -> {
            vigil.alerts().reconcile(tx, world.now(), List.of(down), Set.of(new CameraId(camera)));
            return null;
        });
        List<String> to = new ArrayList<>();
        for (OutboxEntry e : vigil.outbox().list(OutboxFilter.newest(100))) {
            if (e.subject().contains(camera)) {
                to.add(e.recipient());
            }
        }
        return to;
    }

    @Test
    void anAlertReachesThePersonOnWatchAndTheLeaderWhereNobodyIs() {
        assertEquals(List.of("hoa@example.vn"), mailed("gate-1", "2026-03-02T07:05:00Z"));
        assertEquals(List.of("dung@example.vn"), mailed("gate-2", "2026-03-02T18:00:00Z"));
        // Nobody stands Tuesday's day: the leader answers for it.
        assertEquals(List.of("lan@example.vn"), mailed("gate-3", "2026-03-03T01:00:00Z"));
    }
}
