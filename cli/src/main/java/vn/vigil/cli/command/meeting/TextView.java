package vn.vigil.cli.command.meeting;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** Shows a text as it is. */
record TextView() implements View<String> {
    @Override
    public void text(String text, Out out) {
        for (String line : text.split("\n")) {
            out.line(line);
        }
    }

    @Override
    public void json(String text, Json json) {
        json.field("text", text);
    }
}
