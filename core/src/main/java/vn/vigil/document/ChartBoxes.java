package vn.vigil.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a chart as XHTML boxes at fixed places, in millimetres: its text stays text, and patterns tell the series apart without
 * colour. Widths of texts are estimated, for the HTML does not load the font. One use.
 */
final class ChartBoxes {
    static final String STYLE =
            """
            .chart { page-break-inside: avoid; margin: 10pt 0 6pt 0; font-size: 9pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            .chart p { text-align: center; font-weight: bold; font-size: 11pt; margin: 0 0 1mm 0; page-break-after: avoid; }
            .chart .field { position: relative; margin: 0 auto; line-height: 3.6mm; }
            .chart .field div { position: absolute; box-sizing: border-box; text-align: center; }
            .chart .field .tl { text-align: left; }
            .chart .field .tr { text-align: right; }
            .chart .field .v { background-color: white; white-space: nowrap; }
            .chart .field .n { white-space: nowrap; }
            .chart .field .grid { background-color: #bbbbbb; }
            .chart .field .k { background-color: black; }
            .chart .field .across { border-top: 1pt dashed black; }
            .chart .field .down { border-left: 1pt dashed black; }
            .chart .field .w { background-color: white; border: 0.5pt solid black; }
            .chart .field .ww { background-color: white; border: 1.5pt solid black; }
            .chart .field .light { background-color: #c8c8c8; border: 0.5pt solid black; }
            .chart .field .dark { background-color: #6e6e6e; border: 0.5pt solid black; }
            .chart .field .o { border-radius: 1.1mm; }
            .heat { print-color-adjust: exact; -webkit-print-color-adjust: exact; page-break-inside: avoid; }
            .heat p { text-align: center; page-break-after: avoid; }
            .heat .scale { white-space: nowrap; }
            .heat .scale span { border: 0.5pt solid black; }
            """;

    /** A line's height. */
    private static final double LINE = 3.6;

    private static final double SMALLEST = 6.5;
    private static final double SWATCH = 6;

    private final ChartPlan plan;
    private final double width;
    private final double height;
    private final StringBuilder out;
    private double bottom;

    private ChartBoxes(ChartPlan plan, double width, boolean landscape, StringBuilder out) {
        this.plan = plan;
        this.width = width;
        this.height = plan.height(landscape);
        this.out = out;
    }

    /** @param width of the paper's text in millimetres */
    static void write(ChartPlan plan, double width, boolean landscape, StringBuilder out) {
        out.append("<div class=\"chart\" role=\"img\" aria-label=\"");
        Xml.escape(plan.alternative(), out);
        out.append("\">\n");
        if (!plan.title().isEmpty()) {
            out.append("<p>");
            Xml.escape(NoBreak.text(plan.title()), out);
            out.append("</p>\n");
        }
        StringBuilder boxes = new StringBuilder(8_192);
        ChartBoxes chart = new ChartBoxes(plan, width, landscape, boxes);
        if (plan.kind() == ChartKind.COLUMNS || plan.kind() == ChartKind.DOTS) {
            chart.upright();
        } else {
            chart.lying();
        }
        chart.legend();
        out.append("<div class=\"field\" style=\"width: ")
                .append(mm(width))
                .append("; height: ")
                .append(mm(chart.bottom))
                .append("\">\n")
                .append(boxes)
                .append("</div>\n</div>\n");
    }

