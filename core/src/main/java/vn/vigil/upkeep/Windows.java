package vn.vigil.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;

/**
 * The one rule that alarms and figures share: which time is maintenance, and which of it was planned beforehand. Pure.
 *
 * <p>The window that holds in the end is the last one entered. Of it, a moment was planned beforehand when the window that had
 * been entered by then held it too: what was prolonged later counts only from that entry on. A work whose window was entered
 * after it had begun was not planned, and prolonging it does not make it so; moving it to a time still to come does.
 */
final class Windows {
    private Windows() {}

    /**
     * The time of one work, in order, without overlap; neighbours differ in whether they were planned.
     *
     * @param versions at least one, in the order of entering
     */
    static List<MaintenanceSpan> of(CaseId work, List<WindowVersion> versions) {
        WindowVersion last = versions.get(versions.size() - 1);
        TreeSet<Instant> borders = new TreeSet<>();
        borders.add(last.from());
        borders.add(last.to());
        for (WindowVersion v : versions) {
            for (Instant border : List.of(v.enteredAt(), v.from(), v.to())) {
                if (last.contains(border)) {
                    borders.add(border);
                }
            }
        }
        List<MaintenanceSpan> pieces = new ArrayList<>();
        Instant from = null;
        for (Instant to : borders) {
            if (from != null) {
                pieces.add(new MaintenanceSpan(new TimeSpan(from, to), announced(versions, from), List.of(work)));
            }
            from = to;
        }
        return joined(pieces);
    }

    /** Whether the window that held at that moment was planned and contains it. Nothing changes between two borders. */
    private static boolean announced(List<WindowVersion> versions, Instant t) {
        WindowVersion holding = null;
        boolean planned = false;
        boolean holdingPlanned = false;
        for (WindowVersion v : versions) {
            planned |= !v.enteredAt().isAfter(v.from());
            if (!v.enteredAt().isAfter(t)) {
                holding = v;
                holdingPlanned = planned;
            }
        }
        return holding != null && holdingPlanned && holding.contains(t);
    }

    /**
     * The time of all works on one camera within a span, in order and without overlap. Where works overlap, one that was planned
     * beforehand is enough.
     */
    static List<MaintenanceSpan> merged(List<MaintenanceSpan> all, TimeSpan within) {
        TreeSet<Instant> borders = new TreeSet<>();
        List<MaintenanceSpan> inside = new ArrayList<>();
        for (MaintenanceSpan m : all) {
            if (m.span().overlaps(within)) {
                inside.add(m);
                borders.add(later(m.span().from(), within.from()));
                borders.add(m.span().to().isBefore(within.to()) ? m.span().to() : within.to());
            }
        }
        List<MaintenanceSpan> pieces = new ArrayList<>();
        Instant from = null;
        for (Instant to : borders) {
            if (from != null) {
                add(pieces, inside, new TimeSpan(from, to));
            }
            from = to;
        }
        return joined(pieces);
    }

    private static void add(List<MaintenanceSpan> pieces, List<MaintenanceSpan> inside, TimeSpan piece) {
        TreeSet<CaseId> works = new TreeSet<>();
        boolean planned = false;
        for (MaintenanceSpan m : inside) {
            if (m.span().covers(piece)) {
                works.addAll(m.works());
                planned |= m.plannedBeforehand();
            }
        }
        if (!works.isEmpty()) {
            pieces.add(new MaintenanceSpan(piece, planned, List.copyOf(works)));
        }
    }

    /** Neighbours that touch and are alike become one. */
    private static List<MaintenanceSpan> joined(List<MaintenanceSpan> pieces) {
        List<MaintenanceSpan> joined = new ArrayList<>();
        for (MaintenanceSpan piece : pieces) {
            MaintenanceSpan before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null
                    && before.span().to().equals(piece.span().from())
                    && before.plannedBeforehand() == piece.plannedBeforehand()
                    && before.works().equals(piece.works())) {
                joined.set(
                        joined.size() - 1,
                        new MaintenanceSpan(
                                new TimeSpan(before.span().from(), piece.span().to()),
                                before.plannedBeforehand(),
                                before.works()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
