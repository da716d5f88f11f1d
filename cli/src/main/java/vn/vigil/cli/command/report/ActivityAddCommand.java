package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Activity;
import vn.vigil.report.ActivityKind;
import vn.vigil.report.Saved;
import vn.vigil.report.Theme;

/** {@code vigil report activity add}: propaganda, legal education, mobilisation, reminders (clauses 7.1, 7.4a). */
@Command(name = "add")
public final class ActivityAddCommand extends ReportCommand {
    @Parameters(paramLabel = "TOPIC")
    private String topic;

    @Option(names = "--kind", paramLabel = "KIND", required = true)
    private ActivityKind kind;

    @Option(names = "--theme", paramLabel = "THEME")
    private Theme theme = Theme.OTHER;

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

    @Override
    protected ExitCode run() {
        Activity asked = new Activity(
                null,
                kind,
                theme,
                topic,
                form,
                audience,
                date == null ? day("now") : day(date),
                people,
                fresh,
                materials);
        Saved<Activity> saved = reports().activities().add(actor(), asked);
        tell("report.activity.add", saved, new SavedView<>(new ActivityRow(out()), dryRun()));
        return ExitCode.OK;
    }
}
