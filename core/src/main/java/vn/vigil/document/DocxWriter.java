package vn.vigil.document;

import java.util.List;

/**
 * Writes a paper's main part as WordprocessingML (ECMA-376, part 1, 17): the order of elements is the schema's, which a test holds
 * every part against. One use.
 */
final class DocxWriter {
    static final String NS = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** Twips, twentieths of a point, in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;

    static final int FIRST_LINE = 567;

    private final Paper paper;
    private final Head head;
    private final Words words;
    private final double size;
    private final int set;
    private final int pageWidth;
    private final int pageHeight;
    private final int textWidth;
    private int charts;
    private boolean white;
    private final StringBuilder out = new StringBuilder(32_768);

    private DocxWriter(Paper paper, double size) {
        this.paper = paper;
        this.head = paper.head();
        this.words = new Words(head);
        this.size = size;
        this.set = head.set();
        this.pageWidth = head.landscape() ? 16_838 : 11_906;
        this.pageHeight = head.landscape() ? 11_906 : 16_838;
        this.textWidth = pageWidth - twips(head.margins()[2]) - twips(head.margins()[3]);
    }

    /** The main part. @param size of the body's letters in points */
    static String write(Paper paper, double size) {
        DocxWriter writer = new DocxWriter(paper, size);
        writer.document();
        return writer.out.toString();
    }

