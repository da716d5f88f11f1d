package vn.vigil.incident;

import vn.vigil.text.Lang;

/**
 * A kind of incident, as the table of kinds has it.
 *
 * @param word stable, never translated; what the command line and the store use
 * @param restricted whether what it is about is seen only by who may read restricted incidents (clause 7.4b)
 * @param clause that speaks of it; empty for a kind of the site's own
 */
public record IncidentKind(String word, boolean restricted, String clause, String english, String vietnamese) {
    public String name(Lang lang) {
        return lang == Lang.VI ? vietnamese : english;
    }
}
