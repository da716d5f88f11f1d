package vn.vigil.roster.book;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;

/** Writes things of one kind into the book: what is new, what becomes different, what was so already. For one transaction. */
final class Keeper<T> {
    private final Shelf<T> shelf;
    private final Ledger ledger;
    private final Actor actor;
    private final String reason;
    private final List<BookRow> added = new ArrayList<>();
    private final List<BookRow> changed = new ArrayList<>();
    private final List<BookRow> unchanged = new ArrayList<>();
    private final Set<Message> told = new LinkedHashSet<>();

    /** @param reason why, for the ledger; or null */
    Keeper(Shelf<T> shelf, Ledger ledger, Actor actor, String reason) {
        this.shelf = shelf;
        this.ledger = ledger;
        this.actor = actor;
        this.reason = reason;
    }

    BookSaved save(Tx tx, List<Written> rows, Manner manner, Reading reading) throws SQLException {
        Map<String, T> all = shelf.all(tx);
        Map<String, Written> seen = new HashMap<>();
        for (Written w : rows) {
            String key = shelf.key(w, reading);
            if (key == null) {
                continue;
            }
            BookColumn first = shelf.kind().columns().get(0);
            Written other = seen.putIfAbsent(key, w);
            T there = all.get(key);
            if (other != null) {
                reading.fault(w, first, BookText.TWICE.with(key, other.place().of(first)));
            } else if (there == null && manner == Manner.EDIT) {
                String near = Nearest.of(key, all.keySet());
                reading.fault(
                        w,
                        first,
                        ErrorKind.NOT_FOUND,
                        near == null
                                ? BookText.UNKNOWN.with(shelf.kind().with(), key)
                                : BookText.UNKNOWN_NEAR.with(shelf.kind().with(), key, near));
            } else {
                T asked = shelf.read(tx, w, key, there, reading);
                if (asked != null) {
                    put(tx, w, there, asked, manner, reading);
                }
            }
        }
        return new BookSaved(shelf.kind(), added, changed, unchanged, List.copyOf(told));
    }

    private void put(Tx tx, Written w, T there, T asked, Manner manner, Reading reading) throws SQLException {
        BookRow is = shelf.row(asked);
        if (there == null) {
            shelf.insert(tx, asked);
            added.add(is);
            enter(tx, "add", is, Map.of(), false);
            told.addAll(shelf.told(tx, asked));
            return;
        }
        BookRow was = shelf.row(there);
        Map<String, Object> before = new LinkedHashMap<>();
        int faults = reading.count();
        for (BookColumn column : shelf.kind().columns()) {
            if (!was.text(column).equals(is.text(column))) {
                before.put(column.id(), was.text(column));
                if (manner == Manner.ADD) {
                    reading.fault(
                            w,
                            column,
                            ErrorKind.CONFLICT,
                            BookText.CONFLICT.with(shown(was.text(column)), shown(is.text(column))));
                }
            }
        }
        if (before.isEmpty()) {
            unchanged.add(was);
        } else if (reading.count() == faults) {
            shelf.update(tx, asked);
            changed.add(is);
            enter(tx, "edit", is, before, true);
            told.addAll(shelf.told(tx, asked));
        }
    }

    private static Object shown(String text) {
        return text.isEmpty() ? BookText.NOTHING.with() : text;
    }

    private void enter(Tx tx, String act, BookRow row, Map<String, Object> was, boolean edit) throws SQLException {
        Map<String, Object> is = new LinkedHashMap<>();
        for (BookColumn column : row.kind().columns()) {
            if (edit ? was.containsKey(column.id()) : !row.text(column).isEmpty()) {
                is.put(column.id(), row.text(column));
            }
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("is", is);
        if (edit) {
            details.put("was", was);
        }
        if (reason != null) {
            details.put("reason", reason);
        }
        String kind = row.kind().id();
        ledger.append(tx, new Entry(actor.who(), "roster." + kind + "." + act, kind + "/" + row.key(), details));
    }
}
