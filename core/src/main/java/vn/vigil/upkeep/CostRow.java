package vn.vigil.upkeep;

/**
 * Sums of one group, in đồng.
 *
 * @param group camera id, kind, or quarter; null for the total
 * @param done works done. By camera, a work on two counts for both; the total counts it once
 * @param planned what they were planned to cost
 * @param cost what they cost
 * @param parts of which parts
 * @param open works planned and not done
 * @param openPlanned what they are planned to cost
 */
public record CostRow(String group, int done, long planned, long cost, long parts, int open, long openPlanned) {
    CostRow plus(CostRow o) {
        return new CostRow(
                group,
                done + o.done,
                Math.addExact(planned, o.planned),
                Math.addExact(cost, o.cost),
                Math.addExact(parts, o.parts),
                open + o.open,
                Math.addExact(openPlanned, o.openPlanned));
    }
}
