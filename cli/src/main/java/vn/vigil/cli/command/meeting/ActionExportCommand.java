package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.document.Paper;
import vn.vigil.document.PaperForm;
import vn.vigil.meeting.Action;
import vn.vigil.text.Lang;

/** {@code vigil meeting action export}: the letter that asks a division to coordinate. */
@Command(name = "export")
public final class ActionExportCommand extends MeetingCommand {
    @Parameters(paramLabel = "ACTION")
    private CaseId action;

    @Option(names = "--issue")
    private boolean issue;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--format", paramLabel = "FORM", split = ",")
    private List<PaperForm> forms = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PREFIX")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--document-lang", paramLabel = "LANG")
    private Lang documentLang = Lang.VI;

    @Override
    protected ExitCode run() {
        Action found = vigil().meetings().actions().get(action);
        Paper made = vigil().meetings().papers().coordination(found, documentLang);
        if (issue || number != null) {
            numbered(vigil().meetings().papers().number(actor(), "coordination/" + action, number, day(date)));
            made = vigil().meetings().papers().coordination(found, documentLang);
        }
        return write("meeting.action.export", made, forms, output, action + "-phoi-hop", force);
    }
}
