package vn.vigil.app;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.copy.Releases;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.PackageFacts;

/** What extraction has finished, for the room that makes copies of it: finished means approved and taken. */
final class FinishedPackages implements Releases {
    private final Vigil vigil;

    FinishedPackages(Vigil vigil) {
        this.vigil = vigil;
    }

    @Override
    public Released of(CaseId id) {
        ExtractRequest request = vigil.extracts().get(id);
        List<Part> parts = new ArrayList<>();
        for (PackageFacts p : request.packages()) {
            parts.add(new Part(p.file(), p.sha256(), p.identity()));
        }
        return new Released(id, request.content().recipient(), parts);
    }
}
