package vn.vigil.cli.view;

import vn.vigil.extract.ExtractCheck;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.PackageFacts;

/** Shows what extractions wait for: papers that are overdue, packages without a timestamp. */
public final class ExtractCheckView implements View<ExtractCheck> {
    @Override
    public void text(ExtractCheck check, Out to) {
        for (ExtractRequest r : check.overdue()) {
            to.line(
                    ExtractLabel.CHECK_OVERDUE.with(
                            r.id(), to.time(r.laterPaper().due())),
                    Tone.BAD);
        }
        for (PackageFacts p : check.notTimestamped()) {
            to.line(ExtractLabel.CHECK_NO_TIMESTAMP.with(p.file()), Tone.WARNING);
        }
        if (check.overdue().isEmpty() && check.notTimestamped().isEmpty()) {
            to.line(ExtractLabel.NOTHING_WAITS.with(), Tone.GOOD);
        }
    }

    @Override
    public void json(ExtractCheck check, Json json) {
        json.array("overdue");
        for (ExtractRequest r : check.overdue()) {
            json.object()
                    .field("id", r.id().toString())
                    .field("due", r.laterPaper().due())
                    .end();
        }
        json.end().array("notTimestamped");
        for (PackageFacts p : check.notTimestamped()) {
            json.value(p.file().toString());
        }
        json.end();
    }
}
