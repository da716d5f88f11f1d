package vn.vigil.incident;

import vn.vigil.base.MessageKey;
import vn.vigil.people.Office;

/** Who must be told of an incident (clauses 7.2a, 8.3f), and who may be. */
public enum Addressee implements MessageKey {
    LEADER(Office.TEAM_LEADER),
    DEPUTY(Office.TEAM_DEPUTY),
    BOARD(Office.BOARD),
    STEERING(Office.STEERING_HEAD),
    POLICE(null),
    FIRE(null),
    MEDICAL(null),
    GUARD(null);

    private final Office office;

    Addressee(Office office) {
        this.office = office;
    }

    /** The office within the house; null for an outside body. */
    public Office office() {
        return office;
    }

    /** Whether nobody may close an incident before they are told, short of a reason. */
    public boolean required() {
        return this == LEADER || this == DEPUTY || this == BOARD;
    }

    /** The addressee of a word; null when there is none. */
    public static Addressee of(String word) {
        for (Addressee one : values()) {
            if (one.id().equals(word)) {
                return one;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "incident-addressee";
    }
}
