package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.Member;
import vn.vigil.people.MemberKind;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.SavedMember;
import vn.vigil.text.Lang;

/** {@code vigil roster member add}. */
@Command(name = "add")
public final class MemberAddCommand extends CommandBase {
    @Parameters(index = "0", paramLabel = "ID")
    private String id;

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name;

    @Option(names = "--office", paramLabel = "OFFICE", converter = OfficeConverter.class)
    private List<Office> offices = new ArrayList<>();

    @Option(names = "--login", paramLabel = "LOGIN")
    private String login;

    @Option(names = "--phone", paramLabel = "NUMBER")
    private String phone;

    @Option(names = "--email", paramLabel = "ADDRESS")
    private String email;

    @Option(names = "--speaks", paramLabel = "LANG")
    private Lang speaks;

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Option(names = "--certificate", paramLabel = "FILE")
    private Path certificate;

    @Option(names = "--kind", paramLabel = "KIND")
    private MemberKind kind;

    @Option(names = "--consent", paramLabel = "DATE")
    private String consent;

    @Override
    protected ExitCode run() {
        if (!CameraId.isValid(id)) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-ID", RosterText.BAD_ID.with(id))
                    .why(RosterText.BAD_ID_WHY.with());
        }
        NewMember asked = new NewMember(
                new MemberId(id),
                name,
                phone,
                email,
                speaks,
                login,
                Set.copyOf(offices),
                from == null ? null : date(from),
                certificate,
                null,
                kind,
                consent == null ? null : date(consent));
        SavedMember saved = vigil().people().add(actor(), asked, dryRun());
        if (!dryRun() && saved.changed()) {
            keepNames("person", ids(vigil().people().list(false)));
        }
        if (!quiet() || json()) {
            MemberRows rows = new MemberRows(date("today"), lang());
            out().show(
                            "roster.member.add",
                            saved,
                            new SavedView(RosterText.ADDED, RosterText.WOULD_ADD, dryRun(), rows));
        }
        return ExitCode.OK;
    }

    private static List<String> ids(List<Member> members) {
        List<String> ids = new ArrayList<>();
        for (Member m : members) {
            ids.add(m.id().value());
        }
        return ids;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.CONFLICT);
    }
}
