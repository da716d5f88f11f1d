package vn.vigil.cli.command.incident;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil incident task drop}: nobody need do it any more. */
@Command(name = "drop")
public final class TaskDropCommand extends IncidentCommand {
    @Parameters(index = "0", paramLabel = "INCIDENT")
    private CaseId incident;

    @Parameters(index = "1", paramLabel = "TASK")
    private int task;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        return tellChange("task.drop", vigil().incidents().endTask(actor(), incident, task, true, reason));
    }
}
