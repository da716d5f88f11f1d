package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Petition;

/** {@code vigil meeting petition list}. */
@Command(name = "list")
public final class PetitionListCommand extends ListCommand {
    @Option(names = "--open")
    private boolean open;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        List<Petition> petitions =
                new ArrayList<>(vigil().meetings().petitions().list());
        petitions.removeIf(p -> open && !p.open());
        out().list("meeting.petition.list", "petitions", petitions, new PetitionView(out()));
        return ExitCode.OK;
    }
}
