package vn.vigil.cli.command.incident;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil incident task done}. */
@Command(name = "done")
public final class TaskDoneCommand extends IncidentCommand {
    @Parameters(index = "0", paramLabel = "INCIDENT")
    private CaseId incident;

    @Parameters(index = "1", paramLabel = "TASK")
    private int task;

    @Option(names = "--outcome", paramLabel = "TEXT", required = true)
    private String outcome;

    @Override
    protected ExitCode run() {
        return tellChange("task.done", vigil().incidents().endTask(actor(), incident, task, false, outcome));
    }
}
