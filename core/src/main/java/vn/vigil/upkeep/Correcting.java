package vn.vigil.upkeep;

import java.time.Instant;
import java.time.ZoneId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.people.People;

/** Reads a correction of a work and compares it with what is on record. */
final class Correcting {
    /** The word that ends a repetition. */
    private static final String NEVER = "never";

    private Correcting() {}

    /**
     * What comes of it.
     *
     * @param work as it is right
     */
    record Corrected(Work work, Differences differences, String reason) {}

    static Corrected read(CorrectWork told, Work there, People people, Instant now, ZoneId zone) {
        Faults faults = new Faults(told.done().misread());
        String reason = faults.demanded("--reason", told.reason(), Faults.NOTE);
        String what = faults.text("--what", told.what(), Faults.LINE);
        TimeSpan window = there.window();
        if (told.from() != null || told.to() != null) {
            window = faults.window(
                    told.from() == null ? window.from() : Planning.micros(told.from()),
                    told.to() == null ? window.to() : Planning.micros(told.to()),
                    told.longAgreed());
        }
        Planning.Doer doer = Planning.Doer.read(told.worker(), told.firm(), true, people, faults);
        Long cost = faults.money("--planned-cost", told.plannedCost());
        boolean never = NEVER.equals(told.every());
        Integer every = never ? null : faults.every("--every", told.every());
        if (every != null && there.kind() == WorkKind.CORRECTIVE) {
            faults.add("--every", UpkeepText.EVERY_CORRECTIVE.with());
        }
        MemberId worker = doer == null ? there.worker() : doer.worker();
        String firm = doer == null ? there.firm() : doer.firm();
        Work right = new Work(
                there.id(),
                there.kind(),
                what == null ? there.what() : what,
                there.cameras(),
                window == null ? there.window() : window,
                worker,
                firm,
                cost == null ? there.plannedCost() : cost,
                every == null && !never ? there.everyMonths() : every,
                there.follows(),
                there.followedBy(),
                there.enteredAt(),
                there.enteredBy(),
                there.versions(),
                there.done(),
                there.cancelled());
        if (there.done() != null) {
            right = withDone(
                    right,
                    Doing.read(
                            told.done(),
                            right,
                            there.done(),
                            window,
                            now,
                            there.done().enteredBy(),
                            zone,
                            faults));
        } else if (!silent(told.done())) {
            faults.add("--at, --note, --part, --cost, --photo", UpkeepText.NOT_DONE_YET.with());
        }
        faults.refuse("VG-UPKEEP-FAULTS", UpkeepText.CANNOT_CORRECT.with(there.id()));
        return new Corrected(right, differences(there, right), reason);
    }

    private static boolean silent(DoneWork d) {
        return d.at() == null && d.note() == null && d.parts().isEmpty() && d.cost() == null && d.photo() == null;
    }

    private static Work withDone(Work w, Work.Done done) {
        return new Work(
                w.id(),
                w.kind(),
                w.what(),
                w.cameras(),
                w.window(),
                w.worker(),
                w.firm(),
                w.plannedCost(),
                w.everyMonths(),
                w.follows(),
                w.followedBy(),
                w.enteredAt(),
                w.enteredBy(),
                w.versions(),
                done,
                w.cancelled());
    }

    private static Differences differences(Work there, Work right) {
        Differences differences = new Differences()
                .compare("what", there.what(), right.what())
                .compare("from", there.window().from(), right.window().from())
                .compare("to", there.window().to(), right.window().to())
                .compare("by", there.worker(), right.worker())
                .compare("firm", there.firm(), right.firm())
                .compare("planned-cost", there.plannedCost(), right.plannedCost())
                .compare("every", Planning.months(there.everyMonths()), Planning.months(right.everyMonths()));
        if (there.done() != null) {
            differences
                    .compare("at", there.done().at(), right.done().at())
                    .compare("note", there.done().note(), right.done().note())
                    .compare("cost", there.done().cost(), right.done().cost())
                    .compare("part", there.done().parts(), right.done().parts())
                    .compare("photo", there.done().photo(), right.done().photo());
        }
        return differences;
    }
}
