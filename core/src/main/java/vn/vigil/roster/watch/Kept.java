package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.plan.Duty;
import vn.vigil.store.Tx;

/** Puts right what the roster says of the past: who really stood it. */
final class Kept {
    private final Room room;

    Kept(Room room) {
        this.room = room;
    }

    /** Duties that are over go to who was there, or to nobody. What began before attendance was first entered is taken as planned. */
    List<Duty> really(Tx tx, List<Duty> planned) throws SQLException {
        Instant first = SqlAttendanceStore.first(tx);
        if (planned.isEmpty() || first == null) {
            return planned;
        }
        List<Duty> inOrder = new ArrayList<>(planned);
        inOrder.sort(Desk.IN_TIME);
        LocalDate from = inOrder.get(0).slot().key().day();
        LocalDate to = inOrder.get(inOrder.size() - 1).slot().key().day();
        List<Attendance> rows = SqlAttendanceStore.days(tx, from.minusDays(2), to.plusDays(1), false);
        Set<DutyKind> expected = room.expected();
        Instant now = room.now();
        Presence.Chain chain = new Presence.Chain(inOrder);
        List<Duty> really = new ArrayList<>();
        for (Duty duty : planned) {
            boolean judged = Room.expects(expected, duty)
                    && !duty.span().to().isAfter(now)
                    && !duty.span().from().isBefore(first);
            really.add(judged ? stood(duty, chain, rows) : duty);
        }
        return really;
    }

    private static Duty stood(Duty duty, Presence.Chain chain, List<Attendance> rows) {
        for (Attendance row : rows) {
            if (row.slot().equals(duty.slot().key()) && row.member().equals(duty.member())) {
                return duty;
            }
        }
        // From the book: somebody else than planned stood the seat.
        for (Attendance row : rows) {
            TimeSpan there = row.slot().equals(duty.slot().key()) ? Spans.between(row.in(), chain.reach(row)) : null;
            TimeSpan shared = there == null ? null : Spans.both(there, duty.span());
            if (shared != null) {
                return new Duty(duty.slot(), row.member(), null, shared, duty.source());
            }
        }
        return Presence.came(duty, rows, chain, duty.span().to())
                ? duty
                : new Duty(duty.slot(), null, null, duty.span(), null);
    }
}
