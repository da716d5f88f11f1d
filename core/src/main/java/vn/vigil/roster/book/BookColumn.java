package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;
import vn.vigil.text.Viet;

/** The columns of what a roster is made of: words of options, files and documents; their titles stand on sheets. */
public enum BookColumn implements MessageKey {
    ID,
    NAME,
    ZONE,
    FROM,
    UNTIL,
    POST,
    START,
    END,
    NEXT_DAY,
    KIND,
    WATCHERS,
    LEADS,
    DAYS,
    HANDOVER,
    COUNTS,
    BODY,
    CYCLE,
    SHIFTS,
    ANCHOR,
    CREWS,
    PERSON,
    NOTE,
    APPROVED_BY,
    DAY,
    SHIFT,
    WISH,
    WEIGHT,
    RULE,
    MODE,
    BOUND,
    ARTICLE,
    WATCHES,
    SHADOW_UNTIL,
    POSTS;

    /** Whether a header means this column: its word, or its title in either language; accents and case ignored. */
    public boolean named(String header) {
        String wanted = Viet.fold(header);
        if (wanted.equals(id())) {
            return true;
        }
        for (Lang lang : Lang.values()) {
            if (wanted.equals(Viet.fold(Texts.pattern(this, lang)))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String catalogue() {
        return "book-column";
    }
}
