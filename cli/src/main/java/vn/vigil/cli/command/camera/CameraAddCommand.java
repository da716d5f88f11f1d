package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.base.Deadline;
import vn.vigil.camera.Added;
import vn.vigil.camera.Cameras;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;

/** {@code vigil camera add}: puts a camera into the inventory, or a new login to one that is there. */
@Command(name = "add")
public final class CameraAddCommand extends CameraFormCommand {
    /** Asking a device for everything takes several answers. */
    private static final int ANSWERS = 6;

    @Override
    protected ExitCode run() {
        Added added = vigil().cameras()
                .add(
                        form(Cameras.newId(camera())),
                        vigil().actor(),
                        Deadline.in(
                                world(),
                                vigil().config()
                                        .duration(Setting.CAMERA_TIMEOUT)
                                        .multipliedBy(ANSWERS)));
        if (added.loginTakenFromUrl() && !dryRun()) {
            note(CameraViewText.LOGIN_FROM_URL.with());
        }
        if (added.recordings() > 1) {
            note(CameraViewText.SEVERAL_RECORDINGS.with(added.recordings()));
        }
        if (added.folderMissing()) {
            note(CameraViewText.FOLDER_NOT_THERE.with(added.camera().route().folder()));
        }
        keepNames("camera", ids(vigil().cameras()));
        tell("camera.add", added, new AddedView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.UNREACHABLE, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    private record AddedView(boolean dryRun) implements View<Added> {
        @Override
        public void text(Added a, Out out) {
            out.line(
                    switch (a.outcome()) {
                        case ADDED ->
                            (dryRun ? CameraViewText.WOULD_ADD : CameraViewText.ADDED)
                                    .with(a.camera().id());
                        case UNCHANGED ->
                            CameraViewText.UNCHANGED.with(a.camera().id());
                        case LOGIN_CHANGED ->
                            (dryRun ? CameraViewText.WOULD_CHANGE_LOGIN : CameraViewText.LOGIN_CHANGED)
                                    .with(a.camera().id());
                    },
                    Tone.GOOD);
            if (a.outcome() == Added.Outcome.ADDED) {
                CameraFields.lines(a.camera(), out);
                if (a.clock() != null) {
                    CameraFields.pair(out, CameraViewText.CLOCK, out.text(CameraFields.words(a.clock())));
                }
                if (out.terminal() && !dryRun) {
                    out.line(CameraViewText.CHECK_NEXT.with(a.camera().id()), Tone.FAINT);
                }
            }
        }

        @Override
        public void json(Added a, Json json) {
            json.field(
                    "outcome",
                    switch (a.outcome()) {
                        case ADDED -> dryRun ? "would-add" : "added";
                        case UNCHANGED -> "unchanged";
                        case LOGIN_CHANGED -> dryRun ? "would-change-login" : "login-changed";
                    });
            json.object("camera");
            CameraFields.json(a.camera(), json);
            json.end();
            CameraFields.json(a.clock(), json);
        }
    }
}
