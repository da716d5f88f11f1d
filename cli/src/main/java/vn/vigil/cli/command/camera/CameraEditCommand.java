package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CameraId;
import vn.vigil.camera.CameraChange;
import vn.vigil.camera.CameraField;
import vn.vigil.camera.CameraForm;
import vn.vigil.camera.Edited;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** {@code vigil camera edit}: changes what is said of a camera, and nothing else. Contacts nobody. */
@Command(name = "edit")
public final class CameraEditCommand extends CameraFormCommand {
    @Option(names = "--clear", paramLabel = "FIELD")
    private List<CameraField> clear = new ArrayList<>();

    @Override
    protected ExitCode run() {
        CameraId id = vigil().cameras().find(camera()).id();
        CameraForm form = form(id);
        for (CameraField field : clear) {
            form = form.with(field, "");
        }
        Edited edited = vigil().cameras().edit(form, actor());
        if (edited.loginTakenFromUrl() && !dryRun()) {
            note(CameraViewText.LOGIN_FROM_URL.with());
        }
        if (edited.folderMissing()) {
            note(CameraViewText.FOLDER_NOT_THERE.with(edited.camera().route().folder()));
        }
        tell("camera.edit", edited, new EditedView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }

    private record EditedView(boolean dryRun) implements View<Edited> {
        @Override
        public void text(Edited e, Out out) {
            if (!e.changed()) {
                out.line(CameraViewText.EDIT_UNCHANGED.with(e.camera().id()), Tone.GOOD);
                return;
            }
            out.line(
                    (dryRun ? CameraViewText.WOULD_EDIT : CameraViewText.EDITED)
                            .with(e.camera().id()),
                    Tone.GOOD);
            for (CameraChange c : e.changes()) {
                out.line(CameraViewText.CHANGE.with(c.field().word(), shown(c.from(), out), shown(c.to(), out)));
            }
            if (e.loginChanged()) {
                out.line((dryRun ? CameraViewText.WOULD_CHANGE_LOGIN : CameraViewText.LOGIN_CHANGED)
                        .with(e.camera().id()));
            }
        }

        private static String shown(String value, Out out) {
            return value.isEmpty() ? out.text(CameraViewText.NOTHING.with()) : value;
        }

        @Override
        public void json(Edited e, Json json) {
            json.field("outcome", !e.changed() ? "unchanged" : dryRun ? "would-edit" : "edited")
                    .array("changes");
            for (CameraChange c : e.changes()) {
                json.object()
                        .field("field", c.field().word())
                        .field("from", c.from())
                        .field("to", c.to())
                        .end();
            }
            json.end().field("loginChanged", e.loginChanged()).object("camera");
            CameraFields.json(e.camera(), json);
            json.end();
        }
    }
}
