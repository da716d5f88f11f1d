package vn.vigil.upkeep;

import java.util.List;

/**
 * Money summed by group.
 *
 * @param rows in the order of the groups; their amounts add up to the total's
 */
public record CostTable(List<CostRow> rows, CostRow total) {
    public CostTable {
        rows = List.copyOf(rows);
    }
}
