package vn.vigil.cli.command.incident;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MemberId;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.incident.Task;

/** {@code vigil incident task list}: what is to be done, first due first. */
@Command(name = "list")
public final class TaskListCommand extends ListCommand {
    @Option(names = "--all")
    private boolean all;

    @Option(names = "--owner", paramLabel = "PERSON")
    private String owner;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        MemberId who = owner == null ? null : vigil().people().show(owner).id();
        List<Task> tasks = new ArrayList<>();
        for (Task task : vigil().incidents().tasks(all)) {
            if (who == null || task.owner().equals(who)) {
                tasks.add(task);
            }
        }
        out().list("incident.task.list", "tasks", tasks, new TaskView(out(), date("today")));
        return ExitCode.OK;
    }
}
