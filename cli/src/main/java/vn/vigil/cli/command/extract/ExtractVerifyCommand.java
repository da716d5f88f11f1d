package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.JudgementView;
import vn.vigil.evidence.Judgement;

/** {@code vigil extract verify}: judge a package; needs no site when {@code --trust} is given. */
@Command(name = "verify")
public final class ExtractVerifyCommand extends CommandBase {
    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--trust", paramLabel = "FILE")
    private List<Path> trust = new ArrayList<>();

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NOT_TIMESTAMPED, ExitCode.NOT_GENUINE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        Judgement judgement = vigil().judge(file, trust, progress());
        out().show("extract.verify", judgement, new JudgementView(trust.isEmpty()));
        return switch (judgement.verdict()) {
            case GENUINE -> ExitCode.OK;
            case TIME_NOT_PROVEN -> ExitCode.NOT_TIMESTAMPED;
            case NOT_GENUINE -> ExitCode.NOT_GENUINE;
        };
    }
}
