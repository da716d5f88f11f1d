package vn.vigil.seal;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which names an entry may have: relative, no way out of the folder it is unpacked to, and writable on Linux, Windows and macOS
 * alike. No {@code %} either: BagIt would write it as {@code %25}, and {@code sha256sum -c} would look for a file of that name. The
 * writer and the strict reader ask the same rules.
 */
final class EntryName {
    static final String MIMETYPE = "mimetype";
    static final String META = "META-INF/";
    static final String DATA = "data/";

    /** Windows' MAX_PATH less room for the folder it is unpacked to. */
    private static final int MAX = 200;

    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private EntryName() {}

    static boolean good(String name) {
        if (name.isEmpty() || name.length() > MAX || !Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            return false;
        }
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            int kind = Character.getType(c);
            if (kind == Character.CONTROL
                    || kind == Character.FORMAT
                    || kind == Character.SURROGATE
                    || kind == Character.PRIVATE_USE
                    || kind == Character.UNASSIGNED
                    || kind == Character.LINE_SEPARATOR
                    || kind == Character.PARAGRAPH_SEPARATOR
                    || "<>:\"|?*\\%".indexOf(c) >= 0) {
                return false;
            }
            i += Character.charCount(c);
        }
        for (int from = 0, to; from <= name.length(); from = to + 1) {
            to = name.indexOf('/', from);
            to = to < 0 ? name.length() : to;
            String part = name.substring(from, to);
            if (part.isEmpty() || part.endsWith(".") || part.endsWith(" ") || part.startsWith(" ")) {
                return false; // also "." and "..", and a leading, trailing or doubled slash
            }
            int dot = part.indexOf('.');
            if (DEVICES.contains((dot < 0 ? part : part.substring(0, dot)).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    /** Names so far, to find those that some file system would take for one another. */
    static final class Seen {
        private final Set<String> files = new HashSet<>();
        private final Set<String> folders = new HashSet<>();

        /** @return false when the name collides with an earlier one, by case, by form, or as file and folder */
        boolean add(String name) {
            // Upper, then lower: ſ, ß and the Kelvin sign fall together as on file systems that ignore case.
            String key = Normalizer.normalize(name, Normalizer.Form.NFKC)
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
            if (folders.contains(key) || !files.add(key)) {
                return false;
            }
            for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
                String folder = key.substring(0, slash);
                if (files.contains(folder)) {
                    return false;
                }
                folders.add(folder);
            }
            return true;
        }
    }
}
