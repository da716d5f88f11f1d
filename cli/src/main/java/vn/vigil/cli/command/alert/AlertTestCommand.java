package vn.vigil.cli.command.alert;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.camera.alert.Mailed;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera alert test}: a test message through every channel, now. */
@Command(name = "test")
public final class AlertTestCommand extends CommandBase {
    @Option(names = "--to", paramLabel = "PERSON")
    private String to;

    @Override
    protected ExitCode run() {
        Mailed mailed = vigil().alerts().test(actor(), to);
        tell("camera.alert.test", mailed, new MailedView(dryRun()));
        return MailedView.exit(mailed, dryRun());
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.UNREACHABLE, ExitCode.NOT_FOUND, ExitCode.PARTIAL);
    }
}
