package vn.vigil.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether each copy names an original in the same package, and is the file that its sheet describes. Pure. */
final class CopyStage {
    private final Entries entries;

    CopyStage(Entries entries) {
        this.entries = entries;
    }

    /** @param clips sheets of the package's clips */
    void check(RequestSheet request, List<ClipSheet> clips) throws Doubt {
        List<String> names = entries.beginning(PackageVerifier.VIEWS);
        Set<String> accounted = new HashSet<>();
        for (String name : names) {
            if (name.endsWith(".json")) {
                CopySheet copy = entries.sheet(name, CopySheet::of);
                entries.canonical(name, copy.members());
                boolean whole = copy.request().equals(request.id().toString())
                        && copy.packageIdentity() == null
                        && copy.file().startsWith(PackageVerifier.VIEWS)
                        && entries.reader().has(copy.file())
                        && entries.reader().size(copy.file()) == copy.bytes()
                        && entries.reader().sha256(copy.file()).equals(copy.sha256())
                        && isOf(copy, clips);
                if (!whole) {
                    throw new Doubt(EvidenceText.COPY_OF_NOTHING.with(name));
                }
                accounted.add(name);
                accounted.add(copy.file());
            }
        }
        Entries.allOf(names, accounted);
    }

    private static boolean isOf(CopySheet copy, List<ClipSheet> clips) {
        for (ClipSheet clip : clips) {
            if (clip.file().equals(copy.original())
                    && clip.sha256().equals(copy.originalSha256())
                    && clip.video().essenceSha256().equals(copy.originalEssenceSha256())) {
                return true;
            }
        }
        return false;
    }
}
