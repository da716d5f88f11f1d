package vn.vigil.cli.command.camera;

import vn.vigil.cli.view.Format;

/** What {@code camera check --format} takes. */
enum CheckFormat {
    TABLE(Format.TABLE),
    PLAIN(Format.PLAIN),
    JSON(Format.JSON),
    JSONL(Format.JSONL),
    CSV(Format.CSV),
    /** One line of a verdict, performance data behind a bar, a line for each camera with findings (Monitoring Plugins). */
    NAGIOS(Format.PLAIN),
    /** The text form that Prometheus reads (OpenMetrics 1.0). */
    OPENMETRICS(Format.PLAIN);

    /** The form of the sink. */
    final Format form;

    CheckFormat(Format form) {
        this.form = form;
    }
}
