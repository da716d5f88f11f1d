package vn.vigil.roster.book;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vigil.base.MemberId;
import vn.vigil.store.Tx;

/** Rules. */
final class RuleShelf implements Shelf<Rule> {
    private static final int HEAVIEST = 1000;
    private static final int USUAL = 10;
    private static final int HIGHEST = 366;

    @Override
    public BookKind kind() {
        return BookKind.RULE;
    }

    @Override
    public Map<String, Rule> all(Tx tx) throws SQLException {
        Map<String, Rule> all = new LinkedHashMap<>();
        Rules rules = SqlBookStore.rules(tx);
        for (RuleId id : RuleId.values()) {
            for (Rule rule : rules == null ? java.util.List.<Rule>of() : rules.all()) {
                if (rule.id() == id) {
                    all.put(row(rule).key(), rule);
                }
            }
        }
        return all;
    }

    @Override
    public String key(Written w, Reading r) {
        int before = r.count();
        RuleId id = id(w, r);
        MemberId member = r.person(w, BookColumn.PERSON, false);
        return r.count() > before ? null : key(id, member);
    }

    private static String key(RuleId id, MemberId member) {
        return member == null ? id.id() : id.id() + "/" + member.value();
    }

    private static RuleId id(Written w, Reading r) {
        return r.line(w, BookColumn.RULE, null) == null ? null : r.choice(w, BookColumn.RULE, RuleId.values(), null);
    }

    @Override
    public Rule read(Tx tx, Written w, String key, Rule there, Reading r) {
        int before = r.count();
        RuleId id = id(w, r);
        MemberId member = r.person(w, BookColumn.PERSON, false);
        RuleMode mode = r.choice(w, BookColumn.MODE, RuleMode.values(), there == null ? null : there.mode());
        if (mode == null && r.count() == before) {
            r.fault(w, BookColumn.MODE, BookText.MISSING.with());
        }
        int usual = there != null && there.weight() > 0 ? there.weight() : USUAL;
        int weight = mode == RuleMode.SOFT ? r.number(w, BookColumn.WEIGHT, 1, HEAVIEST, usual) : 0;
        if (mode != RuleMode.SOFT && r.number(w, BookColumn.WEIGHT, 0, HEAVIEST, 0) > 0) {
            r.fault(w, BookColumn.WEIGHT, BookText.BAD_NUMBER.with(w.cells().get(BookColumn.WEIGHT), 0, 0));
        }
        long bound = bound(w, id, mode, there, r);
        String article = Reading.said(w, BookColumn.ARTICLE)
                ? r.text(w, BookColumn.ARTICLE)
                : there == null ? null : there.article();
        return r.count() > before ? null : new Rule(id, member, mode, weight, bound, article);
    }

    private static long bound(Written w, RuleId id, RuleMode mode, Rule there, Reading r) {
        String text = r.text(w, BookColumn.BOUND);
        long was = there == null ? 0 : there.bound();
        if (id == null) {
            return 0;
        }
        if (text == null) {
            if (was == 0 && id.unit() != RuleId.Unit.NONE && mode != null && mode != RuleMode.OFF) {
                r.fault(
                        w,
                        BookColumn.BOUND,
                        BookText.BOUND_MISSING.with(id.unit() == RuleId.Unit.MINUTES ? "12h" : "3"));
            }
            return was;
        }
        return switch (id.unit()) {
            case NONE -> {
                r.fault(w, BookColumn.BOUND, BookText.BOUND_NEEDLESS.with(id.id()));
                yield 0;
            }
            case COUNT -> r.number(w, BookColumn.BOUND, 0, HIGHEST, 0);
            case MINUTES -> Math.max(0, r.minutes(w, BookColumn.BOUND, text));
        };
    }

    @Override
    public BookRow row(Rule rule) {
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        cells.put(BookColumn.RULE, rule.id().id());
        PostShelf.put(cells, BookColumn.PERSON, rule.member());
        cells.put(BookColumn.MODE, rule.mode().id());
        if (rule.weight() > 0) {
            cells.put(BookColumn.WEIGHT, Integer.toString(rule.weight()));
        }
        if (rule.bound() > 0) {
            cells.put(BookColumn.BOUND, bound(rule));
        }
        PostShelf.put(cells, BookColumn.ARTICLE, rule.article());
        return new BookRow(BookKind.RULE, cells);
    }

    /** {@code 40h} and not days, as labour law counts. */
    private static String bound(Rule rule) {
        if (rule.id().unit() != RuleId.Unit.MINUTES) {
            return Long.toString(rule.bound());
        }
        long hours = rule.bound() / 60;
        long minutes = rule.bound() % 60;
        return (hours > 0 ? hours + "h" : "") + (minutes > 0 ? minutes + "m" : "");
    }

    @Override
    public void insert(Tx tx, Rule rule) throws SQLException {
        SqlBookStore.put(tx, rule);
    }

    @Override
    public void update(Tx tx, Rule rule) throws SQLException {
        SqlBookStore.put(tx, rule);
    }
}
