package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.people.Member;

/** {@code vigil roster member enrol}: records the certificate of a member; the newest holds. */
@Command(name = "enrol")
public final class MemberEnrolCommand extends PeopleCommand {
    @Parameters(paramLabel = "PERSON")
    private String person;

    @Option(names = "--certificate", paramLabel = "FILE", required = true)
    private Path certificate;

    @Override
    protected ExitCode run() {
        Member member = vigil().people().show(person);
        boolean changed = vigil().people().enrol(actor(), member.id(), certificate, dryRun());
        tell("roster.member.enrol", member, new EnrolledView(changed, dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }

    private record EnrolledView(boolean changed, boolean dryRun) implements View<Member> {
        @Override
        public void text(Member m, Out out) {
            PeopleViewText what = !changed
                    ? PeopleViewText.ENROLLED_ALREADY
                    : dryRun ? PeopleViewText.WOULD_ENROL : PeopleViewText.ENROLLED;
            out.line(what.with(m.name() + " (" + m.id() + ")"));
        }

        @Override
        public void json(Member m, Json json) {
            json.field("member", m.id().value()).field("changed", changed).field("dryRun", dryRun);
        }
    }
}
