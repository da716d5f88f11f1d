package vn.vigil.document;

import java.util.List;
import java.util.Locale;

/** Writes a paper as one XHTML page with its style inside: the HTML, and what the PDF is made of. One use. */
final class Xhtml {
    private final Paper paper;
    private final Head head;
    private final Words words;
    private final double size;
    private final StringBuilder out = new StringBuilder(16_384);
    private int level;

    private Xhtml(Paper paper, double size) {
        this.paper = paper;
        this.head = paper.head();
        this.words = new Words(head);
        this.size = size;
    }

    /**
     * @param fonts the families, most wanted first, as CSS
     * @param size of the body's letters in points
     */
    static String write(Paper paper, String fonts, double size) {
        Xhtml page = new Xhtml(paper, size);
        page.all(fonts);
        return page.out.toString();
    }

    private void all(String fonts) {
        out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(tag())
                .append("\" xml:lang=\"")
                .append(tag())
                .append("\">\n<head>\n<meta charset=\"UTF-8\"/>\n<title>");
        text(paper.title().isEmpty() ? "-" : paper.title());
        // The reader of a screen and the maker of the PDF take the language and the description from here.
        out.append("</title>\n<meta name=\"description\" content=\"");
        text(paper.title().isEmpty() ? "-" : paper.title());
        out.append("\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n<style>\n");
        style(fonts);
        out.append("</style>\n</head>\n<body>\n");
        top();
        List<Block> blocks = paper.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Signatures) {
                signatures();
            } else if (blocks.get(i) instanceof Block.Paragraph && Paper.signedNext(blocks, i)) {
                // A signature does not stand on a page without text.
                out.append("<div class=\"keep\">\n");
                block(blocks.get(i));
                signatures();
                out.append("</div>\n");
                i++;
            } else {
                block(blocks.get(i));
            }
        }
        out.append("</body>\n</html>\n");
    }

    private String tag() {
        return head.lang() == vn.vigil.text.Lang.VI ? "vi-VN" : "en-GB";
    }

    private void style(String fonts) {
        double[] m = head.margins();
        int set = head.set();
        out.append("@page { size: A4")
                .append(head.landscape() ? " landscape" : "")
                .append("; margin: ")
                .append(mm(m[0]))
                .append(mm(m[3]))
                .append(mm(m[1]))
                .append(mm(m[2]).stripTrailing())
                .append("; @top-center { content: counter(page); font-family: ")
                .append(fonts)
                .append("; font-size: ")
                .append(set)
                .append("pt; } }\n@page :first { @top-center { content: \"\"; } }\n");
        rule(
                "body",
                "font-family: " + fonts + "; font-size: " + pt(size) + "; line-height: 1.2; color: black; margin: 0");
        rule("p", "margin: 0; padding: 0");
        // A list for the wall has no use for the indented first line.
        rule(
                ".t",
                head.official()
                        ? "text-align: justify; text-indent: 10mm; margin: 0 0 6pt 0"
                        : "text-align: left; margin: 0 0 4pt 0");
        rule("ul", "list-style-type: none; margin: 0; padding: 0");
        rule("li", "text-align: justify; text-indent: 10mm; margin: 0 0 4pt 0");
        rule("li p.t", "margin: 4pt 0 0 0");
        rule("li ul", "margin: 4pt 0 0 7mm");
        rule(
                "h1, h2, h3, h4, h5, h6",
                "font-size: " + pt(size) + "; font-weight: bold; page-break-after: avoid; margin: 6pt 0");
        rule(".kind", "font-size: " + pt(set) + "; text-align: center; margin: 12pt 0 0 0");
        rule(".about", "font-size: " + pt(set) + "; text-align: center; font-weight: bold; margin: 0");
        rule(".l1", "text-align: center");
        rule(".l2, .l3", "text-indent: 10mm");
        rule(".l4, .l5, .l6", "text-indent: 10mm; font-style: italic");
        rule(".c", "text-align: center");
        rule(".i", "font-style: italic");
        rule(".b", "font-weight: bold");
        rule(".fit", "display: inline-block");
        rule(".one", "white-space: nowrap");
        rule(".long", "border-bottom: 0.75pt solid black; padding-bottom: 1pt");
        rule(".short", "border-top: 0.75pt solid black; width: 40%; margin: 2pt auto 0 auto; height: 0");
        rule(".two", "display: table; width: 100%; table-layout: fixed");
        rule(".two .r", "display: table-row");
        rule(".two .d", "display: table-cell; vertical-align: top; padding: 0; text-align: center");
        rule(".sign", "margin: 12pt 0 0 0; page-break-inside: avoid");
        rule(".keep", "page-break-inside: avoid");
        rule(".name", "font-weight: bold; margin: 54pt 0 0 0");
        rule(".to", "margin: 6pt 0 6pt 0");
        rule(".two .gets, .gets", "text-align: left; font-size: 11pt");
        rule(".gets .h", "font-size: 12pt; font-weight: bold; font-style: italic");
        rule(".box", "border: 1pt solid black; font-weight: bold; padding: 1pt 6pt; margin: 4pt 0 0 0");
        rule(".red", "border: 1pt solid #c00000; color: #c00000");
        rule(
                "table",
                "border-collapse: collapse; table-layout: fixed; width: 100%; margin: 6pt 0; -fs-table-paginate: paginate");
        rule("tr", "page-break-inside: avoid");
        rule(
                "th, td",
                "border: 0.5pt solid black; padding: 0.5mm 1mm; text-align: left; vertical-align: middle; line-height: 1.1");
        rule("th", "font-weight: bold; text-align: center");
        rule(".num", "white-space: nowrap");
        rule(".right", "text-align: right");
        rule(".new", "page-break-before: always");
        rule("hr", "border: none; border-top: 0.5pt solid black; margin: 6pt 0");
        if (paper.blocks().stream()
                .anyMatch(b -> b instanceof Block.Chart || b instanceof Block.Table t && t.heat() != null)) {
            out.append(ChartBoxes.STYLE);
        }
        out.append("@media screen { body { max-width: ")
                .append(head.landscape() ? 257 : 180)
                .append("mm; margin: 10mm auto; padding: 0 5mm; } }\n");
    }

    private void rule(String selector, String text) {
        out.append(selector).append(" { ").append(text).append("; }\n");
    }

    private static String mm(double d) {
        return String.format(Locale.ROOT, "%.1fmm ", d);
    }

    private static String pt(double d) {
        return String.format(Locale.ROOT, "%.1fpt", d);
    }

    private void top() {
        if (words.courtesy() != null) {
            line("c i", words.courtesy());
        }
        int set = head.set();
        if (head.official()) {
            out.append("<div class=\"two\">\n<div class=\"r\"><div class=\"d\" style=\"width: 37%\">\n");
            runs("c\" style=\"font-size: " + pt(set - 1), head.superior());
            if (!head.body().isEmpty()) {
                out.append("<div class=\"fit b\" style=\"font-size: ")
                        .append(pt(set - 1))
                        .append("\"><div>");
                inline(head.body());
                out.append("</div><div class=\"short\"></div></div>\n");
            }
            out.append("</div><div class=\"d one\">\n<p class=\"b\" style=\"font-size: ")
                    .append(pt(set - 1))
                    .append("\">");
            text(words.country());
            out.append("</p>\n<p class=\"b\" style=\"font-size: ")
                    .append(pt(set))
                    .append("\"><span class=\"long\">");
            text(words.motto());
            out.append("</span></p>\n</div></div>\n");
            String number = words.number();
            String dated = words.placeAndDate();
            boolean letter = head.kind().isEmpty() && !head.about().isEmpty() && head.annex() == null;
            if (number != null
                    || dated != null
                    || letter
                    || !head.urgency().isEmpty()
                    || !head.mark().isEmpty()) {
                out.append("<div class=\"r\"><div class=\"d\" style=\"padding-top: 6pt\">\n");
                if (number != null) {
                    line("c\" style=\"font-size: 13pt", number);
                }
                if (letter) {
                    runs("c\" style=\"font-size: 12pt", head.about());
                }
                boxes();
                out.append("</div><div class=\"d\" style=\"padding-top: 6pt\">\n");
                if (dated != null) {
                    line("c i\" style=\"font-size: " + pt(set), dated);
                }
                out.append("</div></div>\n");
            }
            out.append("</div>\n");
        } else {
            runs("c", head.superior());
            runs("c b", head.body());
            if (!head.urgency().isEmpty() || !head.mark().isEmpty()) {
                out.append("<div class=\"c\">");
                boxes();
                out.append("</div>\n");
            }
        }
        if (head.annex() != null) {
            line("c b\" style=\"font-size: " + pt(Math.max(size, 14)) + "; margin-top: 6pt", words.annex());
            title(head.annex().title(), "2pt");
            if (!head.annex().attached().isEmpty()) {
                out.append("<p class=\"c i\" style=\"margin-bottom: 6pt\">(");
                inline(head.annex().attached());
                out.append(")</p>\n");
            }
        } else if (!head.kind().isEmpty()) {
            title(head.kind(), head.official() ? "12pt" : "4pt");
            if (!head.about().isEmpty()) {
                out.append("<div class=\"c\" style=\"margin-bottom: 12pt\"><div class=\"fit about\"><div>");
                inline(head.about());
                out.append("</div><div class=\"short\"></div></div></div>\n");
            }
        }
        to();
        for (List<Run> basis : Words.bases(head.bases())) {
            runs("t", basis);
        }
    }

    private void boxes() {
        if (!head.urgency().isEmpty()) {
            out.append("<div><div class=\"fit box red\">");
            text(head.urgency());
            out.append("</div></div>\n");
        }
        if (!head.mark().isEmpty()) {
            out.append("<div><div class=\"fit box\">");
            text(head.mark());
            out.append("</div></div>\n");
        }
    }

    private void title(List<Run> title, String above) {
        level = 1;
        out.append("<h1 class=\"kind\" style=\"margin-top: ").append(above).append("\">");
        inline(title);
        out.append("</h1>\n");
    }

    private void to() {
        if (head.to().size() == 1) {
            out.append("<p class=\"to c\">");
            text(words.to() + " ");
            inline(head.to().get(0));
            out.append("</p>\n");
        } else if (!head.to().isEmpty()) {
            out.append("<div class=\"to\" style=\"margin-left: 30mm\">");
            line("", words.to());
            for (List<Run> item : Words.dashed(head.to())) {
                runs("", item);
            }
            out.append("</div>\n");
        }
    }

    private void block(Block block) {
        if (block instanceof Block.Heading h) {
            // A reader of the tagged PDF may not meet a heading two steps down (ISO 14289-1, 7.4.2).
            level = Math.min(level + 1, h.level() + (head.kind().isEmpty() && head.annex() == null ? 0 : 1));
            level = Math.min(level, 6);
            out.append("<h")
                    .append(level)
                    .append(" class=\"l")
                    .append(h.level())
                    .append("\">");
            inline(h.text());
            out.append("</h").append(level).append(">\n");
        } else if (block instanceof Block.Paragraph p) {
            if (p.depth() == 0) {
                runs("t", p.text());
            } else {
                out.append("<ul style=\"margin-left: ")
                        .append(mm(7.0 * (p.depth() - 1)).strip())
                        .append("\"><li>");
                text(p.mark());
                inline(p.text());
                out.append("</li></ul>\n");
            }
        } else if (block instanceof Block.Chart c) {
            ChartBoxes.write(c.plan(), head.textWidth(), head.landscape(), out);
        } else if (block instanceof Block.Table t && t.heat() != null) {
            out.append("<div class=\"heat\">\n");
            if (!t.heat().title().isEmpty()) {
                line("b", NoBreak.text(t.heat().title()));
            }
            table(t);
            scale(t.heat());
            out.append("</div>\n");
        } else if (block instanceof Block.Table t) {
            table(t);
        } else if (block instanceof Block.Line) {
            out.append("<hr/>\n");
        } else if (block instanceof Block.PageBreak) {
            out.append("<div class=\"new\"></div>\n");
        }
    }

    private void table(Block.Table t) {
        double letters = t.size() == 0 ? Math.min(size, 13) : t.size() * size / head.size();
        out.append("<table style=\"font-size: ").append(pt(letters)).append("\">\n<colgroup>");
        for (double width : t.widths()) {
            out.append("<col style=\"width: ")
                    .append(String.format(Locale.ROOT, "%.2f%%", width * 100))
                    .append("\"/>");
        }
        out.append("</colgroup>\n<thead>\n<tr>");
        for (List<Run> cell : t.header()) {
            out.append("<th scope=\"col\">");
            inline(cell);
            out.append("</th>");
        }
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (int r = 0; r < t.rows().size(); r++) {
            List<List<Run>> row = t.rows().get(r);
            out.append("<tr>");
            for (int c = 0; c < row.size(); c++) {
                String align =
                        switch (t.aligns().get(c)) {
                            case LEFT -> "";
                            case CENTER -> "c";
                            case RIGHT -> "right";
                        };
                String figure = NoBreak.isFigure(Paper.plain(row.get(c))) ? " num" : "";
                String classes = (align + figure).strip();
                out.append(classes.isEmpty() ? "<td" : "<td class=\"" + classes + "\"");
                out.append(shade(t.shade(r, c))).append('>');
                inline(row.get(c));
                out.append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n");
    }

    private static String shade(double shade) {
        return shade < 0
                ? ""
                : " style=\"background-color: #" + ChartPlan.grey(shade)
                        + (shade > ChartPlan.DARK ? "; color: white\"" : "\"");
    }

    /** From the least value to the greatest. */
    private void scale(ChartPlan heat) {
        out.append("<p class=\"scale\">");
        text(heat.text(heat.least()) + NoBreak.NBSP);
        for (int i = 0; i <= 4; i++) {
            out.append("<span").append(shade(i / 4.0)).append(">");
            text(String.valueOf(NoBreak.NBSP).repeat(6));
            out.append("</span>");
        }
        text(NoBreak.NBSP + heat.measured(heat.text(heat.most())));
        out.append("</p>\n");
    }

    private void signatures() {
        List<Head.Signature> all = head.signatures();
        if (all.isEmpty() && head.recipients().isEmpty()) {
            return;
        }
        out.append("<div class=\"sign two\"><div class=\"r\">");
        if (head.manySignatures()) {
            for (Head.Signature s : all) {
                signature(s);
            }
        } else {
            out.append("<div class=\"d gets\">");
            recipients();
            out.append("</div>");
            if (all.isEmpty()) {
                out.append("<div class=\"d\"></div>");
            } else {
                signature(all.get(0));
            }
        }
        out.append("</div></div>\n");
        if (head.manySignatures() && !head.recipients().isEmpty()) {
            out.append("<div class=\"gets\" style=\"margin-top: 12pt\">");
            recipients();
            out.append("</div>\n");
        }
    }

    private void recipients() {
        if (!head.recipients().isEmpty()) {
            line("h", words.recipients());
            for (List<Run> item : Words.dashed(head.recipients())) {
                runs("", item);
            }
        }
    }

    private void signature(Head.Signature s) {
        int set = head.set();
        out.append("<div class=\"d\" style=\"font-size: ").append(pt(set)).append("\">");
        runs("c b", s.title());
        runs("c i", s.note());
        if (s.name().isEmpty()) {
            out.append("<p class=\"name\">\u00a0</p>\n");
        } else {
            runs("name", s.name());
        }
        out.append("</div>");
    }

    private void line(String classes, String text) {
        runs(classes, List.of(new Run(text, false, false)));
    }

    private void runs(String classes, List<Run> runs) {
        if (runs.isEmpty()) {
            return;
        }
        out.append(classes.isEmpty() ? "<p>" : "<p class=\"" + classes + "\">");
        inline(runs);
        out.append("</p>\n");
    }

    private void inline(List<Run> runs) {
        for (Run run : runs) {
            if (run.isBreak()) {
                out.append("<br/>");
                continue;
            }
            out.append(run.bold() ? "<b>" : "").append(run.italic() ? "<i>" : "");
            text(run.text());
            out.append(run.italic() ? "</i>" : "").append(run.bold() ? "</b>" : "");
        }
    }

    private void text(String text) {
        Xml.escape(text, out);
    }
}
