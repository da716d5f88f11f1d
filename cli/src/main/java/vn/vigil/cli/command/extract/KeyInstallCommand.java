package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.people.Actor;
import vn.vigil.people.KeyInstalled;
import vn.vigil.people.KeyPending;
import vn.vigil.people.KeySource;

/** {@code vigil extract key install}: take the certificate that an authority has issued for a key made here. */
@Command(name = "install")
public final class KeyInstallCommand extends ProvedCommand {
    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

    @Option(names = "--token-module", paramLabel = "FILE")
    private Path tokenModule;

    @Option(names = "--token-slot", paramLabel = "N")
    private Integer tokenSlot;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        Actor actor = proved();
        tell("extract.key.install", install(actor, vigil().keys().pending(file)), new KeyInstalledView(dryRun()));
        return ExitCode.OK;
    }

    private KeyInstalled install(Actor actor, KeyPending key) {
        if (key.token() != null) {
            try (KeySource source = Passphrase.token(
                    vigil(), passphraseFile, prompt(), dryRun(), tokenModule, tokenSlot, key.token())) {
                return vigil().keys().install(actor, file, null, source);
            }
        }
        if (key.owner() == null || key.installed() || dryRun()) {
            return vigil().keys().install(actor, file, null, null);
        }
        Path name = Path.of(key.owner().value() + ".request.p12");
        char[] passphrase = Passphrase.read(vigil(), passphraseFile, prompt(), name);
        try {
            return vigil().keys().install(actor, file, passphrase, null);
        } finally {
            Prompt.wipe(passphrase);
        }
    }
}
