package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;

/** Sentences of {@code roster solve}. */
enum SolveText implements MessageKey {
    COST,
    UNDER,
    OVER,
    WISHES,
    VIOLATIONS,
    PROOF,
    PROVEN,
    NOT_PROVEN,
    BOUND,
    WRITTEN,
    UNCHANGED_FILE,
    NOT_WRITTEN,
    BAD_EFFORT;

    @Override
    public String catalogue() {
        return "cli-roster-solve";
    }
}
