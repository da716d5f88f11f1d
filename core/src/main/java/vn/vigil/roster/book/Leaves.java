package vn.vigil.roster.book;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.store.Tx;
import vn.vigil.text.TimeText;

/** Writes leave into the book: leave of one kind that overlaps becomes one. For one transaction. */
final class Leaves {
    private final Ledger ledger;
    private final Actor actor;
    private final boolean leader;
    private final String by;
    private final List<BookRow> added = new ArrayList<>();
    private final List<BookRow> changed = new ArrayList<>();
    private final List<BookRow> unchanged = new ArrayList<>();
    private final List<Message> told = new ArrayList<>();

    /** @param leader whether the actor may write anybody's */
    Leaves(Ledger ledger, Actor actor, boolean leader, String by) {
        this.ledger = ledger;
        this.actor = actor;
        this.leader = leader;
        this.by = by;
    }

    BookSaved save(Tx tx, List<Written> rows, Reading r) throws SQLException {
        for (Written w : rows) {
            int before = r.count();
            MemberId member = r.person(w, BookColumn.PERSON, true);
            TimeSpan span = r.span(w);
            LeaveKind kind = r.choice(w, BookColumn.KIND, LeaveKind.values(), LeaveKind.ANNUAL);
            String note = r.text(w, BookColumn.NOTE);
            MemberId approved = r.person(w, BookColumn.APPROVED_BY, false);
            if (!leader && member != null && !member.equals(actor.memberId())) {
                r.fault(w, BookColumn.PERSON, ErrorKind.DENIED, BookText.NOT_YOURS.with(member));
            } else if (!leader && approved != null) {
                r.fault(w, BookColumn.APPROVED_BY, ErrorKind.DENIED, BookText.APPROVER_NEEDED.with());
            }
            if (r.count() == before) {
                put(tx, w, new Leave(null, member, span, kind, note, approved), r);
            }
        }
        return new BookSaved(BookKind.LEAVE, added, changed, unchanged, told);
    }

    private void put(Tx tx, Written w, Leave asked, Reading r) throws SQLException {
        Instant first = asked.span().from();
        Instant last = asked.span().to();
        List<Leave> merged = new ArrayList<>();
        for (Leave there : SqlBookStore.leaves(tx, asked.span())) {
            if (!there.member().equals(asked.member())) {
                continue;
            }
            if (there.kind() != asked.kind()) {
                told.add(BookText.LEAVE_BESIDE.with(there.id(), there.kind().with()));
            } else if (there.span().covers(asked.span())) {
                covered(w, there, asked, r);
                return;
            } else {
                merged.add(there);
                first = there.span().from().isBefore(first) ? there.span().from() : first;
                last = there.span().to().isAfter(last) ? there.span().to() : last;
            }
        }
        String note = asked.note();
        MemberId approved = asked.approvedBy();
        for (Leave one : merged) {
            note = note == null ? one.note() : note;
            approved = approved == null ? one.approvedBy() : approved;
        }
        CaseId id = SqlBookStore.nextId(tx, "roster_leave", "LV", r.today().getYear());
        Leave leave = new Leave(id, asked.member(), new TimeSpan(first, last), asked.kind(), note, approved);
        for (Leave one : merged) {
            SqlBookStore.withdrawLeave(tx, one.id(), r.now, id.toString());
            told.add(BookText.LEAVE_MERGED.with(one.id(), id));
            enter(tx, "roster.leave.merge", one.id(), Map.of("into", id.toString()));
        }
        SqlBookStore.insert(tx, leave, r.now, by);
        // The kind and the note stay out: sickness is nobody's affair, and the ledger can forget nothing.
        enter(
                tx,
                "roster.leave.add",
                id,
                Map.of("from", first.toString(), "member", leave.member().value(), "to", last.toString()));
        (merged.isEmpty() ? added : changed).add(row(leave, r.zone));
    }

    /** The same leave again, or a part of it; told otherwise it is another. */
    private void covered(Written w, Leave there, Leave asked, Reading r) {
        boolean same = there.span().equals(asked.span());
        boolean note = same && asked.note() != null && !asked.note().equals(there.note());
        boolean approved =
                same && asked.approvedBy() != null && !Objects.equals(asked.approvedBy(), there.approvedBy());
        if (note) {
            r.fault(w, BookColumn.NOTE, ErrorKind.CONFLICT, conflict(there.note(), asked.note()));
        }
        if (approved) {
            r.fault(w, BookColumn.APPROVED_BY, ErrorKind.CONFLICT, conflict(there.approvedBy(), asked.approvedBy()));
        }
        if (!note && !approved) {
            unchanged.add(row(there, r.zone));
        }
    }

    private static Message conflict(Object there, Object asked) {
        return BookText.CONFLICT.with(there == null ? BookText.NOTHING.with() : there, asked);
    }

    private void enter(Tx tx, String act, CaseId id, Map<String, ?> details) throws SQLException {
        ledger.append(tx, new Entry(actor.who(), act, id.toString(), details));
    }

    static BookRow row(Leave leave, ZoneId zone) {
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        cells.put(BookColumn.ID, leave.id().toString());
        cells.put(BookColumn.PERSON, leave.member().value());
        boolean whole =
                midnight(leave.span().from(), zone) && midnight(leave.span().to(), zone);
        cells.put(BookColumn.FROM, text(leave.span().from(), zone));
        cells.put(
                BookColumn.UNTIL,
                whole
                        ? LocalDate.ofInstant(leave.span().to(), zone)
                                .minusDays(1)
                                .toString()
                        : TimeText.print(leave.span().to(), zone));
        cells.put(BookColumn.KIND, leave.kind().id());
        PostShelf.put(cells, BookColumn.NOTE, leave.note());
        PostShelf.put(cells, BookColumn.APPROVED_BY, leave.approvedBy());
        return new BookRow(BookKind.LEAVE, cells);
    }

    private static String text(Instant at, ZoneId zone) {
        return midnight(at, zone) ? LocalDate.ofInstant(at, zone).toString() : TimeText.print(at, zone);
    }

    private static boolean midnight(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
