package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;

/** {@code vigil roster member pin set}: sets a PIN, or another with the present one. */
@Command(name = "set")
public final class PinSetCommand extends PinCommand {
    @Parameters(paramLabel = "PERSON")
    private String person;

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Path pinFile;

    @Option(names = "--old-pin-file", paramLabel = "FILE")
    private Path oldPinFile;

    @Override
    protected ExitCode run() {
        Member member = vigil().people().show(person);
        Actor actor = actor();
        char[] old = null;
        char[] fresh = null;
        try {
            if (vigil().people().hasPin(member.id()) && (oldPinFile != null || interactive())) {
                old = pin(oldPinFile, PeopleViewText.ASK_OLD_PIN.with(member.name()), "--old-pin-file");
            }
            fresh = pin(pinFile, PeopleViewText.ASK_PIN.with(member.name()), "--pin-file");
            if (pinFile == null) {
                again(fresh);
            }
            vigil().people().setPin(actor, member.id(), old, fresh, dryRun());
        } finally {
            wipe(old);
            wipe(fresh);
        }
        tell(
                "roster.member.pin.set",
                new PinOutcome(member, true),
                new PinView(dryRun(), PeopleViewText.PIN_SET, PeopleViewText.WOULD_SET_PIN, PeopleViewText.PIN_SET));
        return ExitCode.OK;
    }

    /** Typed unseen, so typed twice. */
    private void again(char[] fresh) {
        char[] again = prompt().secret(PeopleViewText.ASK_PIN_AGAIN.with(), "--pin-file");
        boolean alike = Arrays.equals(fresh, again);
        Prompt.wipe(again);
        if (!alike) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-PINS-DIFFER", PeopleViewText.PINS_DIFFER.with());
        }
    }

    private static void wipe(char[] secret) {
        if (secret != null) {
            Prompt.wipe(secret);
        }
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }
}
