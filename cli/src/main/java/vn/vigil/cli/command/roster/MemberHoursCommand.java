package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.OfficeHours;

/** {@code vigil roster member hours}: when a member is busy with the day job. */
@Command(name = "hours")
public final class MemberHoursCommand extends PeopleCommand {
    @Parameters(index = "0", paramLabel = "PERSON")
    private String person;

    @Parameters(index = "1", paramLabel = "HOURS")
    private String hours;

    @Override
    protected ExitCode run() {
        OfficeHours read = hours.equals("default") ? null : OfficeHours.parse(hours);
        if (read == null && !hours.equals("default")) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-HOURS", PeopleViewText.BAD_HOURS.with(hours))
                    .why(PeopleViewText.LIKE_HOURS.with());
        }
        return tellMember(
                "roster.member.hours",
                vigil().people().setHours(actor(), person(person), read, dryRun()),
                RosterText.HOURS_SET,
                RosterText.WOULD_SET_HOURS);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }
}
