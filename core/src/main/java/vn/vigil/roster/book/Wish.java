package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;

/** What somebody asks for about a day. */
enum Wish implements MessageKey {
    WANT,
    AVOID;

    @Override
    public String catalogue() {
        return "wish";
    }
}
