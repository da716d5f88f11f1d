package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.document.Paper;
import vn.vigil.meeting.Action;

/** {@code vigil meeting action export}: the letter that asks a division to coordinate. */
@Command(name = "export")
public final class ActionExportCommand extends NumberedPaperCommand {
    @Parameters(paramLabel = "ACTION")
    private CaseId action;

    @Override
    protected ExitCode run() {
        Action found = vigil().meetings().actions().get(action);
        if (numbers()) {
            takeNumber("coordination/" + action);
        }
        Paper made = vigil().meetings().papers().coordination(found, documentLang());
        return write("meeting.action.export", made, action + "-phoi-hop");
    }
}
