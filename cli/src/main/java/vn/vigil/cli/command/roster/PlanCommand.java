package vn.vigil.cli.command.roster;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.SeatChanged;

/** What the verbs about rosters share. */
abstract class PlanCommand extends CommandBase {
    /** Reads {@code --from}, {@code --to}, {@code --month} and {@code --quarter}. */
    final PlanDays days(String from, String to, String month, String quarter, PlanDays unsaid) {
        return PlanDays.of(day(from), day(to), month, quarter, unsaid);
    }

    private LocalDate day(String text) {
        return text == null ? null : date(text);
    }

    final LocalDate today() {
        return date("today");
    }

    /** @throws VigilException USAGE for another form */
    static SlotKey slot(String text) {
        SlotKey key = SlotKey.parse(text);
        if (key == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-SLOT", PlanViewText.BAD_SLOT.with(text))
                    .why(PlanViewText.BAD_SLOT_WHY.with());
        }
        return key;
    }

    /** Shows what became of a seat. */
    final ExitCode tellSeat(String schema, SeatChanged changed) {
        tell(schema, changed, new SeatChangedView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }
}
