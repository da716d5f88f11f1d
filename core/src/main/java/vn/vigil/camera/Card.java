package vn.vigil.camera;

import java.time.LocalDate;
import java.util.List;

/**
 * What an organisation keeps on record of a camera, in its own words. Texts are empty and days null when nobody said.
 *
 * @param groups names by which cameras are chosen together, in the order given
 * @param site which building or branch
 * @param purpose what it watches for
 * @param retentionDays for how many days its recordings were promised to be kept; 0 when nothing was
 * @param installed when it was put up
 * @param supplier who delivered it
 * @param warrantyUntil last day of the warranty
 * @param uplink the switch or line it hangs on: faults that start together under one are one fault
 */
public record Card(
        List<String> groups,
        String site,
        String purpose,
        int retentionDays,
        LocalDate installed,
        String supplier,
        LocalDate warrantyUntil,
        String uplink) {
    /** Nothing on record. */
    public static final Card EMPTY = new Card(List.of(), "", "", 0, null, "", null, "");

    public Card {
        groups = List.copyOf(groups);
    }
}
