package vn.vigil.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDispBlanksAs;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** A chart is drawn from its table: by Word itself, and from boxes of text everywhere else. */
class ChartsTest {
    private static final String SAMPLE =
            """
            ---
            lang: vi
            kind: BÁO CÁO
            date: 2026-10-02
            ---

            <!-- chart: columns; title=Độ sẵn sàng theo tháng; unit=%; target=99; from=90 -->
            <!-- table: widths=2 1 1; size=12 -->
            | Tháng | Camera thiết yếu | Tất cả |
            |---|---:|---:|
            | 7/2026 | 99,1 | 98,7 % |
            | 8/2026 | 97,2 | chưa có số liệu |

            <!-- table: size=11 -->
            <!-- chart: bars; title=Sự cố theo loại; unit=vụ; target=1.000 -->
            | Loại | Quý II | Quý III |
            |---|---:|---:|
            | Mất tín hiệu & hỏng | 12 | 1.204 |
            | Hỏng nguồn | - | −3 |

            <!-- chart: stacked; title=Thời gian ngừng -->
            | Khu vực | C1 | C2 | C3 | C4 | C5 | C6 | C7 | C8 |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|
            | Cổng | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
            | Nhà xe | 8 | 0 | 6 | 5 | - | 3 | 2 | 1 |

            <!-- chart: dots; unit=%; target=99,5 -->
            | Tháng | Thiết yếu |
            |---|---:|
            | 7/2026 | 99,12 |
            | 8/2026 | |
            | 9/2026 | 98,05 |

            <!-- chart: heat; title=Cảnh báo theo giờ; unit=lần -->
            | Giờ | Hai | Ba |
            |---|---:|---:|
            | 00–12 | 1 | 21 |
            | 12–24 | - | 9 |

            Hết./.
            """;

    private static final Paper PAPER = Paper.of("x", SAMPLE, Lang.VI);

    @Test
    void thePartsAreValidAndWordsOwnLibraryReadsTheNumbers() throws Exception {
        byte[] docx = Papers.docx(PAPER);
        Map<String, byte[]> parts = PapersTest.parts(docx);
        check(DocumentDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/document.xml"))));
        for (int n = 1; n <= 4; n++) {
            check(ChartSpaceDocument.Factory.parse(
                    new ByteArrayInputStream(parts.get("word/charts/chart" + n + ".xml"))));
        }
        assertFalse(parts.containsKey("word/charts/chart5.xml"), "a heat table is a table");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<XWPFChart> charts = document.getCharts();
            assertEquals(4, charts.size());
            XWPFChart columns = charts.get(0);
            assertEquals(
                    "Độ sẵn sàng theo tháng",
                    columns.getTitle().getBody().getParagraph(0).getText());
            assertEquals(2, columns.getChartSeries().size(), "bars, and the target's line");
            XDDFNumericalDataSource<? extends Number> essential =
                    columns.getChartSeries().get(0).getSeries(0).getValuesData();
            assertEquals(99.1, essential.getPointAt(0).doubleValue());
            assertEquals(97.2, essential.getPointAt(1).doubleValue());
            assertEquals(
                    "7/2026",
                    columns.getChartSeries()
                            .get(0)
                            .getSeries(0)
                            .getCategoryData()
                            .getPointAt(0));
            // A gap is no point at all.
            var all = columns.getCTChart()
                    .getPlotArea()
                    .getBarChartArray(0)
                    .getSerArray(1)
                    .getVal()
                    .getNumRef()
                    .getNumCache();
            assertEquals(2, all.getPtCount().getVal());
            assertEquals(1, all.sizeOfPtArray());
            assertEquals(
                    STDispBlanksAs.GAP, columns.getCTChart().getDispBlanksAs().getVal());
            CTLineSer target =
                    columns.getCTChart().getPlotArea().getLineChartArray(0).getSerArray(0);
            assertEquals(
                    "Mục tiêu 99%",
                    target.getTx().getStrRef().getStrCache().getPtArray(0).getV());
            assertEquals(
                    90,
                    columns.getCTChart()
                            .getPlotArea()
                            .getValAxArray(0)
                            .getScaling()
                            .getMin()
                            .getVal(),
                    "the axis begins where the order says");

            XSSFWorkbook book = columns.getWorkbook();
            XSSFSheet sheet = book.getSheet("Sheet1");
            assertEquals("Camera thiết yếu", sheet.getRow(0).getCell(1).getStringCellValue());
            assertEquals(98.7, sheet.getRow(1).getCell(2).getNumericCellValue());
            assertNull(sheet.getRow(2).getCell(2));
            assertEquals(99, sheet.getRow(2).getCell(3).getNumericCellValue());
        }
        String xml = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        assertTrue(xml.contains("descr=\"Biểu đồ: Độ sẵn sàng theo tháng. Số liệu ở bảng ngay dưới.\""), xml);
        assertTrue(xml.contains("w:fill=\"606060\"") && xml.contains("w:fill=\"FFFFFF\""), "greatest and least");
        String chart = new String(parts.get("word/charts/chart1.xml"), StandardCharsets.UTF_8);
        assertTrue(chart.contains("<c:lang val=\"vi-VN\"/>"));
        // The embedded workbooks too are ZIP files with fixed times.
        assertTrue(parts.get("word/embeddings/chart4.xlsx").length > 500);
    }

