package vn.vigil.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the copies for looking at are copies of clips in the same package, made under its request. Pure. */
final class CopyCheck {
    private CopyCheck() {}

    /** Checks every copy; there need be none. What one shows is not judged: it proves nothing. */
    static void views(Entries entries, RequestSheet request, List<ClipSheet> clips) throws Doubt {
        List<String> names = entries.beginning(PackageVerifier.VIEWS);
        Set<String> accounted = new HashSet<>();
        for (String name : names) {
            if (name.endsWith(".json")) {
                CopySheet copy = entries.sheet(name, CopySheet::of);
                entries.canonical(name, copy.members());
                String file = name.substring(0, name.length() - ".json".length()) + ".mp4";
                if (copy.packageIdentity() != null
                        || copy.kind() == CopySheet.Kind.STILL
                        || !copy.request().equals(request.id().toString())
                        || !copy.file().equals(file)
                        || !hasOriginal(copy, clips)) {
                    throw new Doubt(EvidenceText.COPY_OF_NOTHING.with(name));
                }
                if (!entries.reader().has(file)) {
                    throw new Doubt(EvidenceText.ENTRY_MISSING.with(file));
                }
                if (entries.reader().size(file) != copy.bytes()
                        || !entries.reader().sha256(file).equals(copy.sha256())) {
                    throw new Doubt(EvidenceText.CLIP_OTHER_FILE.with(file));
                }
                accounted.add(name);
                accounted.add(file);
            }
        }
        Entries.allOf(names, accounted);
    }

    private static boolean hasOriginal(CopySheet copy, List<ClipSheet> clips) {
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
