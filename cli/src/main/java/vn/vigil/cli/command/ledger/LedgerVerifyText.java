package vn.vigil.cli.command.ledger;

import vn.vigil.base.MessageKey;

/** Sentences of {@code vigil ledger verify}. */
enum LedgerVerifyText implements MessageKey {
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
    NO_HEAD;

    @Override
    public String catalogue() {
        return "cli-ledger";
    }
}
