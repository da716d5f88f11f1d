package vn.vigil.extract;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of the ledger about a case.
 *
 * @param seq its number in the ledger
 * @param subject the request, or what belongs to it: its hold, its scan
 * @param act {@code extract.approve}
 * @param phase {@code intent}, {@code outcome}; {@code single} for an act of one step
 * @param person member id; null for an account that stands for nobody
 * @param account login of the operating system
 * @param proof how the person was proved
 * @param details as entered
 */
public record LogLine(
        long seq,
        Instant at,
        String subject,
        String act,
        String phase,
        String person,
        String account,
        String proof,
        Map<String, Object> details) {}
