package vn.vigil.cli.command.alert;

import java.time.Instant;
import java.util.Locale;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.base.Severity;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.AlertCamera;
import vn.vigil.camera.alert.Alerts;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/**
 * An alert as a row, and its fields in JSON.
 *
 * @param now decides whether an acknowledgement still counts
 */
record AlertRow(Out out, Instant now) implements RowView<Alert> {
    @Override
    public String[] columns() {
        return new String[] {"id", "state", "severity", "kind", "name", "bad", "cameras", "since", "by"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            AlertViewText.ID, AlertViewText.STATE, AlertViewText.SEVERITY, AlertViewText.WHAT, AlertViewText.SINCE
        };
    }

    @Override
    public void cells(Alert a, Cells cells) {
        cells.add(a.id().toString());
        if (cells.forPeople()) {
            cells.add(out.text(state(a)), a.state(now) == Alert.State.OPEN ? Tone.STRONG : Tone.PLAIN)
                    .add(out.text(severity(a.severity())), a.severity() == Severity.CRITICAL ? Tone.BAD : Tone.WARNING)
                    .add(out.text(Alerts.what(a)))
                    .add(out.time(a.since()), Tone.FAINT);
        } else {
            cells.add(a.state(now).word())
                    .add(word(a.severity()))
                    .add(a.kind().word())
                    .add(a.name())
                    .add(a.bad().size())
                    .add(a.cameras().size())
                    .add(out.time(a.since()))
                    .add(a.ack() == null ? "" : a.ack().by());
        }
    }

    Message state(Alert a) {
        return switch (a.state(now)) {
            case OPEN -> AlertViewText.STATE_OPEN.with();
            case ACKED -> AlertViewText.STATE_ACKED.with();
            case CLOSED -> AlertViewText.STATE_CLOSED.with();
        };
    }

    static Message severity(Severity severity) {
        return (severity == Severity.CRITICAL ? AlertViewText.SEVERITY_CRITICAL : AlertViewText.SEVERITY_WARNING)
                .with();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void json(Alert a, Json json) {
        json.field("id", a.id().toString())
                .field("state", a.state(now).word())
                .field("severity", word(a.severity()))
                .field("kind", a.kind().word())
                .field("name", a.name())
                .field("since", a.since())
                .field("openedAt", a.openedAt())
                .field("level", a.told().level());
        if (a.ack() == null) {
            json.field("ack", (String) null);
        } else {
            json.object("ack")
                    .field("at", a.ack().at())
                    .field("by", a.ack().by())
                    .field("until", a.ack().until())
                    .field("note", a.ack().note())
                    .end();
        }
        if (a.closing() == null) {
            json.field("closing", (String) null);
        } else {
            json.object("closing")
                    .field("at", a.closing().at())
                    .field("by", a.closing().by())
                    .field("reason", a.closing().reason())
                    .field(
                            "mergedInto",
                            a.closing().mergedInto() == null
                                    ? null
                                    : a.closing().mergedInto().toString())
                    .end();
        }
        json.array("cameras");
        for (AlertCamera c : a.cameras()) {
            json.object()
                    .field("id", c.camera().value())
                    .field("name", c.name())
                    .field("essential", c.essential())
                    .field("severity", word(c.severity()))
                    .array("findings");
            for (String finding : c.findings()) {
                json.value(finding);
            }
            json.end()
                    .field("since", c.since())
                    .field("recoveredAt", c.leftAt())
                    .end();
        }
        json.end();
    }
}
