package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.people.MembersImported;

/** {@code vigil roster member import}: puts the people of a CSV file down, all or none. */
@Command(name = "import")
public final class MemberImportCommand extends PeopleCommand {
    @Parameters(arity = "0..1", paramLabel = "FILE")
    private Path file;

    @Option(names = "--template")
    private boolean template;

    @Override
    protected ExitCode run() {
        if (template) {
            out().line("id,name,phone,email,login,offices,from,until,language,kind,consent");
            out().line(
                            "#an,Nguyễn Văn An,0912 000 111,an@site.example,,team-leader operator,2026-01-01,,vi,staff,2026-01-01");
            return ExitCode.OK;
        }
        if (file == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-IMPORT-FILE", PeopleViewText.IMPORT_WHAT.with());
        }
        MembersImported imported = vigil().people().importCsv(actor(), file, dryRun());
        keepPeople();
        tell("roster.member.import", imported, new ImportedView(dryRun()));
        return ExitCode.OK;
    }

    private record ImportedView(boolean dryRun) implements View<MembersImported> {
        @Override
        public void text(MembersImported i, Out out) {
            out.line((dryRun ? PeopleViewText.WOULD_IMPORT : PeopleViewText.IMPORTED)
                    .with(i.added().size(), i.unchanged().size()));
        }

        @Override
        public void json(MembersImported i, Json json) {
            json.field("dryRun", dryRun);
            ids("added", i.added(), json);
            ids("unchanged", i.unchanged(), json);
        }

        private static void ids(String key, List<MemberId> ids, Json json) {
            json.array(key);
            for (MemberId id : ids) {
                json.value(id.value());
            }
            json.end();
        }
    }
}
