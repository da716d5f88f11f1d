package vn.vigil.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.TimeSpan;
import vn.vigil.text.TimeText;

/** Reads what is told of work that is done. Pure but for the photo's file. */
final class Doing {
    private Doing() {}

    static Work.Done read(DoneWork told, Work work, Instant now, String by, ZoneId zone) {
        Faults faults = new Faults(told.misread());
        Work.Done done = read(told, work, null, work.window(), now, by, zone, faults);
        faults.refuse("VG-UPKEEP-FAULTS", UpkeepText.CANNOT_DO.with(work.id()));
        return done;
    }

    /**
     * As told; what is not told is as it was.
     *
     * @param was what is on record; null while nothing is
     * @param window null when it could not be read
     */
    static Work.Done read(
            DoneWork told,
            Work work,
            Work.Done was,
            TimeSpan window,
            Instant now,
            String by,
            ZoneId zone,
            Faults faults) {
        Instant at = told.at() != null ? Planning.micros(told.at()) : was != null ? was.at() : now;
        if (at.isAfter(now)) {
            faults.add("--at", UpkeepText.IN_FUTURE.with());
        } else if (window != null && at.isBefore(window.from())) {
            faults.add("--at", UpkeepText.BEFORE_WINDOW.with());
        }
        String note = faults.text("--note", told.note(), Faults.NOTE);
        List<Part> parts = told.parts().isEmpty() && was != null ? was.parts() : faults.parts("--part", told.parts());
        Long cost = faults.money("--cost", told.cost());
        boolean partsTold = !told.parts().isEmpty();
        if (cost == null) {
            cost = was != null && !(partsTold && was.cost() != null && was.cost() == was.partsCost())
                    ? was.cost()
                    : parts.isEmpty() ? null : (Long) sum(parts);
        }
        if (faults.none() && cost != null && cost < sum(parts)) {
            faults.add("--cost", UpkeepText.PARTS_ABOVE_COST.with(sum(parts)));
        }
        Photo photo = faults.photo("--photo", told.photo());
        LocalDate day = LocalDate.ofInstant(at, zone);
        return new Work.Done(
                at,
                note != null || was == null ? note : was.note(),
                cost,
                parts,
                photo != null || was == null ? photo : was.photo(),
                work.everyMonths() == null ? null : day.plusMonths(work.everyMonths()),
                was == null ? now : was.enteredAt(),
                was == null ? by : was.enteredBy());
    }

    private static long sum(List<Part> parts) {
        long sum = 0;
        for (Part part : parts) {
            sum = Math.addExact(sum, part.price());
        }
        return sum;
    }

    /** What differs, where something was told. */
    static Differences differences(Work.Done there, DoneWork told, Work.Done asked, ZoneId zone) {
        return new Differences()
                .told(
                        "at",
                        TimeText.print(there.at(), zone),
                        told.at() == null ? null : TimeText.print(asked.at(), zone))
                .told("note", there.note(), asked.note())
                .told("cost", there.cost(), told.cost() == null ? null : asked.cost())
                .told("part", there.parts(), told.parts().isEmpty() ? null : asked.parts())
                .told("photo", there.photo(), asked.photo());
    }

    /** When the window of work that ended at a moment is over: with it, if it had not been before. */
    static Instant windowEnd(TimeSpan window, Instant end) {
        return end.isBefore(window.to()) ? end : window.to();
    }

    static Map<String, Object> details(Work.Done d) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("at", d.at().toString());
        details.put("note", d.note());
        details.put("cost", d.cost());
        List<Object> parts = new ArrayList<>();
        for (Part part : d.parts()) {
            parts.add(Map.of("name", part.name(), "quantity", part.quantity(), "unitPrice", part.unitPrice()));
        }
        details.put("parts", parts);
        details.put("photo", d.photo() == null ? null : d.photo().reference());
        details.put("photoSha256", d.photo() == null ? null : d.photo().sha256());
        return details;
    }
}
