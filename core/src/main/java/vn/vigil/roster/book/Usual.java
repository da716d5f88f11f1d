package vn.vigil.roster.book;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.MessageKey;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** The usual beginning as rows; the arithmetic behind it stands in {@code docs/design/roster.md}. Pure. */
final class Usual {
    static final String NAME = "setup";
    private static final String POST = "phong-truc";
    private static final String MORNING = "07:30";
    private static final String AFTERNOON = "17:00";
    private static final String NIGHT = "22:00";
    private static final String FREE_DAYS = "weekend holiday tet";

    private Usual() {}

    static Written post(LocalDate from) {
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        cells.put(BookColumn.ID, POST);
        cells.put(BookColumn.NAME, name(BookText.POST_NAME));
        from(cells, from);
        return written(cells);
    }

    /** @param guards outside body, or null */
    static List<Written> shifts(String guards, LocalDate from) {
        // Within office hours the watch stands in for office work: it is no working time beside it.
        Written office = shift("hanh-chinh", BookText.OFFICE_SHIFT, MORNING, AFTERNOON, "workday", from);
        Written evening = by(shift("toi", BookText.EVENING_SHIFT, AFTERNOON, NIGHT, "all", from), null);
        Written night = by(shift("dem", BookText.NIGHT_SHIFT, NIGHT, MORNING, "all", from), guards);
        Written free = by(shift("ngay-nghi", BookText.FREE_DAY_SHIFT, MORNING, AFTERNOON, FREE_DAYS, from), guards);
        return List.of(office, evening, with(night, BookColumn.NEXT_DAY, "yes"), free);
    }

    private static Written shift(String id, MessageKey name, String start, String end, String days, LocalDate from) {
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        cells.put(BookColumn.ID, id);
        cells.put(BookColumn.POST, POST);
        cells.put(BookColumn.NAME, name(name));
        cells.put(BookColumn.START, start);
        cells.put(BookColumn.END, end);
        cells.put(BookColumn.DAYS, days);
        cells.put(BookColumn.KIND, DutyKind.ON_SITE.id());
        cells.put(BookColumn.WATCHERS, "1");
        cells.put(BookColumn.LEADS, "0");
        cells.put(BookColumn.COUNTS, "no");
        from(cells, from);
        return written(cells);
    }

    /** By telephone, or by guards with a duty lead by telephone. */
    private static Written by(Written shift, String guards) {
        if (guards == null) {
            return with(shift, BookColumn.KIND, DutyKind.BY_TELEPHONE.id());
        }
        Written guarded = with(shift, BookColumn.KIND, DutyKind.GUARD.id());
        return with(with(guarded, BookColumn.BODY, guards), BookColumn.LEADS, "1");
    }

    private static Written with(Written w, BookColumn column, String text) {
        Map<BookColumn, String> cells = new EnumMap<>(w.cells());
        cells.put(column, text);
        return new Written(w.place(), cells);
    }

    private static Written written(Map<BookColumn, String> cells) {
        String id = cells.get(BookColumn.ID);
        return new Written(column -> column == BookColumn.BODY ? "--guards" : id + " " + column.id(), cells);
    }

    private static void from(Map<BookColumn, String> cells, LocalDate from) {
        if (from != null) {
            cells.put(BookColumn.FROM, from.toString());
        }
    }

    /** Papers are Vietnamese, whoever sets the site up. */
    private static String name(MessageKey key) {
        return Texts.pattern(key, Lang.VI);
    }
}
