package vn.vigil.roster.book;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.store.Tx;

/** Writes people's requests into the book. For one transaction. */
final class Requests {
    private static final int USUAL = 5;
    private static final int HEAVIEST = 10;

    private final Ledger ledger;
    private final Actor actor;
    private final boolean leader;
    private final String by;
    private final List<BookRow> added = new ArrayList<>();
    private final List<BookRow> unchanged = new ArrayList<>();

    /** @param leader whether the actor may write anybody's */
    Requests(Ledger ledger, Actor actor, boolean leader, String by) {
        this.ledger = ledger;
        this.actor = actor;
        this.leader = leader;
        this.by = by;
    }

    BookSaved save(Tx tx, List<Written> rows, Reading r) throws SQLException {
        for (Written w : rows) {
            int before = r.count();
            MemberId member = r.person(w, BookColumn.PERSON, true);
            if (r.line(w, BookColumn.DAY, null) == null) {
                continue;
            }
            LocalDate day = r.day(w, BookColumn.DAY);
            String shift = r.text(w, BookColumn.SHIFT);
            if (shift != null) {
                r.known(
                        w,
                        BookColumn.SHIFT,
                        BookKind.SHIFT,
                        shift,
                        new ShiftShelf().all(tx).keySet());
            }
            Wish wish = r.choice(w, BookColumn.WISH, Wish.values(), null);
            if (wish == null && r.count() == before) {
                r.fault(w, BookColumn.WISH, BookText.MISSING.with());
            }
            int weight = r.number(w, BookColumn.WEIGHT, 1, HEAVIEST, USUAL);
            if (!leader && member != null && !member.equals(actor.memberId())) {
                r.fault(w, BookColumn.PERSON, ErrorKind.DENIED, BookText.NOT_YOURS.with(member));
            }
            if (r.count() == before) {
                put(tx, w, new Request(null, member, day, shift, wish == Wish.WANT, weight), r);
            }
        }
        return new BookSaved(BookKind.REQUEST, added, List.of(), unchanged, List.of());
    }

    private void put(Tx tx, Written w, Request asked, Reading r) throws SQLException {
        for (Request there : SqlBookStore.requests(tx, asked.day(), asked.day())) {
            if (there.member().equals(asked.member()) && Objects.equals(there.shift(), asked.shift())) {
                BookRow was = row(there);
                BookRow is = row(asked);
                differ(w, BookColumn.WISH, was, is, r);
                if (Reading.said(w, BookColumn.WEIGHT)) {
                    differ(w, BookColumn.WEIGHT, was, is, r);
                }
                unchanged.add(was);
                return;
            }
        }
        if (asked.day().isBefore(r.today())) {
            r.fault(w, BookColumn.DAY, BookText.PAST_DAY.with(asked.day()));
            return;
        }
        CaseId id = SqlBookStore.nextId(tx, "roster_request", "RQ", r.today().getYear());
        Request request = new Request(id, asked.member(), asked.day(), asked.shift(), asked.wanted(), asked.weight());
        SqlBookStore.insert(tx, request, r.now, by);
        ledger.append(
                tx,
                new Entry(
                        actor.who(),
                        "roster.request.add",
                        id.toString(),
                        Map.of(
                                "day",
                                asked.day().toString(),
                                "member",
                                asked.member().value())));
        added.add(row(request));
    }

    private static void differ(Written w, BookColumn column, BookRow was, BookRow is, Reading r) {
        if (!was.text(column).equals(is.text(column))) {
            r.fault(w, column, ErrorKind.CONFLICT, BookText.CONFLICT.with(was.text(column), is.text(column)));
        }
    }

    static BookRow row(Request q) {
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        PostShelf.put(cells, BookColumn.ID, q.id());
        cells.put(BookColumn.PERSON, q.member().value());
        cells.put(BookColumn.DAY, q.day().toString());
        PostShelf.put(cells, BookColumn.SHIFT, q.shift());
        cells.put(BookColumn.WISH, (q.wanted() ? Wish.WANT : Wish.AVOID).id());
        cells.put(BookColumn.WEIGHT, Integer.toString(q.weight()));
        return new BookRow(BookKind.REQUEST, cells);
    }
}
