package vn.vigil.app;

import vn.vigil.base.CaseId;
import vn.vigil.extract.ExtractState;
import vn.vigil.hold.OpenCases;

/** Tells holds which of their cases are still open. What is neither an incident nor a request is asked for as a request. */
final class SiteCases implements OpenCases {
    private final Vigil vigil;

    SiteCases(Vigil vigil) {
        this.vigil = vigil;
    }

    @Override
    public boolean isOpen(CaseId cause) {
        if (cause.series().equals("INC")) {
            return vigil.incidents().get(cause).open();
        }
        ExtractState state = vigil.extracts().get(cause).state();
        return state == ExtractState.REQUESTED || state == ExtractState.APPROVED;
    }
}
