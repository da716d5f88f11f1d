package vn.vigil.cli.command.ledger;

import java.time.Instant;
import java.util.Map;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.LedgerChain;

/** One entry of the ledger as a row. */
final class EntryRow implements RowView<LedgerChain.Parsed> {
    @Override
    public String[] columns() {
        return new String[] {"entry", "time", "act", "phase", "subject", "account", "person", "proof", "details"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            LedgerText.ENTRY,
            LedgerText.TIME,
            LedgerText.ACT,
            LedgerText.PHASE,
            LedgerText.SUBJECT,
            LedgerText.ACCOUNT,
            LedgerText.PERSON,
            LedgerText.PROOF,
            LedgerText.DETAILS
        };
    }

    @Override
    public void cells(LedgerChain.Parsed e, Cells cells) {
        cells.add(e.seq())
                .add(e.time())
                .add(e.act())
                .add(e.phase())
                .add(e.subject())
                .add(actor(e, "account"))
                .add(actor(e, "person"))
                .add(actor(e, "proof"))
                .add(CanonicalJson.text(e.content().get("details")));
    }

    @Override
    public void json(LedgerChain.Parsed e, Json json) {
        json.field("entry", e.seq())
                .field("time", Instant.parse(e.time()))
                .field("act", e.act())
                .field("phase", e.phase())
                .field("subject", e.subject())
                .field("account", actor(e, "account"))
                .field("person", actor(e, "person"))
                .field("proof", actor(e, "proof"))
                .field("details", CanonicalJson.text(e.content().get("details")));
    }

    private static String actor(LedgerChain.Parsed e, String member) {
        Object value = e.content().get("actor") instanceof Map<?, ?> actor ? actor.get(member) : null;
        return value == null ? "" : value.toString();
    }
}
