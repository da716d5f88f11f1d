package vn.vigil.cli.command.roster.paper;

import java.util.List;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.paper.SavedPaper;

/** Files that were made of a roster, one a member. */
record SavedPapersView(SavedPaperView one) implements View<List<SavedPaper>> {
    @Override
    public void text(List<SavedPaper> all, Out out) {
        for (SavedPaper saved : all) {
            one.text(saved, out);
        }
    }

    @Override
    public void json(List<SavedPaper> all, Json json) {
        json.array("files");
        for (SavedPaper saved : all) {
            json.object();
            one.json(saved, json);
            json.end();
        }
        json.end();
    }
}
