package vn.vigil.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;

/** What people say in reports beside the figures: they belong to the data, so that the report can be made again. */
public final class Remarks {
    static final String SERIES = "RMK";

    private final Journal journal;

    Remarks(Journal journal) {
        this.journal = journal;
    }

    /**
     * Adds one. The same again is unchanged.
     *
     * @throws VigilException USAGE; DENIED
     */
    public Saved<Remark> add(Actor actor, Period period, Remark.Section section, String text) {
        journal.people().require(actor, Power.ASSESS);
        String words = Journal.needed("TEXT", text);
        return journal.store().write(tx -> {
            for (List<ReportEntry> there : SqlReportStore.series(tx, SERIES).values()) {
                ReportEntry last = there.get(there.size() - 1);
                Remark one = last.act() == Act.WITHDRAWN ? null : Remark.of(last);
                boolean same = one != null
                        && one.period().equals(period.key())
                        && one.section() == section
                        && one.words().equals(words);
                if (same) {
                    return new Saved<>(one, true);
                }
            }
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("period", period.key());
            body.put("section", section.id());
            body.put("words", words);
            CaseId id = journal.begin(tx, actor, SERIES, Act.REMARKED, body);
            return new Saved<>(new Remark(id, period.key(), section, words), false);
        });
    }

    /**
     * Takes one back.
     *
     * @throws VigilException NOT_FOUND; USAGE without a reason; DENIED
     */
    public Saved<Remark> withdraw(Actor actor, CaseId id, String reason) {
        journal.people().require(actor, Power.ASSESS);
        String why = Journal.needed("--reason", reason);
        return journal.store().write(tx -> {
            List<ReportEntry> there = Journal.entries(tx, id, SERIES);
            Remark remark = Remark.of(there.get(0));
            if (there.get(there.size() - 1).act() == Act.WITHDRAWN) {
                return new Saved<>(remark, true);
            }
            journal.add(tx, actor, id, Act.WITHDRAWN, Map.of("reason", why));
            return new Saved<>(remark, false);
        });
    }

    /** Those of a period, in the order of entering. */
    public List<Remark> list(Period period) {
        List<Remark> all = new ArrayList<>();
        journal.standing(SERIES).values().forEach(e -> all.add(Remark.of(e)));
        all.removeIf(r -> !r.period().equals(period.key()));
        return all;
    }
}
