package vn.vigil.cli.view;

import java.util.Locale;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.Filed;

/** Shows a request just filed, approved or refused. */
public final class FiledView implements View<Filed> {
    private final Out out;

    /** @param out tells the zone for local times */
    public FiledView(Out out) {
        this.out = out;
    }

    @Override
    public void text(Filed result, Out to) {
        ExtractRequest r = result.request();
        ExtractLabel label =
                switch (r.state()) {
                    case REQUESTED -> ExtractLabel.FILED;
                    case APPROVED -> ExtractLabel.APPROVED;
                    case REFUSED -> ExtractLabel.REFUSED;
                    case WITHDRAWN -> ExtractLabel.WITHDRAWN;
                    case DONE -> ExtractLabel.RUN_DONE;
                    case DELIVERED -> ExtractLabel.DELIVERED;
                    case RECEIVED -> ExtractLabel.RECEIVED;
                    case CLOSED -> ExtractLabel.CLOSED;
                };
        to.line(label.with(r.id()), Tone.STRONG);
        switch (result.outcome()) {
            case UNCHANGED -> to.line(ExtractLabel.UNCHANGED.with(), Tone.FAINT);
            case WOULD_WRITE -> to.line(ExtractLabel.DRY_RUN.with(), Tone.FAINT);
            case WRITTEN -> next(r, to);
        }
    }

    private void next(ExtractRequest r, Out to) {
        switch (r.state()) {
            case REQUESTED -> to.line(ExtractLabel.NEXT_APPROVE.with(r.id()));
            case APPROVED -> {
                to.line(ExtractLabel.APPROVED_UNTIL.with(out.time(r.expiresAt())));
                to.line(ExtractLabel.NEXT_RUN.with(r.id()));
            }
            case DELIVERED -> to.line(ExtractLabel.NEXT_RECEIPT.with(r.id()));
            case RECEIVED -> to.line(ExtractLabel.NEXT_OUTCOME.with(r.id()));
            case REFUSED, WITHDRAWN, DONE, CLOSED -> {
                // Nothing is left to do here.
            }
        }
    }

    @Override
    public void json(Filed result, Json json) {
        json.field("outcome", result.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.object("request");
        ExtractRequestView.fields(result.request(), json);
        json.end();
    }
}
