package vn.vigil.roster.book;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.MemberId;
import vn.vigil.people.Member;
import vn.vigil.people.People;
import vn.vigil.store.Tx;

/** How members take part: as written down, else as their offices say. */
final class WatcherShelf implements Shelf<WatcherShelf.Taking> {
    /** Who, and how. */
    record Taking(MemberId member, SqlBookStore.Part part) {}

    private final People people;

    WatcherShelf(People people) {
        this.people = people;
    }

    @Override
    public BookKind kind() {
        return BookKind.WATCHER;
    }

    @Override
    public Map<String, Taking> all(Tx tx) throws SQLException {
        Map<MemberId, SqlBookStore.Part> parts = SqlBookStore.parts(tx);
        Map<String, Taking> all = new LinkedHashMap<>();
        for (Member member : people.members(tx)) {
            all.put(member.id().value(), new Taking(member.id(), SqlBookStore.part(member, parts)));
        }
        return all;
    }

    @Override
    public String key(Written w, Reading reading) {
        MemberId member = reading.person(w, BookColumn.PERSON, true);
        return member == null ? null : member.value();
    }

    @Override
    public Taking read(Tx tx, Written w, String key, Taking there, Reading r) throws SQLException {
        int before = r.count();
        SqlBookStore.Part part = there.part();
        boolean watches = r.flag(w, BookColumn.WATCHES, part.watches());
        boolean leads = r.flag(w, BookColumn.LEADS, part.leads());
        LocalDate shadow =
                Reading.said(w, BookColumn.SHADOW_UNTIL) ? r.day(w, BookColumn.SHADOW_UNTIL) : part.shadowUntil();
        Set<String> posts = part.posts();
        if (Reading.said(w, BookColumn.POSTS)) {
            String text = r.text(w, BookColumn.POSTS);
            posts = new TreeSet<>(text == null ? Set.of() : Reading.parts(text, " ,;"));
            for (String post : posts) {
                r.known(
                        w,
                        BookColumn.POSTS,
                        BookKind.POST,
                        post,
                        new PostShelf().all(tx).keySet());
            }
        }
        return r.count() > before
                ? null
                : new Taking(there.member(), new SqlBookStore.Part(watches, leads, shadow, posts));
    }

    @Override
    public BookRow row(Taking taking) {
        SqlBookStore.Part part = taking.part();
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        cells.put(BookColumn.PERSON, taking.member().value());
        cells.put(BookColumn.WATCHES, YesNo.of(part.watches()));
        cells.put(BookColumn.LEADS, YesNo.of(part.leads()));
        PostShelf.put(cells, BookColumn.SHADOW_UNTIL, part.shadowUntil());
        PostShelf.put(cells, BookColumn.POSTS, String.join(" ", new TreeSet<>(part.posts())));
        return new BookRow(BookKind.WATCHER, cells);
    }

    @Override
    public void insert(Tx tx, Taking taking) throws SQLException {
        SqlBookStore.put(tx, taking.member(), taking.part());
    }

    @Override
    public void update(Tx tx, Taking taking) throws SQLException {
        insert(tx, taking);
    }
}
