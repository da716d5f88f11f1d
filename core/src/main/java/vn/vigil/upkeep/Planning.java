package vn.vigil.upkeep;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.people.People;

/** Reads a plan and compares it with what is on record. */
final class Planning {
    private static final CaseId NOT_YET = new CaseId(Works.SERIES, 2000, 1);

    private Planning() {}

    /** Who does the work: exactly one is not null. */
    record Doer(MemberId worker, String firm) {
        /** The one that is named; null when it is nobody, with a fault unless {@code optional}. */
        static Doer read(String worker, String firm, boolean optional, People people, Faults faults) {
            String company = faults.text("--firm", firm, Faults.LINE);
            if (worker != null && company != null) {
                faults.add("--firm", UpkeepText.TWO_WORKERS.with());
                return null;
            }
            if (worker == null && company == null) {
                if (!optional) {
                    faults.add("--by", UpkeepText.NO_WORKER.with());
                }
                return null;
            }
            return new Doer(worker == null ? null : people.show(worker).id(), company);
        }
    }

    /**
     * The work that is asked for, without a number yet.
     *
     * @param before the work that it follows, or null
     */
    static Work read(PlanWork told, Work before, People people, Instant now, String by) {
        Faults faults = new Faults(told.misread());
        WorkKind kind = told.kind() != null || before == null ? told.kind() : before.kind();
        if (kind == null) {
            faults.add("--kind", UpkeepText.MISSING.with());
        }
        String what = told.what() != null || before == null
                ? faults.demanded("--what", told.what(), Faults.LINE)
                : before.what();
        List<CameraId> cameras = !told.cameras().isEmpty() || before == null ? told.cameras() : before.cameras();
        if (cameras.isEmpty()) {
            faults.add("CAMERA", UpkeepText.MISSING.with());
        }
        TimeSpan window = faults.window(micros(told.from()), micros(told.to()), told.longAgreed());
        Doer doer = Doer.read(told.worker(), told.firm(), before != null, people, faults);
        if (doer == null && before != null) {
            doer = new Doer(before.worker(), before.firm());
        }
        Long cost = faults.money("--planned-cost", told.plannedCost());
        Integer every = faults.every("--every", told.every());
        if (every != null && kind == WorkKind.CORRECTIVE) {
            faults.add("--every", UpkeepText.EVERY_CORRECTIVE.with());
        }
        if (before != null && before.done() == null) {
            faults.add("--next", UpkeepText.FOLLOWS_OPEN.with(before.id()));
        }
        faults.refuse("VG-UPKEEP-FAULTS", UpkeepText.CANNOT_PLAN.with());
        return new Work(
                NOT_YET,
                kind,
                what,
                cameras,
                window,
                doer.worker(),
                doer.firm(),
                cost != null || before == null ? cost : before.plannedCost(),
                every != null || before == null || kind == WorkKind.CORRECTIVE ? every : before.everyMonths(),
                before == null ? null : before.id(),
                null,
                now,
                by,
                List.of(new WindowVersion(now, window.from(), window.to())),
                null,
                null);
    }

    /** Whole microseconds, as the store keeps them; null stays null. */
    static Instant micros(Instant t) {
        return t == null ? null : t.truncatedTo(ChronoUnit.MICROS);
    }

    /** What differs beyond the key. */
    static Differences differences(Work there, Work asked) {
        return new Differences()
                .compare("by", there.worker(), asked.worker())
                .compare("firm", there.firm(), asked.firm())
                .compare("planned-cost", there.plannedCost(), asked.plannedCost())
                .compare("every", months(there.everyMonths()), months(asked.everyMonths()))
                .compare("next", there.follows(), asked.follows());
    }

    /** {@code 3mo}; null for null. */
    static String months(Integer months) {
        return months == null ? null : months + "mo";
    }

    static Map<String, Object> details(Work w) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", w.kind().word());
        details.put("what", w.what());
        details.put("cameras", w.cameras().stream().map(CameraId::value).toList());
        details.put("from", w.window().from().toString());
        details.put("to", w.window().to().toString());
        details.put("by", w.worker() == null ? null : w.worker().value());
        details.put("firm", w.firm());
        details.put("plannedCost", w.plannedCost());
        details.put("everyMonths", w.everyMonths());
        details.put("follows", w.follows() == null ? null : w.follows().toString());
        return details;
    }
}
