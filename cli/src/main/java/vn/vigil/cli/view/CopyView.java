package vn.vigil.cli.view;

import java.util.Locale;
import vn.vigil.copy.CopyResult;
import vn.vigil.evidence.CopySheet;

/** Shows a copy that was made: where it lies, for whom, of what, and that it is not the original. */
public final class CopyView implements View<CopyResult> {
    private static final int COLUMN = 18;

    private final Out out;

    /** @param out tells the zone for local times */
    public CopyView(Out out) {
        this.out = out;
    }

    @Override
    public void text(CopyResult r, Out to) {
        switch (r.outcome()) {
            case MADE -> to.line(CopyLabel.MADE.with(r.file()), Tone.STRONG);
            case UNCHANGED -> to.line(CopyLabel.UNCHANGED.with(r.file()), Tone.STRONG);
            case PLANNED -> to.line(CopyLabel.PLANNED.with(r.file()), Tone.STRONG);
        }
        CopySheet sheet = r.sheet();
        if (sheet == null) {
            return;
        }
        pair(to, CopyLabel.RECIPIENT, sheet.recipient());
        pair(to, CopyLabel.ORIGINAL, sheet.original());
        pair(to, CopyLabel.FIRST_PICTURE, out.time(sheet.first()));
        if (!sheet.masks().isEmpty()) {
            pair(to, CopyLabel.MASKS, Integer.toString(sheet.masks().size()));
            pair(to, CopyLabel.CONFIRMED_BY, sheet.confirmedBy());
        }
        to.pair("SHA-256", COLUMN, sheet.sha256());
        pair(to, CopyLabel.SHEET, r.sheetFile().toString());
        to.line(CopyLabel.NOT_THE_ORIGINAL.with(), Tone.FAINT);
    }

    private static void pair(Out to, CopyLabel name, String value) {
        to.pair(to.text(name.with()), COLUMN, value);
    }

    @Override
    public void json(CopyResult r, Json json) {
        CopySheet sheet = r.sheet();
        json.field("outcome", r.outcome().name().toLowerCase(Locale.ROOT))
                .field("file", r.file().toString())
                .field("sheet", r.sheetFile().toString());
        if (sheet == null) {
            return;
        }
        json.field("kind", sheet.kind().word())
                .field("request", sheet.request())
                .field("recipient", sheet.recipient())
                .field("leave", sheet.leave())
                .field("original", sheet.original())
                .field("originalSha256", sheet.originalSha256())
                .field("package", sheet.packageIdentity())
                .field("sha256", sheet.sha256())
                .field("bytes", sheet.bytes())
                .field("frames", sheet.frames())
                .field("firstPicture", sheet.first())
                .field("timeBasis", sheet.timeBasis().word())
                .field("masks", sheet.masks().size())
                .field("maskStyle", sheet.styleWord())
                .field("confirmedBy", sheet.confirmedBy())
                .field("proposed", sheet.proposed())
                .field("madeBy", sheet.madeBy())
                .field("madeAt", sheet.madeAt());
    }
}
