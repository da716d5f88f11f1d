package vn.vigil.incident;

/**
 * What became of an opening.
 *
 * @param file the case; the one that opened it sees what they wrote, also where it is restricted
 * @param proposal what was attached beside what was told, and the span to hold
 * @param unchanged the same was on record already
 */
public record Opened(CaseFile file, Proposal proposal, boolean unchanged) {
    public Incident incident() {
        return file.incident();
    }
}
