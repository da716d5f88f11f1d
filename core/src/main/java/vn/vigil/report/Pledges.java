package vn.vigil.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;
import vn.vigil.text.Viet;

/** The register of pledges: who of the staff signed, year by year (clause 8.3c). Not safe for several threads. */
public final class Pledges {
    static final String SERIES = "PLG";

    private final Journal journal;

    Pledges(Journal journal) {
        this.journal = journal;
    }

    /**
     * Records pledges that were signed. Who has signed for that year and division already is left alone.
     *
     * @return what is new; empty when all were there
     * @throws VigilException USAGE: no names, a day to come or of another year; DENIED
     */
    public List<Pledge> add(Actor actor, int year, LocalDate day, String division, List<String> names) {
        journal.people().require(actor, Power.RECORD_ACTIVITY);
        journal.past(day);
        if (Math.abs(day.getYear() - year) > 1 || names.isEmpty()) {
            throw Journal.usage("VG-REPORT-PLEDGE", ReportText.BAD_PLEDGE.with(day, Integer.toString(year)));
        }
        String where = Journal.words("--division", division);
        List<String> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(Journal.needed("NAME", name));
        }
        return journal.store().write(tx -> {
            List<String> there = new ArrayList<>();
            for (List<ReportEntry> entries : SqlReportStore.series(tx, SERIES).values()) {
                ReportEntry last = entries.get(entries.size() - 1);
                if (last.act() != Act.WITHDRAWN) {
                    there.add(key(Pledge.of(last)));
                }
            }
            List<Pledge> added = new ArrayList<>();
            for (String name : wanted) {
                Pledge asked = new Pledge(null, year, day, name, where);
                if (there.contains(key(asked))) {
                    continue;
                }
                there.add(key(asked));
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("year", year);
                body.put("day", day.toString());
                body.put("name", name);
                body.put("division", where);
                CaseId id = journal.begin(tx, actor, SERIES, Act.PLEDGED, body);
                added.add(new Pledge(id, year, day, name, where));
            }
            return added;
        });
    }

    private static String key(Pledge p) {
        return p.year() + "/" + Viet.fold(p.division()) + "/" + Viet.fold(p.name());
    }

    /**
     * Takes one back that was entered by mistake.
     *
     * @return false when it was taken back already
     * @throws VigilException NOT_FOUND; USAGE without a reason; DENIED
     */
    public boolean withdraw(Actor actor, CaseId id, String reason) {
        journal.people().require(actor, Power.RECORD_ACTIVITY);
        String why = Journal.needed("--reason", reason);
        return journal.store().write(tx -> {
            List<ReportEntry> there = Journal.entries(tx, id, SERIES);
            if (there.get(there.size() - 1).act() == Act.WITHDRAWN) {
                return false;
            }
            journal.add(tx, actor, id, Act.WITHDRAWN, Map.of("reason", why));
            return true;
        });
    }

    /** Those that hold for a year, by number; null for all. */
    public List<Pledge> list(Integer year) {
        List<Pledge> all = new ArrayList<>();
        journal.standing(SERIES).values().forEach(e -> all.add(Pledge.of(e)));
        all.removeIf(p -> year != null && p.year() != year);
        return all;
    }
}
