package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;

/** The two answers. */
enum YesNo implements MessageKey {
    YES,
    NO;

    static String of(boolean yes) {
        return yes ? "yes" : "no";
    }

    @Override
    public String catalogue() {
        return "yes-no";
    }
}
