package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.MemberId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.MemberChange;
import vn.vigil.people.SavedMember;
import vn.vigil.text.Lang;

/** {@code vigil roster member correct}: puts facts about a member right, with the reason. */
@Command(name = "correct")
public final class MemberCorrectCommand extends CommandBase {
    @Parameters(index = "0", paramLabel = "PERSON")
    private String person;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--name", paramLabel = "NAME")
    private String name;

    @Option(names = "--login", paramLabel = "LOGIN")
    private String login;

    @Option(names = "--phone", paramLabel = "NUMBER")
    private String phone;

    @Option(names = "--email", paramLabel = "ADDRESS")
    private String email;

    @Option(names = "--speaks", paramLabel = "LANG")
    private Lang speaks;

    @Override
    protected ExitCode run() {
        MemberId id = vigil().people().show(person).id();
        MemberChange change = new MemberChange(name, phone, email, speaks, login);
        SavedMember saved = vigil().people().correct(actor(), id, change, reason, dryRun());
        if (!quiet() || json()) {
            MemberRows rows = new MemberRows(date("today"), lang());
            out().show(
                            "roster.member.correct",
                            saved,
                            new SavedView(RosterText.CORRECTED, RosterText.WOULD_CORRECT, dryRun(), rows));
        }
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }
}