    private void document() {
        out.append(XML).append("<w:document").append(NS).append("><w:body>");
        top();
        List<Block> blocks = paper.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Signatures) {
                signatures();
            } else {
                block(blocks.get(i), Paper.signedNext(blocks, i));
            }
        }
        double[] m = head.margins();
        out.append("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
                        + "<w:headerReference w:type=\"first\" r:id=\"rId4\"/><w:pgSz w:w=\"")
                .append(pageWidth)
                .append("\" w:h=\"")
                .append(pageHeight)
                .append(head.landscape() ? "\" w:orient=\"landscape\"/>" : "\"/>")
                .append("<w:pgMar w:top=\"")
                .append(twips(m[0]))
                .append("\" w:right=\"")
                .append(twips(m[3]))
                .append("\" w:bottom=\"")
                .append(twips(m[1]))
                .append("\" w:left=\"")
                .append(twips(m[2]))
                // The number's line stands in the middle of the top margin.
                .append("\" w:header=\"")
                .append(Math.max(0, (twips(m[0]) - 23 * set) / 2))
                .append("\" w:footer=\"")
                .append(twips(m[1]) / 2)
                .append("\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>");
    }

    private void top() {
        if (words.courtesy() != null) {
            line(words.courtesy(), "center", 0, false, true, 0);
        }
        if (head.official()) {
            official();
        } else {
            paragraphIf(head.superior(), 0, false);
            paragraphIf(head.body(), 0, true);
            boxes(textWidth);
        }
        if (head.annex() != null) {
            line(words.annex(), "center", Math.max(size, 14), true, false, 120);
            title(head.annex().title(), 40);
            if (!head.annex().attached().isEmpty()) {
                open("<w:spacing w:after=\"120\"/><w:jc w:val=\"center\"/>");
                run("(", false, true, 0);
                runs(head.annex().attached(), false, true, 0);
                run(")", false, true, 0);
                close();
            }
        } else if (!head.kind().isEmpty()) {
            title(head.kind(), head.official() ? 240 : 80);
            if (!head.about().isEmpty()) {
                paragraph(head.about(), "<w:jc w:val=\"center\"/>", set, true, false);
                shortRule(head.about(), set, textWidth, 240);
            }
        }
        to();
        for (List<Run> basis : Words.bases(head.bases())) {
            paragraph(basis, "<w:pStyle w:val=\"BodyText\"/>", 0, false, false);
        }
    }

    private void official() {
        int left = (int) Math.round(textWidth * 0.37);
        int right = textWidth - left;
        tableOpen(new int[] {left, right}, false);
        out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        cellOpen(left);
        paragraphIf(head.superior(), set - 1, false);
        paragraphIf(head.body(), set - 1, true);
        if (!head.body().isEmpty()) {
            shortRule(head.body(), set - 1, left, 0);
        } else if (head.superior().isEmpty()) {
            out.append("<w:p/>");
        }
        cellClose();
        cellOpen(right);
        line(words.country(), "center", set - 1, true, false, 0);
        line(words.motto(), "center", set, true, false, 0);
        rule(Fonts.width(words.motto(), "Bold", set) * 20, right, 0);
        cellClose();
        out.append("</w:tr>");
        String number = words.number();
        String dated = words.placeAndDate();
        boolean letter = head.kind().isEmpty() && !head.about().isEmpty() && head.annex() == null;
        boolean boxed = !head.mark().isEmpty() || !head.urgency().isEmpty();
        if (number != null || dated != null || letter || boxed) {
            out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            cellOpen(left);
            if (number != null) {
                line(number, "center", 13, false, false, 120);
            }
            if (letter) {
                paragraphIf(head.about(), 12, false);
            }
            boxes(left);
            if (number == null && !letter && !boxed) {
                out.append("<w:p/>");
            }
            cellClose();
            cellOpen(right);
            if (dated == null) {
                out.append("<w:p/>");
            } else {
                line(dated, "center", set, false, true, 120);
            }
            cellClose();
            out.append("</w:tr>");
        }
        out.append("</w:tbl>");
    }

    /** Urgency in red, then the circulation mark, each in a frame about as wide as its words. */
    private void boxes(int width) {
        box(head.urgency(), "C00000", width);
        box(head.mark(), "000000", width);
    }

    private void box(String text, String colour, int width) {
        if (text.isEmpty()) {
            return;
        }
        int wanted = (int) (Fonts.width(text, "Bold", 13) * 20) + 240;
        int side = Math.max(0, (width - wanted) / 2);
        StringBuilder frame = new StringBuilder("<w:pBdr>");
        for (String edge : new String[] {"top", "left", "bottom", "right"}) {
            frame.append("<w:")
                    .append(edge)
                    .append(" w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"")
                    .append(colour)
                    .append("\"/>");
        }
        open(frame + "</w:pBdr><w:spacing w:before=\"80\" w:after=\"40\"/><w:ind w:left=\"" + side + "\" w:right=\""
                + side + "\"/><w:jc w:val=\"center\"/>");
        out.append("<w:r><w:rPr><w:b/><w:bCs/><w:color w:val=\"")
                .append(colour)
                .append("\"/>")
                .append(sizes(13));
        out.append("</w:rPr><w:t xml:space=\"preserve\">");
        Xml.escape(text, out);
        out.append("</w:t></w:r>");
        close();
    }

    private void title(List<Run> title, int above) {
        paragraph(
                title,
                "<w:pStyle w:val=\"Title\"/><w:spacing w:before=\"" + above + "\" w:after=\"60\"/>",
                0,
                false,
                false);
    }

    private void to() {
        if (head.to().size() == 1) {
            open("<w:spacing w:before=\"120\" w:after=\"120\"/><w:jc w:val=\"center\"/>");
            run(words.to() + " ", false, false, 0);
            runs(head.to().get(0), false, false, 0);
            close();
        } else if (!head.to().isEmpty()) {
            String indent = "<w:ind w:left=\"1701\"/>";
            paragraph(
                    List.of(new Run(words.to(), false, false)),
                    "<w:spacing w:before=\"120\"/>" + indent,
                    0,
                    false,
                    false);
            for (List<Run> item : Words.dashed(head.to())) {
                paragraph(item, indent, 0, false, false);
            }
            open("<w:spacing w:after=\"60\"/>");
            close();
        }
    }

    private void block(Block block, boolean signedNext) {
        if (block instanceof Block.Heading h) {
            paragraph(h.text(), "<w:pStyle w:val=\"Heading" + h.level() + "\"/>", 0, false, false);
        } else if (block instanceof Block.Paragraph p) {
            // A signature does not stand on a page without text.
            open("<w:pStyle w:val=\"BodyText\"/>"
                    + (signedNext ? "<w:keepNext/>" : "")
                    + (p.depth() > 1
                            ? "<w:ind w:left=\"" + 397 * (p.depth() - 1) + "\" w:firstLine=\"" + FIRST_LINE + "\"/>"
                            : ""));
            run(p.mark(), false, false, 0);
            runs(p.text(), false, false, 0);
            close();
        } else if (block instanceof Block.Chart c) {
            chart(c.plan());
        } else if (block instanceof Block.Table t) {
            if (t.heat() != null && !t.heat().title().isEmpty()) {
                open("<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"center\"/>");
                run(NoBreak.text(t.heat().title()), true, false, 0);
                close();
            }
            table(t);
            if (t.heat() != null) {
                scale(t.heat());
            }
        } else if (block instanceof Block.Line) {
            out.append("<w:p><w:pPr>")
                    .append(border())
                    .append("<w:spacing w:before=\"120\" w:after=\"0\"/></w:pPr></w:p>");
        } else if (block instanceof Block.PageBreak) {
            out.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        }
    }

    private void table(Block.Table t) {
        double letters = t.size() == 0 ? Math.min(size, 13) : t.size() * size / head.size();
        int[] columns = new int[t.widths().length];
        int left = textWidth;
        for (int c = 0; c < columns.length; c++) {
            columns[c] = c + 1 == columns.length ? left : (int) Math.round(textWidth * t.widths()[c]);
            left -= columns[c];
        }
        tableOpen(columns, true);
        out.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int c = 0; c < columns.length; c++) {
            cell(columns[c], t.header().get(c), "center", letters, true, -1, true);
        }
        out.append("</w:tr>");
        for (int r = 0; r < t.rows().size(); r++) {
            List<List<Run>> row = t.rows().get(r);
            out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (int c = 0; c < columns.length; c++) {
                String align =
                        switch (t.aligns().get(c)) {
                            case LEFT -> "left";
                            case CENTER -> "center";
                            case RIGHT -> "right";
                        };
                cell(columns[c], row.get(c), align, letters, false, t.shade(r, c), t.heat() != null);
            }
            out.append("</w:tr>");
        }
        out.append("</w:tbl>");
        // Word joins two tables that touch, and wants a paragraph at the end.
        out.append(
                "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>");
    }

    /**
     * @param shade 0 to 1; -1 for none
     * @param keep whether the next row stays on the page
     */
    private void cell(
            int width, List<Run> text, String align, double letters, boolean header, double shade, boolean keep) {
        out.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                .append(width)
                .append("\" w:type=\"dxa\"/>")
                .append(shade(shade))
                .append("<w:vAlign w:val=\"center\"/></w:tcPr>");
        white = shade > ChartPlan.DARK;
        paragraph(text, (keep ? "<w:keepNext/>" : "") + "<w:jc w:val=\"" + align + "\"/>", letters, header, false);
        white = false;
        out.append("</w:tc>");
    }

    private static String shade(double shade) {
        return shade < 0 ? "" : "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + ChartPlan.grey(shade) + "\"/>";
    }

    /** A chart in a line of its own, on the page where its table begins. Its part is the first relation after the four fixed ones. */
    private void chart(ChartPlan plan) {
        charts++;
        double around = 20 + (plan.title().isEmpty() ? 0 : 10) + (plan.series().size() > 1 ? 8 : 0);
        long height = Math.round((plan.height(head.landscape()) + around) * 36_000);
        open("<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"center\"/>");
        out.append("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\""
                        + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
                        + "<wp:extent cx=\"")
                .append(textWidth * 635L)
                .append("\" cy=\"")
                .append(height)
                .append("\"/><wp:docPr id=\"")
                .append(charts)
                .append("\" name=\"Chart ")
                .append(charts)
                .append("\" descr=\"");
        Xml.escape(plan.alternative(), out);
        out.append("\"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a=\"" + ChartPart.DRAWING + "\"><a:graphicData uri=\""
                        + ChartPart.NS + "\"><c:chart xmlns:c=\"" + ChartPart.NS + "\" r:id=\"rId")
                .append(charts + 4)
                .append("\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
        close();
    }

    /** From the least value of a heat table to the greatest. */
    private void scale(ChartPlan heat) {
        open("<w:spacing w:after=\"120\"/><w:jc w:val=\"center\"/>");
        run(heat.text(heat.least()) + NoBreak.NBSP, false, false, 0);
        for (int i = 0; i <= 4; i++) {
            out.append("<w:r><w:rPr><w:bdr w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
                    .append(shade(i / 4.0))
                    .append("</w:rPr><w:t xml:space=\"preserve\">")
                    .append(String.valueOf(NoBreak.NBSP).repeat(6))
                    .append("</w:t></w:r>");
        }
        run(NoBreak.NBSP + heat.measured(heat.text(heat.most())), false, false, 0);
        close();
    }

    private void signatures() {
        List<Head.Signature> all = head.signatures();
        if (all.isEmpty() && head.recipients().isEmpty()) {
            return;
        }
        open("<w:keepNext/>");
        close();
        int n = head.manySignatures() ? all.size() : 2;
        int[] columns = new int[n];
        java.util.Arrays.fill(columns, textWidth / n);
        tableOpen(columns, false);
        out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        if (head.manySignatures()) {
            for (Head.Signature s : all) {
                signature(s, columns[0]);
            }
        } else {
            cellOpen(columns[0]);
            recipients();
            cellClose();
            if (all.isEmpty()) {
                cellOpen(columns[1]);
                out.append("<w:p/>");
                cellClose();
            } else {
                signature(all.get(0), columns[1]);
            }
        }
        out.append("</w:tr></w:tbl>");
        if (head.manySignatures() && !head.recipients().isEmpty()) {
            open("");
            close();
            recipients();
        } else {
            out.append("<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>");
        }
    }

    private void recipients() {
        if (head.recipients().isEmpty()) {
            out.append("<w:p/>");
            return;
        }
        line(words.recipients(), "left", 12, true, true, 0);
        for (List<Run> item : Words.dashed(head.recipients())) {
            paragraph(item, "<w:jc w:val=\"left\"/>", 11, false, false);
        }
    }

    private void signature(Head.Signature s, int width) {
        cellOpen(width);
        paragraphIf(s.title(), set, true);
        if (!s.note().isEmpty()) {
            paragraph(s.note(), "<w:jc w:val=\"center\"/>", set, false, true);
        }
        open("<w:spacing w:before=\"900\"/><w:jc w:val=\"center\"/>");
        runs(s.name(), true, false, set);
        close();
        cellClose();
    }

    private void tableOpen(int[] columns, boolean borders) {
        out.append("<w:tbl><w:tblPr><w:tblW w:w=\"")
                .append(java.util.Arrays.stream(columns).sum());
        out.append("\" w:type=\"dxa\"/>");
        if (borders) {
            out.append("<w:tblBorders>");
            for (String edge : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
                out.append("<w:").append(edge).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
            }
            out.append("</w:tblBorders>");
        }
        out.append("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>"
                + "<w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        for (int column : columns) {
            out.append("<w:gridCol w:w=\"").append(column).append("\"/>");
        }
        out.append("</w:tblGrid>");
    }

    private void cellOpen(int width) {
        out.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/></w:tcPr>");
    }

    private void cellClose() {
        out.append("</w:tc>");
    }

    /** A short rule below a line, two fifths as long as its longest part. */
    private void shortRule(List<Run> above, double letters, int width, int after) {
        double longest = 0;
        for (String part : Paper.plain(above).split("\n")) {
            longest = Math.max(longest, Fonts.width(part, "Bold", letters) * 20);
        }
        rule(Math.min(longest, width - 114) * 0.4, width, after);
    }

    /** A centred rule of this length: a border above an empty paragraph, which Word and LibreOffice both draw. */
    private void rule(double length, int width, int after) {
        int side = (int) Math.max(0, (width - (width == textWidth ? 0 : 114) - length) / 2);
        out.append("<w:p><w:pPr>")
                .append(border())
                .append("<w:spacing w:before=\"40\" w:after=\"")
                .append(after)
                .append("\" w:line=\"80\" w:lineRule=\"exact\"/><w:ind w:left=\"")
                .append(side)
                .append("\" w:right=\"")
                .append(side)
                .append("\"/></w:pPr></w:p>");
    }

    private static String border() {
        return "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/></w:pBdr>";
    }

    private void line(String text, String align, double letters, boolean bold, boolean italic, int before) {
        paragraph(
                List.of(new Run(text, bold, italic)),
                "<w:spacing w:before=\"" + before + "\"/><w:jc w:val=\"" + align + "\"/>",
                letters,
                bold,
                italic);
    }

    private void paragraphIf(List<Run> runs, double letters, boolean bold) {
        if (!runs.isEmpty()) {
            paragraph(runs, "<w:jc w:val=\"center\"/>", letters, bold, false);
        }
    }

    private void paragraph(List<Run> runs, String properties, double letters, boolean bold, boolean italic) {
        open(properties);
        runs(runs, bold, italic, letters);
        close();
    }

    private void open(String properties) {
        out.append(properties.isEmpty() ? "<w:p>" : "<w:p><w:pPr>" + properties + "</w:pPr>");
    }

    private void close() {
        out.append("</w:p>");
    }

    private void runs(List<Run> runs, boolean bold, boolean italic, double letters) {
        for (Run run : runs) {
            if (run.isBreak()) {
                out.append("<w:r><w:br/></w:r>");
            } else {
                run(run.text(), bold || run.bold(), italic || run.italic(), letters);
            }
        }
    }

    private void run(String text, boolean bold, boolean italic, double letters) {
        if (text.isEmpty()) {
            return;
        }
        String properties = (bold ? "<w:b/><w:bCs/>" : "")
                + (italic ? "<w:i/><w:iCs/>" : "")
                + (white ? "<w:color w:val=\"FFFFFF\"/>" : "")
                + (letters > 0 && half(letters) != half(size) ? sizes(letters) : "");
        out.append("<w:r>").append(properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>");
        out.append("<w:t xml:space=\"preserve\">");
        Xml.escape(text, out);
        out.append("</w:t></w:r>");
    }

    static String sizes(double letters) {
        return "<w:sz w:val=\"" + half(letters) + "\"/><w:szCs w:val=\"" + half(letters) + "\"/>";
    }

    static int half(double letters) {
        return (int) Math.round(letters * 2);
    }

    private static int twips(double millimetres) {
        return (int) Math.round(millimetres * TWIPS);
    }
}
