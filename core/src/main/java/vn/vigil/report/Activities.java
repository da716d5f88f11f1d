package vn.vigil.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;

/** Propaganda, legal education, mobilisation and reminders (clauses 7.1, 7.4a). Not safe for several threads. */
public final class Activities {
    static final String SERIES = "ACV";

    private static final int MOST = 1_000_000;

    private final Journal journal;

    Activities(Journal journal) {
        this.journal = journal;
    }

    /**
     * Records one. The same again is unchanged.
     *
     * @throws VigilException USAGE: no topic, a day to come, impossible counts; DENIED
     */
    public Saved<Activity> add(Actor actor, Activity asked) {
        journal.people().require(actor, Power.RECORD_ACTIVITY);
        Map<String, Object> body = tidy(asked).body();
        return journal.store().write(tx -> {
            for (List<ReportEntry> there : SqlReportStore.series(tx, SERIES).values()) {
                Activity one = Activity.of(there.get(there.size() - 1));
                if (one.body().equals(body)) {
                    return new Saved<>(one, true);
                }
            }
            CaseId id = journal.begin(tx, actor, SERIES, Act.HELD, body);
            return new Saved<>(last(Journal.entries(tx, id, SERIES)), false);
        });
    }

    /**
     * Puts one right; what was told first stays on record.
     *
     * @throws VigilException as {@link #add}; NOT_FOUND
     */
    public Saved<Activity> correct(Actor actor, CaseId id, Activity asked, String reason) {
        journal.people().require(actor, Power.RECORD_ACTIVITY);
        Map<String, Object> body = tidy(asked).body();
        String why = Journal.needed("--reason", reason);
        return journal.store().write(tx -> {
            Activity there = last(Journal.entries(tx, id, SERIES));
            if (there.body().equals(body)) {
                return new Saved<>(there, true);
            }
            Map<String, Object> more = new LinkedHashMap<>(body);
            more.put("reason", why);
            journal.add(tx, actor, id, Act.CORRECTED, more);
            return new Saved<>(last(Journal.entries(tx, id, SERIES)), false);
        });
    }

    private Activity tidy(Activity a) {
        journal.past(a.day());
        boolean bad = a.people() != null && (a.people() < 0 || a.people() > MOST)
                || a.fresh() != null && (a.fresh() < 0 || a.people() == null || a.fresh() > a.people());
        if (bad) {
            throw Journal.usage("VG-REPORT-PEOPLE", ReportText.BAD_PEOPLE.with());
        }
        return new Activity(
                null,
                a.kind(),
                a.theme(),
                Journal.needed("TOPIC", a.topic()),
                Journal.words("--form", a.form()),
                Journal.words("--audience", a.audience()),
                a.day(),
                a.people(),
                a.fresh(),
                Journal.words("--materials", a.materials()));
    }

    private static Activity last(List<ReportEntry> entries) {
        return Activity.of(entries.get(entries.size() - 1));
    }

    /** @throws VigilException NOT_FOUND */
    public Activity get(CaseId id) {
        return journal.store().read(tx -> last(Journal.entries(tx, id, SERIES)));
    }

    /** By number. */
    public List<Activity> list() {
        List<Activity> all = new ArrayList<>();
        journal.standing(SERIES).values().forEach(e -> all.add(Activity.of(e)));
        return all;
    }
}
