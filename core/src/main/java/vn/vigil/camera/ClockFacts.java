package vn.vigil.camera;

import java.util.List;

/**
 * A device's clock and by what it goes. Texts are the device's own, cut to a sane length, not neutralised; empty when not told.
 *
 * @param reading null when the device told no time, or one that cannot be
 * @param implausible it told a time that cannot be its clock (never set, month 13, more than a day off)
 * @param localAsUtcSuspected it may be sending local time as UTC; nothing is corrected by that
 * @param zone its time zone text
 * @param mode {@code NTP}, {@code Manual} or what else it says
 * @param servers the time servers it names
 * @param family how its recorder counts time, in the driver's words; empty when that is no question
 */
public record ClockFacts(
        ClockReading reading,
        boolean implausible,
        boolean localAsUtcSuspected,
        String zone,
        String mode,
        List<String> servers,
        String family) {
    /** Nothing told. */
    static final ClockFacts NONE = new ClockFacts(null, false, false, "", "", List.of(), "");

    public ClockFacts {
        servers = List.copyOf(servers);
    }
}
