package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;

/** How a duty is stood. */
public enum DutyKind implements MessageKey {
    /** At the screens (trực tại chỗ). */
    ON_SITE,
    /** Reachable by telephone, ready to come (trực qua điện thoại). */
    BY_TELEPHONE,
    /** By the building's guards, outside staff (bảo vệ cơ quan). */
    GUARD;

    /** The kind of a word such as {@code by-telephone}; null when there is none. */
    public static DutyKind of(String word) {
        for (DutyKind kind : values()) {
            if (kind.id().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "duty-kind";
    }
}
