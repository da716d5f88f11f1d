package vn.vigil.cli.view;

import java.util.Locale;
import vn.vigil.extract.Raised;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Shows what raising or countersigning came to, package by package. */
public final class RaisedView implements View<Raised> {
    private final boolean queue;

    /** @param queue every package was looked at: having nothing to do is said as such */
    public RaisedView(boolean queue) {
        this.queue = queue;
    }

    @Override
    public void text(Raised r, Out to) {
        if (r.packages().isEmpty() && queue) {
            to.line(ExtractLabel.NOTHING_WAITS.with());
        }
        for (Raised.One one : r.packages()) {
            boolean same = one.before().equals(one.now());
            to.line(
                    one.before().level().equals(one.now().level())
                            ? ExtractLabel.STAYS.with(
                                    one.now().file(), one.now().level())
                            : ExtractLabel.RAISED.with(
                                    one.now().file(),
                                    one.before().level(),
                                    one.now().level()),
                    same ? Tone.FAINT : Tone.STRONG);
            if (one.now().countersigned()) {
                to.line(ExtractLabel.COUNTERSIGNED.with());
            }
            if (one.reason() != null) {
                to.line(one.reason(), Tone.WARNING);
            }
        }
        if (r.outcome() == vn.vigil.extract.Filed.Outcome.WOULD_WRITE) {
            to.line(ExtractLabel.DRY_RUN.with(), Tone.FAINT);
        }
    }

    @Override
    public void json(Raised r, Json json) {
        json.field("outcome", r.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .array("packages");
        for (Raised.One one : r.packages()) {
            json.object()
                    .field("request", one.request().toString())
                    .field("part", one.now().part())
                    .field("before", one.before().file().toString())
                    .field("file", one.now().file().toString())
                    .field("sha256", one.now().sha256())
                    .field("identity", one.now().identity())
                    .field("levelBefore", one.before().level())
                    .field("level", one.now().level())
                    .field("countersigned", one.now().countersigned())
                    .field("reason", one.reason() == null ? null : Texts.render(one.reason(), Lang.EN))
                    .end();
        }
        json.end();
    }
}
