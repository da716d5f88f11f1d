package vn.vigil.seal;

import java.time.Instant;
import java.util.List;

/**
 * What became of the check of one package. Later checks of a caller are appended with {@link #with}.
 *
 * @param stages in order; after a failed {@code container} nothing else was looked at
 * @param seals one a signature, in order of name; empty when the container could not be read
 * @param identity SHA-256 of ASiCManifest001.xml, lower-case hexadecimal; null when it is not there
 */
public record PackageReport(List<Stage> stages, List<Seal> seals, String identity) {
    /**
     * One seal.
     *
     * @param manifest entry name of the ASiCManifest
     * @param signature entry name of the signature
     * @param report what the check of the signature gave
     */
    public record Seal(String manifest, String signature, SignatureReport report) {}

    public PackageReport {
        stages = List.copyOf(stages);
        seals = List.copyOf(seals);
    }

    /** The worst of the stages. */
    public Verdict verdict() {
        Verdict worst = Verdict.GENUINE;
        for (Stage stage : stages) {
            if (stage.outcome() == Stage.Outcome.FAILED) {
                return Verdict.NOT_GENUINE;
            }
            if (stage.outcome() == Stage.Outcome.UNPROVEN) {
                worst = Verdict.GENUINE_TIME_NOT_PROVEN;
            }
        }
        return worst;
    }

    /** The first stage that failed; null when none did. */
    public Stage failed() {
        for (Stage stage : stages) {
            if (stage.outcome() == Stage.Outcome.FAILED) {
                return stage;
            }
        }
        return null;
    }

    /** The first seal's proven time; null when none is proven. */
    public Instant provenTime() {
        return seals.isEmpty() ? null : seals.get(0).report().provenTime();
    }

    /** The lowest level of all seals, each as far as it is valid; null when there is none. */
    public SealLevel level() {
        SealLevel lowest = null;
        for (Seal seal : seals) {
            SealLevel level = seal.report().level();
            lowest = lowest == null || level.compareTo(lowest) < 0 ? level : lowest;
        }
        return lowest;
    }

    /** This report with further stages at the end. */
    public PackageReport with(List<Stage> more) {
        List<Stage> all = new java.util.ArrayList<>(stages);
        all.addAll(more);
        return new PackageReport(all, seals, identity);
    }
}
