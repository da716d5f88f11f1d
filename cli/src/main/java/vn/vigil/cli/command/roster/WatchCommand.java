package vn.vigil.cli.command.roster;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.SlotKey;

/** What the verbs of the watch share. */
abstract class WatchCommand extends CommandBase {
    /** Null for null. */
    final SlotKey slot(String text) {
        SlotKey slot = text == null ? null : SlotKey.parse(text);
        if (text != null && slot == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-WATCH-SLOT-FORM", WatchViewText.SLOT_FORM.with(text));
        }
        return slot;
    }

    /** Null for null. */
    final Instant time(String text) {
        return text == null ? null : instant(text);
    }

    /** {@code --from} and {@code --to}; without them so many days up to the end of tomorrow. */
    final TimeSpan around(String from, String to, int days) {
        Instant tomorrow =
                date("today").plusDays(2).atStartOfDay(vigil().zone()).toInstant();
        Instant end = to == null ? tomorrow : instant(to);
        Instant start = from == null
                ? date("today").minusDays(days).atStartOfDay(vigil().zone()).toInstant()
                : instant(from);
        if (!start.isBefore(end)) {
            throw new VigilException(ErrorKind.USAGE, "VG-WATCH-BACKWARDS", WatchViewText.BACKWARDS.with());
        }
        return new TimeSpan(start, end);
    }

    /** What became of a change, as JSON says it. */
    final String outcome(boolean unchanged) {
        return unchanged ? "unchanged" : dryRun() ? "would-write" : "written";
    }

    /** Sends what people are to be told, unless it was only rehearsed. */
    final void deliver() {
        if (!dryRun()) {
            vigil().deliverMessages();
        }
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }
}
