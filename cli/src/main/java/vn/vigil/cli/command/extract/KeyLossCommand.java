package vn.vigil.cli.command.extract;

import picocli.CommandLine.Parameters;
import vn.vigil.base.MemberId;

/** What the two verbs share by which two persons revoke somebody's keys. */
abstract class KeyLossCommand extends ProvedCommand {
    @Parameters(paramLabel = "OWNER")
    private String owner;

    /** Null for the department. */
    final MemberId owner() {
        return owner.equals(DEPARTMENT) ? null : vigil().people().show(owner).id();
    }
}
