package vn.vigil.cli.command.camera;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.camera.Ability;
import vn.vigil.camera.Camera;
import vn.vigil.camera.CameraVerdict;
import vn.vigil.camera.CameraWords;
import vn.vigil.camera.Cameras;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** {@code vigil camera show}: one camera and what its last check saw. Contacts nobody. */
@Command(name = "show")
public final class CameraShowCommand extends CommandBase {
    @Parameters(paramLabel = "CAMERA")
    private String camera;

    /**
     * @param verdict null when it was never checked
     * @param refusedAt since when it refuses its login, or null
     * @param abilities what its driver can do for it
     */
    private record Shown(Camera camera, CameraVerdict verdict, Instant refusedAt, Set<Ability> abilities) {}

    @Override
    protected ExitCode run() {
        Camera found = vigil().cameras().find(camera);
        Cameras cameras = vigil().cameras();
        Shown shown = new Shown(
                found, cameras.lastVerdict(found), cameras.quarantinedSince(found.id()), cameras.abilities(found));
        out().show("camera.show", shown, new ShownView());
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    private static final class ShownView implements View<Shown> {
        @Override
        public void text(Shown s, Out out) {
            CameraFields.lines(s.camera(), out);
            CameraFields.pair(out, CameraViewText.ABILITIES, abilities(s.abilities(), out));
            if (s.refusedAt() != null) {
                String since = out.text(CameraViewText.QUARANTINED.with(out.time(s.refusedAt())));
                CameraFields.pair(out, CameraViewText.LOGIN, since);
            }
            CameraVerdict v = s.verdict();
            if (v == null) {
                out.line(CameraViewText.NEVER_CHECKED.with());
                return;
            }
            CameraFields.pair(out, CameraViewText.STATE, VerdictRow.state(v, out));
            CameraFields.pair(
                    out, CameraViewText.FINDINGS, v.findings().isEmpty() ? null : VerdictRow.findings(v, out));
            CameraFields.pair(out, CameraViewText.SINCE, out.time(v.since()));
            CameraFields.pair(out, CameraViewText.CHECKED, out.time(v.checkedAt()));
            if (v.clock() != null) {
                CameraFields.pair(out, CameraViewText.CLOCK, out.text(CameraFields.words(v.clock())));
            }
        }

        private static String abilities(Set<Ability> abilities, Out out) {
            StringBuilder all = new StringBuilder();
            for (Ability a : abilities) {
                all.append(all.length() == 0 ? "" : ", ").append(out.text(CameraWords.of(a)));
            }
            return all.toString();
        }

        @Override
        public void json(Shown s, Json json) {
            CameraFields.json(s.camera(), json);
            json.array("abilities");
            for (Ability a : s.abilities()) {
                json.value(a.word());
            }
            json.end();
            json.field("loginRefusedAt", s.refusedAt());
            if (s.verdict() == null) {
                json.field("lastCheck", (String) null);
                return;
            }
            json.object("lastCheck");
            VerdictRow.verdict(s.verdict(), json);
            json.end();
        }
    }
}
