package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.people.Member;

/** {@code vigil roster member show}. */
@Command(name = "show")
public final class MemberShowCommand extends CommandBase {
    @Parameters(index = "0", paramLabel = "PERSON")
    private String person;

    @Override
    protected ExitCode run() {
        Member member = vigil().people().show(person);
        out().show("roster.member.show", member, new MemberView(new MemberRows(date("today"), lang())));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    private record MemberView(MemberRows rows) implements View<Member> {
        @Override
        public void text(Member m, Out out) {
            rows.pairs(m, out);
        }

        @Override
        public void json(Member m, Json json) {
            rows.json(m, json);
        }
    }
}
