package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MemberId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.KeyMadeView;

/** {@code vigil extract key init}: the department's key, or a person's, from the site's own trial authority. */
@Command(name = "init")
public final class KeyInitCommand extends CommandBase {
    @Option(names = "--for", paramLabel = "PERSON")
    private MemberId person;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        tell(
                "extract.key.init",
                person == null
                        ? vigil().keys().initDepartment(actor())
                        : vigil().keys()
                                .issue(actor(), person, Passphrase.choose(vigil(), passphraseFile, prompt(), person)),
                new KeyMadeView());
        return ExitCode.OK;
    }
}
