package vn.vigil.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.vigil.text.Lang;

/**
 * Writes a paper as WordprocessingML (ECMA-376, part 1, 17), part by part: the order of elements is the schema's, which a test
 * holds every part against. One use.
 */
final class DocxWriter {
    private static final String NS = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /** Twips, twentieths of a point, in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;

    private static final int FIRST_LINE = 567;

    private final Paper paper;
    private final Head head;
    private final Words words;
    private final double size;
    private final int set;
    private final int pageWidth;
    private final int pageHeight;
    private final int textWidth;
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

    /** @param size of the body's letters in points */
    static byte[] write(Paper paper, double size) {
        DocxWriter writer = new DocxWriter(paper, size);
        writer.document();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", contentTypes());
            part(
                    zip,
                    "_rels/.rels",
                    relations(
                            REL + "officeDocument",
                            "word/document.xml",
                            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                            "docProps/core.xml",
                            REL + "extended-properties",
                            "docProps/app.xml"));
            part(zip, "docProps/core.xml", writer.core());
            part(
                    zip,
                    "docProps/app.xml",
                    XML
                            + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                            + "<Application>vigil</Application></Properties>");
            part(
                    zip,
                    "word/_rels/document.xml.rels",
                    relations(
                            REL + "styles",
                            "styles.xml",
                            REL + "settings",
                            "settings.xml",
                            REL + "header",
                            "header1.xml",
                            REL + "header",
                            "header2.xml"));
            part(zip, "word/document.xml", writer.out.toString());
            part(zip, "word/styles.xml", writer.styles());
            part(zip, "word/settings.xml", writer.settings());
            part(zip, "word/header1.xml", writer.pageNumber());
            part(zip, "word/header2.xml", XML + "<w:hdr" + NS + "><w:p/></w:hdr>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(Packed.EPOCH);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String contentTypes() {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        StringBuilder s = new StringBuilder(XML)
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .append("<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        for (String[] part : new String[][] {
            {"/word/document.xml", word + "document.main+xml"},
            {"/word/styles.xml", word + "styles+xml"},
            {"/word/settings.xml", word + "settings+xml"},
            {"/word/header1.xml", word + "header+xml"},
            {"/word/header2.xml", word + "header+xml"},
            {"/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"},
            {"/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"}
        }) {
            s.append("<Override PartName=\"")
                    .append(part[0])
                    .append("\" ContentType=\"")
                    .append(part[1])
                    .append("\"/>");
        }
        return s.append("</Types>").toString();
    }

