package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.people.Actor;

/** What the verbs share that take two persons: who acts proves by their own PIN where they have one. */
abstract class ProvedCommand extends CommandBase {
    /** Stands for the department instead of a person. */
    static final String DEPARTMENT = "department";

    @Option(names = "--own-pin-file", paramLabel = "FILE")
    private Path ownPinFile;

    /** Who acts, proved by their own PIN where they have one. */
    final Actor proved() {
        Actor actor = actor();
        if (actor.member() == null || dryRun() || !vigil().people().hasPin(actor.memberId())) {
            return actor;
        }
        char[] pin = ownPinFile != null
                ? vigil().secretFile(ownPinFile)
                : prompt().secret(KeyLabel.ASK_OWN_PIN.with(actor.member().name()), "--own-pin-file");
        try {
            return vigil().people().provePin(actor, pin);
        } finally {
            Prompt.wipe(pin);
        }
    }
}
