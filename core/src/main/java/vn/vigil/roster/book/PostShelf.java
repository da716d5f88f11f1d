package vn.vigil.roster.book;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vigil.store.Tx;

/** Posts. */
final class PostShelf implements Shelf<Post> {
    @Override
    public BookKind kind() {
        return BookKind.POST;
    }

    @Override
    public Map<String, Post> all(Tx tx) throws SQLException {
        Map<String, Post> all = new LinkedHashMap<>();
        for (Post post : SqlBookStore.posts(tx)) {
            all.put(post.id(), post);
        }
        return all;
    }

    @Override
    public String key(Written w, Reading reading) {
        return reading.id(w, BookColumn.ID);
    }

    @Override
    public Post read(Tx tx, Written w, String key, Post there, Reading r) {
        int before = r.count();
        String name = r.line(w, BookColumn.NAME, there == null ? null : there.name());
        String zone =
                Reading.said(w, BookColumn.ZONE) ? r.text(w, BookColumn.ZONE) : there == null ? null : there.zone();
        LocalDate from = from(w, there == null ? null : there.from(), r);
        LocalDate until = until(w, there == null ? null : there.until(), from, r);
        return r.count() > before ? null : new Post(key, name, zone, from, until);
    }

    /** The first day: as said, as it is, or today. */
    static LocalDate from(Written w, LocalDate there, Reading r) {
        LocalDate said = r.day(w, BookColumn.FROM);
        return said != null ? said : there != null ? there : r.today();
    }

    /** The last day; null: open. */
    static LocalDate until(Written w, LocalDate there, LocalDate from, Reading r) {
        LocalDate until = Reading.said(w, BookColumn.UNTIL) ? r.day(w, BookColumn.UNTIL) : there;
        if (until != null && until.isBefore(from)) {
            r.fault(w, BookColumn.UNTIL, BookText.ENDS_BEFORE.with(from, until));
        }
        return until;
    }

    @Override
    public BookRow row(Post post) {
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        cells.put(BookColumn.ID, post.id());
        cells.put(BookColumn.NAME, post.name());
        put(cells, BookColumn.ZONE, post.zone());
        put(cells, BookColumn.FROM, post.from());
        put(cells, BookColumn.UNTIL, post.until());
        return new BookRow(BookKind.POST, cells);
    }

    /** Nothing for null. */
    static void put(Map<BookColumn, String> cells, BookColumn column, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            cells.put(column, value.toString());
        }
    }

    @Override
    public void insert(Tx tx, Post post) throws SQLException {
        SqlBookStore.insert(tx, post);
    }

    @Override
    public void update(Tx tx, Post post) throws SQLException {
        SqlBookStore.update(tx, post);
    }
}
