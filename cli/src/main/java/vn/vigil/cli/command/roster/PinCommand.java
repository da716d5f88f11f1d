package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import vn.vigil.base.Message;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;

/** What the verbs about PINs share: a PIN comes from a file that only its owner can read, or from the terminal; never an argument. */
abstract class PinCommand extends PeopleCommand {
    final char[] pin(Path file, Message question, String flag) {
        return file != null ? vigil().secretFile(file) : prompt().secret(question, flag);
    }

    /** Who acts, proved by their own PIN where they have one; not for their own PIN, which may be forgotten. */
    final Actor proved(Member about, Path ownPin) {
        Actor actor = actor();
        boolean asked = actor.member() != null
                && !actor.memberId().equals(about.id())
                && !dryRun()
                && vigil().people().hasPin(actor.memberId());
        if (!asked) {
            return actor;
        }
        char[] pin = pin(ownPin, PeopleViewText.ASK_OWN_PIN.with(actor.member().name()), "--own-pin-file");
        try {
            return vigil().people().provePin(actor, pin);
        } finally {
            Prompt.wipe(pin);
        }
    }
}
