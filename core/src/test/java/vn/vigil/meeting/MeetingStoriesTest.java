package vn.vigil.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Quarter;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.holiday.Holidays;
import vn.vigil.secret.Vault;
import vn.vigil.testkit.Databases;
import vn.vigil.text.Lang;

/** Meetings in both databases. The way through the command line is told by the stories of the tool. */
class MeetingStoriesTest {
    @TempDir
    Path folder;

    private RosterHouse house;
    private Meetings meetings;

    private void open(Databases database) {
        house = new RosterHouse(database, folder);
        house.member("hoa", "Phạm Thu Hoa", Office.TEAM_MEMBER);
        Vault vault = new Vault(house.config.home(), house.config, house.world);
        Holidays holidays = new Holidays(house.world, house.config, house.store, house.ledger, house.people);
        meetings = new Meetings(
                house.world,
                house.config,
                house.store,
                house.ledger,
                house.people,
                () -> holidays,
                new SiteRecords(() -> null, () -> null, () -> null, () -> null, () -> null),
                () -> house.register,
                () -> null,
                () -> vault,
                new MinutesReports() {
                    @Override
                    public String checkpoint() {
                        return "7 head";
                    }

                    @Override
                    public List<String> issued(Quarter quarter) {
                        return List.of("01/BC-TNC");
                    }
                },
                folder.resolve("templates"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private PlanMeeting outreach(String place) {
        return new PlanMeeting(
                MeetingKind.OUTREACH,
                null,
                null,
                null,
                null,
                place,
                null,
                "hoa",
                null,
                null,
                List.of("Công an phường"));
    }

    @ParameterizedTest
    @EnumSource
    void entriesAreAppendedAndTheLedgerKnowsThem(Databases database) {
        open(database);
        CaseId id = meetings.plan(house.lan, outreach("Hội trường")).what().id();
        assertTrue(meetings.plan(house.lan, outreach("Hội trường")).unchanged());
        Instant at = house.world.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3600);
        assertEquals(
                1,
                meetings.open(house.lan, id, null, null, null, at)
                        .what()
                        .agenda()
                        .size());
        String evil = "đề phòng '; drop table meeting_entry; --";
        Attend guest = new Attend(List.of(), List.of("Công an phường"), Presence.PRESENT, null, null, null);
        meetings.attend(house.lan, id, guest);
        meetings.note(house.lan, id, 1, "Công an phường", evil);
        meetings.decide(house.lan, id, new NewDecision(1, "Mỗi phòng một buổi", -1, 0, 0));
        LocalDate due = LocalDate.ofInstant(house.world.now(), house.config.zone());
        NewAction task = new NewAction("In tờ rơi", "hoa", List.of("lan"), due, id, 1, null, null);
        Action action = meetings.actions().add(house.lan, task).what();
        assertTrue(meetings.actions().add(house.lan, task).unchanged());
        List<Message> notes = new ArrayList<>();
        meetings.close(house.lan, id, null, null, false, notes);
        assertTrue(meetings.close(house.lan, id, null, null, false, notes).unchanged());
        assertEquals(evil, meetings.get(id).opinions().get(0).words());
        assertEquals(List.of(), meetings.verify(id));
        assertEquals(List.of(), meetings.verify(action.id()));
        assertTrue(meetings.draft(id).contains("[" + action.id() + "]"));
        String text = meetings.approve(house.lan, id).what().text();
        assertTrue(text.contains("7 head") && text.contains("Mỗi phòng một buổi"), text);
        VigilException late = assertThrows(VigilException.class, () -> meetings.note(house.lan, id, 1, null, "x"));
        assertEquals("VG-MEETING-NOT-OPEN", late.id());
        for (String sql : List.of(
                "update meeting_field set value = 'x'",
                "delete from meeting_entry",
                "update meeting_subject set year = 2020")) {
            assertThrows(
                    RuntimeException.class,
                    () -> house.store.write(tx -> {
                        tx.run(sql);
                        return null;
                    }),
                    sql);
        }
    }

    @ParameterizedTest
    @EnumSource
    void proposalsAndActionsGoTheirWay(Databases database) {
        open(database);
        NewProposal asked = new NewProposal(
                ProposalKind.BUDGET,
                "Bảo trì năm tới",
                "Thiết bị cũ",
                null,
                List.of("Thay ổ cứng|cái|2|2.500.000"),
                List.of(),
                List.of(),
                null,
                null,
                null);
        Proposal proposal = meetings.proposals().add(house.lan, asked).what();
        assertEquals(5_000_000, proposal.total());
        assertTrue(meetings.proposals().add(house.lan, asked).unchanged());
        String paper = meetings.papers().submission(proposal, Lang.VI).source();
        assertTrue(paper.contains("Năm triệu đồng"), paper);
        assertEquals(
                "01/TTr-TNC",
                meetings.papers()
                        .number(house.lan, proposal.id().toString(), null, null)
                        .entry()
                        .number());
        assertEquals("01/TTr-TNC", meetings.proposals().get(proposal.id()).number());

        LocalDate today = LocalDate.ofInstant(house.world.now(), house.config.zone());
        Action action = meetings.actions()
                .add(house.lan, new NewAction("Đo cáp", "hoa", List.of(), today.plusDays(3), null, 0, "12/KH", null))
                .what();
        meetings.actions().move(house.lan, action.id(), today.plusDays(9), "thiếu cáp");
        house.world.pass(Duration.ofDays(10));
        Action late = meetings.actions().get(action.id());
        assertEquals(Action.State.LATE, late.state());
        assertEquals(List.of(today.plusDays(3)), late.dues());
        assertEquals(1, meetings.actions().open().size());
        meetings.actions().done(house.people.actor("hoa"), action.id(), "đã đo");
        assertEquals(0, meetings.actions().open().size());
        VigilException ended =
                assertThrows(VigilException.class, () -> meetings.actions().drop(house.lan, action.id(), "thôi"));
        assertEquals("VG-MEETING-ACTION-ENDED", ended.id());
    }
}
