package vn.vigil.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.Message;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;

/**
 * Reads what stands between the two lines {@code ---} on top of a paper: a small part of YAML. {@code key: value};
 * {@code key:} with lines {@code - value} below; {@code key:} with lines {@code name: value} below, indented; a list of such.
 * A value is one line of Markdown and may stand in double quotes; a line that begins with {@code #} is a remark. One use.
 */
final class FrontMatter {
    static final List<String> KEYS = List.of(
            "form",
            "lang",
            "orientation",
            "size",
            "margins",
            "pages",
            "superior",
            "body",
            "number",
            "place",
            "date",
            "kind",
            "abstract",
            "to",
            "bases",
            "recipients",
            "signatures",
            "annex",
            "mark",
            "urgency",
            "title");
    private static final List<String> LISTS = List.of("to", "bases", "recipients");
    private static final List<String> SIGNATURE = List.of("title", "note", "name");
    private static final List<String> ANNEX = List.of("number", "title", "attached");

    /** Text areas of Decree 30/2020: top, bottom, left, right in millimetres. */
    private static final double[] MARGINS = {20, 20, 30, 15};

    private final List<String> lines;
    private final List<Message> faults;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Integer> at = new TreeMap<>();
    private final Map<String, List<String>> lists = new TreeMap<>();
    private final List<Map<String, String>> signatures = new ArrayList<>();
    private Map<String, String> annex;
    private String key;

    private FrontMatter(List<String> lines, List<Message> faults) {
        this.lines = lines;
        this.faults = faults;
    }

    /**
     * @param lines of the whole file
     * @param from index of the first line behind the opening {@code ---}
     * @param to index of the closing one
     */
    static Head read(List<String> lines, int from, int to, Lang fallback, List<Message> faults) {
        FrontMatter front = new FrontMatter(lines, faults);
        for (int i = from; i < to; i++) {
            front.line(i);
        }
        return front.head(fallback);
    }

    private void line(int i) {
        String line = lines.get(i);
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        if (line.startsWith("\t")) {
            faults.add(DocumentText.FRONT_TAB.with(i + 1));
        } else if (line.charAt(0) != ' ' && line.charAt(0) != '-') {
            top(i, text);
        } else if (key == null) {
            faults.add(DocumentText.FRONT_LINE.with(i + 1, text));
        } else if (text.equals("-") || text.startsWith("- ")) {
            item(i, text.substring(1).strip());
        } else {
            below(i, text);
        }
    }

