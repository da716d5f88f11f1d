package vn.vigil.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.CameraId;

/** Sums what work costs. Done work belongs to the moment it ended, planned work to the moment its window begins. Pure. */
final class Costs {
    private final CostBy by;
    private final ZoneId zone;
    private final Map<String, CostRow> rows = new TreeMap<>();
    private CostRow total = empty(null);

    private Costs(CostBy by, ZoneId zone) {
        this.by = by;
        this.zone = zone;
    }

    /**
     * @param from first moment counted; null: from the beginning
     * @param to first moment no longer counted; null: no end
     */
    static CostTable sum(List<Work> works, Instant from, Instant to, CostBy by, ZoneId zone) {
        Costs costs = new Costs(by, zone);
        for (Work w : works) {
            Instant at = w.done() != null ? w.done().at() : w.window().from();
            if (w.cancelled() == null && (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to))) {
                costs.add(w, at);
            }
        }
        return new CostTable(List.copyOf(costs.rows.values()), costs.total);
    }

    private void add(Work w, Instant at) {
        total = total.plus(row(null, w, 1, 0));
        switch (by) {
            case KIND -> add(row(w.kind().word(), w, 1, 0));
            case QUARTER -> {
                LocalDate day = LocalDate.ofInstant(at, zone);
                add(row(day.getYear() + "-Q" + ((day.getMonthValue() + 2) / 3), w, 1, 0));
            }
            case CAMERA -> {
                int i = 0;
                for (CameraId camera : w.cameras()) {
                    add(row(camera.value(), w, w.cameras().size(), i++));
                }
            }
        }
    }

    private void add(CostRow row) {
        rows.merge(row.group(), row, CostRow::plus);
    }

    private static CostRow row(String group, Work w, int shares, int i) {
        long planned = w.plannedCost() == null ? 0 : w.plannedCost();
        if (w.done() == null) {
            return new CostRow(group, 0, 0, 0, 0, 1, share(planned, shares, i));
        }
        long cost = w.done().cost() == null ? 0 : w.done().cost();
        return new CostRow(
                group,
                1,
                share(planned, shares, i),
                share(cost, shares, i),
                share(w.done().partsCost(), shares, i),
                0,
                0);
    }

    private static long share(long amount, int shares, int i) {
        return amount / shares + (i < amount % shares ? 1 : 0);
    }

    private static CostRow empty(String group) {
        return new CostRow(group, 0, 0, 0, 0, 0, 0);
    }
}
