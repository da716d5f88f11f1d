package vn.vigil.cli.command.incident;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil incident task add}. */
@Command(name = "add")
public final class TaskAddCommand extends IncidentCommand {
    @Parameters(index = "0", paramLabel = "INCIDENT")
    private CaseId incident;

    @Parameters(index = "1", paramLabel = "TEXT")
    private String text;

    @Option(names = "--owner", paramLabel = "PERSON", required = true)
    private String owner;

    @Option(names = "--due", paramLabel = "DATE")
    private String due;

    @Override
    protected ExitCode run() {
        return tellChange(
                "task.add", vigil().incidents().task(actor(), incident, text, owner, due == null ? null : date(due)));
    }
}
