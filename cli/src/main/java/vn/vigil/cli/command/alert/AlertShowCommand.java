package vn.vigil.cli.command.alert;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.AlertCamera;
import vn.vigil.camera.alert.Alerts;
import vn.vigil.camera.alert.ToldOnce;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** {@code vigil camera alert show}: one alert with all its cameras, and who was told when. */
@Command(name = "show")
public final class AlertShowCommand extends CommandBase {
    @Parameters(paramLabel = "ALERT")
    private CaseId alert;

    private record Shown(Alert alert, List<ToldOnce> told) {}

    @Override
    protected ExitCode run() {
        Shown shown = new Shown(vigil().alerts().get(alert), vigil().alerts().told(alert));
        out().show("camera.alert.show", shown, new ShownView(new AlertRow(out(), world().now())));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    private record ShownView(AlertRow row) implements View<Shown> {
        @Override
        public void text(Shown s, Out out) {
            Alert a = s.alert();
            pair(out, AlertViewText.ID, a.id().toString());
            pair(out, AlertViewText.WHAT, out.text(Alerts.what(a)));
            pair(out, AlertViewText.STATE, out.text(row.state(a)));
            pair(out, AlertViewText.SEVERITY, out.text(AlertRow.severity(a.severity())));
            pair(out, AlertViewText.SINCE, out.time(a.since()));
            pair(out, AlertViewText.OPENED_AT, out.time(a.openedAt()));
            pair(
                    out,
                    AlertViewText.LEVEL,
                    out.text(
                            switch (a.told().level()) {
                                case 1 -> AlertViewText.LEVEL_1.with();
                                case 2 -> AlertViewText.LEVEL_2.with();
                                default -> AlertViewText.LEVEL_3.with();
                            }));
            if (a.ack() != null) {
                pair(
                        out,
                        AlertViewText.ANSWER,
                        a.ack().by() + " " + out.time(a.ack().at()));
                pair(out, AlertViewText.ANSWER_UNTIL, out.time(a.ack().until()));
                pair(
                        out,
                        AlertViewText.NOTE,
                        a.ack().note().isEmpty() ? "-" : a.ack().note());
            }
            if (a.closing() != null) {
                closing(a.closing(), out);
            }
            for (AlertCamera c : a.bad()) {
                camera(c, out);
            }
            for (AlertCamera c : a.cameras()) {
                if (!c.bad()) {
                    camera(c, out);
                }
            }
            for (ToldOnce t : s.told()) {
                String who = t.member() == null ? out.text(AlertViewText.SITE.with()) : t.member();
                pair(out, AlertViewText.TOLD, out.time(t.at()) + " " + t.what() + " " + who);
            }
        }

        private static void closing(Alert.Closing c, Out out) {
            pair(out, AlertViewText.CLOSED_AT, out.time(c.at()));
            if (c.mergedInto() != null) {
                pair(out, AlertViewText.MERGED, c.mergedInto().toString());
                return;
            }
            pair(out, AlertViewText.CLOSED_BY, c.by() == null ? out.text(AlertViewText.ITSELF.with()) : c.by());
            if (c.reason() != null) {
                pair(out, AlertViewText.REASON, c.reason());
            }
        }

        private static void camera(AlertCamera c, Out out) {
            StringBuilder text = new StringBuilder(c.camera().value());
            if (!c.name().equals(c.camera().value())) {
                text.append(" (").append(c.name()).append(')');
            }
            text.append(": ").append(String.join(", ", c.findings()));
            if (c.essential()) {
                text.append("; ").append(out.text(AlertViewText.ESSENTIAL.with()));
            }
            if (!c.bad()) {
                text.append("; ").append(out.text(AlertViewText.RECOVERED.with(out.time(c.leftAt()))));
            }
            pair(out, AlertViewText.CAMERAS, text.toString());
        }

        private static void pair(Out out, AlertViewText name, String value) {
            out.pair(out.text(name.with()), 18, value);
        }

        @Override
        public void json(Shown s, Json json) {
            row.json(s.alert(), json);
            json.array("told");
            for (ToldOnce t : s.told()) {
                json.object()
                        .field("at", t.at())
                        .field("what", t.what())
                        .field("member", t.member())
                        .end();
            }
            json.end();
        }
    }
}
