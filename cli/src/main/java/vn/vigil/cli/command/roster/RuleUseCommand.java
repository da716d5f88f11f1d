package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.Message;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookSaved;

/** {@code vigil roster rule use}: takes a profile into force. */
@Command(name = "use")
public final class RuleUseCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "PROFILE")
    private String profile;

    @Override
    protected ExitCode run() {
        BookSaved saved = vigil().books().useRules(actor(), profile);
        tell("roster.rule.use", saved, new UsedView(vigil().books().profile(), dryRun()));
        return ExitCode.OK;
    }

    private record UsedView(String profile, boolean dryRun) implements View<BookSaved> {
        @Override
        public void text(BookSaved s, Out out) {
            for (Message told : s.told()) {
                out.line(told);
            }
            if (s.told().isEmpty()) {
                out.line(BookViewText.UNCHANGED.with(BookKind.RULE.with(), profile));
            } else if (dryRun) {
                out.line(BookViewText.NOT_WRITTEN.with());
            }
        }

        @Override
        public void json(BookSaved s, Json json) {
            json.field("changed", !s.told().isEmpty())
                    .field("dryRun", dryRun)
                    .field("rules", s.changed().size());
        }
    }
}
