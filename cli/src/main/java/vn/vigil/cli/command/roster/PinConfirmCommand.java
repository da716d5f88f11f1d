package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.Member;

/** {@code vigil roster member pin confirm}: the second person confirms it. */
@Command(name = "confirm")
public final class PinConfirmCommand extends PinCommand {
    @Parameters(paramLabel = "PERSON")
    private String person;

    @Option(names = "--own-pin-file", paramLabel = "FILE")
    private Path ownPinFile;

    @Override
    protected ExitCode run() {
        Member member = vigil().people().show(person);
        vigil().people().confirmPinReset(proved(member, ownPinFile), member.id(), dryRun());
        tell(
                "roster.member.pin.confirm",
                new PinOutcome(member, true),
                new PinView(
                        dryRun(), PeopleViewText.PIN_RESET, PeopleViewText.WOULD_RESET_PIN, PeopleViewText.PIN_RESET));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }
}
