package vn.vigil.cli.command.ledger;

import java.nio.charset.StandardCharsets;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.witness.SignedHead;

/** Shows a signed head: the note itself, then the line that goes on paper. */
final class SignedHeadView implements View<SignedHead> {
    @Override
    public void text(SignedHead s, Out out) {
        for (String line : new String(s.note(), StandardCharsets.UTF_8).split("\n", -1)) {
            out.line(line);
        }
        out.line(LedgerText.PRINTED.with(s.head().printed()), Tone.STRONG);
        out.line(LedgerText.KEY.with(s.vkey()));
        if (s.stampedAt() != null) {
            out.line(LedgerText.STAMPED.with(out.time(s.stampedAt())), Tone.GOOD);
        } else if (s.timestampMissing() != null) {
            out.line(LedgerText.STAMP_MISSING.with(s.timestampMissing()), Tone.WARNING);
        } else if (s.token() == null) {
            out.line(LedgerText.NOT_STAMPED.with());
        }
    }

    @Override
    public void json(SignedHead s, Json json) {
        json.field("origin", s.head().origin())
                .field("entries", s.head().size())
                .field("root", s.head().root())
                .field("printed", s.head().printed())
                .field("vkey", s.vkey())
                .field("note", new String(s.note(), StandardCharsets.UTF_8))
                .field("stampedAt", s.stampedAt())
                .field("unchanged", s.unchanged());
    }
}
