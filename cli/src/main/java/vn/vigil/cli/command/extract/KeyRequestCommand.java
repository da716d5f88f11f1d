package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.people.Actor;
import vn.vigil.people.KeyRequested;
import vn.vigil.people.KeySource;

/** {@code vigil extract key request}: a key for real use, and the request for its certificate. */
@Command(name = "request")
public final class KeyRequestCommand extends ProvedCommand {
    @Option(names = "--for", paramLabel = "PERSON")
    private MemberId person;

    @Option(names = "--rsa")
    private boolean rsa;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

    @Option(names = "--token", paramLabel = "KEYLABEL")
    private String token;

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
        if (token == null && (tokenModule != null || tokenSlot != null) || tokenSlot != null && tokenSlot < 0) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-KEY-OPTIONS", KeyLabel.TOKEN_OPTIONS.with());
        }
        tell(
                "extract.key.request",
                token == null ? inFile(proved()) : onToken(proved()),
                new KeyRequestedView(dryRun()));
        return ExitCode.OK;
    }

    private KeyRequested inFile(Actor actor) {
        if (person == null || dryRun()) {
            return vigil().keys().request(actor, person, rsa, null, null);
        }
        char[] passphrase = Passphrase.choose(vigil(), passphraseFile, prompt(), person);
        try {
            return vigil().keys().request(actor, person, rsa, passphrase, null);
        } finally {
            Prompt.wipe(passphrase);
        }
    }

    private KeyRequested onToken(Actor actor) {
        try (KeySource key =
                Passphrase.token(vigil(), passphraseFile, prompt(), dryRun(), tokenModule, tokenSlot, token)) {
            return vigil().keys().request(actor, person, rsa, null, key);
        }
    }
}
