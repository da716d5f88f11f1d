package vn.vigil.upkeep;

/**
 * A part that was used.
 *
 * @param quantity 1–100,000
 * @param unitPrice đồng for one
 */
public record Part(String name, int quantity, long unitPrice) {
    /** Đồng for all of them. */
    public long price() {
        return Math.multiplyExact(unitPrice, quantity);
    }
}
