package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.Office;

/** {@code vigil roster member relieve}: ends an office; the day given is its last. */
@Command(name = "relieve")
public final class MemberRelieveCommand extends PeopleCommand {
    @Parameters(paramLabel = "PERSON")
    private String person;

    @Option(names = "--office", paramLabel = "OFFICE", required = true, converter = OfficeConverter.class)
    private Office office;

    @Option(names = "--on", paramLabel = "DATE")
    private String on;

    @Override
    protected ExitCode run() {
        return tellMember(
                "roster.member.relieve",
                vigil().people().relieve(actor(), person(person), office, dayOrToday(on), dryRun()),
                RosterText.RELIEVED,
                RosterText.WOULD_RELIEVE);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }
}
