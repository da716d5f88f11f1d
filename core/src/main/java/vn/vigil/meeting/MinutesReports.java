package vn.vigil.meeting;

import java.util.List;
import vn.vigil.calendar.Quarter;

/** What the minutes print of other rooms, which this one may not ask. */
public interface MinutesReports {
    /** The ledger's head as it is signed now, as it is printed. */
    String checkpoint();

    /** Number and SHA-256 of each report that was issued for a quarter. */
    List<String> issued(Quarter quarter);
}
