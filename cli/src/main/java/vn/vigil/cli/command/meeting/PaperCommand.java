package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.document.Paper;
import vn.vigil.document.PaperForm;
import vn.vigil.text.Lang;

/** What the verbs share that write a paper. */
abstract class PaperCommand extends MeetingCommand {
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

    final Lang documentLang() {
        return documentLang;
    }

    /** Null when none is said. */
    final Path output() {
        return output;
    }

    final boolean force() {
        return force;
    }

    /** @param name of the files where none is said */
    final ExitCode write(String schema, Paper paper, String name) {
        return write(schema, paper, forms, output, name, force);
    }
}
