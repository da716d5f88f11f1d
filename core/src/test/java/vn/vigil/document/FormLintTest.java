package vn.vigil.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Severity;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** A good paper is found in order in all its forms; each fault put into it is found, and nothing else is. */
class FormLintTest {
    @TempDir
    Path folder;

    private static String sample(String name) {
        try (InputStream in = FormLintTest.class.getResourceAsStream(name + ".md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path put(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static List<String> found(FormReport report) {
        return report.findings().stream()
                .map(f -> f.severity() + " " + f.point().word())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"report", "minutes", "letter"})
    void goodPapersAreInOrderInEveryForm(String name) throws IOException {
        Paper paper = Paper.of(name, sample(name), Lang.VI);
        for (PaperForm form : List.of(PaperForm.DOCX, PaperForm.PDF, PaperForm.MD)) {
            FormReport report = FormLint.check(put("x." + form.word(), Papers.bytes(paper, form)));
            assertEquals(List.of(), found(report), name + " " + form);
            assertEquals(Severity.OK, report.worst());
            assertEquals(form.word(), report.kind());
            assertTrue(report.judged().contains(FormPoint.RECIPIENTS));
        }
    }

    /** Old text, new text, finding in Markdown and DOCX. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "05/BC-TNC; 5/BC-TNC; CRITICAL number",
                "05/BC-TNC; 05 / BC-TNC; CRITICAL number",
                "05/BC-TNC; 05/BC – TNC; CRITICAL number",
                "05/BC-TNC; 05-BC-TNC; CRITICAL number",
                "05/BC-TNC; /BC-TNC; ''",
                "05/BC-TNC; 123/BC-SKHĐT; ''",
                "- Lưu: VT, TNC; - Văn thư; CRITICAL recipients",
                "cho ý kiến chỉ đạo./.; cho ý kiến.; WARNING ending",
                "<br>TỔ PHÓ; <br>TỔ VIÊN; CRITICAL signature",
                "KT. TỔ TRƯỞNG; KT TỔ TRƯỞNG; CRITICAL signature",
                "name: Trần Quốc Đạt; name: ThS. Trần Quốc Đạt; CRITICAL signature",
                "abstract: Kết quả; abstract: V/v kết quả; WARNING abstract",
                "place: Đồng Nai; place:; WARNING date",
                "number: 05/BC-TNC; pages: 0; WARNING number",
                "date: 2026-02-05; pages: 0; WARNING date"
            })
    void eachFaultIsFoundAndNothingElse(String old, String fresh, String finding) throws IOException {
        String source = sample("report");
        assertTrue(source.contains(old));
        String changed = source.replace(old, fresh);
        List<String> wanted = finding.isEmpty() ? List.of() : List.of(finding);
        assertEquals(wanted, found(FormLint.check(put("x.md", changed.getBytes(StandardCharsets.UTF_8)))), "Markdown");
        Paper paper = Paper.of("x", changed, Lang.VI);
        assertEquals(wanted, found(FormLint.check(put("x.docx", Papers.docx(paper)))), "DOCX");
        assertEquals(wanted, found(FormLint.check(put("x.pdf", Papers.pdf(paper)))), "PDF");
    }

    /** Part of the DOCX, old XML, new XML, finding. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "document; w:left=\"1701\"; w:left=\"1134\"; CRITICAL margins",
                "document; w:top=\"1134\"; w:top=\"1701\"; CRITICAL margins",
                "document; w:w=\"11906\" w:h=\"16838\"; w:w=\"12240\" w:h=\"15840\"; CRITICAL paper",
                "document; Độc lập - Tự do; Độc lập – Tự do; CRITICAL motto",
                "document; Độc lập - Tự do - Hạnh phúc; Độc lập-Tự do-Hạnh phúc; CRITICAL motto",
                "document; HÒA; HOÀ; CRITICAL country",
                "document; CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM; X; CRITICAL country",
                "document; ngày\u00a005; ngày\u00a05; CRITICAL date",
                "document; tháng\u00a002; tháng\u00a02; CRITICAL date",
                "document; tháng\u00a002; tháng\u00a003; CRITICAL date",
                "document; <w:titlePg/>; ''; CRITICAL page-number",
                "document; Nơi nhận:; Gửi:; CRITICAL recipients",
                "styles; w:ascii=\"Times New Roman\"; w:ascii=\"Arial\"; CRITICAL font",
                "styles; <w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang; <w:sz w:val=\"22\"/><w:lang; CRITICAL size",
                "header1; w:val=\"center\"; w:val=\"right\"; CRITICAL page-number",
                "header1; PAGE; DATE; WARNING page-number"
            })
    void eachFaultOfTheFileIsFoundAndNothingElse(String part, String old, String fresh, String finding)
            throws IOException {
        Map<String, byte[]> parts = PapersTest.parts(Papers.docx(Paper.of("x", sample("report"), Lang.VI)));
        String name = "word/" + part + ".xml";
        String xml = new String(parts.get(name), StandardCharsets.UTF_8);
        assertTrue(xml.contains(old), old);
        parts.put(name, xml.replace(old, fresh).getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(finding), found(FormLint.check(put("x.docx", zip(parts)))));
    }

    @Test
    void lettersStoredInPiecesAreFound() throws IOException {
        String nfd = Normalizer.normalize(sample("report"), Normalizer.Form.NFD);
        assertEquals(
                List.of("CRITICAL composed"), found(FormLint.check(put("x.md", nfd.getBytes(StandardCharsets.UTF_8)))));
        Map<String, byte[]> parts = PapersTest.parts(Papers.docx(Paper.of("x", sample("report"), Lang.VI)));
        String xml = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        parts.put(
                "word/document.xml",
                xml.replace("nghiêm trọng", "nghie\u0302m tro\u0323ng").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("CRITICAL composed"), found(FormLint.check(put("x.docx", zip(parts)))));
    }

    @Test
    void aListForTheWallIsNotJudgedAsALetter() throws IOException {
        Paper month = new Templates(null).fill("duty-month", Lang.VI, Samples.of("duty-month", Lang.VI));
        FormReport report = FormLint.check(put("x.docx", Papers.docx(month)));
        assertEquals(List.of("WARNING country"), found(report));
        assertFalse(report.judged().contains(FormPoint.RECIPIENTS));
        FormReport source = FormLint.check(put("x.md", Papers.bytes(month, PaperForm.MD)));
        assertEquals(List.of(), found(source));
        Paper table = new Templates(null).fill("duty-table", Lang.VI, Samples.of("duty-table", Lang.VI));
        assertEquals(List.of(), found(FormLint.check(put("y.docx", Papers.docx(table)))));
        assertEquals(List.of(), found(FormLint.check(put("y.pdf", Papers.pdf(table)))));
    }

    @Test
    void hostileFilesAreRefusedWithASentence() throws IOException {
        byte[] docx = Papers.docx(Paper.of("x", sample("letter"), Lang.VI));
        byte[] pdf = Papers.pdf(Paper.of("x", sample("letter"), Lang.VI));
        refused("cut.docx", Arrays.copyOf(docx, docx.length / 2), "the file is damaged or cannot be opened");
        refused("empty.docx", zip(Map.of("a.xml", new byte[0])), "it is no text of the form .docx");
        refused(
                "bad.docx",
                zip(Map.of("word/document.xml", "<w:document".getBytes(StandardCharsets.UTF_8))),
                "it is no text of the form .docx");
        refused(
                "old.doc",
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0},
                "it is of the old form .doc, or locked by a password");
        refused(
                "fake.pdf",
                "%PDF-1.7\nx".getBytes(StandardCharsets.UTF_8),
                "it is no readable PDF: damaged, or locked by a password");
        refused("cut.pdf", Arrays.copyOf(pdf, 400), "it is no readable PDF: damaged, or locked by a password");
        refused("raw.bin", new byte[] {1, 2, (byte) 0xff, (byte) 0xfe}, "the file is not UTF-8 text");
    }

    @Test
    void bombsAreRefusedBeforeTheyGoOff() throws IOException {
        Path docx = folder.resolve("bomb.docx");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(docx))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 250; i++) {
                zip.write(zeros);
            }
        }
        assertEquals("unpacked it would be larger than 200 MB", why(docx));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            for (int i = 0; i < 150; i++) {
                out.write(zeros);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write("%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\r\n".getBytes(StandardCharsets.US_ASCII));
        pdf.write(packed.toByteArray());
        pdf.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        assertEquals("unpacked it would be larger than 100 MB", why(put("bomb.pdf", pdf.toByteArray())));
        Path large = folder.resolve("large.docx");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(500L << 20); // sparse
        }
        assertEquals("the file is larger than 50 MB", why(large));
    }

    @Test
    void outsideEntitiesAreNeverFetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "bí mật");
        Map<String, byte[]> parts = PapersTest.parts(Papers.docx(Paper.of("x", sample("letter"), Lang.VI)));
        String xml = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        parts.put(
                "word/document.xml",
                xml.replaceFirst("\\?>\\n", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n")
                        .replace("Kính gửi:", "&e;")
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals("it is no text of the form .docx", why(put("xxe.docx", zip(parts))));
    }

    private void refused(String name, byte[] bytes, String why) throws IOException {
        assertEquals(why, why(put(name, bytes)), name);
    }

    private static String why(Path file) {
        VigilException e = assertThrows(VigilException.class, () -> FormLint.check(file));
        assertEquals(ErrorKind.USAGE, e.kind());
        return Texts.render(e.why().get(0), Lang.EN);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
