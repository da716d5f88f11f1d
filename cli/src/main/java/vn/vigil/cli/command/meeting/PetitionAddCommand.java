package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.meeting.Petition;
import vn.vigil.meeting.Saved;

/** {@code vigil meeting petition add}. */
@Command(name = "add")
public final class PetitionAddCommand extends MeetingCommand {
    @Parameters(paramLabel = "TEXT")
    private String text;

    @Option(names = "--source-file", paramLabel = "FILE")
    private Path sourceFile;

    @Option(names = "--ask-source")
    private boolean askSource;

    @Override
    protected ExitCode run() {
        // Never an argument: other users of the machine see arguments.
        char[] source = sourceFile != null
                ? vigil().secretFile(sourceFile)
                : askSource ? prompt().secret(MeetingLabel.ASK_FROM.with(), "--source-file") : new char[0];
        Saved<Petition> saved = vigil().meetings().petitions().add(actor(), text, new String(source));
        Prompt.wipe(source);
        return tellPetition("petition.add", saved);
    }
}
