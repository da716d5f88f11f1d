package vn.vigil.document;

import java.util.List;
import java.util.regex.Pattern;
import vn.vigil.base.Message;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;

/**
 * What the order before a table asks for: {@code columns; title=…; unit=%; target=99; from=90}.
 *
 * @param line of the file, for faults
 * @param target null for none
 * @param from where the axis begins; null where the kind does by itself
 */
record ChartOrder(int line, ChartKind kind, String title, String unit, Double target, Double from) {
    /** Not the end of an entity, nor one with a backslash before it. */
    private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)(?<!&#?\\w{1,8});");

    /**
     * @param faults takes what is wrong
     * @return null when something is
     */
    static ChartOrder read(String text, int line, Lang lang, List<Message> faults) {
        int before = faults.size();
        String[] parts = BETWEEN.split(text, -1);
        String word = parts[0].strip();
        ChartKind kind = ChartKind.of(word);
        if (kind == null) {
            String near = Nearest.of(word, ChartKind.words());
            faults.add(
                    near == null
                            ? DocumentText.CHART_KIND.with(line, word, String.join(", ", ChartKind.words()))
                            : DocumentText.CHART_NEAR.with(line, word, near));
            return null;
        }
        String title = "";
        String unit = "";
        Double target = null;
        Double from = null;
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String key = (equals < 0 ? parts[i] : parts[i].substring(0, equals)).strip();
            String value = equals < 0 ? "" : parts[i].substring(equals + 1).strip();
            if (key.isEmpty() && equals < 0) {
                continue;
            }
            if (equals < 0 || !kind.options().contains(key)) {
                String near = equals < 0 ? null : Nearest.of(key, kind.options());
                faults.add(
                        near == null
                                ? DocumentText.CHART_OPTION.with(
                                        line, kind.word(), key, String.join(", ", kind.options()))
                                : DocumentText.CHART_NEAR.with(line, key, near));
                continue;
            }
            switch (key) {
                case "title" -> title = plain(value);
                case "unit" -> unit = plain(value);
                case "target" -> target = number(key, value, line, lang, faults);
                default -> from = number(key, value, line, lang, faults);
            }
        }
        return faults.size() > before ? null : new ChartOrder(line, kind, title, unit, target, from);
    }

    private static String plain(String markdown) {
        return markdown.isEmpty()
                ? ""
                : Paper.plain(Body.line(markdown)).replace('\n', ' ').strip();
    }

    private static Double number(String key, String value, int line, Lang lang, List<Message> faults) {
        Double number = ChartPlan.number(value, lang);
        if (number == null) {
            faults.add(DocumentText.CHART_NUMBER.with(line, key, value, lang == Lang.VI ? "99,5" : "99.5"));
        }
        return number;
    }
}
