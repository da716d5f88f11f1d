package vn.vigil.app;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.calendar.Quarter;
import vn.vigil.meeting.MinutesReports;
import vn.vigil.report.Fixed;

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

    /** Each revision that was issued, by its number and the fingerprint of its data. */
    @Override
    public List<String> issued(Quarter quarter) {
        List<String> all = new ArrayList<>();
        for (Fixed fixed : vigil.reports().revisions(vigil.reports().period(quarter.toString()))) {
            if (fixed.number() != null) {
                all.add(fixed.number() + " (SHA-256 " + fixed.dataSha256() + ")");
            }
        }
        return all;
    }
}
