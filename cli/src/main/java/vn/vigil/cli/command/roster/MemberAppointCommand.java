package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.Office;

/** {@code vigil roster member appoint}: gives a member an office from a day on. */
@Command(name = "appoint")
public final class MemberAppointCommand extends PeopleCommand {
    @Parameters(paramLabel = "PERSON")
    private String person;

    @Option(names = "--office", paramLabel = "OFFICE", required = true, converter = OfficeConverter.class)
    private Office office;

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Option(names = "--until", paramLabel = "DATE")
    private String until;

    @Option(names = "--title", paramLabel = "TEXT")
    private String title;

    @Override
    protected ExitCode run() {
        return tellMember(
                "roster.member.appoint",
                vigil().people()
                        .appoint(actor(), person(person), office, dayOrToday(from), day(until), title, dryRun()),
                RosterText.APPOINTED,
                RosterText.WOULD_APPOINT);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }
}
