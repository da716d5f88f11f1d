package vn.vigil.hold;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.evidence.Wanted;

/**
 * Footage that is to be held.
 *
 * @param cause the case it is held for ({@code INC-…}, {@code EXT-…}, {@code CALL-…}); null for none
 * @param wanted cameras and times; what is live is left out, there is nothing to hold of it
 * @param reason why, as typed; not empty
 * @param keepUntil first day on which it need not be kept any more; null while nobody has said
 */
public record NewHold(CaseId cause, List<Wanted> wanted, String reason, LocalDate keepUntil) {
    public NewHold {
        wanted = List.copyOf(wanted);
    }
}
