package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Supervised;
import vn.vigil.meeting.Supervision;

/** {@code vigil meeting supervise list}. */
@Command(name = "list")
public final class SuperviseListCommand extends ListCommand {
    @Option(names = "--kind", paramLabel = "KIND")
    private Supervised kind;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        List<Supervision.Note> notes =
                new ArrayList<>(vigil().meetings().supervision().list());
        notes.removeIf(n -> kind != null && n.kind() != kind);
        out().list("meeting.supervise.list", "notes", notes, new SupervisionView(out()));
        return ExitCode.OK;
    }
}
