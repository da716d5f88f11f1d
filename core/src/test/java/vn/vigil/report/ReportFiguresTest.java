package vn.vigil.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import vn.vigil.base.Severity;
import vn.vigil.document.FormLint;
import vn.vigil.document.Paper;
import vn.vigil.document.Papers;
import vn.vigil.text.Lang;

/** Two years of a site: every figure is counted a second time from the raw rows, and the papers say the very same. */
class ReportFiguresTest {
    @TempDir
    static Path home;

    private static TwoYearSite site;

    @BeforeAll
    static void make() {
        site = new TwoYearSite(home, 20261127, 12);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void everyFigureIsWhatTheRawRowsSay() throws SQLException {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> compared = new TreeSet<>();
        try (SecondCount second = new SecondCount(site.vigil.home().storeFile())) {
            for (Period quarter : TwoYearSite.quarters()) {
                Report report = site.vigil.reports().report(quarter);
                Map<String, String> raw = second.of(quarter.from(), quarter.last());
                raw.forEach((id, fraction) -> {
                    Figure f = report.figure(FigureRule.of(id)).now();
                    String counted = f.known() ? f.part() + "/" + f.whole() : "unknown";
                    if (!counted.equals(fraction)) {
                        wrong.add(quarter + " " + id + ": " + counted + ", raw rows " + fraction);
                    }
                    compared.add(id);
                });
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared.size() >= 64, compared.toString());
    }

    @Test
    void quartersAddUpToTheYear() {
        Report year = site.vigil.reports().report(Period.parse("2026", false));
        for (FigureRule rule : List.of(
                FigureRule.INCIDENTS,
                FigureRule.OUTAGES,
                FigureRule.DUTIES,
                FigureRule.NO_SHOWS,
                FigureRule.ACTIONS_SET,
                FigureRule.PROPOSALS,
                FigureRule.TIPS,
                FigureRule.COST_SPENT,
                FigureRule.AVAILABILITY,
                FigureRule.WATCH_KEPT)) {
            long part = 0;
            long whole = 0;
            for (int q = 1; q <= 4; q++) {
                Figure f = site.vigil
                        .reports()
                        .report(Period.parse("2026-Q" + q, false))
                        .figure(rule)
                        .now();
                part += f.known() ? f.part() : 0;
                whole += f.known() ? f.whole() : 0;
            }
            Figure all = year.figure(rule).now();
            assertEquals(part, all.part(), rule.id());
            assertEquals(rule.unit().share() ? whole : 1, all.whole(), rule.id());
        }
    }

    @Test
    void comparisonsAreTheFiguresOfThoseTimes() {
        Report q3 = site.vigil.reports().report(Period.parse("2026-Q3", false));
        Report q2 = site.vigil.reports().report(Period.parse("2026-Q2", false));
        Report old = site.vigil.reports().report(Period.parse("2025-Q3", false));
        for (FigureRule rule : FigureRule.values()) {
            Compared c = q3.figure(rule);
            assertEquals(fraction(q2.figure(rule).now()), fraction(c.before()), rule.id());
            assertEquals(fraction(old.figure(rule).now()), fraction(c.lastYear()), rule.id());
        }
        assertEquals(
                site.vigil
                        .reports()
                        .report(Period.custom(
                                java.time.LocalDate.parse("2026-01-01"), java.time.LocalDate.parse("2026-09-30")))
                        .figure(FigureRule.INCIDENTS)
                        .now()
                        .part(),
                q3.figure(FigureRule.INCIDENTS).toDate().part());
    }

    private static String fraction(Figure f) {
        return f.known() ? f.part() + "/" + f.whole() + " of " + f.n() : "unknown";
    }

    @Test
    void sameDataSameBytesAndNoNameLeaks() {
        Report report = site.vigil.reports().report(Period.parse("2026-Q3", false));
        Report again = site.vigil.reports().report(Period.parse("2026-Q3", false));
        assertEquals(report.dataSha256(), again.dataSha256());
        assertEquals(Journal.sha256(site.vigil.reports().data(report)), report.dataSha256());
        for (Lang lang : Lang.values()) {
            String text = Papers.markdown(site.vigil.reports().paper(report, lang, false));
            assertEquals(text, Papers.markdown(site.vigil.reports().paper(again, lang, false)));
            TwoYearSite.hidden().forEach((where, name) -> assertFalse(text.contains(name), where + " in " + lang));
            assertTrue(text.contains("L.V.N."), "initials stand instead");
            assertFalse(text.contains("!["), "no picture");
        }
        // Restricted kinds are told by nobody.
        String paper = Papers.markdown(site.vigil.reports().paper(report, Lang.VI, false));
        assertFalse(paper.contains("Sự việc 1,"), "no titles");
    }

    @Test
    void theTextsNumbersAreTheTablesNumbers() {
        Report report = site.vigil.reports().report(Period.parse("2026-Q3", false));
        ReportWords words = site.vigil.reports().words(Lang.VI, false);
        String text = Papers.markdown(site.vigil.reports().paper(report, Lang.VI, false));
        for (Compared c : report.figures().values()) {
            String line = words.say(c.rule().with()) + ": " + words.figure(c.now());
            assertEquals(c.now().known(), text.contains("- " + line), line);
        }
    }

    /** The papers of this room, in both languages. */
    private static Map<String, Paper> papers() {
        Map<String, Paper> papers = new TreeMap<>();
        Reports reports = site.vigil.reports();
        Report q3 = reports.report(Period.parse("2026-Q3", false));
        for (Lang lang : Lang.values()) {
            papers.put("report " + lang, reports.paper(q3, lang, false));
            papers.put("brief " + lang, reports.brief(q3, lang));
            papers.put("notice " + lang, reports.notice(q3, false, lang));
            papers.put("violations " + lang, reports.notice(q3, true, lang));
            papers.put("police " + lang, reports.police(q3, lang));
            papers.put("plan " + lang, reports.plan(Period.parse("2026", false), lang));
            papers.put("pledge " + lang, reports.pledge(2026, lang));
            papers.put("reminder " + lang, reports.reminder(Theme.FIRE, lang));
        }
        return papers;
    }

    @Test
    void everyPaperIsJudgedValid() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> flavours = List.of(PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1);
        for (Map.Entry<String, Paper> one : papers().entrySet()) {
            byte[] pdf = Papers.pdf(one.getValue());
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf));
                    PDFAValidator judge = Foundries.defaultInstance().createValidator(flavours)) {
                for (ValidationResult result : judge.validateAll(parser)) {
                    assertTrue(
                            result.isCompliant(),
                            one.getKey() + " " + result.getPDFAFlavour() + " " + result.getTestAssertions());
                }
            }
            byte[] docx = Papers.docx(one.getValue());
            List<XmlError> errors = new ArrayList<>();
            try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
                assertTrue(
                        word.getDocument().validate(new XmlOptions().setErrorListener(errors)),
                        () -> one.getKey() + " " + errors);
                assertEquals(
                        one.getKey().startsWith("report") ? 4 : 0,
                        word.getCharts().size(),
                        one.getKey());
                for (XWPFChart chart : word.getCharts()) {
                    assertTrue(
                            chart.getCTChartSpace().validate(new XmlOptions().setErrorListener(errors)),
                            () -> one.getKey() + " " + errors);
                }
            }
            assertTrue(
                    FormLint.check(write(one.getKey(), docx)).findings().stream()
                                    .noneMatch(x -> x.severity() == Severity.CRITICAL)
                            || one.getKey().startsWith("brief")
                            || one.getKey().startsWith("pledge"),
                    one.getKey());
        }
    }

    private static Path write(String name, byte[] bytes) throws IOException {
        return Files.write(home.resolve(name.replace(' ', '-') + ".docx"), bytes);
    }

    @Test
    void everyFormSaysTheSameFigures() throws Exception {
        Report report = site.vigil.reports().report(Period.parse("2026-Q3", false));
        ReportWords words = site.vigil.reports().words(Lang.VI, false);
        Paper paper = site.vigil.reports().paper(report, Lang.VI, false);
        String html = Papers.html(paper);
        String docx;
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(Papers.docx(paper)));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            docx = text.getText();
        }
        String pdf;
        try (PDDocument document = Loader.loadPDF(Papers.pdf(paper))) {
            pdf = new PDFTextStripper().getText(document);
        }
        for (Compared c : report.figures().values()) {
            String said = letters(words.say(c.rule().with()) + ": " + words.figure(c.now()));
            if (c.now().known()) {
                assertTrue(letters(html).contains(said), "HTML: " + said);
                assertTrue(letters(docx).contains(said), "DOCX: " + said);
                assertTrue(letters(pdf).contains(said), "PDF: " + said);
            }
        }
    }

    /** Without blanks, which forms set as they need them. */
    private static String letters(String text) {
        return text.replaceAll("[\\s\u00a0]", "");
    }

    @Test
    void hostileWordsStayWords() {
        Period q2 = Period.parse("2026-Q2", false);
        Reports reports = site.vigil.reports();
        String before = Papers.markdown(reports.paper(reports.report(q2), Lang.VI, false));
        String evil =
                "=1+1 | x |\n<!-- page break -->\n# Phần <b>lạ</b> \u202e'; drop table report_entry; -- {{ asks }} [x](y)";
        reports.remarks().add(site.vigil.people().actor("lan"), q2, Remark.Section.ASK, evil);
        String after = Papers.markdown(reports.paper(reports.report(q2), Lang.VI, false));
        assertEquals(before.split("<!-- page break -->", -1).length, after.split("<!-- page break -->", -1).length);
        assertEquals(before.split("\n# ", -1).length, after.split("\n# ", -1).length);
        assertFalse(after.contains("\u202e"));
        assertTrue(Papers.html(Paper.of("x", after, Lang.VI)).contains("drop table report_entry"));
        assertFalse(Papers.html(Paper.of("x", after, Lang.VI)).contains("<b>lạ</b>"));
        assertTrue(reports.remarks().list(q2).size() == 1);
    }

    @Test
    void noHostZoneOrLanguageChangesAFigure() {
        String here =
                site.vigil.reports().report(Period.parse("2025-Q4", false)).dataSha256();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Adak"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertEquals(
                    here,
                    site.vigil.reports().report(Period.parse("2025-Q4", false)).dataSha256());
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void whatHappensLaterChangesNoReport() {
        assertEquals(
                site.early,
                site.vigil.reports().report(Period.parse("2025-Q2", false)).dataSha256());
    }

    @Test
    void theStatesPeriodsAreCutOnTheFifteenth() {
        Period q1 = Period.parse("2026-Q1", true);
        assertEquals("2025-12-15/2026-03-15", q1.from() + "/" + q1.to());
        assertEquals(
                "2025-12-15/2026-12-15",
                Period.parse("2026", true).from() + "/"
                        + Period.parse("2026", true).to());
        assertEquals(q1.from(), q1.previous().to());
        assertEquals(
                "2028-02-29..2028-03-01",
                Period.custom(LocalDate.parse("2028-02-29"), LocalDate.parse("2028-03-01"))
                        .key());
    }
}
