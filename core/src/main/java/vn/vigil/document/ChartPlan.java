package vn.vigil.document;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/**
 * A chart as all forms draw it: what its table holds, and its axis. Pure.
 *
 * @param title may be empty
 * @param unit of the values; may be empty
 * @param target null for none
 * @param low where the axis begins: a multiple of the step
 * @param step between two ticks
 * @param steps of the axis, 2 to 5
 * @param decimals of the values as they are printed
 */
record ChartPlan(
        ChartKind kind,
        String title,
        String unit,
        Double target,
        Lang lang,
        String corner,
        List<String> categories,
        List<Series> series,
        double low,
        double step,
        int steps,
        int decimals) {

    /** How many series can be told apart in black and white. */
    static final int MOST_SERIES = 8;

    private static final Pattern VIETNAMESE =
            Pattern.compile("([-+]?) ?((?:\\d{1,3}(?:[. ]\\d{3})+|\\d{1,12})(?:,(\\d{1,9}))?) ?%?");
    private static final Pattern ENGLISH =
            Pattern.compile("([-+]?) ?((?:\\d{1,3}(?:[, ]\\d{3})+|\\d{1,12})(?:\\.(\\d{1,9}))?) ?%?");

    /** @param values one a category; null where there is none */
    record Series(String name, List<Double> values) {}

    /** The table's first column are the categories, each other one is a series. */
    static ChartPlan of(ChartOrder order, Block.Table table, Lang lang) {
        List<String> categories = new ArrayList<>();
        for (List<List<Run>> row : table.rows()) {
            categories.add(text(row.get(0)));
        }
        List<Series> all = new ArrayList<>();
        int decimals = 0;
        for (int c = 1; c < table.header().size(); c++) {
            List<Double> values = new ArrayList<>();
            for (List<List<Run>> row : table.rows()) {
                String cell = text(row.get(c));
                values.add(number(cell, lang));
                decimals = Math.max(decimals, decimals(cell, lang));
            }
            all.add(new Series(text(table.header().get(c)), values));
        }
        String corner = table.header().isEmpty() ? "" : text(table.header().get(0));
        ChartPlan raw = new ChartPlan(
                order.kind(),
                order.title(),
                order.unit(),
                order.target(),
                lang,
                corner,
                categories,
                all,
                0,
                1,
                2,
                decimals);
        return raw.empty() ? raw : raw.scaled(order.from());
    }

    /** Whether there is no number at all, so nothing to draw. */
    boolean empty() {
        return series.stream().noneMatch(s -> s.values().stream().anyMatch(java.util.Objects::nonNull));
    }

    private ChartPlan scaled(Double from) {
        double min = least();
        double max = most();
        double first;
        if (from != null) {
            // A value below it would be a bar of no height: the axis goes down to it.
            first = Math.min(from, min);
        } else {
            first = kind == ChartKind.DOTS ? min : Math.min(0, min);
        }
        double last = Math.max(max, from == null && kind != ChartKind.DOTS ? 0 : first);
        double finest = Math.pow(10, -decimals);
        int power = (int) Math.floor(Math.log10(Math.max(last - first, finest))) - 1;
        for (; ; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double width = power < 0 ? digit / Math.pow(10, -power) : digit * Math.pow(10, power);
                if (width < finest * 0.99) {
                    continue;
                }
                long a = (long) Math.floor(first / width + 1e-9);
                long b = Math.max(a + 2, (long) Math.ceil(last / width - 1e-9));
                if (b - a <= 5) {
                    if (unit.equals("%") && max <= 100 && b * width > 100.0001) {
                        // No share is above a hundred.
                        a -= b - (long) Math.floor(100 / width);
                        b = (long) Math.floor(100 / width);
                    }
                    double start = power < 0 ? a * digit / Math.pow(10, -power) : a * width;
                    return new ChartPlan(
                            kind,
                            title,
                            unit,
                            target,
                            lang,
                            corner,
                            categories,
                            series,
                            start,
                            width,
                            (int) (b - a),
                            decimals);
                }
            }
        }
    }

    double least() {
        return range()[0];
    }

    double most() {
        return range()[1];
    }

    /** The least and the greatest place that is drawn: of the sums when bars are stacked; the target among them. */
    private double[] range() {
        double[] r = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < categories.size(); i++) {
            double above = 0;
            double below = 0;
            for (Series s : series) {
                Double v = s.values().get(i);
                if (v == null) {
                    continue;
                }
                above += Math.max(v, 0);
                below += Math.min(v, 0);
                widen(r, kind == ChartKind.STACKED ? above : v);
                widen(r, kind == ChartKind.STACKED ? below : v);
            }
        }
        if (target != null) {
            widen(r, target);
        }
        return r;
    }

    private static void widen(double[] range, double value) {
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
    }

    double high() {
        return tick(steps);
    }

    /** The value of a tick, 0 for the lowest. */
    double tick(int i) {
        return BigDecimal.valueOf(low)
                .add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(i)))
                .doubleValue();
    }

    String tickText(int i) {
        return format(tick(i), tickDecimals());
    }

    int tickDecimals() {
        return places(step);
    }

    private static int places(double number) {
        return Math.max(0, BigDecimal.valueOf(number).stripTrailingZeros().scale());
    }

    /** A value as it is printed beside its bar. */
    String text(double value) {
        return format(value, decimals);
    }

    /** "Mục tiêu 99%"; null without a target. */
    String targetText() {
        if (target == null) {
            return null;
        }
        return Texts.render(DocumentText.CHART_TARGET.with(measured(format(target, places(target)))), lang);
    }

    /** A printed number with its unit. */
    String measured(String number) {
        return unit.isEmpty() || unit.equals("%") ? number + unit : number + NoBreak.NBSP + unit;
    }

    /** What is said to those who do not see it. */
    String alternative() {
        String names = String.join(", ", series.stream().map(Series::name).toList());
        return Texts.render(DocumentText.CHART_ALTERNATIVE.with(title.isEmpty() ? names : title), lang);
    }

    /** How high the field of the bars is, in millimetres. */
    double height(boolean landscape) {
        if (kind == ChartKind.COLUMNS || kind == ChartKind.DOTS) {
            return 58;
        }
        double row = kind == ChartKind.STACKED ? 8 : Math.max(7, series.size() * 4.6 + 2.6);
        return Math.min(landscape ? 105 : 150, Math.max(14, categories.size() * row));
    }

    /** How dark a cell of a heat table is, 0 for the least value and 1 for the greatest; the least when there is none. */
    double shade(Double value) {
        double[] r = range();
        return value == null || r[0] == r[1] ? 0 : (value - r[0]) / (r[1] - r[0]);
    }

    /** The fill of a shade, six hexadecimal digits of red, green and blue. Letters on it are white above {@link #DARK}. */
    static String grey(double shade) {
        int level = (int) Math.round(255 - shade * 159);
        return String.format(Locale.ROOT, "%02X%02X%02X", level, level, level);
    }

    static final double DARK = 0.85;

    private String format(double value, int places) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(lang == Lang.VI ? ',' : '.');
        symbols.setGroupingSeparator(lang == Lang.VI ? '.' : ',');
        symbols.setMinusSign('\u2212');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(value);
    }

    /** The number that a text is in this language ({@code 1.234,5} or {@code 1,234.5}); null when it is none. */
    static Double number(String text, Lang lang) {
        Matcher m = matcher(text, lang);
        if (!m.matches()) {
            return null;
        }
        String digits = m.group(2).replace(" ", "");
        digits = lang == Lang.VI ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        double value = Double.parseDouble(digits);
        return m.group(1).equals("-") && value != 0 ? -value : value;
    }

    private static int decimals(String text, Lang lang) {
        Matcher m = matcher(text, lang);
        return m.matches() && m.group(3) != null ? m.group(3).length() : 0;
    }

    private static Matcher matcher(String text, Lang lang) {
        String plain = text.strip()
                .replace(NoBreak.NBSP, ' ')
                .replace('\u202f', ' ')
                .replace('\u2212', '-')
                .strip();
        return (lang == Lang.VI ? VIETNAMESE : ENGLISH).matcher(plain);
    }

    private static String text(List<Run> cell) {
        return Paper.plain(cell).replace('\n', ' ').strip();
    }
}
