package vn.vigil.evidence;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.Message;

/**
 * What became of the check of one package.
 *
 * @param file the package
 * @param verdict the one word
 * @param stages every step, in order
 * @param signer whom the first seal's certificate names; null when it was not found
 * @param signedAt the time the signer claims; null when absent
 * @param provenAt the time a trusted authority stamped; null when none did
 * @param identity SHA-256 of ASiCManifest001.xml, lower-case hex; null when it is not there
 * @param roots the trust anchors that were used, fingerprint and name each
 */
public record Judgement(
        Path file,
        Verdict verdict,
        List<Step> stages,
        String signer,
        Instant signedAt,
        Instant provenAt,
        String identity,
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
