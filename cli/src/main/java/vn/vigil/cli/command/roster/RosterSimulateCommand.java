package vn.vigil.cli.command.roster;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.plan.Absent;

/** {@code vigil roster simulate}: what if somebody were away. */
@Command(name = "simulate")
public final class RosterSimulateCommand extends PlanCommand {
    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--month", paramLabel = "MONTH")
    private String month;

    @Option(names = "--quarter", paramLabel = "QUARTER")
    private String quarter;

    @Option(names = "--leave", paramLabel = "LEAVE")
    private List<String> leaves = new ArrayList<>();

    @Option(names = "--without", paramLabel = "PERSON")
    private List<String> without = new ArrayList<>();

    @Override
    protected ExitCode run() {
        PlanDays days = days(from, to, month, quarter, PlanDays.month(today()));
        List<Absent> absent = new ArrayList<>();
        for (String leave : leaves) {
            absent.add(read(leave));
        }
        for (String person : without) {
            absent.add(new Absent(person, null));
        }
        if (absent.isEmpty()) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-SIMULATE", PlanViewText.NOTHING_TO_TRY.with());
        }
        out().show(
                        "roster.simulate",
                        vigil().plans().simulate(days.from(), days.to(), absent),
                        new SimulatedView(lang()));
        return ExitCode.OK;
    }

    /** {@code PERSON:FROM..TO}, both days included. */
    private Absent read(String text) {
        int colon = text.indexOf(':');
        int dots = text.indexOf("..");
        if (colon < 1 || dots < colon) {
            throw bad(text);
        }
        LocalDate first = date(text.substring(colon + 1, dots));
        LocalDate last = date(text.substring(dots + 2));
        if (last.isBefore(first)) {
            throw bad(text);
        }
        ZoneId zone = vigil().zone();
        return new Absent(
                text.substring(0, colon),
                new TimeSpan(
                        first.atStartOfDay(zone).toInstant(),
                        last.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private static VigilException bad(String text) {
        return new VigilException(ErrorKind.USAGE, "VG-ROSTER-SIMULATE", PlanViewText.BAD_LEAVE.with(text));
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