    private void upright() {
        double left = ticksWidth() + 2;
        double right = width - (plan.target() == null ? 1 : 17);
        double top = plan.unit().isEmpty() ? 4.5 : 8;
        int n = plan.categories().size();
        int m = plan.series().size();
        if (!plan.unit().isEmpty()) {
            text("tl n", 0, 0, 60, 9, plan.unit());
        }
        for (int i = 0; i <= plan.steps(); i++) {
            double y = top + height * (1 - (double) i / plan.steps());
            box("grid", left, y - 0.08, right - left, 0.16);
            text("tr n", 0, y - LINE / 2, left - 1.2, 9, plan.tickText(i));
        }
        double slot = (right - left) / n;
        double bar = Math.min(14, slot * 0.8 / m);
        double letters = fit(m == 1 ? slot : bar);
        List<Runnable> later = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double start = left + slot * i + (slot - m * bar) / 2;
            for (int s = 0; s < m; s++) {
                Double value = plan.series().get(s).values().get(i);
                if (value == null) {
                    continue;
                }
                double y = top + height * (1 - share(value));
                double base = top + height * (1 - share(0));
                double x = start + bar * s;
                double above = y - LINE - (plan.kind() == ChartKind.DOTS ? 1.2 : 0.2);
                if (plan.kind() == ChartKind.DOTS) {
                    dot(x + bar / 2, y, s);
                } else {
                    fill(x, Math.min(y, base), bar - (m == 1 ? 0 : 0.3), Math.abs(base - y), s);
                    above = value < 0 ? y + 0.2 : above;
                }
                if (letters > 0) {
                    double place = above;
                    later.add(() -> label(x + bar / 2, place, letters, plan.text(value)));
                }
            }
        }
        box("k", left, top + height * (1 - share(0)) - 0.1, right - left, 0.25);
        box("k", left - 0.1, top, 0.2, height);
        if (plan.target() != null) {
            double y = top + height * (1 - share(plan.target()));
            box("across", left, y - 0.17, right - left, 0.4);
            text("tl", right + 1, y - LINE, 16, 9, plan.targetText());
        }
        later.forEach(Runnable::run);
        bottom = top + height + 1 + below(left, slot);
    }

    /** The categories below their columns; every second, third, … where they do not fit beside each other. */
    private double below(double left, double slot) {
        double longest = 0;
        double whole = 0;
        for (String category : plan.categories()) {
            whole = Math.max(whole, estimate(category, 9));
            for (String word : category.split(" ", -1)) {
                longest = Math.max(longest, estimate(word, 9));
            }
        }
        int every = longest <= slot - 0.5 ? 1 : (int) Math.ceil((longest + 1) / slot);
        double room = slot * every;
        double most = 1;
        for (int i = 0; i < plan.categories().size(); i += every) {
            text(
                    "",
                    left + slot * (i + 0.5) - room / 2,
                    bottomOfField() + 0.8,
                    room,
                    9,
                    plan.categories().get(i));
            most = Math.max(most, lines(plan.categories().get(i), room));
        }
        return most * LINE + 0.8;
    }

    private double bottomOfField() {
        return (plan.unit().isEmpty() ? 4.5 : 8) + height;
    }

    private void lying() {
        double longest = 0;
        for (String category : plan.categories()) {
            longest = Math.max(longest, estimate(category, 9));
        }
        double left = Math.min(width * 0.35, longest + 3);
        double room = plan.kind() == ChartKind.STACKED ? ticksWidth() / 2 + 1 : valuesWidth(9) + 3;
        double right = width - Math.max(room, ticksWidth() / 2 + 1);
        double top = plan.target() == null ? 1 : LINE + 1;
        double field = right - left;
        int n = plan.categories().size();
        int m = plan.kind() == ChartKind.STACKED ? 1 : plan.series().size();
        double row = height / n;
        double bar = Math.min(plan.kind() == ChartKind.STACKED ? 5.5 : 5, row * 0.8 / m);
        double letters = Math.min(9, Math.floor(bar / 0.3528 * 2) / 2);
        for (int i = 0; i <= plan.steps(); i++) {
            double x = left + field * i / plan.steps();
            box("grid", x - 0.08, top, 0.16, height);
            text("n", x - 15, top + height + 0.8, 30, 9, plan.tickText(i));
        }
        List<Runnable> later = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String category = plan.categories().get(i);
            double middle = top + row * (i + 0.5);
            int high = lines(category, left - 2);
            text("tr", 0, middle - LINE * high / 2, left - 1.5, 9, category);
            double above = 0;
            double below = 0;
            for (int s = 0; s < plan.series().size(); s++) {
                Double value = plan.series().get(s).values().get(i);
                if (value == null) {
                    continue;
                }
                double from = 0;
                if (plan.kind() == ChartKind.STACKED) {
                    from = value < 0 ? below : above;
                    above += Math.max(0, value);
                    below += Math.min(0, value);
                }
                double x1 = left + field * share(from);
                double x2 = left + field * share(from + value);
                double y = middle - m * bar / 2 + (m == 1 ? 0 : bar * s);
                fill(Math.min(x1, x2), y, Math.abs(x2 - x1), bar - (m == 1 ? 0 : 0.2), s);
                String label = plan.text(value);
                double wide = estimate(label, letters) + 1;
                double at = middle - m * bar / 2 + (m == 1 ? 0.5 : s + 0.5) * bar - LINE / 2;
                if (letters < SMALLEST || plan.kind() == ChartKind.STACKED && wide + 0.8 > Math.abs(x2 - x1)) {
                    continue;
                }
                double centre = plan.kind() == ChartKind.STACKED
                        ? (x1 + x2) / 2
                        : value < 0 ? x2 - wide / 2 - 0.6 : x2 + wide / 2 + 0.6;
                later.add(() -> label(centre, at, letters, label));
            }
        }
        box("k", left + field * share(0) - 0.1, top, 0.2, height);
        box("k", left, top + height - 0.1, field, 0.2);
        if (plan.target() != null) {
            double x = left + field * share(plan.target());
            box("down", x - 0.17, top - 0.8, 0.4, height + 0.8);
            text("n", Math.min(x, width - 14) - 30, 0, 60, 9, plan.targetText());
        }
        later.forEach(Runnable::run);
        bottom = top + height + 0.8 + LINE;
        if (!plan.unit().isEmpty()) {
            text("n", left, bottom, field, 9, plan.unit());
            bottom += LINE;
        }
    }

    /** Samples and names, when there is more than one series. */
    private void legend() {
        int n = plan.series().size();
        if (n < 2) {
            return;
        }
        double y = bottom + 2;
        int first = 0;
        while (first < n) {
            double used = 0;
            int last = first;
            while (last < n && (last == first || used + item(last) <= width)) {
                used += item(last++);
            }
            double x = Math.max(0, (width - used + 4) / 2);
            for (int s = first; s < last; s++) {
                if (plan.kind() == ChartKind.DOTS) {
                    dot(x + SWATCH / 2, y + LINE / 2, s);
                } else {
                    fill(x, y + 0.3, SWATCH, 3, s);
                }
                text("tl n", x + SWATCH + 1, y, item(s), 9, plan.series().get(s).name());
                x += item(s);
            }
            first = last;
            y += LINE + 0.8;
        }
        bottom = y;
    }

    private double item(int s) {
        return SWATCH + 5 + estimate(plan.series().get(s).name(), 9) * 1.05;
    }

    /** Where a value stands between the axis' ends, 0 to 1. */
    private double share(double value) {
        return Math.max(0, Math.min(1, (value - plan.low()) / (plan.high() - plan.low())));
    }

    private double ticksWidth() {
        double most = 0;
        for (int i = 0; i <= plan.steps(); i++) {
            most = Math.max(most, estimate(plan.tickText(i), 9));
        }
        return most;
    }

    private double valuesWidth(double letters) {
        double most = 0;
        for (ChartPlan.Series s : plan.series()) {
            for (Double value : s.values()) {
                most = Math.max(most, value == null ? 0 : estimate(plan.text(value), letters));
            }
        }
        return most;
    }

    /** The largest letters with which every value fits; 0 when none do: the table has them. */
    private double fit(double room) {
        for (double letters = 9; letters >= SMALLEST; letters -= 0.5) {
            if (valuesWidth(letters) + 0.3 <= room) {
                return letters;
            }
        }
        return 0;
    }

    private void label(double centre, double top, double letters, String text) {
        double wide = estimate(text, letters) + 0.6;
        text("v", centre - wide / 2, top + 0.2, wide, letters, text);
    }

    private void dot(double x, double y, int series) {
        fill(x - 1.1, y - 1.1, 2.2, 2.2, series, series == 0 || series == 1 ? " o" : "");
    }

    private void fill(double x, double y, double w, double h, int series) {
        fill(x, y, w, h, series, "");
    }

    private void fill(double x, double y, double w, double h, int series, String more) {
        String look =
                switch (series % ChartPlan.MOST_SERIES) {
                    case 0 -> "k";
                    case 2 -> "light";
                    case 5 -> "dark";
                    case 7 -> "ww";
                    default -> "w";
                };
        if (h < 0.05 || w < 0.05) {
            return;
        }
        boolean upright = series == 3 || series == 6;
        boolean level = series == 4 || series == 6;
        open(look + more, x, y, w, h);
        for (double at = 0.8; upright && at < w - 0.5; at += 1.2) {
            box("k", at, 0, 0.35, h - 0.3);
        }
        for (double at = 0.8; level && at < h - 0.5; at += 1.2) {
            box("k", 0, at, w - 0.3, 0.35);
        }
        out.append("</div>\n");
    }

    private void text(String look, double x, double y, double w, double letters, String text) {
        out.append("<div");
        if (!look.isEmpty()) {
            out.append(" class=\"").append(look).append('"');
        }
        out.append(" style=\"left: ")
                .append(mm(x))
                .append("; top: ")
                .append(mm(y))
                .append("; width: ")
                .append(mm(w));
        if (look.equals("v")) {
            out.append("; line-height: ").append(mm(LINE - 0.4));
        }
        if (letters != 9) {
            out.append(String.format(Locale.ROOT, "; font-size: %.1fpt", letters));
        }
        out.append("\">");
        Xml.escape(text, out);
        out.append("</div>\n");
    }

    private void box(String look, double x, double y, double w, double h) {
        open(look, x, y, w, h);
        out.append("</div>\n");
    }

    private void open(String look, double x, double y, double w, double h) {
        out.append("<div class=\"")
                .append(look)
                .append("\" style=\"left: ")
                .append(mm(x))
                .append("; top: ")
                .append(mm(y))
                .append("; width: ")
                .append(mm(w))
                .append("; height: ")
                .append(mm(h))
                .append("\">");
    }

    private static int lines(String text, double room) {
        double used = 0;
        int lines = 1;
        for (String word : text.split(" ", -1)) {
            double wide = estimate(word, 9);
            if (used > 0 && used + 0.8 + wide > room) {
                lines++;
                used = wide;
            } else {
                used += (used > 0 ? 0.8 : 0) + wide;
            }
        }
        return lines;
    }

    /** About how wide a text is in Times, in millimetres. */
    static double estimate(String text, double letters) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ems += c == ' ' || c == NoBreak.NBSP || c == '.' || c == ',' || c == '/' || c == ':'
                    ? 0.26
                    : c == '%' ? 0.83 : Character.isUpperCase(c) ? 0.7 : c == '\u2212' ? 0.56 : 0.5;
        }
        return ems * letters * 0.3528;
    }

    private static String mm(double d) {
        return String.format(Locale.ROOT, "%.2fmm", d);
    }
}
