package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import vn.vigil.base.Deadline;
import vn.vigil.camera.LoginTest;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;

/** {@code vigil camera credential test}: offers each login once, now. */
@Command(name = "test")
public final class CredentialTestCommand extends CredentialCommand {
    /** Clock, challenge, login; and once more by our own clock. */
    private static final int ANSWERS = 4;

    @Override
    protected ExitCode run() {
        List<LoginTest> tests = vigil().cameras()
                .credentials()
                .test(
                        chosen(),
                        actor(),
                        () -> Deadline.in(
                                world(),
                                vigil().config()
                                        .duration(Setting.CAMERA_TIMEOUT)
                                        .multipliedBy(ANSWERS)));
        List<LoginTest> shown = new ArrayList<>(tests);
        if (quiet()) {
            shown.removeIf(t -> t.answer().good());
        }
        if (!shown.isEmpty() || json()) {
            out().show("camera.credential.test", shown, new TestsView());
        }
        return exit(tests);
    }

    private static ExitCode exit(List<LoginTest> tests) {
        ExitCode worst = ExitCode.OK;
        boolean good = false;
        for (LoginTest t : tests) {
            ExitCode code =
                    switch (t.answer()) {
                        case ACCEPTED, ACCEPTED_BY_OWN_CLOCK, NOT_ASKED, NOT_TRIED -> ExitCode.OK;
                        case REFUSED, LOCKED, QUARANTINED, NOT_OFFERED -> ExitCode.DENIED;
                        case UNREACHABLE -> ExitCode.UNREACHABLE;
                        case NO_LOGIN -> ExitCode.NOT_FOUND;
                        case UNCLEAR -> ExitCode.FAILED;
                    };
            good |= code == ExitCode.OK;
            worst = worst == ExitCode.OK || code == ExitCode.DENIED ? code : worst;
        }
        return good && worst != ExitCode.OK ? ExitCode.PARTIAL : worst;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.UNREACHABLE, ExitCode.NOT_FOUND, ExitCode.PARTIAL);
    }

    private static final class TestsView implements View<List<LoginTest>> {
        @Override
        public void text(List<LoginTest> tests, Out out) {
            for (LoginTest t : tests) {
                CameraViewText sentence =
                        switch (t.answer()) {
                            case ACCEPTED -> CameraViewText.TEST_ACCEPTED;
                            case ACCEPTED_BY_OWN_CLOCK -> CameraViewText.TEST_OWN_CLOCK;
                            case NOT_ASKED -> CameraViewText.TEST_NOT_ASKED;
                            case REFUSED -> CameraViewText.TEST_REFUSED;
                            case LOCKED -> CameraViewText.TEST_LOCKED;
                            case QUARANTINED -> CameraViewText.TEST_QUARANTINED;
                            case NO_LOGIN -> CameraViewText.TEST_NO_LOGIN;
                            case NOT_OFFERED -> CameraViewText.TEST_NOT_OFFERED;
                            case UNREACHABLE -> CameraViewText.TEST_UNREACHABLE;
                            case UNCLEAR -> CameraViewText.TEST_UNCLEAR;
                            case NOT_TRIED -> CameraViewText.TEST_NOT_TRIED;
                        };
                String user = t.user() == null ? "-" : t.user();
                boolean fine = t.answer().good() || t.answer() == LoginTest.Answer.NOT_TRIED;
                out.line(sentence.with(t.camera(), user), fine ? Tone.GOOD : Tone.BAD);
                switch (t.settled()) {
                    case NONE -> {}
                    case NEW -> out.line(CameraViewText.SETTLED_NEW.with(t.camera()));
                    case OLD -> out.line(CameraViewText.SETTLED_OLD.with(t.camera()));
                    case OPEN -> out.line(CameraViewText.SETTLED_OPEN.with(t.camera()), Tone.WARNING);
                }
            }
        }

        @Override
        public void json(List<LoginTest> tests, Json json) {
            json.array("tests");
            for (LoginTest t : tests) {
                json.object()
                        .field("camera", t.camera().value())
                        .field("user", t.user())
                        .field("answer", word(t.answer()))
                        .field("good", t.answer().good())
                        .field("settled", word(t.settled()))
                        .end();
            }
            json.end();
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
