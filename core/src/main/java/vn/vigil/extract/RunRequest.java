package vn.vigil.extract;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;
import vn.vigil.people.KeySource;

/**
 * What an operator asks when running an approved extraction.
 *
 * @param id the request
 * @param span the span the operator means, or null; must be the approved one to the instant
 * @param live the length of live footage the operator means, or null; must be the approved one
 * @param key the operator's own key, or null: the department's seals
 * @param tsa timestamp authority for this run, or null: the setting's
 * @param trust roots (PEM or DER) that the authority is believed by, besides those of the site
 * @param plainReason why packages are not encrypted although the recipient's certificate is known; null: they are
 * @param withView a copy for looking at goes into the package beside each clip
 * @param dryRun plan and say, touch nothing
 */
public record RunRequest(
        CaseId id,
        TimeSpan span,
        Duration live,
        KeySource key,
        URI tsa,
        List<Path> trust,
        String plainReason,
        boolean withView,
        boolean dryRun) {
    public RunRequest {
        trust = List.copyOf(trust);
    }

    /** With the site's own roots only. */
    public RunRequest(CaseId id, TimeSpan span, Duration live, KeySource key, URI tsa, boolean dryRun) {
        this(id, span, live, key, tsa, List.of(), null, false, dryRun);
    }

    /** Without the passphrase. */
    @Override
    public String toString() {
        return "RunRequest[" + id + "]";
    }
}
