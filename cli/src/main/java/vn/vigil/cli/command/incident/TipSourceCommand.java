package vn.vigil.cli.command.incident;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** {@code vigil incident tip source}: who told a tip, for a reason. */
@Command(name = "source")
public final class TipSourceCommand extends IncidentCommand {
    @Parameters(paramLabel = "TIP")
    private CaseId tip;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Path pinFile;

    @Override
    protected ExitCode run() {
        String source = vigil().incidents().tips().source(proved(pinFile), tip, reason);
        out().show("incident.tip.source", source, new SourceView());
        return ExitCode.OK;
    }

    private static final class SourceView implements View<String> {
        @Override
        public void text(String source, Out out) {
            out.line(source);
        }

        @Override
        public void json(String source, Json json) {
            json.field("source", source);
        }
    }
}