    private static void check(XmlObject part) {
        List<XmlError> errors = new ArrayList<>();
        assertTrue(part.validate(new XmlOptions().setErrorListener(errors)), errors::toString);
    }

    @Test
    void thePdfIsPdfA2uAndPdfUa1() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(Papers.pdf(PAPER)));
                PDFAValidator judge = Foundries.defaultInstance()
                        .createValidator(List.of(PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1))) {
            for (ValidationResult result : judge.validateAll(parser)) {
                assertTrue(result.isCompliant(), () -> result.getPDFAFlavour() + " " + result.getTestAssertions());
            }
        }
    }

    @Test
    void namesAndValuesAreTextInHtmlAndPdf() throws Exception {
        String html = PapersTest.htmlText(Papers.html(PAPER)).replace('\u00a0', ' ');
        String pdf = PapersTest.pdfText(Papers.pdf(PAPER)).replace('\u00a0', ' ');
        for (String text : List.of(html, pdf)) {
            for (String wanted : List.of(
                    "Độ sẵn sàng theo tháng",
                    "Camera thiết yếu",
                    "Tất cả",
                    "99,1",
                    "98,7",
                    "97,2",
                    "Quý III",
                    "1.204",
                    "−3",
                    "Mục tiêu 1.000 vụ",
                    "Thời gian ngừng",
                    "C8",
                    "99,12",
                    "98,05",
                    "Cảnh báo theo giờ",
                    "21 lần")) {
                assertTrue(text.contains(wanted), () -> wanted + " in " + text);
            }
            assertEquals(2, text.split("99,12", -1).length - 1, "at its dot and in the table");
            assertEquals(1, text.split("00–12", -1).length - 1, "a heat table is not printed twice");
            assertFalse(text.contains("chưa có số liệu%") || text.contains("0,0"), "a gap is no nought");
        }
        assertTrue(Papers.html(PAPER).contains("<td class=\"right num\" style=\"background-color: #606060"));
    }

    @Test
    void theSameSourceIsTheSameBytesAndPapersWithoutChartsKnowNothingOfThem() throws Exception {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        for (PaperForm form : PaperForm.values()) {
            byte[] first = Papers.bytes(PAPER, form);
            try {
                TimeZone.setDefault(TimeZone.getTimeZone("America/Adak"));
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                assertArrayEquals(first, Papers.bytes(Paper.of("x", SAMPLE, Lang.EN), form), form.word());
            } finally {
                TimeZone.setDefault(zone);
                Locale.setDefault(locale);
            }
        }
        Paper none = Paper.of("x", "| a | b |\n|---|---|\n| 1 | 2 |\n", Lang.VI);
        assertFalse(Papers.html(none).contains("chart") || Papers.html(none).contains("heat"));
        assertFalse(new String(PapersTest.parts(Papers.docx(none)).get("[Content_Types].xml"), StandardCharsets.UTF_8)
                .contains("chart"));
        // A quarter without any number has no chart, only its table.
        Paper empty = Paper.of("x", "<!-- chart: dots -->\n| a | b |\n|---|---|\n| 1 | - |\n", Lang.VI);
        assertEquals(Papers.html(none).replace(">2<", ">-<").replace(" class=\"num\">-", ">-"), Papers.html(empty));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "null",
            value = {
                "VI;1.234,5;1234.5",
                "VI;99,1 %;99.1",
                "VI;6 250 000;6250000",
                "VI;\u22123;-3",
                "VI;0;0",
                "VI;12.5;null",
                "VI;chưa có số liệu;null",
                "VI;-;null",
                "VI;12 34;null",
                "VI;3/4;null",
                "EN;1,234.5;1234.5",
                "EN;99.1%;99.1",
                "EN;99,1;null"
            })
    void numbersAreReadInThePapersLanguage(Lang lang, String cell, Double number) {
        assertEquals(number, ChartPlan.number(cell, lang));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "columns; 3|0;          0 1 2 3",
                "columns; 99,1|98,7;    0 20 40 60 80 100",
                "dots;    99,1|98,7;    98,7 98,8 98,9 99,0 99,1",
                "dots;    100|100;      98 99 100",
                "columns; 0|0;          0 1 2",
                "columns; -5|12;        \u22125 0 5 10 15",
                "stacked; 700|900;      0 500 1.000 1.500 2.000"
            })
    void ticksAreRoundAndFew(String kind, String values, String ticks) {
        String[] v = values.split("\\|");
        String source = "<!-- chart: " + kind + "; unit=% -->\n| a | b | c |\n|---|---|---|\n| x | " + v[0] + " | "
                + v[1] + " |\n";
        ChartPlan plan = ((Block.Chart) Paper.of("x", source, Lang.VI).blocks().get(0)).plan();
        List<String> made = new ArrayList<>();
        for (int i = 0; i <= plan.steps(); i++) {
            made.add(plan.tickText(i));
        }
        assertEquals(ticks, String.join(" ", made));
    }

    @Test
    void theAxisGoesDownToAValueBelowItsBeginning() {
        Paper paper = Paper.of(
                "x", "<!-- chart: columns; from=90 -->\n| a | b |\n|---|---|\n| x | 71 |\n| y | 95 |\n", Lang.VI);
        assertEquals(70, ((Block.Chart) paper.blocks().get(0)).plan().low());
    }

    @Test
    void aTitleOfATemplateMayHoldAnySign() {
        Paper paper = Paper.of(
                "x",
                "<!-- chart: bars; title=" + Markdown.escape("A & B | \\ -->")
                        + "\\; c -->\n| a | b |\n|---|---|\n| x | 1 |\n",
                Lang.VI);
        assertEquals(
                "A & B | \\ -->; c",
                ((Block.Chart) paper.blocks().get(0)).plan().title());
    }

    @Test
    void faultsNameTheirLine() {
        String wide = "| a |" + " b |".repeat(9) + "\n" + "|---".repeat(10) + "|\n" + "| 1 ".repeat(10) + "|\n";
        VigilException e = assertThrows(
                VigilException.class,
                () -> Paper.of(
                        "x",
                        """
                        <!-- chart: colums -->
                        | a | b |
                        |---|---|

                        <!-- chart: cake; unit=% -->

                        <!-- chart: bars; titel=x; bogus=1; target=99.5; from=ít -->

                        <!-- chart: heat; target=3 -->

                        <!-- chart: dots -->

                        Một đoạn.

                        <!-- chart: dots -->
                        <!-- chart: stacked -->
                        """
                                + wide
                                + """

                        <!-- chrt: dots -->

                        <!-- chart: dots; title=cuối -->
                        """,
                        Lang.VI));
        List<String> wanted = List.of(
                "line 1: a chart has no colums; did you mean columns?",
                "line 5: unknown kind of chart cake; known: columns, bars, stacked, dots, heat",
                "line 7: a chart has no titel; did you mean title?",
                "line 7: not understood of a chart of bars: bogus; known: title, unit, target, from",
                "line 7: target is 99.5; it must be a number written like 99,5",
                "line 7: from is ít; it must be a number written like 99,5",
                "line 9: not understood of a chart of heat: target; known: title, unit",
                "line 11: the table of its numbers must follow the order for a chart",
                "line 15: the table of its numbers must follow the order for a chart",
                "line 16: the table has 9 columns of numbers; a chart can draw 8",
                "line 21: unknown order chrt; did you mean chart?",
                "line 23: the table of its numbers must follow the order for a chart");
        assertEquals(wanted, e.why().stream().map(w -> Texts.render(w, Lang.EN)).toList());
    }
}
