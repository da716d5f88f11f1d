package vn.vigil.roster.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;

/** Lays what changes a part of a seat's time over the roster. Pure. */
final class Duties {
    private Duties() {}

    /**
     * Who stands each slot, cut where the holder changes; by slot and time. Of two stretches over one moment the later entered
     * counts.
     */
    static List<Duty> of(List<Slot> slots, Map<SlotKey, Cell> cells, List<Stretch> stretches) {
        List<Duty> duties = new ArrayList<>();
        for (Slot slot : slots) {
            Cell cell = cells.get(slot.key());
            List<Stretch> over = new ArrayList<>();
            TreeSet<Instant> cuts = new TreeSet<>();
            cuts.add(slot.span().from());
            cuts.add(slot.span().to());
            for (Stretch stretch : stretches) {
                if (stretch.slot().equals(slot.key()) && stretch.span().overlaps(slot.span())) {
                    over.add(stretch);
                    cut(cuts, slot.span(), stretch.span().from());
                    cut(cuts, slot.span(), stretch.span().to());
                }
            }
            Instant from = null;
            for (Instant to : cuts) {
                if (from != null) {
                    duties.add(duty(slot, cell, over, new TimeSpan(from, to)));
                }
                from = to;
            }
        }
        return duties;
    }

    private static void cut(TreeSet<Instant> cuts, TimeSpan within, Instant at) {
        if (within.contains(at)) {
            cuts.add(at);
        }
    }

    private static Duty duty(Slot slot, Cell cell, List<Stretch> over, TimeSpan span) {
        for (int i = over.size() - 1; i >= 0; i--) {
            if (over.get(i).span().contains(span.from())) {
                return new Duty(
                        slot, over.get(i).member(), null, span, over.get(i).source());
            }
        }
        if (cell != null && cell.member() != null) {
            return new Duty(slot, cell.member(), null, span, cell.source());
        }
        return new Duty(slot, null, body(slot), span, null);
    }

    /** The outside body that stands a seat unnamed, or null. */
    static String body(Slot slot) {
        boolean guarded = slot.shift().kind() == DutyKind.GUARD && slot.key().role() == SeatRole.WATCHER;
        return guarded ? slot.shift().body() : null;
    }
}
