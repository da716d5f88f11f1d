package vn.vigil.extract;

/**
 * What became of a request, an approval or a refusal.
 *
 * @param request the request as it now stands; with a dry run, as it would
 * @param outcome whether anything was written
 */
public record Filed(ExtractRequest request, Outcome outcome) {
    public enum Outcome {
        WRITTEN,
        /** The same was on record already. */
        UNCHANGED,
        /** A dry run. */
        WOULD_WRITE
    }
}
