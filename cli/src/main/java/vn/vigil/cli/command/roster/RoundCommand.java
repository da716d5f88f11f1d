package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.watch.Round;
import vn.vigil.roster.watch.SavedRounds;

/** {@code vigil roster round}: the person on watch has looked at cameras. */
@Command(name = "round")
public final class RoundCommand extends WatchCommand {
    @Parameters(arity = "0..*", paramLabel = "CAMERA")
    private List<String> cameras = new ArrayList<>();

    @Option(names = "--all-essential")
    private boolean allEssential;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--found", paramLabel = "TEXT")
    private String found;

    @Option(names = "--note", paramLabel = "TEXT")
    private String remark;

    @Override
    protected ExitCode run() {
        if (cameras.isEmpty() != allEssential) {
            throw new VigilException(ErrorKind.USAGE, "VG-WATCH-ROUND", WatchViewText.WHICH_CAMERAS.with());
        }
        List<CameraId> ids = new ArrayList<>();
        for (String camera : cameras) {
            ids.add(vigil().cameras().find(camera).id());
        }
        SavedRounds saved = vigil().watch().round(actor(), ids, time(at), found, remark);
        tell("roster.round", saved, new RoundsView(dryRun()));
        return ExitCode.OK;
    }

    private record RoundsView(boolean dryRun) implements View<SavedRounds> {
        @Override
        public void text(SavedRounds s, Out out) {
            boolean unchanged = s.unchanged() == s.rounds().size();
            WatchViewText what = unchanged
                    ? WatchViewText.ROUND_UNCHANGED
                    : dryRun ? WatchViewText.WOULD_ROUND : WatchViewText.ROUND_DONE;
            out.line(what.with(s.rounds().size(), out.time(s.rounds().get(0).at())), Tone.STRONG);
            for (Round r : s.rounds()) {
                if (r.found() != null) {
                    out.line(WatchViewText.ROUND_FOUND.with(r.camera(), r.found()), Tone.WARNING);
                }
            }
        }

        @Override
        public void json(SavedRounds s, Json json) {
            boolean unchanged = s.unchanged() == s.rounds().size();
            json.field("outcome", unchanged ? "unchanged" : dryRun ? "would-write" : "written");
            json.array("rounds");
            for (Round r : s.rounds()) {
                json.object();
                RoundRow.fields(r, json);
                json.end();
            }
            json.end();
        }
    }
}
