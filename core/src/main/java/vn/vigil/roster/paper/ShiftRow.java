package vn.vigil.roster.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.plan.Duty;

/**
 * One shift of one day with everybody who stands it.
 *
 * @param watch duties of watchers, by seat and time
 * @param lead duties of those who lead it: its own seats', else those of a shift that only leads and lasts over it
 */
record ShiftRow(LocalDate day, Shift shift, TimeSpan span, List<Duty> watch, List<Duty> lead) {

    /**
     * The shifts of a roster by day, start and id. A shift of nothing but leaders has a row of its own only where nobody else's
     * shift lies under it.
     *
     * @param person only shifts in which this member stands or leads; null: all
     * @param post only this post's; null: all
     */
    static List<ShiftRow> of(RosterFacts facts, MemberId person, String post) {
        Map<String, ShiftRow> rows = new LinkedHashMap<>();
        for (Slot slot : facts.slots()) {
            if (post == null || post.equals(slot.post().id())) {
                String key = slot.key().day() + "/" + slot.key().shift();
                ShiftRow row = rows.get(key);
                if (row == null) {
                    row = new ShiftRow(
                            slot.key().day(), slot.shift(), slot.span(), new ArrayList<>(), new ArrayList<>());
                    rows.put(key, row);
                }
                (slot.key().role() == SeatRole.LEAD ? row.lead : row.watch).addAll(facts.duties(slot.key()));
            }
        }
        List<ShiftRow> leading = new ArrayList<>();
        List<ShiftRow> watching = new ArrayList<>();
        for (ShiftRow row : rows.values()) {
            (row.shift.watchers() == 0 ? leading : watching).add(row);
        }
        List<ShiftRow> all = new ArrayList<>(watching);
        for (ShiftRow leaders : leading) {
            boolean lent = false;
            for (ShiftRow row : watching) {
                if (row.shift.leads() == 0 && leaders.mostlyOver(row)) {
                    row.lead.addAll(leaders.lead);
                    lent = true;
                }
            }
            if (!lent) {
                all.add(leaders);
            }
        }
        all.sort(java.util.Comparator.comparing(ShiftRow::day)
                .thenComparing(r -> r.span().from())
                .thenComparing(r -> r.shift().id()));
        if (person != null) {
            all.removeIf(row -> !row.names(person));
        }
        return all;
    }

    private boolean mostlyOver(ShiftRow row) {
        if (!span.overlaps(row.span)) {
            return false;
        }
        var from = span.from().isAfter(row.span.from()) ? span.from() : row.span.from();
        var to = span.to().isBefore(row.span.to()) ? span.to() : row.span.to();
        return new TimeSpan(from, to).length().multipliedBy(2).compareTo(row.span.length()) > 0;
    }

    private boolean names(MemberId person) {
        for (Duty duty : watch) {
            if (Objects.equals(duty.member(), person)) {
                return true;
            }
        }
        for (Duty duty : lead) {
            if (Objects.equals(duty.member(), person)) {
                return true;
            }
        }
        return false;
    }
}
