package vn.vigil.roster.search;

import java.util.List;

/**
 * Why no roster holds every hard rule and fills every hard demand.
 *
 * @param verdict what is known
 * @param rules the rules that cannot hold together: without any one of them the others could. Empty unless the verdict is
 *     {@link Verdict#CONFLICT}
 * @param smallest whether {@code rules} was shrunk to the end; false when the deadline came first
 * @param relaxations single changes that help, each the smallest of its rule
 */
public record Explanation(Verdict verdict, List<Rule> rules, boolean smallest, List<Relaxation> relaxations) {
    /** What is known. */
    public enum Verdict {
        /** The rules cannot hold together. */
        CONFLICT,
        /** They can: a roster exists, though the search may not have found it. */
        POSSIBLE,
        /** The deadline came first. */
        UNKNOWN
    }

    public Explanation {
        rules = List.copyOf(rules);
        relaxations = List.copyOf(relaxations);
    }
}
