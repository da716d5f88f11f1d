package vn.vigil.seal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.Message;

/** The four tag files of a BagIt bag (RFC 8493) within a package: written, and held against what is there. */
final class Bag {
    static final String BAGIT = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    static final List<String> OWN = List.of(BAGIT, INFO, MANIFEST, TAG_MANIFEST);

    /** The version of the package's own layout, written as {@code Vigil-Package-Version}. */
    static final String VERSION = "2";

    /** Versions that are read. */
    private static final List<String> READ = List.of("1", VERSION);

    private static final String VERSION_LABEL = "Vigil-Package-Version";
    private static final String OXUM_LABEL = "Payload-Oxum";
    private static final String DATE_LABEL = "Bagging-Date";
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private Bag() {}

    static byte[] declaration() {
        return DECLARATION.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] info(Map<String, String> lines, LocalDate date, long bytes, long files) {
        Map<String, String> all = new LinkedHashMap<>(lines);
        all.put(DATE_LABEL, date.toString());
        all.put(OXUM_LABEL, oxum(bytes, files));
        all.put(VERSION_LABEL, VERSION);
        StringBuilder out = new StringBuilder();
        all.forEach((label, value) -> {
            if (label.isEmpty() || label.indexOf(':') >= 0 || !oneLine(label) || !oneLine(value)) {
                throw new IllegalArgumentException("not fit for bag-info.txt: " + label);
            }
            out.append(label).append(": ").append(value).append('\n');
        });
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean oneLine(String s) {
        return s.indexOf('\n') < 0 && s.indexOf('\r') < 0;
    }

    private static String oxum(long bytes, long files) {
        return bytes + "." + files;
    }

    /** A manifest in the form that {@code sha256sum -c} reads, by name. */
    static byte[] manifest(Map<String, String> digests) {
        StringBuilder out = new StringBuilder();
        new TreeMap<>(digests)
                .forEach((name, digest) ->
                        out.append(digest).append("  ").append(name).append('\n'));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** True for an entry whose digest stands in {@code tagmanifest-sha256.txt}. */
    static boolean isTag(String name) {
        return !name.startsWith(EntryName.DATA)
                && !name.startsWith(EntryName.META)
                && !name.equals(EntryName.MIMETYPE)
                && !name.equals(TAG_MANIFEST);
    }

    /**
     * Holds the bag's files against the entries that are there.
     *
     * @param files content of the four files that are there, by name
     * @param digests SHA-256 of all entries, hexadecimal
     * @param sizes of all entries
     * @return the first fault, or null
     */
    static Message check(Map<String, byte[]> files, Map<String, String> digests, Map<String, Long> sizes) {
        for (String name : OWN) {
            if (!files.containsKey(name)) {
                return SealText.BAG_MALFORMED.with(name);
            }
        }
        if (!DECLARATION.equals(text(files.get(BAGIT)))) {
            return SealText.BAG_MALFORMED.with(BAGIT);
        }
        Map<String, String> payload = new HashMap<>();
        Map<String, String> tags = new HashMap<>();
        long bytes = 0;
        for (Map.Entry<String, String> e : digests.entrySet()) {
            if (e.getKey().startsWith(EntryName.DATA)) {
                payload.put(e.getKey(), e.getValue());
                bytes += sizes.get(e.getKey());
            } else if (isTag(e.getKey())) {
                tags.put(e.getKey(), e.getValue());
            }
        }
        Message fault = agree(MANIFEST, files.get(MANIFEST), payload);
        fault = fault == null ? agree(TAG_MANIFEST, files.get(TAG_MANIFEST), tags) : fault;
        return fault == null ? info(text(files.get(INFO)), oxum(bytes, payload.size())) : fault;
    }

    private static Message agree(String manifest, byte[] content, Map<String, String> there) {
        Map<String, String> left = new HashMap<>(there);
        String text = text(content);
        for (int from = 0, to; from < text.length(); from = to + 1) {
            to = text.indexOf('\n', from);
            if (to < from + 67 || !text.startsWith("  ", from + 64)) {
                return SealText.BAG_MALFORMED.with(manifest);
            }
            String name = text.substring(from + 66, to);
            String digest = left.remove(name);
            if (digest == null) {
                return SealText.BAG_MISSING.with(manifest, name);
            }
            if (!digest.equals(text.substring(from, from + 64))) {
                return SealText.BAG_DIFFERS.with(manifest, name);
            }
        }
        return left.isEmpty() ? null : SealText.BAG_EXTRA.with(manifest, new TreeMap<>(left).firstKey());
    }

    private static Message info(String text, String oxum) {
        Map<String, String> lines = new HashMap<>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(": ");
            if (colon < 1 || lines.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
                return SealText.BAG_MALFORMED.with(INFO);
            }
        }
        if (!READ.contains(lines.getOrDefault(VERSION_LABEL, ""))) {
            return SealText.BAG_VERSION.with(String.valueOf(lines.get(VERSION_LABEL)), VERSION);
        }
        return oxum.equals(lines.get(OXUM_LABEL))
                ? null
                : SealText.BAG_OXUM.with(String.valueOf(lines.get(OXUM_LABEL)), oxum);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
