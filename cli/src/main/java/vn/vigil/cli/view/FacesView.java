package vn.vigil.cli.view;

import vn.vigil.base.CaseId;
import vn.vigil.copy.FacesFound;

/** Shows what a machine took for faces, and that a person must judge it. */
public final class FacesView implements View<FacesFound> {
    private final CaseId request;

    /** @param request for the next command */
    public FacesView(CaseId request) {
        this.request = request;
    }

    @Override
    public void text(FacesFound f, Out to) {
        if (f.file() == null) {
            to.line(CopyLabel.FACES_PLANNED.with(f.clip()), Tone.STRONG);
            return;
        }
        to.line(CopyLabel.FACES_FOUND.with(f.faces(), f.masks(), f.looks()), Tone.STRONG);
        to.line(CopyLabel.FACES_JUDGE.with(f.file()), Tone.WARNING);
        to.line(CopyLabel.FACES_NEXT.with(request, f.file()));
    }

    @Override
    public void json(FacesFound f, Json json) {
        json.field("outcome", f.file() == null ? "planned" : "made")
                .field("file", f.file() == null ? null : f.file().toString())
                .field("clip", f.clip())
                .field("faces", f.faces())
                .field("masks", f.masks())
                .field("looks", f.looks());
    }
}
