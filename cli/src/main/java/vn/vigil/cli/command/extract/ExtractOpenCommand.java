package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.OpenedView;
import vn.vigil.evidence.Opened;
import vn.vigil.evidence.Opener;

/** {@code vigil extract open}: what a recipient does with a package; needs no site when {@code --trust} is given. */
@Command(name = "open")
public final class ExtractOpenCommand extends CommandBase {
    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--key", paramLabel = "FILE")
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

    @Option(names = "--trust", paramLabel = "FILE")
    private List<Path> trust = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR")
    private Path folder;

    @Option(names = "--anyway")
    private boolean anyway;

    @Override
    public List<ExitCode> exits() {
        return List.of(
                ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.NOT_TIMESTAMPED, ExitCode.NOT_GENUINE, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        char[] passphrase = key == null ? null : Passphrase.read(vigil(), passphraseFile, prompt(), key);
        Path into = folder == null ? Opener.folderOf(file) : folder;
        Opened opened = vigil().open(file, key, passphrase, into, trust, anyway, progress());
        out().show("extract.open", opened, new OpenedView(trust.isEmpty()));
        return switch (opened.judgement().verdict()) {
            case GENUINE -> ExitCode.OK;
            case TIME_NOT_PROVEN -> ExitCode.NOT_TIMESTAMPED;
            case NOT_GENUINE -> ExitCode.NOT_GENUINE;
        };
    }
}
