package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster post edit}: changes a post, with the reason. */
@Command(name = "edit")
public final class PostEditCommand extends PostCommand {
    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        collect();
        tellZone();
        return tellSaved("edit", vigil().books().edit(actor(), BookKind.POST, written(), reason));
    }
}
