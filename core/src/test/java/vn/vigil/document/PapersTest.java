package vn.vigil.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;

/** One source, four forms: judged by the schemas of Office, by a judge of PDF/A and PDF/UA, and by reading them back. */
class PapersTest {
    private static final List<String> SHIPPED = List.of("duty-table", "duty-month");

    private static final List<PDFAFlavour> JUDGED = List.of(PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1);

    @TempDir
    Path folder;

    private static Map<String, Paper> papers;

    /** Made once: the making is what costs. */
    private static final Map<String, byte[]> PDFS = new HashMap<>();

    @BeforeAll
    static void fill() {
        VeraGreenfieldFoundryProvider.initialise();
        papers = new TreeMap<>();
        for (String name : SHIPPED) {
            for (Lang lang : Lang.values()) {
                papers.put(name + "." + lang.tag(), new Templates(null).fill(name, lang, Samples.of(name, lang)));
            }
        }
        for (String name : List.of("report", "minutes", "letter", "english")) {
            papers.put(name, Paper.of(name, sample(name), Lang.VI));
        }
    }

    private static String sample(String name) {
        try (InputStream in = PapersTest.class.getResourceAsStream(name + ".md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyPdfIsPdfA2uAndPdfUa1WithAllItsFontsInside() throws Exception {
        for (Map.Entry<String, Paper> paper : papers.entrySet()) {
            byte[] pdf = pdf(paper.getKey());
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf));
                    PDFAValidator judge = Foundries.defaultInstance().createValidator(JUDGED)) {
                List<ValidationResult> results = judge.validateAll(parser);
                assertEquals(
                        JUDGED,
                        results.stream().map(ValidationResult::getPDFAFlavour).toList());
                for (ValidationResult result : results) {
                    List<String> faults = new ArrayList<>();
                    for (TestAssertion a : result.getTestAssertions()) {
                        faults.add(a.getRuleId().getClause() + " " + a.getMessage());
                    }
                    assertTrue(result.isCompliant(), paper.getKey() + " " + result.getPDFAFlavour() + " " + faults);
                }
            }
            try (PDDocument document = Loader.loadPDF(pdf)) {
                Set<String> names = new HashSet<>();
                for (PDPage page : document.getPages()) {
                    for (COSName name : page.getResources().getFontNames()) {
                        PDFont font = page.getResources().getFont(name);
                        assertTrue(font.isEmbedded(), font.getName());
                        names.add(font.getName().replaceAll("^[A-Z]+\\+|-.*", ""));
                    }
                }
                assertEquals(Set.of("LiberationSerif"), names, paper.getKey());
            }
        }
    }

    @Test
    void everyPartOfEveryDocxIsValidAndWordsOwnLibraryOpensIt() throws Exception {
        for (Map.Entry<String, Paper> paper : papers.entrySet()) {
            byte[] docx = Papers.docx(paper.getValue());
            Map<String, byte[]> parts = parts(docx);
            check(DocumentDocument.Factory.parse(in(parts, "word/document.xml")), paper.getKey());
            check(StylesDocument.Factory.parse(in(parts, "word/styles.xml")), paper.getKey());
            check(SettingsDocument.Factory.parse(in(parts, "word/settings.xml")), paper.getKey());
            check(HdrDocument.Factory.parse(in(parts, "word/header1.xml")), paper.getKey());
            check(HdrDocument.Factory.parse(in(parts, "word/header2.xml")), paper.getKey());
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
                assertEquals(
                        paper.getValue().title(),
                        document.getProperties().getCoreProperties().getTitle());
                assertTrue(document.getDocument().getBody().getSectPr().isSetTitlePg());
            }
            for (String name : parts.keySet()) {
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    builder().parse(in(parts, name));
                }
            }
        }
    }

    private static void check(XmlObject part, String name) {
        List<XmlError> errors = new ArrayList<>();
        assertTrue(part.validate(new XmlOptions().setErrorListener(errors)), () -> name + " " + errors);
    }

    @Test
    void aBadPartWouldBeFound() throws Exception {
        String good =
                new String(parts(Papers.docx(papers.get("report"))).get("word/document.xml"), StandardCharsets.UTF_8);
        DocumentDocument bad = DocumentDocument.Factory.parse(new StringReader(
                good.replaceFirst("<w:tblLayout w:type=\"fixed\"/>", "<w:tblLayout w:type=\"loose\"/>")));
        assertFalse(bad.validate(), "the full schemas must be the ones in use");
    }

    @Test
    void allFormsOfOnePaperHoldTheSameLetters() throws Exception {
        for (Map.Entry<String, Paper> paper : papers.entrySet()) {
            String name = paper.getKey();
            String docx = xmlText(parts(Papers.docx(paper.getValue())).get("word/document.xml"), "t");
            String html = htmlText(Papers.html(paper.getValue()));
            String pdf = withoutRepeatedHeaders(paper.getValue(), pdfText(pdf(name)));
            Paper again = Paper.of(
                    name, Papers.markdown(paper.getValue()), paper.getValue().lang());
            assertEquals(Papers.html(paper.getValue()), Papers.html(again), name + ": Markdown says the same");
            assertEquals(letters(docx), letters(html), name);
            assertEquals(count(docx), count(pdf), name);
            assertTrue(docx.equals(Normalizer.normalize(docx, Normalizer.Form.NFC)));
        }
    }

    @Test
    void theSameSourceIsTheSameBytesWhereverItIsMade() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        for (Map.Entry<String, Paper> paper : papers.entrySet()) {
            for (PaperForm form : PaperForm.values()) {
                byte[] first = form == PaperForm.PDF ? pdf(paper.getKey()) : Papers.bytes(paper.getValue(), form);
                try {
                    TimeZone.setDefault(TimeZone.getTimeZone("America/Adak"));
                    Locale.setDefault(Locale.forLanguageTag("vi-VN"));
                    assertArrayEquals(first, Papers.bytes(paper.getValue(), form), paper.getKey() + " " + form);
                } finally {
                    TimeZone.setDefault(zone);
                    Locale.setDefault(locale);
                }
            }
        }
        Paper other = Paper.of("x", sample("letter").replace("an ninh", "trật tự"), Lang.VI);
        assertFalse(Arrays.equals(Papers.pdf(papers.get("letter")), Papers.pdf(other)));
    }

    @Test
    void theHeadIsThatOfTheDecree() throws Exception {
        String xml =
                new String(parts(Papers.docx(papers.get("report"))).get("word/document.xml"), StandardCharsets.UTF_8);
        assertTrue(xml.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
        assertTrue(xml.contains("<w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""));
        assertTrue(xml.contains("<w:tblHeader/>") && xml.contains("<w:cantSplit/>"));
        String styles =
                new String(parts(Papers.docx(papers.get("report"))).get("word/styles.xml"), StandardCharsets.UTF_8);
        for (String kind : List.of("ascii", "hAnsi", "cs", "eastAsia")) {
            assertTrue(styles.contains("w:" + kind + "=\"Times New Roman\""), kind);
        }
        assertTrue(styles.contains("<w:lang w:val=\"vi-VN\""));
        String pdf = pdfText(pdf("report")).replace('\u00a0', ' ');
        assertTrue(pdf.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), pdf);
        assertTrue(pdf.contains("Độc lập - Tự do - Hạnh phúc"));
        assertTrue(pdf.contains("Đồng Nai, ngày 05 tháng 02 năm 2026"));
        assertTrue(pdf.contains("- Lưu: VT, TNC."));
        String minutes = pdfText(pdf("minutes"));
        assertTrue(minutes.contains("Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/BB-TNC"), minutes);
        assertTrue(minutes.contains("ngày\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0năm"), minutes);
        String english = pdfText(pdf("english")).replace('\u00a0', ' ');
        assertTrue(english.contains("Independence - Freedom - Happiness") && english.contains("Courtesy translation"));
        assertTrue(english.contains("Dong Nai, 5 February 2026"), english);
    }

    @Test
    void pageNumbersStandInTheTopMarginAndNotOnTheFirstPage() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(pdf("report"))) {
            assertTrue(pdf.getNumberOfPages() > 1);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setEndPage(1);
            assertTrue(stripper.getText(pdf).startsWith("SỞ KẾ"), stripper.getText(pdf));
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertTrue(stripper.getText(pdf).startsWith("2"), stripper.getText(pdf));
        }
    }

    @Test
    void everyVietnameseLetterIsInThePdf() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String base : "a ă â e ê i o ô ơ u ư y".split(" ")) {
            for (String tone : List.of("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")) {
                String letter = Normalizer.normalize(base + tone, Normalizer.Form.NFC);
                all.append(letter).append(letter.toUpperCase(Locale.ROOT)).append(' ');
            }
        }
        all.append("đ Đ ₫ – — … ≤ ≥");
        for (String hand : List.of("", "*", "**", "***")) {
            String decomposed = Normalizer.normalize(all.toString().strip(), Normalizer.Form.NFD);
            Paper paper = Paper.of("x", hand + decomposed + hand + "\n", Lang.VI);
            assertEquals(letters(all.toString()), letters(pdfText(Papers.pdf(paper))));
            assertEquals(
                    letters(all.toString()),
                    letters(xmlText(parts(Papers.docx(paper)).get("word/document.xml"), "t")));
            assertTrue(Papers.markdown(paper).contains(all.toString().strip()), "NFC comes out");
        }
    }

    @Test
    void aLetterThatTheFontLacksBecomesASquareAndNeverAnotherSign() throws Exception {
        Paper paper = Paper.of("x", "xong ✓ rồi 😀\n", Lang.VI);
        assertEquals("xong □ rồi □", pdfText(Papers.pdf(paper)).strip());
    }

    @Test
    void theWallPrintIsOnePageForEveryMonth() throws Exception {
        for (int shifts = 1; shifts <= 4; shifts++) {
            Map<String, Object> data = new HashMap<>(Samples.month(Lang.VI, 31, shifts));
            try (PDDocument pdf = Loader.loadPDF(Papers.pdf(new Templates(null).fill("duty-month", Lang.VI, data)))) {
                assertEquals(1, pdf.getNumberOfPages(), shifts + " shifts");
                assertEquals(595, Math.round(pdf.getPage(0).getMediaBox().getWidth()));
            }
        }
    }

    @Test
    void theWallPrintShrinksItsLettersAndRefusesWhatCannotFit() throws Exception {
        Map<String, Object> data = new HashMap<>(Samples.month(Lang.VI, 31, 4));
        data.put("footer", "dòng\n".repeat(6));
        Paper crowded = new Templates(null).fill("duty-month", Lang.VI, data);
        assertTrue(PdfWriter.size(crowded) < crowded.head().size());
        data.put("footer", "dòng\n".repeat(400));
        Paper full = new Templates(null).fill("duty-month", Lang.VI, data);
        VigilException e = assertThrows(VigilException.class, () -> Papers.pdf(full));
        assertEquals(ErrorKind.REFUSED, e.kind());
    }

    @Test
    void filesAreWrittenWholeOrNotAtAll() throws IOException {
        Paper letter = papers.get("letter");
        Path prefix = folder.resolve("công văn");
        List<PaperForm> forms = List.of(PaperForm.HTML, PaperForm.MD);
        List<WrittenPaper> rehearsed = Papers.write(letter, forms, prefix, false, true);
        assertEquals(List.of(), list(folder), "a rehearsal writes nothing");
        assertEquals(WrittenPaper.State.NEW, rehearsed.get(0).state());
        assertEquals(rehearsed, Papers.write(letter, forms, prefix, false, false));
        assertEquals(List.of("công văn.html", "công văn.md"), list(folder));
        for (WrittenPaper w : Papers.write(letter, forms, prefix, false, false)) {
            assertEquals(WrittenPaper.State.UNCHANGED, w.state());
        }

        Files.writeString(folder.resolve("công văn.md"), "của người khác");
        Files.delete(folder.resolve("công văn.html"));
        VigilException e = assertThrows(VigilException.class, () -> Papers.write(letter, forms, prefix, false, false));
        assertEquals(ErrorKind.CONFLICT, e.kind());
        assertEquals(List.of("công văn.md"), list(folder), "nothing was written beside it");
        assertEquals("của người khác", Files.readString(folder.resolve("công văn.md")));
        assertEquals(
                WrittenPaper.State.REPLACED,
                Papers.write(letter, forms, prefix, true, false).get(1).state());
        assertNotEquals("của người khác", Files.readString(folder.resolve("công văn.md")));
        assertThrows(
                VigilException.class, () -> Papers.write(letter, forms, folder.resolve("không có/x"), false, false));
    }

    private static byte[] pdf(String paper) {
        return PDFS.computeIfAbsent(paper, p -> Papers.pdf(papers.get(p)));
    }

    /** A table's header stands on each of its pages, and counts once. */
    private static String withoutRepeatedHeaders(Paper paper, String text) {
        String out = text.replace('\u00a0', ' ');
        for (Block block : paper.blocks()) {
            if (block instanceof Block.Table table) {
                String header = String.join(
                                " ", table.header().stream().map(Paper::plain).toList())
                        .replace('\u00a0', ' ');
                int first = out.indexOf(header);
                assertTrue(first >= 0, header + " in " + out);
                int behind = first + header.length();
                out = out.substring(0, behind) + out.substring(behind).replace(header, "");
            }
        }
        return out;
    }

    private static List<String> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    static Map<String, byte[]> parts(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                parts.put(e.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static InputStream in(Map<String, byte[]> parts, String name) {
        return new ByteArrayInputStream(parts.get(name));
    }

    private static javax.xml.parsers.DocumentBuilder builder() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder();
    }

    /** The text of all elements of one local name. */
    static String xmlText(byte[] xml, String name) throws Exception {
        Document document = builder().parse(new ByteArrayInputStream(xml));
        StringBuilder out = new StringBuilder();
        var all = document.getElementsByTagName("w:" + name);
        for (int i = 0; i < all.getLength(); i++) {
            out.append(all.item(i).getTextContent());
        }
        return out.toString();
    }

    static String htmlText(String html) throws Exception {
        Node body = builder()
                .parse(new InputSource(new StringReader(html)))
                .getElementsByTagName("body")
                .item(0);
        return body.getTextContent();
    }

    static String pdfText(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            StringBuilder out = new StringBuilder();
            for (int p = 1; p <= document.getNumberOfPages(); p++) {
                stripper.setStartPage(p);
                stripper.setEndPage(p);
                String text = stripper.getText(document);
                // The page's number is not the paper's text; neither are header rows that come again.
                out.append(p > 1 ? text.replaceFirst("^\\s*" + p + "\\s", "") : text);
            }
            return out.toString();
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    /** How often each letter stands; where columns stand side by side the order of reading is a matter of taste. */
    private static Map<Character, Integer> count(String text) {
        Map<Character, Integer> all = new TreeMap<>();
        for (char c : letters(text).toCharArray()) {
            all.merge(c, 1, Integer::sum);
        }
        return all;
    }
}
