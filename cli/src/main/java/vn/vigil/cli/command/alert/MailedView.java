package vn.vigil.cli.command.alert;

import vn.vigil.camera.alert.Delivery;
import vn.vigil.camera.alert.Mailed;
import vn.vigil.camera.alert.Recipient;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** Messages sent at somebody's word: to whom, and what each channel answered. */
record MailedView(boolean dryRun) implements View<Mailed> {
    /** All delivered: OK. Some: PARTIAL. None, or no channel: UNREACHABLE. */
    static ExitCode exit(Mailed m, boolean dryRun) {
        if (dryRun || !m.news()) {
            return ExitCode.OK;
        }
        int delivered = 0;
        for (Delivery d : m.deliveries()) {
            delivered += d.delivered() ? 1 : 0;
        }
        return delivered == 0
                ? ExitCode.UNREACHABLE
                : delivered < m.deliveries().size() ? ExitCode.PARTIAL : ExitCode.OK;
    }

    @Override
    public void text(Mailed m, Out out) {
        StringBuilder who = new StringBuilder();
        for (Recipient r : m.persons()) {
            who.append(who.length() == 0 ? "" : ", ").append(r.name());
        }
        if (who.length() == 0) {
            who.append(out.text(AlertViewText.SITE.with()));
        }
        AlertViewText what =
                dryRun ? AlertViewText.WOULD_SEND : !m.news() ? AlertViewText.SENT_JUST_NOW : AlertViewText.SENT;
        out.line(what.with(who.toString()), Tone.STRONG);
        if (m.news() && !dryRun && m.deliveries().isEmpty()) {
            out.line(AlertViewText.NO_CHANNEL.with(), Tone.WARNING);
        }
        for (Delivery d : m.deliveries()) {
            if (d.delivered()) {
                out.line(AlertViewText.DELIVERED.with(d.channel(), d.address()), Tone.GOOD);
            } else if (d.answer() == null) {
                out.line(AlertViewText.WAITS.with(d.channel(), d.address()), Tone.WARNING);
            } else {
                out.line(AlertViewText.NOT_DELIVERED.with(d.channel(), d.address(), d.answer()), Tone.BAD);
            }
        }
    }

    @Override
    public void json(Mailed m, Json json) {
        json.field("alert", m.alert() == null ? null : m.alert().id().toString())
                .field("outcome", dryRun ? "would-send" : m.news() ? "sent" : "unchanged")
                .array("persons");
        for (Recipient r : m.persons()) {
            json.value(r.member().value());
        }
        json.end().array("deliveries");
        for (Delivery d : m.deliveries()) {
            json.object()
                    .field("channel", d.channel())
                    .field("address", d.address())
                    .field("delivered", d.delivered())
                    .field(
                            "answer",
                            d.answer() == null ? null : d.answer().key().id())
                    .end();
        }
        json.end();
    }
}
