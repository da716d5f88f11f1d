package vn.vigil.cli.view;

import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.document.WrittenPaper;

/** Says which files of a paper were written. */
public record WrittenPapersView(boolean rehearsed) implements View<List<WrittenPaper>> {
    @Override
    public void text(List<WrittenPaper> all, Out out) {
        for (WrittenPaper w : all) {
            out.line(sentence(w));
        }
    }

    private Message sentence(WrittenPaper w) {
        return switch (w.state()) {
            case NEW -> (rehearsed ? PaperLabel.WOULD_WRITE : PaperLabel.WRITTEN).with(w.file(), w.bytes());
            case REPLACED -> (rehearsed ? PaperLabel.WOULD_REPLACE : PaperLabel.REPLACED).with(w.file(), w.bytes());
            case UNCHANGED -> PaperLabel.UNCHANGED.with(w.file());
        };
    }

    @Override
    public void json(List<WrittenPaper> all, Json json) {
        json.field("dryRun", rehearsed).array("files");
        for (WrittenPaper w : all) {
            json.object()
                    .field("form", w.form())
                    .field("file", w.file().toString())
                    .field("state", state(w.state()))
                    .field("bytes", w.bytes())
                    .field("sha256", w.sha256())
                    .end();
        }
        json.end();
    }

    private static String state(WrittenPaper.State state) {
        return switch (state) {
            case NEW -> "new";
            case UNCHANGED -> "unchanged";
            case REPLACED -> "replaced";
        };
    }
}
