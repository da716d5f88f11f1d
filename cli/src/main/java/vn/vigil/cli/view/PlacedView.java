package vn.vigil.cli.view;

import java.util.Locale;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldState;
import vn.vigil.hold.Missing;
import vn.vigil.hold.Placed;

/** Says of each hold what is secured and what is not, until when. */
public final class PlacedView implements View<Placed> {
    @Override
    public void text(Placed placed, Out to) {
        for (Held held : placed.held()) {
            line(held, to);
        }
        switch (placed.outcome()) {
            case UNCHANGED -> to.line(HoldLabel.UNCHANGED.with(), Tone.FAINT);
            case WOULD_WRITE -> to.line(HoldLabel.DRY_RUN.with(), Tone.FAINT);
            case WRITTEN -> {
                if (placed.held().stream().anyMatch(h -> h.state() == HoldState.PENDING)) {
                    to.line(HoldLabel.NEXT_RETRY.with());
                }
            }
        }
    }

    public static void line(Held held, Out to) {
        String what = held.id() + "  " + held.camera() + "  "
                + to.time(held.span().from()) + " – " + to.time(held.span().to()) + "  ";
        switch (held.state()) {
            case COPIED -> to.line(what + to.text(HoldLabel.COPIED.with()), Tone.GOOD);
            case PENDING -> to.line(what + to.text(HoldLabel.NOT_SECURED.with(to.time(held.until()))), Tone.WARNING);
            case LOST -> to.line(what + to.text(HoldLabel.LOST.with()), Tone.BAD);
            case RELEASED -> to.line(what + to.text(held.state().with()), Tone.FAINT);
        }
        for (Missing m : held.missing()) {
            to.line("  " + HoldView.piece(m, to));
        }
        if (held.archived()) {
            to.line("  " + to.text(HoldLabel.ARCHIVED.with(held.keepUntil())));
        }
    }

    @Override
    public void json(Placed placed, Json json) {
        fields(placed, json);
    }

    public static void fields(Placed placed, Json json) {
        json.field("outcome", placed.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.array("holds");
        for (Held held : placed.held()) {
            json.object();
            HoldView.fields(held, json);
            json.end();
        }
        json.end();
    }
}
