package vn.vigil.roster.book;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.Message;
import vn.vigil.calendar.DayClass;
import vn.vigil.people.OutsideBody;
import vn.vigil.store.Tx;

/** Shifts. */
final class ShiftShelf implements Shelf<Shift> {
    private static final int MOST_SEATS = 9;
    private static final int LONGEST_HANDOVER = 120;
    private static final int DAY_MINUTES = 24 * 60;

    @Override
    public BookKind kind() {
        return BookKind.SHIFT;
    }

    @Override
    public Map<String, Shift> all(Tx tx) throws SQLException {
        Map<String, Shift> all = new LinkedHashMap<>();
        for (Shift shift : SqlBookStore.shifts(tx)) {
            all.put(shift.id(), shift);
        }
        return all;
    }

    @Override
    public String key(Written w, Reading reading) {
        return reading.id(w, BookColumn.ID);
    }

    @Override
    public Shift read(Tx tx, Written w, String key, Shift s, Reading r) throws SQLException {
        int before = r.count();
        String post = r.line(w, BookColumn.POST, s == null ? null : s.post());
        if (post != null) {
            r.known(
                    w,
                    BookColumn.POST,
                    BookKind.POST,
                    post,
                    new PostShelf().all(tx).keySet());
        }
        String name = r.line(w, BookColumn.NAME, s == null ? null : s.name());
        LocalTime start = r.time(w, BookColumn.START, s == null ? null : s.start());
        LocalTime end = r.time(w, BookColumn.END, s == null ? null : s.end());
        boolean midnight = Reading.midnight(w.cells().get(BookColumn.END));
        boolean nextDay = r.flag(w, BookColumn.NEXT_DAY, midnight || s != null && s.nextDay());
        length(w, start, end, nextDay, r);
        DutyKind kind = r.choice(w, BookColumn.KIND, DutyKind.values(), s == null ? DutyKind.ON_SITE : s.kind());
        int watchers = r.number(w, BookColumn.WATCHERS, 0, MOST_SEATS, s == null ? 1 : s.watchers());
        int leads = r.number(w, BookColumn.LEADS, 0, MOST_SEATS, s == null ? 0 : s.leads());
        if (watchers + leads == 0) {
            r.fault(w, BookColumn.WATCHERS, BookText.NO_SEATS.with());
        }
        Set<DayClass> days = r.days(w, s == null ? EnumSet.allOf(DayClass.class) : s.days());
        int handover = r.number(w, BookColumn.HANDOVER, 0, LONGEST_HANDOVER, s == null ? 0 : s.handoverMinutes());
        boolean counts = r.flag(w, BookColumn.COUNTS, s == null ? kind == DutyKind.ON_SITE : s.counts());
        String body = Reading.said(w, BookColumn.BODY) ? r.text(w, BookColumn.BODY) : s == null ? null : s.body();
        body(w, kind, body, r);
        LocalDate from = PostShelf.from(w, s == null ? null : s.from(), r);
        LocalDate until = PostShelf.until(w, s == null ? null : s.until(), from, r);
        return r.count() > before
                ? null
                : new Shift(
                        key, post, name, start, end, nextDay, kind, watchers, leads, days, handover, counts, body, from,
                        until);
    }

    private static void length(Written w, LocalTime start, LocalTime end, boolean nextDay, Reading r) {
        if (start == null || end == null) {
            return;
        }
        if (!nextDay && start.equals(end)) {
            r.fault(w, BookColumn.END, BookText.ZERO_LENGTH.with());
        } else if (!nextDay && end.isBefore(start)) {
            r.fault(w, BookColumn.END, BookText.CROSSES_MIDNIGHT.with(start, end));
        } else if (nextDay && end.isAfter(start)) {
            r.fault(w, BookColumn.END, BookText.OVER_A_DAY.with());
        }
    }

    private static void body(Written w, DutyKind kind, String body, Reading r) {
        if (body == null) {
            return;
        }
        if (kind != DutyKind.GUARD) {
            r.fault(w, BookColumn.BODY, BookText.BODY_ONLY_GUARDS.with());
            return;
        }
        List<String> known = new ArrayList<>();
        for (OutsideBody one : r.people.everyBody()) {
            known.add(one.id());
        }
        r.known(w, BookColumn.BODY, BookColumn.BODY, body, known);
    }

    /** Shifts of the same post that run at the same time on the same sort of day. */
    @Override
    public List<Message> told(Tx tx, Shift shift) throws SQLException {
        List<Message> told = new ArrayList<>();
        for (Shift other : SqlBookStore.shifts(tx)) {
            if (!other.id().equals(shift.id()) && other.post().equals(shift.post()) && together(other, shift)) {
                boolean first = shift.id().compareTo(other.id()) < 0;
                told.add(BookText.SHIFTS_OVERLAP.with(
                        first ? shift.id() : other.id(), first ? other.id() : shift.id(), shift.post()));
            }
        }
        return told;
    }

    private static boolean together(Shift a, Shift b) {
        boolean dates = (a.until() == null || !b.from().isAfter(a.until()))
                && (b.until() == null || !a.from().isAfter(b.until()));
        boolean alike = false;
        for (DayClass day : a.days()) {
            alike |= b.days().contains(day);
        }
        return dates && alike && overlap(a, b);
    }

    private static boolean overlap(Shift a, Shift b) {
        return minute(a.start()) < end(b) && minute(b.start()) < end(a);
    }

    private static int end(Shift s) {
        return minute(s.end()) + (s.nextDay() ? DAY_MINUTES : 0);
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    @Override
    public BookRow row(Shift s) {
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        cells.put(BookColumn.ID, s.id());
        cells.put(BookColumn.POST, s.post());
        cells.put(BookColumn.NAME, s.name());
        cells.put(BookColumn.START, s.start().toString());
        cells.put(BookColumn.END, s.end().toString());
        cells.put(BookColumn.NEXT_DAY, YesNo.of(s.nextDay()));
        cells.put(BookColumn.KIND, s.kind().id());
        cells.put(BookColumn.WATCHERS, Integer.toString(s.watchers()));
        cells.put(BookColumn.LEADS, Integer.toString(s.leads()));
        cells.put(BookColumn.DAYS, SqlBookStore.words(s.days()));
        cells.put(BookColumn.HANDOVER, Integer.toString(s.handoverMinutes()));
        cells.put(BookColumn.COUNTS, YesNo.of(s.counts()));
        PostShelf.put(cells, BookColumn.BODY, s.body());
        PostShelf.put(cells, BookColumn.FROM, s.from());
        PostShelf.put(cells, BookColumn.UNTIL, s.until());
        return new BookRow(BookKind.SHIFT, cells);
    }

    @Override
    public void insert(Tx tx, Shift shift) throws SQLException {
        SqlBookStore.insert(tx, shift);
    }

    @Override
    public void update(Tx tx, Shift shift) throws SQLException {
        SqlBookStore.update(tx, shift);
    }
}
