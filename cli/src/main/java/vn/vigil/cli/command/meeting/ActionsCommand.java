package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Action;

/** {@code vigil meeting actions}: what is to be done, across meetings. */
@Command(name = "actions")
public final class ActionsCommand extends ListCommand {
    @Option(names = "--all")
    private boolean all;

    @Option(names = "--late")
    private boolean late;

    @Option(names = "--owner", paramLabel = "PERSON")
    private String owner;

    @Option(names = "--meeting", paramLabel = "MEETING")
    private CaseId meeting;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        String who = owner == null ? null : vigil().people().show(owner).id().value();
        List<Action> actions = new ArrayList<>(
                all
                        ? vigil().meetings().actions().list()
                        : vigil().meetings().actions().open());
        actions.removeIf(a -> late && a.state() != Action.State.LATE
                || who != null && !a.owner().value().equals(who)
                || meeting != null && !meeting.equals(a.meeting()));
        out().list("meeting.actions", "actions", actions, new ActionView(out()));
        return ExitCode.OK;
    }
}