    /** @param pairs type and target, in turn; their names are rId1, rId2, … */
    private static String relations(String... pairs) {
        StringBuilder s = new StringBuilder(XML)
                .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < pairs.length; i += 2) {
            s.append("<Relationship Id=\"rId")
                    .append(i / 2 + 1)
                    .append("\" Type=\"")
                    .append(pairs[i])
                    .append("\" Target=\"")
                    .append(pairs[i + 1])
                    .append("\"/>");
        }
        return s.append("</Relationships>").toString();
    }

    private String core() {
        String when = PaperTime.of(paper).toString();
        return XML
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" + Xml.escape(paper.title())
                + "</dc:title><dc:creator>"
                + Xml.escape(Paper.plain(head.body()).replace('\n', ' '))
                + "</dc:creator><dc:language>" + tag() + "</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">"
                + when + "</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + when
                + "</dcterms:modified></cp:coreProperties>";
    }

    private String settings() {
        return XML + "<w:settings" + NS + "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/>"
                + "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>"
                + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\""
                + " w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"" + tag() + "\"/><w:decimalSymbol w:val=\","
                + "\"/><w:listSeparator w:val=\";\"/></w:settings>";
    }

    private String pageNumber() {
        String run = "<w:r><w:rPr><w:sz w:val=\"" + 2 * set + "\"/><w:szCs w:val=\"" + 2 * set + "\"/></w:rPr>";
        return XML + "<w:hdr" + NS + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + run
                + "<w:fldChar w:fldCharType=\"begin\"/></w:r>" + run
                + "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>" + run
                + "<w:fldChar w:fldCharType=\"separate\"/></w:r>" + run + "<w:t>2</w:t></w:r>" + run
                + "<w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";
    }

    private String styles() {
        String fonts =
                "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\""
                        + " w:cs=\"Times New Roman\"/>";
        int half = half(size);
        StringBuilder s = new StringBuilder(XML)
                .append("<w:styles")
                .append(NS)
                .append("><w:docDefaults><w:rPrDefault><w:rPr>")
                .append(fonts)
                .append(sizes(size))
                .append("<w:lang w:val=\"")
                .append(tag())
                .append("\" w:eastAsia=\"")
                .append(tag())
                .append("\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before=\"0\""
                        + " w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>")
                .append("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
                        + "<w:qFormat/></w:style>")
                .append(
                        "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
                                + "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>")
                .append(
                        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
                                + "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
                                + "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>"
                                + "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>"
                                + "</w:tblPr></w:style>")
                .append("<w:style w:type=\"paragraph\" w:styleId=\"BodyText\"><w:name w:val=\"Body Text\"/>"
                        + "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:after=\"120\" w:line=\"264\""
                        + " w:lineRule=\"auto\"/>"
                        + (head.official() ? "<w:ind w:firstLine=\"" + FIRST_LINE + "\"/><w:jc w:val=\"both\"/>" : "")
                        + "</w:pPr></w:style>")
                .append("<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/>"
                        + "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"240\"/>"
                        + "<w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:bCs/>"
                        + sizes(Math.max(set, half / 2.0)) + "</w:rPr></w:style>");
        for (int level = 1; level <= 6; level++) {
            s.append("<w:style w:type=\"paragraph\" w:styleId=\"Heading")
                    .append(level)
                    .append("\"><w:name w:val=\"heading ")
                    .append(level)
                    .append(
                            "\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"BodyText\"/><w:qFormat/><w:pPr><w:keepNext/>"
                                    + "<w:spacing w:before=\"120\" w:after=\"120\"/>")
                    .append(level == 1 ? "<w:jc w:val=\"center\"/>" : "<w:ind w:firstLine=\"" + FIRST_LINE + "\"/>")
                    .append("<w:outlineLvl w:val=\"")
                    .append(level - 1)
                    .append("\"/></w:pPr><w:rPr><w:b/><w:bCs/>")
                    .append(level > 3 ? "<w:i/><w:iCs/>" : "")
                    .append("</w:rPr></w:style>");
        }
        return s.append("</w:styles>").toString();
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
        } else if (block instanceof Block.Table t) {
            table(t);
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
            cell(columns[c], t.header().get(c), "center", letters, true);
        }
        out.append("</w:tr>");
        for (List<List<Run>> row : t.rows()) {
            out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (int c = 0; c < columns.length; c++) {
                String align =
                        switch (t.aligns().get(c)) {
                            case LEFT -> "left";
                            case CENTER -> "center";
                            case RIGHT -> "right";
                        };
                cell(columns[c], row.get(c), align, letters, false);
            }
            out.append("</w:tr>");
        }
        out.append("</w:tbl>");
        // Word joins two tables that touch, and wants a paragraph at the end.
        out.append(
                "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>");
    }

    private void cell(int width, List<Run> text, String align, double letters, boolean header) {
        out.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                .append(width)
                .append("\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>");
        paragraph(text, (header ? "<w:keepNext/>" : "") + "<w:jc w:val=\"" + align + "\"/>", letters, header, false);
        out.append("</w:tc>");
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
                + (letters > 0 && half(letters) != half(size) ? sizes(letters) : "");
        out.append("<w:r>").append(properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>");
        out.append("<w:t xml:space=\"preserve\">");
        Xml.escape(text, out);
        out.append("</w:t></w:r>");
    }

    private static String sizes(double letters) {
        return "<w:sz w:val=\"" + half(letters) + "\"/><w:szCs w:val=\"" + half(letters) + "\"/>";
    }

    private static int half(double letters) {
        return (int) Math.round(letters * 2);
    }

    private static int twips(double millimetres) {
        return (int) Math.round(millimetres * TWIPS);
    }

    private String tag() {
        return head.lang() == Lang.VI ? "vi-VN" : "en-GB";
    }
}
