package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Activity;
import vn.vigil.report.ActivityKind;
import vn.vigil.report.Saved;
import vn.vigil.report.Theme;

/** {@code vigil report activity correct}: puts one right. */
@Command(name = "correct")
public final class ActivityCorrectCommand extends ReportCommand {
    @Parameters(paramLabel = "ACTIVITY")
    private CaseId id;

    @Option(names = "--topic", paramLabel = "TEXT")
    private String topic;

    @Option(names = "--kind", paramLabel = "KIND")
    private ActivityKind kind;

    @Option(names = "--theme", paramLabel = "THEME")
    private Theme theme;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--form", paramLabel = "TEXT")
    private String form;

    @Option(names = "--audience", paramLabel = "TEXT")
    private String audience;

    @Option(names = "--people", paramLabel = "NUMBER")
    private Integer people;

    @Option(names = "--new", paramLabel = "NUMBER")
    private Integer fresh;

    @Option(names = "--materials", paramLabel = "TEXT")
    private String materials;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        Activity was = reports().activities().get(id);
        Activity asked = new Activity(
                null,
                or(kind, was.kind()),
                or(theme, was.theme()),
                or(topic, was.topic()),
                or(form, was.form()),
                or(audience, was.audience()),
                or(day(date), was.day()),
                or(people, was.people()),
                or(fresh, was.fresh()),
                or(materials, was.materials()));
        Saved<Activity> saved = reports().activities().correct(actor(), id, asked, reason);
        tell("report.activity.correct", saved, new SavedView<>(new ActivityRow(out()), dryRun()));
        return ExitCode.OK;
    }

    private static <T> T or(T given, T was) {
        return given != null ? given : was;
    }
}
