package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.Member;

/** {@code vigil roster member pin reset}: the first of two persons asks that a forgotten PIN be taken away. */
@Command(name = "reset")
public final class PinResetCommand extends PinCommand {
    @Parameters(paramLabel = "PERSON")
    private String person;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--own-pin-file", paramLabel = "FILE")
    private Path ownPinFile;

    @Override
    protected ExitCode run() {
        Member member = vigil().people().show(person);
        boolean changed = vigil().people().askPinReset(proved(member, ownPinFile), member.id(), reason, dryRun());
        tell(
                "roster.member.pin.reset",
                new PinOutcome(member, changed),
                new PinView(
                        dryRun(),
                        PeopleViewText.RESET_ASKED,
                        PeopleViewText.WOULD_ASK_RESET,
                        PeopleViewText.RESET_ASKED_ALREADY));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }
}
