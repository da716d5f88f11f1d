package vn.vigil.cli.command.roster.paper;

import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.paper.SavedPaper;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** A file that was made of a roster. */
record SavedPaperView(boolean dryRun, Lang lang) implements View<SavedPaper> {
    @Override
    public void text(SavedPaper s, Out out) {
        PaperViewText sentence =
                switch (s.state()) {
                    case UNCHANGED -> PaperViewText.UNCHANGED;
                    case NEW -> dryRun ? PaperViewText.WOULD_WRITE : PaperViewText.WRITTEN;
                    case REPLACED -> dryRun ? PaperViewText.WOULD_REPLACE : PaperViewText.REPLACED;
                };
        out.line(sentence.with(s.file().toString(), s.paper().duties()));
    }

    @Override
    public void json(SavedPaper s, Json json) {
        json.field("file", s.file().toString())
                .field("format", s.paper().format().word())
                .field("language", lang.tag())
                .field("state", s.state().name().toLowerCase(java.util.Locale.ROOT))
                .field("dryRun", dryRun)
                .field("size", s.size())
                .field("sha256", s.sha256())
                .field("duties", s.paper().duties())
                .array("publications");
        for (String id : s.paper().publications()) {
            json.value(id);
        }
        json.end().array("warnings");
        for (Message warning : s.paper().warnings()) {
            json.value(Texts.render(warning, Lang.EN));
        }
        json.end();
    }
}
