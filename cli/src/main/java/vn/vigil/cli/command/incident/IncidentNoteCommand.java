package vn.vigil.cli.command.incident;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil incident note}: enter what was seen, learned or done. */
@Command(name = "note")
public final class IncidentNoteCommand extends IncidentCommand {
    @Parameters(index = "0", paramLabel = "INCIDENT")
    private CaseId incident;

    @Parameters(index = "1", paramLabel = "TEXT")
    private String text;

    @Option(names = "--action")
    private boolean action;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--by", paramLabel = "PERSON")
    private String by;

    @Override
    protected ExitCode run() {
        return tellChange("note", vigil().incidents().note(actor(), incident, text, action, time(at), by));
    }
}
