package vn.vigil.notify;

import java.nio.file.Path;
import java.time.Duration;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * A program that is run for each message, without a shell: the recipient is its only argument, the JSON its standard input.
 *
 * @param program absolute
 * @param timeout after which it is ended
 */
public record CommandHook(Path program, Duration timeout) {
    /** @throws VigilException USAGE when the path is not absolute */
    public CommandHook {
        if (!program.isAbsolute()) {
            throw new VigilException(ErrorKind.USAGE, "VG-NOTIFY-COMMAND", NotifyText.COMMAND_UNUSABLE.with())
                    .why(NotifyText.NOT_ABSOLUTE.with(program));
        }
    }
}
