package vn.vigil.evidence;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.Message;

/**
 * What became of the check of one package. What the package says of itself – request, approval, clips – is there as far as it
 * could be read, and is to be believed only when the verdict is not {@code NOT_GENUINE}.
 *
 * @param file the package
 * @param verdict the one word
 * @param stages every step, in order
 * @param seals one a seal, the operator's first
 * @param provenAt the time a trusted authority stamped on the first; null when none did
 * @param identity SHA-256 of ASiCManifest001.xml, lower-case hex; null when it is not there
 * @param request what was asked; null when it cannot be read
 * @param approval what was allowed; null when it does not hold
 * @param clips sheets of the clips; empty when one of them does not hold
 * @param roots the trust anchors that were used, fingerprint and name each
 */
public record Judgement(
        Path file,
        Verdict verdict,
        List<Step> stages,
        List<Seal> seals,
        Instant provenAt,
        String identity,
        RequestSheet request,
        ApprovalSheet approval,
        List<ClipSheet> clips,
        List<String> roots) {
    /** The verdict. */
    public enum Verdict {
        GENUINE("genuine"),
        /** All holds; the time of signing is the signer's word. */
        TIME_NOT_PROVEN("genuine-time-not-proven"),
        NOT_GENUINE("not-genuine");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** The word in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * One step.
     *
     * @param name stable, never translated
     * @param ok nothing wrong with it
     * @param proven false for the timestamp step when there is none: nothing wrong, nothing proven
     * @param reason why not; null when all is well
     */
    public record Step(String name, boolean ok, boolean proven, Message reason) {}

    /**
     * One seal.
     *
     * @param signer whom its certificate names; null when it was not found
     * @param signedAt the time the signer claims; null when absent
     * @param provenAt the time a trusted authority stamped; null when none did
     * @param level {@code B}, {@code T} or {@code LT}; null while it is not valid
     * @param trial the certificate is one for trials
     */
    public record Seal(String signer, Instant signedAt, Instant provenAt, String level, boolean trial) {}

    /** Whom the first seal's certificate names; null when it was not found. */
    public String signer() {
        return seals.isEmpty() ? null : seals.get(0).signer();
    }

    /** The time that signer claims; null when absent. */
    public Instant signedAt() {
        return seals.isEmpty() ? null : seals.get(0).signedAt();
    }

    /** The code by which the recipient says that they have it; null unless it is genuine. */
    public String receiptCode() {
        return verdict == Verdict.NOT_GENUINE ? null : ReceiptCode.of(identity);
    }

    /** The first step that failed; null when none did. */
    public Step failed() {
        for (Step s : stages) {
            if (!s.ok()) {
                return s;
            }
        }
        return null;
    }
}
