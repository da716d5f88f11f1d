package vn.vigil.cli.view;

import java.nio.file.Path;
import java.util.Locale;
import vn.vigil.extract.Delivered;
import vn.vigil.extract.Delivery;

/** Shows a hand-over: the record to print, what lies on the medium, what comes next. */
public final class DeliveredView implements View<Delivered> {
    private static final int COLUMN = 18;

    @Override
    public void text(Delivered d, Out to) {
        to.line(ExtractLabel.DELIVERED.with(d.request().id()), Tone.STRONG);
        switch (d.outcome()) {
            case UNCHANGED -> to.line(ExtractLabel.UNCHANGED.with(), Tone.FAINT);
            case WOULD_WRITE -> to.line(ExtractLabel.DRY_RUN.with(), Tone.FAINT);
            case WRITTEN -> {
                // Told below.
            }
        }
        for (Path file : d.record()) {
            to.pair(to.text(ExtractLabel.RECORD.with()), COLUMN, file.toString());
        }
        for (Path file : d.copied()) {
            to.pair(to.text(ExtractLabel.COPIED.with()), COLUMN, file.toString());
        }
        if (d.delivery().scanSha256() == null) {
            to.line(ExtractLabel.NEXT_SIGNED.with(d.request().id()));
        }
        to.line(ExtractLabel.NEXT_RECEIPT.with(d.request().id()));
    }

    @Override
    public void json(Delivered d, Json json) {
        json.field("outcome", d.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .object("delivery");
        fields(d.delivery(), json);
        json.end().array("record");
        for (Path file : d.record()) {
            json.value(file.toString());
        }
        json.end().array("copied");
        for (Path file : d.copied()) {
            json.value(file.toString());
        }
        json.end().object("request");
        ExtractRequestView.fields(d.request(), json);
        json.end();
    }

    static void fields(Delivery d, Json json) {
        json.field("number", d.number())
                .field("receiver", d.receiver())
                .field("receiverPost", d.receiverPost())
                .field("medium", d.medium())
                .field("serial", d.serial())
                .field("sealNumber", d.seal())
                .field("witness", d.witness())
                .field("at", d.at())
                .field("by", d.by().value())
                .field("recordSha256", d.recordSha256())
                .field("scanSha256", d.scanSha256());
    }
}
