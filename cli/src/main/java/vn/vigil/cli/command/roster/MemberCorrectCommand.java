package vn.vigil.cli.command.roster;

import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.MemberId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.MemberChange;
import vn.vigil.people.MemberKind;
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

    @Option(names = "--kind", paramLabel = "KIND")
    private MemberKind kind;

    @Option(names = "--consent", paramLabel = "DATE")
    private String consent;

    @Override
    protected ExitCode run() {
        MemberId id = vigil().people().show(person).id();
        MemberChange change = new MemberChange(name, phone, email, speaks, login, kind, consentDay());
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

    /** An empty value takes the consent away. */
    private LocalDate consentDay() {
        return consent == null ? null : consent.isEmpty() ? MemberChange.NO_CONSENT : date(consent);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }
}
