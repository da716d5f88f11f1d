package vn.vigil.meeting;

import java.time.LocalDate;
import vn.vigil.base.CaseId;

/**
 * What a worker asked the team to pass on. Who it was lies in the vault.
 *
 * @param id {@code PET-2026-0001}
 * @param words what is asked for
 * @param anonymous whether nobody is on record
 * @param proposal it became, or null
 * @param answer what was answered; empty while it is open
 * @param told how the petitioner was told; empty: not yet
 */
public record Petition(
        CaseId id, String words, boolean anonymous, LocalDate day, CaseId proposal, String answer, String told) {
    public boolean open() {
        return answer.isEmpty();
    }
}
