package vn.vigil.people;

import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;

/**
 * Who signs for a body, as a paper prints it (Decree 30/2020, article 13).
 *
 * @param lines above the signature: {@code TM. TỔ NÒNG CỐT}, {@code KT. TỔ TRƯỞNG}, {@code TỔ PHÓ}
 * @param name printed below it
 * @param capacity what the signature rests on
 * @param record the absence or delegation; null where the head signs
 * @param basis the delegation's written document; null otherwise
 */
public record SignatureBlock(
        Body body, List<String> lines, MemberId member, String name, Capacity capacity, CaseId record, String basis) {
    public SignatureBlock {
        lines = List.copyOf(lines);
    }
}
