package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.MemberId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.people.Actor;

/** What the two verbs share by which two persons revoke somebody's keys. */
abstract class KeyLossCommand extends CommandBase {
    /** Stands for the department instead of a person. */
    static final String DEPARTMENT = "department";

    @Parameters(paramLabel = "OWNER")
    private String owner;

    @Option(names = "--own-pin-file", paramLabel = "FILE")
    private Path ownPinFile;

    /** Null for the department. */
    final MemberId owner() {
        return owner.equals(DEPARTMENT) ? null : vigil().people().show(owner).id();
    }

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
