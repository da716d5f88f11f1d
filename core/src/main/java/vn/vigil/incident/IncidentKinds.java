package vn.vigil.incident;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.text.Nearest;
import vn.vigil.text.Viet;

/**
 * The kinds of incidents: those of the regulation (clauses 2b, 7.4, 10b), then those of the site's own file. A line of it is a word, a
 * tab, {@code open} or {@code restricted}, a tab, a clause or nothing, a tab, the English name, a tab, the Vietnamese name; empty lines
 * and lines that begin with {@code #} do not count. The same word again replaces the earlier line, except that a kind which the
 * regulation restricts stays restricted.
 */
public final class IncidentKinds {
    private final Map<String, IncidentKind> byWord = new LinkedHashMap<>();

    private IncidentKinds() {}

    /**
     * @param own the site's file; null: none
     * @throws VigilException USAGE with all faults of that file
     */
    static IncidentKinds read(Path own) {
        IncidentKinds kinds = new IncidentKinds();
        try (InputStream in = IncidentKinds.class.getResourceAsStream("kinds.tsv")) {
            kinds.add(new String(in.readAllBytes(), StandardCharsets.UTF_8), new ArrayList<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (own == null) {
            return kinds;
        }
        List<Integer> bad = new ArrayList<>();
        try {
            kinds.add(Files.readString(own), bad);
        } catch (CharacterCodingException e) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-INCIDENT-KINDS", IncidentText.KINDS_NOT_UTF8.with(own.toString()));
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.USAGE, "VG-INCIDENT-KINDS", IncidentText.KINDS_UNREADABLE.with(own.toString()))
                    .causedBy(e);
        }
        if (!bad.isEmpty()) {
            VigilException e = new VigilException(
                    ErrorKind.USAGE, "VG-INCIDENT-KINDS", IncidentText.KINDS_FAULTS.with(own.toString()));
            bad.forEach(line -> e.why(IncidentText.KINDS_LINE.with(line)));
            throw e;
        }
        return kinds;
    }

    private void add(String text, List<Integer> bad) {
        String[] lines = Viet.nfc(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            boolean restricted = cells.length > 1 && cells[1].strip().equals("restricted");
            if (cells.length != 5
                    || !cells[0].strip().matches("[a-z][a-z0-9-]{0,39}")
                    || !restricted && !cells[1].strip().equals("open")
                    || cells[3].isBlank()
                    || cells[4].isBlank()) {
                bad.add(i + 1);
                continue;
            }
            String word = cells[0].strip();
            IncidentKind before = byWord.get(word);
            byWord.put(
                    word,
                    new IncidentKind(
                            word,
                            restricted || before != null && before.restricted(),
                            cells[2].strip(),
                            cells[3].strip(),
                            cells[4].strip()));
        }
    }

    public List<IncidentKind> all() {
        return List.copyOf(byWord.values());
    }

    /** @throws VigilException USAGE with the nearest word */
    public IncidentKind get(String word) {
        IncidentKind kind = byWord.get(word);
        if (kind == null) {
            VigilException e = new VigilException(
                            ErrorKind.USAGE, "VG-INCIDENT-KIND", IncidentText.NO_SUCH_KIND.with(word))
                    .why(IncidentText.KINDS_ARE.with(String.join(", ", byWord.keySet())));
            String near = Nearest.of(word, byWord.keySet());
            throw near == null ? e : e.next(IncidentText.NEXT_KIND.with(near));
        }
        return kind;
    }

    /** The kind of a word in the store; one that the site's file no longer has is restricted, for safety. */
    IncidentKind known(String word) {
        IncidentKind kind = byWord.get(word);
        return kind != null ? kind : new IncidentKind(word, true, "", word, word);
    }
}
