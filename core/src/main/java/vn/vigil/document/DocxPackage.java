package vn.vigil.document;

import static vn.vigil.document.DocxWriter.FIRST_LINE;
import static vn.vigil.document.DocxWriter.NS;
import static vn.vigil.document.DocxWriter.XML;
import static vn.vigil.document.DocxWriter.half;
import static vn.vigil.document.DocxWriter.sizes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.vigil.text.Lang;

/** The package of a Word file (ECMA-376, part 2) and its parts beside the main one: styles, settings, headers, properties. One use. */
final class DocxPackage {
    static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Paper paper;
    private final Head head;
    private final double size;
    private final int set;

    private DocxPackage(Paper paper, double size) {
        this.paper = paper;
        this.head = paper.head();
        this.size = size;
        this.set = head.set();
    }

    /** @param size of the body's letters in points */
    static byte[] write(Paper paper, double size) {
        DocxPackage whole = new DocxPackage(paper, size);
        List<ChartPlan> charts = new ArrayList<>();
        for (Block block : paper.blocks()) {
            if (block instanceof Block.Chart c) {
                charts.add(c.plan());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", contentTypes(charts.size()));
            part(
                    zip,
                    "_rels/.rels",
                    relations(List.of(
                            REL + "officeDocument",
                            "word/document.xml",
                            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                            "docProps/core.xml",
                            REL + "extended-properties",
                            "docProps/app.xml")));
            part(zip, "docProps/core.xml", whole.core());
            part(
                    zip,
                    "docProps/app.xml",
                    XML
                            + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                            + "<Application>vigil</Application></Properties>");
            List<String> relations = new ArrayList<>(List.of(
                    REL + "styles",
                    "styles.xml",
                    REL + "settings",
                    "settings.xml",
                    REL + "header",
                    "header1.xml",
                    REL + "header",
                    "header2.xml"));
            for (int n = 1; n <= charts.size(); n++) {
                relations.add(REL + "chart");
                relations.add("charts/chart" + n + ".xml");
            }
            part(zip, "word/_rels/document.xml.rels", relations(relations));
            part(zip, "word/document.xml", DocxWriter.write(paper, size));
            part(zip, "word/styles.xml", whole.styles());
            part(zip, "word/settings.xml", whole.settings());
            part(zip, "word/header1.xml", whole.pageNumber());
            part(zip, "word/header2.xml", XML + "<w:hdr" + NS + "><w:p/></w:hdr>");
            for (int n = 1; n <= charts.size(); n++) {
                part(zip, "word/charts/chart" + n + ".xml", ChartPart.write(charts.get(n - 1), whole.head.textWidth()));
                part(
                        zip,
                        "word/charts/_rels/chart" + n + ".xml.rels",
                        relations(List.of(REL + "package", "../embeddings/chart" + n + ".xlsx")));
                part(zip, "word/embeddings/chart" + n + ".xlsx", ChartBook.write(charts.get(n - 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void part(ZipOutputStream zip, String name, String text) throws IOException {
        part(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void part(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(Packed.EPOCH);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String contentTypes(int charts) {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        StringBuilder s = new StringBuilder(XML)
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .append("<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        if (charts > 0) {
            s.append("<Default Extension=\"xlsx\""
                    + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>");
        }
        List<String[]> parts = new ArrayList<>(List.of(new String[][] {
            {"/word/document.xml", word + "document.main+xml"},
            {"/word/styles.xml", word + "styles+xml"},
            {"/word/settings.xml", word + "settings+xml"},
            {"/word/header1.xml", word + "header+xml"},
            {"/word/header2.xml", word + "header+xml"},
            {"/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"},
            {"/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"}
        }));
        for (int n = 1; n <= charts; n++) {
            parts.add(new String[] {
                "/word/charts/chart" + n + ".xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
            });
        }
        for (String[] part : parts) {
            s.append("<Override PartName=\"")
                    .append(part[0])
                    .append("\" ContentType=\"")
                    .append(part[1])
                    .append("\"/>");
        }
        return s.append("</Types>").toString();
    }

    /** @param pairs type and target, in turn; their names are rId1, rId2, … */
    static String relations(List<String> pairs) {
        StringBuilder s = new StringBuilder(XML)
                .append("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < pairs.size(); i += 2) {
            s.append("<Relationship Id=\"rId")
                    .append(i / 2 + 1)
                    .append("\" Type=\"")
                    .append(pairs.get(i))
                    .append("\" Target=\"")
                    .append(pairs.get(i + 1))
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

    private String tag() {
        return head.lang() == Lang.VI ? "vi-VN" : "en-GB";
    }
}
