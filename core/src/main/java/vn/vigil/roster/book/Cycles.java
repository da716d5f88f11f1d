package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;

/**
 * Well-known patterns as letters: D and N are day and night of 12 hours, M, A and N morning, afternoon and night of 8, {@code -}
 * is off. With the crews spread evenly, every day has one crew in each shift. Pure.
 */
enum Cycles implements MessageKey {
    /** One crew after the other stands the shifts of the site in turn; as long as there are crews. */
    ROUND_ROBIN(null),
    /** 2-2-3 with every other weekend free, two weeks of days, then two of nights. */
    PITMAN("DD--DDD--DD---NN--NNN--NN---"),
    /** Four nights, three days off, three days, one off, three nights, three off, four days, seven off. */
    DUPONT("NNNN---DDD-NNN---DDDD-------"),
    /** 2-2-3 of eight hours, rotating forward. */
    CONTINENTAL("MMAANNN--MMAAANN--MMMAANN---"),
    /** 2-2-2 of eight hours, rotating forward. */
    METROPOLITAN("MMAANN--"),
    FOUR_ON_FOUR_OFF("DDDD----NNNN----");

    private final String letters;

    Cycles(String letters) {
        this.letters = letters;
    }

    /**
     * The letters of the cycle.
     *
     * @param shifts letters of the site's shifts in their order, for the round robin
     * @param crews at least as many as shifts for the round robin
     */
    String letters(String shifts, int crews) {
        return letters != null ? letters : shifts + "-".repeat(Math.max(0, crews - shifts.length()));
    }

    /** How many crews it is made for; 0: any number. */
    int crews() {
        return letters == null ? 0 : 4;
    }

    /** {@code 4-on-4-off} is the word that people use. */
    @Override
    public String id() {
        return this == FOUR_ON_FOUR_OFF ? "4-on-4-off" : MessageKey.super.id();
    }

    @Override
    public String catalogue() {
        return "pattern-kind";
    }
}
