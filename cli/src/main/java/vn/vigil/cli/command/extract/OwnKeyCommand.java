package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.people.KeySource;

/** What the verbs share that sign by a person's own key: in a file, or on a token. */
abstract class OwnKeyCommand extends CommandBase {
    @Option(names = "--key", paramLabel = "FILE")
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

    @Option(names = "--token", paramLabel = "KEYLABEL")
    private String token;

    @Option(names = "--token-module", paramLabel = "FILE")
    private Path tokenModule;

    @Option(names = "--token-slot", paramLabel = "N")
    private Integer tokenSlot;

    /** Is a key named? */
    final boolean hasOwnKey() {
        return key != null || token != null;
    }

    /**
     * The key that is named; null when none is. Its passphrase or PIN is asked once.
     *
     * @throws VigilException USAGE for both kinds at once, and for a token of which no module is known
     */
    final KeySource ownKey() {
        boolean mixed = key != null && token != null;
        boolean loose = token == null && (tokenModule != null || tokenSlot != null);
        if (mixed || loose || tokenSlot != null && tokenSlot < 0) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-KEY-OPTIONS", KeyLabel.FILE_OR_TOKEN.with());
        }
        if (!hasOwnKey()) {
            return null;
        }
        if (token != null) {
            return Passphrase.token(vigil(), passphraseFile, prompt(), false, tokenModule, tokenSlot, token);
        }
        char[] secret = Passphrase.read(vigil(), passphraseFile, prompt(), key);
        try {
            return KeySource.file(key, secret);
        } finally {
            Prompt.wipe(secret);
        }
    }
}