    private void top(int i, String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon).strip();
        key = null;
        if (colon < 0 || colon + 1 < text.length() && text.charAt(colon + 1) != ' ') {
            faults.add(DocumentText.FRONT_LINE.with(i + 1, text));
        } else if (!KEYS.contains(word)) {
            unknown(i, word, KEYS);
        } else if (at.put(word, i + 1) != null) {
            faults.add(DocumentText.FRONT_TWICE.with(i + 1, word));
        } else {
            String value = text.substring(colon + 1).strip();
            key = word;
            if (LISTS.contains(word)) {
                List<String> list = new ArrayList<>();
                lists.put(word, list);
                if (!value.isEmpty()) {
                    list.add(unquote(value));
                }
            } else if (word.equals("signatures") || word.equals("annex")) {
                annex = word.equals("annex") ? new LinkedHashMap<>() : annex;
                if (!value.isEmpty()) {
                    faults.add(DocumentText.FRONT_BELOW.with(i + 1, word));
                }
            } else {
                values.put(word, unquote(value));
            }
        }
    }

    private void item(int i, String text) {
        if (LISTS.contains(key)) {
            if (!text.isEmpty()) {
                lists.get(key).add(unquote(text));
            }
        } else if (key.equals("signatures")) {
            signatures.add(new LinkedHashMap<>());
            if (!text.isEmpty()) {
                below(i, text);
            }
        } else {
            faults.add(DocumentText.FRONT_NO_LIST.with(i + 1, key));
        }
    }

    private void below(int i, String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon).strip();
        String value = colon < 0 ? "" : unquote(text.substring(colon + 1).strip());
        if (key.equals("annex")) {
            if (ANNEX.contains(word)) {
                annex.put(word, value);
            } else {
                unknown(i, word, ANNEX);
            }
        } else if (key.equals("signatures") && !signatures.isEmpty()) {
            if (SIGNATURE.contains(word)) {
                signatures.get(signatures.size() - 1).put(word, value);
            } else {
                unknown(i, word, SIGNATURE);
            }
        } else {
            faults.add(DocumentText.FRONT_LINE.with(i + 1, text));
        }
    }

    private void unknown(int i, String word, List<String> known) {
        String near = Nearest.of(word, known);
        faults.add(
                near == null
                        ? DocumentText.FRONT_UNKNOWN.with(i + 1, word, String.join(", ", known))
                        : DocumentText.FRONT_NEAR.with(i + 1, word, near));
    }

    private static String unquote(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"") || value.endsWith("\\\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replace("\\\"", "\"");
    }

    private Head head(Lang fallback) {
        Head.Shape shape = word("form", Head.Shape.values(), Head.Shape.ADMINISTRATIVE);
        Lang lang = word("lang", Lang.values(), fallback);
        boolean landscape = word("orientation", Orientation.values(), Orientation.PORTRAIT) == Orientation.LANDSCAPE;
        List<Head.Signature> blocks = new ArrayList<>();
        for (Map<String, String> s : signatures) {
            blocks.add(new Head.Signature(
                    Body.line(s.getOrDefault("title", "")),
                    Body.line(s.getOrDefault("note", "")),
                    Body.line(s.getOrDefault("name", ""))));
        }
        Head.Annex attached = annex == null
                ? null
                : new Head.Annex(
                        Paper.plain(Body.line(annex.getOrDefault("number", ""))),
                        Body.line(annex.getOrDefault("title", "")),
                        Body.line(annex.getOrDefault("attached", "")));
        String title = plain("title");
        if (title.isEmpty()) {
            title = (plain("kind") + " " + plain("abstract")).strip();
            title = title.isEmpty() && attached != null ? Paper.plain(attached.title()) : title;
        }
        return new Head(
                shape,
                lang,
                landscape,
                number("size", 14, 7, 20),
                margins(),
                (int) number("pages", 0, 0, 99),
                Body.line(values.getOrDefault("superior", "")),
                Body.line(values.getOrDefault("body", "")),
                values.containsKey("number") ? plain("number") : null,
                plain("place"),
                values.containsKey("date"),
                date(),
                Body.line(values.getOrDefault("kind", "")),
                Body.line(values.getOrDefault("abstract", "")),
                lines("to"),
                lines("bases"),
                lines("recipients"),
                blocks,
                attached,
                plain("mark"),
                plain("urgency"),
                title.replace('\n', ' ').replace(NoBreak.NBSP, ' '));
    }

    private enum Orientation {
        PORTRAIT,
        LANDSCAPE
    }

    private <E extends Enum<E>> E word(String of, E[] all, E fallback) {
        String value = values.getOrDefault(of, "");
        if (value.isEmpty()) {
            return fallback;
        }
        List<String> words = new ArrayList<>();
        for (E e : all) {
            String word = e.name().toLowerCase(java.util.Locale.ROOT);
            if (word.equals(value)) {
                return e;
            }
            words.add(word);
        }
        faults.add(DocumentText.FRONT_WORD.with(at.get(of), of, value, String.join(", ", words)));
        return fallback;
    }

    private double number(String of, double fallback, double least, double most) {
        String value = values.getOrDefault(of, "");
        if (value.isEmpty()) {
            return fallback;
        }
        try {
            double d = Double.parseDouble(value);
            if (d >= least && d <= most) {
                return d;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        faults.add(DocumentText.FRONT_NUMBER.with(at.get(of), of, value, (int) least, (int) most));
        return fallback;
    }

    private double[] margins() {
        String value = values.getOrDefault("margins", "");
        if (value.isEmpty()) {
            return MARGINS;
        }
        String[] parts = value.split(" +");
        double[] margins = new double[4];
        try {
            for (int i = 0; i < 4; i++) {
                margins[i] = Double.parseDouble(parts[i]);
                if (!(margins[i] >= 5 && margins[i] <= 60)) {
                    throw new NumberFormatException(parts[i]);
                }
            }
            if (parts.length == 4) {
                return margins;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Told below.
        }
        faults.add(DocumentText.FRONT_MARGINS.with(at.get("margins"), value));
        return MARGINS;
    }

    private LocalDate date() {
        String value = values.getOrDefault("date", "");
        if (value.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 1900 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        faults.add(DocumentText.FRONT_DATE.with(at.get("date"), value));
        return null;
    }

    private String plain(String of) {
        return Paper.plain(Body.line(values.getOrDefault(of, "")));
    }

    private List<List<Run>> lines(String of) {
        List<List<Run>> all = new ArrayList<>();
        for (String line : lists.getOrDefault(of, List.of())) {
            List<Run> runs = Body.line(line);
            if (!runs.isEmpty()) {
                all.add(runs);
            }
        }
        return all;
    }
}
