package vn.vigil.cli.command.roster;

import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.people.Member;
import vn.vigil.people.Office;

/** {@code vigil roster member export}: the members as a CSV file that {@code import} reads. */
@Command(name = "export")
public final class MemberExportCommand extends CommandBase {
    private static final String[] COLUMNS = {
        "id", "name", "phone", "email", "login", "offices", "from", "until", "language", "kind", "consent"
    };

    @Option(names = "--all")
    private boolean all;

    @Override
    protected Format format() {
        return Format.CSV;
    }

    @Override
    protected ExitCode run() {
        LocalDate today = date("today");
        out().list(
                        "roster.member.export",
                        "members",
                        vigil().people().list(all),
                        new ExportRow(today, new MemberRows(today, lang())));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    private record ExportRow(LocalDate today, MemberRows rows) implements RowView<Member> {
        @Override
        public String[] columns() {
            return COLUMNS.clone();
        }

        @Override
        public MessageKey[] headings() {
            return rows.headings();
        }

        @Override
        public void cells(Member m, Cells cells) {
            StringBuilder offices = new StringBuilder();
            for (Office office : m.offices(m.on(today) ? today : m.from())) {
                offices.append(offices.length() == 0 ? "" : " ").append(office.id());
            }
            cells.add(m.id().value())
                    .add(m.name())
                    .add(m.phone())
                    .add(m.email())
                    .add(m.osLogin())
                    .add(offices.toString())
                    .add(m.from().toString())
                    .add(m.until() == null ? null : m.until().toString())
                    .add(m.lang() == null ? null : m.lang().tag())
                    .add(m.kind().word())
                    .add(m.consentDay() == null ? null : m.consentDay().toString());
        }

        @Override
        public void json(Member m, Json json) {
            rows.json(m, json);
        }
    }
}
