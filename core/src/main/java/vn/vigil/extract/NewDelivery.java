package vn.vigil.extract;

import java.nio.file.Path;
import vn.vigil.base.CaseId;

/**
 * A hand-over as it is entered.
 *
 * @param id the request
 * @param receiver who takes it, for the recipient
 * @param receiverPost what they are there; null when not told
 * @param medium on what: {@code USB Kingston 32 GB}
 * @param serial of the medium; null when it has none
 * @param seal number of the seal on its envelope; null when there is none
 * @param witness null when there is none
 * @param copyTo the medium's folder, to which the packages are copied and read back; null: they were put there otherwise
 */
public record NewDelivery(
        CaseId id,
        String receiver,
        String receiverPost,
        String medium,
        String serial,
        String seal,
        String witness,
        Path copyTo) {}
