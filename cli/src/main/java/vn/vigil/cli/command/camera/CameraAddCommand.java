package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.camera.AddCamera;
import vn.vigil.camera.Added;
import vn.vigil.camera.Camera;
import vn.vigil.camera.Cameras;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;

/** {@code vigil camera add}: puts a camera into the inventory, or a new login to one that is there. */
@Command(name = "add")
public final class CameraAddCommand extends CommandBase {
    /** Asking a device for everything takes several answers. */
    private static final int ANSWERS = 6;

    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--url", paramLabel = "URL")
    private String url;

    @Option(names = "--onvif", paramLabel = "HOST")
    private String onvif;

    @Option(names = "--name", paramLabel = "NAME")
    private String name;

    @Option(names = "--place", paramLabel = "PLACE")
    private String place;

    @Option(names = "--essential")
    private boolean essential;

    @Option(names = "--user", paramLabel = "USER")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE")
    private Path passwordFile;

    @Option(names = "--sub-url", paramLabel = "URL")
    private String subUrl;

    @Option(names = "--replay-url", paramLabel = "URL")
    private String replayUrl;

    @Option(names = "--rtsp-port", paramLabel = "PORT")
    private Integer rtspPort;

    @Override
    protected ExitCode run() {
        Added added = vigil().cameras()
                .add(
                        request(),
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
        keepNames("camera", ids(vigil().cameras()));
        tell("camera.add", added, new AddedView(dryRun()));
        return ExitCode.OK;
    }

    /** Every camera's id, for completion. */
    static List<CameraId> ids(Cameras cameras) {
        List<CameraId> ids = new ArrayList<>();
        for (Camera camera : cameras.list()) {
            ids.add(camera.id());
        }
        return ids;
    }

    AddCamera request() {
        return new AddCamera(
                Cameras.newId(camera),
                name,
                url,
                subUrl,
                onvif,
                replayUrl,
                rtspPort,
                user,
                passwordFile,
                essential,
                place);
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
