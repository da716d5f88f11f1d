package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.CorrectAttendance;

/** {@code vigil roster attendance correct}: an erratum; both entries stay on record. */
@Command(name = "correct")
public final class AttendanceCorrectCommand extends WatchCommand {
    @Parameters(paramLabel = "ENTRY")
    private CaseId entry;

    @Option(names = "--in", paramLabel = "TIME")
    private String in;

    @Option(names = "--out", paramLabel = "TIME")
    private String leaves;

    @Option(names = "--person", paramLabel = "PERSON")
    private String person;

    @Option(names = "--withdraw")
    private boolean withdraw;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        tell(
                "roster.attendance.correct",
                vigil().watch()
                        .correct(
                                actor(),
                                entry,
                                new CorrectAttendance(time(in), time(leaves), person, withdraw, reason)),
                new SavedAttendanceView(
                        vigil().people(),
                        dryRun(),
                        WatchViewText.ATTENDANCE_CORRECTED,
                        WatchViewText.WOULD_CORRECT_ATTENDANCE));
        return ExitCode.OK;
    }
}
