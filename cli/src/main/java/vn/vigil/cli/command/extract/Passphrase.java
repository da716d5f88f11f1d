package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import vn.vigil.app.Vigil;
import vn.vigil.base.MemberId;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.cli.view.ExtractLabel;
import vn.vigil.people.KeySource;

/** Where passphrases come from: a file that only its owner can read, or the terminal; never an argument. */
final class Passphrase {
    private Passphrase() {}

    /** The passphrase of a key file: asked once, never retried. */
    static char[] read(Vigil vigil, Path file, Prompt prompt, Path key) {
        return file != null
                ? vigil.secretFile(file)
                : prompt.secret(
                        ExtractLabel.ASK_PASSPHRASE.with(key.getFileName().toString()), "--passphrase-file");
    }

    /** A token's key, its PIN asked once; a rehearsal, which opens nothing, asks for none. */
    static KeySource token(
            Vigil vigil, Path file, Prompt prompt, boolean rehearsal, Path module, Integer slot, String label) {
        Path library = vigil.people().tokenModule(module);
        char[] pin = rehearsal
                ? new char[0]
                : file != null
                        ? vigil.secretFile(file)
                        : prompt.secret(KeyLabel.ASK_TOKEN_PIN.with(label), "--passphrase-file");
        try {
            return KeySource.token(library, slot == null ? 0 : slot, label, pin);
        } finally {
            Prompt.wipe(pin);
        }
    }

    /** A passphrase for a key that is about to be made. */
    static char[] choose(Vigil vigil, Path file, Prompt prompt, MemberId person) {
        return file != null
                ? vigil.secretFile(file)
                : prompt.secret(ExtractLabel.CHOOSE_PASSPHRASE.with(person), "--passphrase-file");
    }
}
