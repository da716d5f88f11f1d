package vn.vigil.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import vn.vigil.base.Message;

/**
 * One check of one package whose container was understood and whose entries are hashed. The signatures come first: what an
 * unbelieved seal says about the entries is of no interest.
 */
final class PackageCheck {
    static final String CONTAINER = "container";
    static final String SIGNATURE = "signature";
    static final String TRUST = "trust";
    static final String TIMESTAMP = "timestamp";
    static final String COVERAGE = "coverage";
    static final String DIGESTS = "digests";
    static final String BAG = "bag";

    private final AsiceReader reader;
    private final TrustAnchors anchors;
    private final Instant validationTime;
    private final List<PackageReport.Seal> seals = new ArrayList<>();
    private final Map<String, AsicManifest> manifests = new TreeMap<>();
    private final Map<String, Message> faults = new HashMap<>();

    PackageCheck(AsiceReader reader, TrustAnchors anchors, Instant validationTime) {
        this.reader = reader;
        this.anchors = anchors;
        this.validationTime = validationTime;
    }

    PackageReport run() {
        seals();
        coverage();
        Message bag = bag();
        if (bag != null) {
            fault(BAG, bag);
        }
        String checksum = reader.checksumFault();
        if (checksum != null && faults.isEmpty()) {
            // Every digest fits, so only the container's own number is wrong; elsewhere the digest says it better.
            fault(CONTAINER, SealText.ENTRY_CHECKSUM.with(checksum));
        }
        List<Stage> stages = new ArrayList<>();
        for (String name : List.of(CONTAINER, SIGNATURE, TRUST, TIMESTAMP, COVERAGE, DIGESTS, BAG)) {
            Message fault = faults.get(name);
            stages.add(
                    fault != null ? Stage.failed(name, fault) : name.equals(TIMESTAMP) ? timestamp() : Stage.ok(name));
        }
        String identity = reader.has(AsiceWriter.MANIFEST) ? reader.sha256(AsiceWriter.MANIFEST) : null;
        return new PackageReport(stages, seals, identity);
    }

    /** The first fault of a stage is the one told. */
    private void fault(String stage, Message reason) {
        faults.putIfAbsent(stage, reason);
    }

    private void seals() {
        Set<String> claimed = new HashSet<>();
        for (String name : reader.names()) {
            if (!isManifest(name)) {
                continue;
            }
            AsicManifest manifest;
            try {
                manifest = AsicManifest.parse(reader.small(name));
            } catch (XMLStreamException | RuntimeException e) {
                // The JDK's XML reader throws unchecked exceptions for some malformed names.
                fault(SIGNATURE, SealText.MANIFEST_MALFORMED.with(name));
                continue;
            }
            manifests.put(name, manifest);
            String signature = manifest.signature();
            if (!isSignature(signature) || !reader.has(signature) || !claimed.add(signature)) {
                fault(SIGNATURE, SealText.SIGNATURE_MISSING.with(name, signature));
                continue;
            }
            judge(name, signature);
        }
        if (manifests.isEmpty()) {
            fault(SIGNATURE, SealText.NO_SEAL.with());
        }
        for (String name : reader.names()) {
            if (name.startsWith(EntryName.META) && !manifests.containsKey(name) && !claimed.contains(name)) {
                fault(COVERAGE, SealText.META_UNKNOWN.with(name));
            }
        }
    }

    private void judge(String manifest, String signature) {
        SignatureReport report = reader.size(signature) > Cms.LIMIT
                ? new SignatureReport(
                        SignatureFault.MALFORMED,
                        SealText.SIGNATURE_MALFORMED.with(),
                        null,
                        false,
                        null,
                        null,
                        null,
                        RevocationFacts.NONE)
                : Cades.verify(reader.small(signature), reader.small(manifest), anchors, validationTime);
        seals.add(new PackageReport.Seal(manifest, signature, report));
        if (!report.valid()) {
            String stage =
                    switch (report.fault()) {
                        case UNTRUSTED, EXPIRED, WRONG_USAGE, REVOKED -> TRUST;
                        case BAD_TIMESTAMP -> TIMESTAMP;
                        case MALFORMED, NOT_ONE_SIGNER, WEAK, CONTENT_CHANGED, BROKEN, CERTIFICATE_MISMATCH ->
                            SIGNATURE;
                    };
            fault(stage, SealText.OF_SEAL.with(signature, report.reason()));
        }
    }

    /** OK only when every seal's time is proven. */
    private Stage timestamp() {
        for (PackageReport.Seal seal : seals) {
            if (seal.report().provenTime() == null) {
                Message why = seal.report().timestamp();
                return Stage.unproven(
                        TIMESTAMP,
                        SealText.OF_SEAL.with(seal.signature(), why == null ? SealText.NO_TIMESTAMP.with() : why));
            }
        }
        return Stage.ok(TIMESTAMP);
    }

    /** Each seal must cover every entry outside META-INF except mimetype, and name none that is not there. */
    private void coverage() {
        manifests.forEach((name, manifest) -> {
            Set<String> left = new HashSet<>(manifest.digests().keySet());
            for (String entry : reader.names()) {
                if (entry.startsWith(EntryName.META) || entry.equals(EntryName.MIMETYPE)) {
                    continue;
                }
                byte[] digest = manifest.digests().get(entry);
                left.remove(entry);
                if (digest == null) {
                    fault(COVERAGE, SealText.NOT_COVERED.with(entry, name));
                } else if (!Hash.hex(digest).equals(reader.sha256(entry))) {
                    fault(DIGESTS, SealText.DIGEST_DIFFERS.with(entry, name));
                }
            }
            if (!left.isEmpty()) {
                fault(COVERAGE, SealText.MISSING.with(first(left), name));
            }
        });
    }

    private static String first(Collection<String> names) {
        return Collections.min(names);
    }

    private Message bag() {
        Map<String, byte[]> files = new HashMap<>();
        Map<String, String> digests = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        for (String name : reader.names()) {
            digests.put(name, reader.sha256(name));
            sizes.put(name, reader.size(name));
        }
        for (String name : Bag.OWN) {
            if (reader.has(name) && reader.size(name) <= AsiceReader.SMALL) {
                files.put(name, reader.small(name));
            }
        }
        return Bag.check(files, digests, sizes);
    }

    private static boolean isManifest(String name) {
        return numbered(name, EntryName.META + "ASiCManifest", ".xml");
    }

    private static boolean isSignature(String name) {
        return numbered(name, EntryName.META + "signature", ".p7s");
    }

    private static boolean numbered(String name, String before, String after) {
        int at = before.length();
        return name.length() == at + 3 + after.length()
                && name.startsWith(before)
                && name.endsWith(after)
                && Character.isDigit(name.charAt(at))
                && Character.isDigit(name.charAt(at + 1))
                && Character.isDigit(name.charAt(at + 2));
    }
}
