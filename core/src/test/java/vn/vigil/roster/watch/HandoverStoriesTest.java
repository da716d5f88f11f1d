package vn.vigil.roster.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.vigil.roster.watch.WatchHouse.now;
import static vn.vigil.roster.watch.WatchHouse.refused;
import static vn.vigil.roster.watch.WatchHouse.span;
import static vn.vigil.roster.watch.WatchHouse.t;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Proof;
import vn.vigil.people.Actor;
import vn.vigil.testkit.Databases;

/** Handing over, with what is open, and the rounds of the essential cameras, on either database. */
class HandoverStoriesTest {
    private static final AcceptHandover MINE = new AcceptHandover(null, false, null, null, null, null);

    @TempDir
    Path folder;

    private static Actor pin(Actor actor) {
        return actor.by(Proof.PIN);
    }

    @ParameterizedTest
    @EnumSource
    void whoHandsOverAnswersUntilItIsAcceptedByPin(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            w.watch.checkIn(w.hoa, new CheckIn(null, null, t("02 06:00")));
            w.matters.add(new Matter(Matter.Kind.CAMERA_DOWN, "gate-2", "Cổng 2", t("02 11:00")));
            w.watch.note(w.hoa, null, "Cổng phụ hỏng khóa", true);
            w.watch.note(w.hoa, null, "Đã báo kỹ thuật", false);
            w.at("02 17:50");
            SavedHandover opened = w.watch.openHandover(w.hoa, null);
            assertFalse(opened.unchanged());
            assertTrue(w.watch.openHandover(w.hoa, null).unchanged());
            Handover h = opened.handover();
            assertEquals(w.day, h.slot());
            assertEquals(t("02 18:00"), h.due());
            assertEquals("gate-2", h.facts().get(0).subject());
            assertEquals(2, h.notes().size());
            assertEquals(Handover.State.OPEN, h.state());
            w.at("02 18:12");
            VigilException e = refused(ErrorKind.DENIED, () -> w.watch.accept(w.dung, MINE));
            assertEquals("VG-WATCH-PROOF", e.id());
            VigilException other = refused(
                    ErrorKind.REFUSED,
                    () -> w.watch.accept(pin(w.house.lan), new AcceptHandover(h.id(), false, null, null, null, null)));
            assertTrue(other.why().toString().contains("Phạm Văn Dũng (dung)"));
            Handover taken = w.watch.accept(pin(w.dung), MINE).handover();
            assertEquals(h.id(), taken.id());
            assertEquals(Handover.State.LATE, taken.state());
            assertEquals(12, taken.lateMinutes());
            assertEquals(Proof.PIN, taken.accepted().proof());
            assertTrue(w.watch.accept(pin(w.dung), MINE).unchanged());
            // Late, and no gap: Hoa stayed. Both are on record.
            w.at("02 19:00");
            assertEquals("dung", w.stands());
            Coverage.OfPost post =
                    w.watch.coverage(span("02 06:00", "02 19:00")).posts().get(0);
            assertEquals(List.of(), post.gaps());
            assertEquals(12, post.lateMinutes());
            assertEquals(
                    t("02 18:12"),
                    w.watch
                            .attendance(span("02 06:00", "02 07:00"), null, false)
                            .get(0)
                            .out());
            refused(ErrorKind.REFUSED, () -> w.watch.closeHandover(w.house.lan, h.id(), "xong"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void openMattersAreCarriedOnUntilTheyAreDone(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            SavedNote note = w.watch.note(w.hoa, null, "Cổng phụ hỏng khóa", true);
            assertTrue(w.watch.note(w.hoa, null, "Cổng phụ hỏng khóa", true).unchanged());
            w.watch.note(w.hoa, null, "Đã báo kỹ thuật", false);
            refused(ErrorKind.USAGE, () -> w.watch.note(w.hoa, null, "a\u001b[31mb", false));
            w.at("02 18:00");
            Handover first = w.watch.accept(pin(w.dung), MINE).handover();
            assertEquals(Handover.State.ACCEPTED, first.state());
            w.at("03 06:00");
            Handover second = w.watch.accept(pin(w.hoa), MINE).handover();
            assertEquals(
                    List.of("Cổng phụ hỏng khóa"),
                    second.notes().stream().map(Note::words).toList(),
                    "what was only said is not carried");
            w.at("03 07:00");
            assertFalse(w.watch.noteDone(w.hoa, note.note().id()).unchanged());
            assertTrue(w.watch.noteDone(w.hoa, note.note().id()).unchanged());
            refused(ErrorKind.NOT_FOUND, () -> w.watch.noteDone(w.hoa, 2));
            w.at("03 17:55");
            assertEquals(1, w.watch.openHandover(w.hoa, null).handover().notes().size(), "done on this duty");
            // Of the past nothing changes.
            Handover past = w.watch.handover(first.id());
            assertEquals(first.facts(), past.facts());
            assertEquals(first.accepted(), past.accepted());
            assertEquals(
                    first.notes().stream().map(Note::words).toList(),
                    past.notes().stream().map(Note::words).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignedSheetIsEnteredAfterwardsAndALeaderMayCloseWhatNobodyAccepts(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            w.at("02 21:00");
            AcceptHandover bare = new AcceptHandover(null, true, "dung", t("02 18:05"), null, null);
            refused(ErrorKind.USAGE, () -> w.watch.accept(w.hoa, bare));
            refused(
                    ErrorKind.USAGE,
                    () -> w.watch.accept(
                            pin(w.dung), new AcceptHandover(null, false, null, t("02 18:05"), null, null)));
            Handover h = w.watch
                    .accept(w.hoa, new AcceptHandover(null, true, "dung", t("02 18:05"), "sổ giao ca, trang 3", null))
                    .handover();
            assertEquals(Proof.PAPER, h.accepted().proof());
            assertEquals("hoa", h.accepted().enteredBy());
            assertEquals("dung", h.accepted().by().value());
            assertEquals(5, h.lateMinutes());
            w.at("03 06:30");
            CaseId open = w.watch.openHandover(w.dung, null).handover().id();
            refused(ErrorKind.DENIED, () -> w.watch.closeHandover(w.hoa, open, "không ai đến"));
            refused(ErrorKind.USAGE, () -> w.watch.closeHandover(w.house.lan, open, " "));
            Handover closed =
                    w.watch.closeHandover(w.house.lan, open, "không ai đến").handover();
            assertEquals(Handover.State.CLOSED, closed.state());
            assertTrue(w.watch.closeHandover(w.house.lan, open, "không ai đến").unchanged());
            refused(ErrorKind.CONFLICT, () -> w.watch.closeHandover(w.house.lan, open, "khác"));
            refused(ErrorKind.REFUSED, () -> w.watch.accept(pin(w.hoa), MINE));
            assertEquals(2, w.watch.handovers(span("02 00:00", "04 00:00")).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSiteMayAskForKeys(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder, Setting.HANDOVER_PROOF, "key")) {
            w.at("02 18:00");
            refused(ErrorKind.DENIED, () -> w.watch.accept(pin(w.dung), MINE));
            refused(
                    ErrorKind.REFUSED,
                    () -> w.watch.accept(w.dung, new AcceptHandover(null, true, "dung", null, "sổ", null)));
            assertEquals(
                    Proof.KEY,
                    w.watch
                            .accept(w.dung.by(Proof.KEY), MINE)
                            .handover()
                            .accepted()
                            .proof());
        }
    }

    @ParameterizedTest
    @EnumSource
    void roundsAreDueAndMissedOnesAreHandedOver(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            CameraId gate = new CameraId("gate-1");
            CameraId hall = new CameraId("hall");
            refused(ErrorKind.REFUSED, () -> w.watch.round(w.hoa, List.of(), null, null, null));
            w.essentials.addAll(List.of(gate, hall));
            assertEquals(List.of(true, true), overdue(w));
            assertEquals(0, w.watch.round(w.hoa, List.of(), null, null, null).unchanged());
            assertEquals(2, w.watch.round(w.hoa, List.of(), null, null, null).unchanged(), "twice is once");
            assertEquals(List.of(false, false), overdue(w));
            refused(ErrorKind.REFUSED, () -> w.watch.round(w.dung, List.of(gate), null, null, null));
            w.watch.round(w.hoa, List.of(gate), t("02 07:30"), "mờ ống kính", null);
            w.at("02 17:55");
            List<String> missed = new ArrayList<>();
            for (Matter m : w.watch.openHandover(w.hoa, null).handover().facts()) {
                missed.add(m.kind().id() + " " + m.subject() + " " + m.words());
            }
            // 06–10 at the gate, 14–18 at both; 14:05 lies in the third span of four hours.
            assertEquals(List.of("round-missed gate-1 1", "round-missed hall 2"), missed);
            w.at("02 18:30");
            assertEquals(List.of(true, true), overdue(w));
            assertEquals(3, w.watch.rounds(span("02 00:00", "03 00:00")).size());
        }
    }

    private static List<Boolean> overdue(WatchHouse w) {
        List<Boolean> all = new ArrayList<>();
        for (RoundDue due : w.watch.roundsDue()) {
            all.add(due.overdue());
        }
        return all;
    }

    @Test
    void roundsAreCountedInWholeSpans() {
        assertEquals(2, Rounds.missed(List.of(), span("02 06:00", "02 15:00"), Duration.ofHours(4), t("02 15:00")));
        assertEquals(
                1,
                Rounds.missed(
                        List.of(t("02 10:00")), span("02 06:00", "02 15:00"), Duration.ofHours(4), t("02 15:00")));
        assertEquals(0, Rounds.missed(List.of(), span("02 06:00", "02 15:00"), Duration.ofHours(4), t("02 09:00")));
    }

    @ParameterizedTest
    @EnumSource
    void whoComesEarlyOrFromNowhereDoesNotTakeOver(Databases database) {
        try (WatchHouse w = new WatchHouse(database, folder)) {
            refused(ErrorKind.REFUSED, () -> w.watch.accept(pin(w.dung), MINE));
            w.at("02 17:10");
            assertEquals(0, w.watch.accept(pin(w.dung), MINE).handover().lateMinutes());
            w.at("02 17:20");
            w.watch.checkIn(w.dung, now());
            assertEquals(
                    1,
                    w.watch
                            .attendance(span("02 17:00", "02 19:00"), null, false)
                            .size());
        }
    }
}
