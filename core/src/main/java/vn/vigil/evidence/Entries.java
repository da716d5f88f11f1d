package vn.vigil.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.seal.AsiceReader;

/** What lies in a package, by the names of {@code docs/design/package.md}. One thread. */
final class Entries {
    static final String INFO = "bag-info.txt";
    private static final String VERSION = "\nVigil-Package-Version: ";
    private static final long MAX_ENTRY = 8L << 20;

    private static final Set<String> KNOWN = Set.of(
            "mimetype",
            "bagit.txt",
            INFO,
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
            PackageVerifier.REQUEST,
            PackageVerifier.APPROVAL,
            PackageVerifier.APPROVAL_SIGNATURE,
            PackageVerifier.CUSTODY,
            PackageVerifier.GUIDE);

    private static final Set<String> SINCE_2 =
            Set.of(PackageVerifier.CHECKPOINT, PackageVerifier.LOG_KEY, PackageVerifier.RECORD);

    private final AsiceReader reader;

    Entries(AsiceReader reader) {
        this.reader = reader;
    }

    AsiceReader reader() {
        return reader;
    }

    /** The form of the package: 1 when it does not say. */
    int version() throws Doubt {
        String info = "\n" + new String(bytes(INFO), StandardCharsets.UTF_8);
        int at = info.indexOf(VERSION);
        return at < 0 || !info.startsWith("2\n", at + VERSION.length()) ? 1 : 2;
    }

    /** Fails for whatever no package of its version holds. */
    void onlyKnown() throws Doubt {
        boolean later = version() > 1;
        for (String name : reader.names()) {
            boolean known = KNOWN.contains(name)
                    || name.startsWith("META-INF/")
                    || name.startsWith(PackageVerifier.CLIPS)
                    || later
                            && (SINCE_2.contains(name)
                                    || name.startsWith(PackageVerifier.PROOF)
                                    || name.startsWith(PackageVerifier.APPROVAL_SCAN)
                                    || name.startsWith(PackageVerifier.VIEWS));
            if (!known) {
                throw new Doubt(EvidenceText.UNKNOWN_ENTRY.with(name));
            }
        }
    }

    /** Names that begin so, in order. */
    List<String> beginning(String prefix) {
        List<String> names = new ArrayList<>();
        for (String name : reader.names()) {
            if (name.startsWith(prefix)) {
                names.add(name);
            }
        }
        return names;
    }

    byte[] bytes(String name) throws Doubt {
        if (!reader.has(name)) {
            throw new Doubt(EvidenceText.ENTRY_MISSING.with(name));
        }
        if (reader.size(name) > MAX_ENTRY) {
            throw new Doubt(EvidenceText.SHEET_OTHER_FORM.with(name));
        }
        return reader.small(name);
    }

    /** Reads a sheet. */
    <T> T sheet(String name, Sheet.Reading<T> reading) throws Doubt {
        try {
            return Sheet.read(bytes(name), reading);
        } catch (Sheet.SheetException e) {
            throw new Doubt(EvidenceText.BAD_SHEET.with(name, e.getMessage()));
        }
    }

    /** Nothing hides in a sheet that its reader does not know, and what it tells twice is the same. */
    void canonical(String name, Map<String, Object> members) throws Doubt {
        boolean same;
        try {
            same = Arrays.equals(CanonicalJson.bytes(members), bytes(name));
        } catch (IllegalArgumentException e) {
            same = false;
        }
        if (!same) {
            throw new Doubt(EvidenceText.SHEET_OTHER_FORM.with(name));
        }
    }

    /**
     * Fails for a sheet later than the package says that it is itself: marked older, a package would be spared what its version must
     * hold. A request that was filed by an older program may lie in a later package.
     */
    void ofVersion(String name, int sheet) throws Doubt {
        if (sheet > version()) {
            throw new Doubt(EvidenceText.SHEET_OTHER_VERSION.with(name));
        }
    }

    /** Fails when one of the names was accounted for by nothing. */
    static void allOf(Collection<String> names, Collection<String> accounted) throws Doubt {
        for (String name : names) {
            if (!accounted.contains(name)) {
                throw new Doubt(EvidenceText.UNKNOWN_ENTRY.with(name));
            }
        }
    }
}
