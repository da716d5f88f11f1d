package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.SavedMember;

/** {@code vigil roster member end}: ends a membership, and with it every office; the record stays. */
@Command(name = "end")
public final class MemberEndCommand extends PeopleCommand {
    @Parameters(paramLabel = "PERSON")
    private String person;

    @Option(names = "--on", paramLabel = "DATE")
    private String on;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        SavedMember saved = vigil().people().end(actor(), person(person), dayOrToday(on), reason, dryRun());
        keepPeople();
        return tellMember("roster.member.end", saved, RosterText.ENDED, RosterText.WOULD_END);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }
}
