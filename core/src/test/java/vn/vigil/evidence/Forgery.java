package vn.vigil.evidence;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vigil.base.Progress;
import vn.vigil.base.World;
import vn.vigil.ledger.LedgerChain;
import vn.vigil.seal.AsiceReader;
import vn.vigil.seal.AsiceWriter;
import vn.vigil.seal.Cades;
import vn.vigil.seal.Hash;
import vn.vigil.seal.SigningKey;

/** The entries of a genuine package, to be changed and sealed again: what somebody with a key can forge. */
public final class Forgery {
    private static final Set<String> MADE_BY_WRITER =
            Set.of("mimetype", "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt");

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Instant sealedAt;
    private final String approval;

    public Forgery(Path genuine, Instant sealedAt) {
        this.sealedAt = sealedAt;
        try (AsiceReader reader = AsiceReader.open(genuine)) {
            for (String name : reader.names()) {
                if (!MADE_BY_WRITER.contains(name) && !name.startsWith("META-INF/")) {
                    entries.put(name, reader.small(name));
                }
            }
        }
        approval = sha256(PackageVerifier.APPROVAL);
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    byte[] bytes(String name) {
        if (!entries.containsKey(name)) {
            throw new IllegalArgumentException(name);
        }
        return entries.get(name);
    }

    /** The only entry under data/clips with this ending. */
    String clip(String ending) {
        return entries.keySet().stream()
                .filter(n -> n.startsWith("data/clips/") && n.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    Forgery put(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    Forgery put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Forgery take(Forgery other, String... names) {
        for (String name : names) {
            put(name, other.bytes(name));
        }
        return this;
    }

    Forgery remove(String name) {
        bytes(name);
        entries.remove(name);
        return this;
    }

    Forgery rename(String from, String to) {
        put(to, bytes(from));
        return remove(from);
    }

    /** Replaces a text that must be there. */
    Forgery edit(String name, String from, String to) {
        if (!text(name).contains(from)) {
            throw new IllegalArgumentException(name + " does not hold " + from + ": " + text(name));
        }
        return put(name, text(name).replace(from, to));
    }

    /** Puts another value in the place of a member's, a text without escapes or a number. */
    Forgery member(String entry, String name, String json) {
        String there = text(entry);
        Matcher member = Pattern.compile("\"" + name + "\":(\"[^\"]*\"|\\{[^}]*\\}|[^,}\\]]*)")
                .matcher(there);
        if (!member.find()) {
            throw new IllegalArgumentException(name + " is not in " + there);
        }
        String changed = there.substring(0, member.start(1)) + json + there.substring(member.end(1));
        return put(entry, changed);
    }

    /** Makes approval, its signature and the custody record fit the request again, with this approver's key. */
    Forgery approvedBy(SigningKey key) {
        member(PackageVerifier.APPROVAL, "requestSha256", "\"" + sha256(PackageVerifier.REQUEST) + "\"");
        put(PackageVerifier.APPROVAL_SIGNATURE, Cades.sign(bytes(PackageVerifier.APPROVAL), key, sealedAt));
        List<String> bodies = bodies();
        for (int i = 0; i < bodies.size(); i++) {
            String body = bodies.get(i);
            if (body.contains("\"extract.request\"")) {
                bodies.set(
                        i,
                        body.replaceFirst(
                                "\"sha256\":\"[0-9a-f]*\"", "\"sha256\":\"" + sha256(PackageVerifier.REQUEST) + "\""));
            }
            bodies.set(i, bodies.get(i).replace(approval, sha256(PackageVerifier.APPROVAL)));
        }
        return custody(bodies);
    }

    List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        text(PackageVerifier.CUSTODY).lines().forEach(line -> bodies.add(LedgerChain.bodyOf(line)));
        return bodies;
    }

    /** The custody record anew, each line with the hash that belongs to it and linked to the one before where they are neighbours. */
    Forgery custody(List<String> bodies) {
        StringBuilder lines = new StringBuilder();
        long before = -1;
        String hash = "";
        for (String told : bodies) {
            LedgerChain.Parsed parsed = LedgerChain.parse(told);
            String body = parsed.seq() == before + 1 ? told.replace(parsed.prev(), hash) : told;
            hash = Hash.hex(Hash.sha256(body.getBytes(StandardCharsets.UTF_8)));
            before = parsed.seq();
            lines.append("{\"entry\":")
                    .append(body)
                    .append(",\"hash\":\"")
                    .append(hash)
                    .append("\"}\n");
        }
        return put(PackageVerifier.CUSTODY, lines.toString());
    }

    String sha256(String name) {
        return Hash.hex(Hash.sha256(bytes(name)));
    }

    /** A seal over a list of entries. */
    static byte[] sign(byte[] list, SigningKey key, Instant at) {
        return Cades.sign(list, key, at);
    }

    public Path seal(World world, Path file, SigningKey key) {
        try (AsiceWriter writer = AsiceWriter.create(world, file, sealedAt, Map.of(), Progress.NONE)) {
            entries.forEach(writer::add);
            return writer.finish(key, null).path();
        }
    }
}
