package vn.vigil.app;

import java.util.List;
import vn.vigil.calendar.Quarter;
import vn.vigil.meeting.MinutesReports;
import vn.vigil.register.Entry;

/** What minutes print of the ledger and of reports. */
final class SiteReports implements MinutesReports {
    private final Vigil vigil;

    SiteReports(Vigil vigil) {
        this.vigil = vigil;
    }

    @Override
    public String checkpoint() {
        return vigil.witness().checkpoint(null, List.of()).head().printed();
    }

    /** A report that was issued stands in the register under its period. */
    @Override
    public List<String> issued(Quarter quarter) {
        Entry entry = vigil.register().entry("report/" + quarter);
        return entry == null ? List.of() : List.of(entry.number());
    }
}
