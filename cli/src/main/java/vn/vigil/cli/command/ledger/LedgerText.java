package vn.vigil.cli.command.ledger;

import vn.vigil.base.MessageKey;

/** Sentences of the verbs about the ledger. */
enum LedgerText implements MessageKey {
    INTACT,
    HEAD,
    BAD,
    GOOD_BEFORE,
    MALFORMED,
    EDITED,
    BROKEN_LINK,
    COLUMNS_DIFFER,
    TAIL_CUT,
    BEYOND_HEAD,
    HEAD_DIFFERS,
    NO_HEAD,
    CHECKPOINT_DIFFERS,
    CHECKPOINT_AHEAD,
    PRINTED,
    KEY,
    STAMPED,
    STAMP_MISSING,
    NOT_STAMPED,
    ENTRY,
    TIME,
    ACT,
    PHASE,
    SUBJECT,
    ACCOUNT,
    PERSON,
    PROOF,
    DETAILS;

    @Override
    public String catalogue() {
        return "cli-ledger";
    }
}
