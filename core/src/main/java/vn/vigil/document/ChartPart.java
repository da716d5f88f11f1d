package vn.vigil.document;

import static vn.vigil.document.ChartBook.number;
import static vn.vigil.document.DocxWriter.XML;

import java.util.List;
import vn.vigil.text.Lang;

/**
 * A chart's part of a Word file (ECMA-376, part 1, 21.2), drawn by Word itself; the order of elements is the schema's. The numbers
 * are stored in it, those of gaps are not. One use.
 */
final class ChartPart {
    static final String NS = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /** Fills told apart in black and white, as many as {@link ChartPlan#MOST_SERIES}. */
    private static final String[] FILLS = {
        solid("000000"),
        solid("FFFFFF"),
        solid("C8C8C8"),
        pattern("narVert"),
        pattern("narHorz"),
        solid("6E6E6E"),
        pattern("smGrid"),
        pattern("wdUpDiag")
    };

    /** Told apart by their shape: LibreOffice draws no edges of hollow ones. */
    private static final String[] MARKS = {"circle", "square", "triangle", "diamond", "x", "star", "plus", "dash"};

    private static final String THIN = "<a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:ln>";

    private final ChartPlan plan;
    private final StringBuilder out = new StringBuilder(8_192);

    private ChartPart(ChartPlan plan) {
        this.plan = plan;
    }

    /** The part, whose workbook is its relation rId1. @param width of the drawing in millimetres */
    static String write(ChartPlan plan, double width) {
        ChartPart part = new ChartPart(plan);
        part.all(width);
        return part.out.toString();
    }

    private void all(double width) {
        out.append(XML)
                .append("<c:chartSpace xmlns:c=\"" + NS + "\" xmlns:a=\"" + DRAWING + "\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
                .append("<c:lang val=\"")
                .append(plan.lang() == Lang.VI ? "vi-VN" : "en-GB")
                .append("\"/><c:roundedCorners val=\"0\"/><c:chart>");
        if (plan.title().isEmpty()) {
            out.append("<c:autoTitleDeleted val=\"1\"/>");
        } else {
            title(plan.title(), 1100, true);
            out.append("<c:autoTitleDeleted val=\"0\"/>");
        }
        out.append("<c:plotArea><c:layout/>");
        List<ChartPlan.Series> columns = ChartBook.columns(plan);
        int own = plan.series().size();
        boolean dots = plan.kind() == ChartKind.DOTS;
        if (!dots) {
            bars(width);
        }
        if (dots || columns.size() > own) {
            out.append("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
            for (int s = dots ? 0 : own; s < columns.size(); s++) {
                line(s, columns.get(s), s == own);
            }
            out.append("<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>");
        }
        axes();
        out.append("<c:spPr><a:noFill/></c:spPr></c:plotArea>");
        if (columns.size() > 1) {
            out.append("<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>");
        }
        out.append("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>")
                .append("<c:spPr>" + solid("FFFFFF") + "<a:ln><a:noFill/></a:ln></c:spPr>");
        letters("", 1000, false);
        out.append("<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>");
    }

    private boolean lying() {
        return plan.kind() == ChartKind.BARS || plan.kind() == ChartKind.STACKED;
    }

    private void bars(double width) {
        boolean stacked = plan.kind() == ChartKind.STACKED;
        out.append("<c:barChart><c:barDir val=\"")
                .append(lying() ? "bar" : "col")
                .append("\"/><c:grouping val=\"")
                .append(stacked ? "stacked" : "clustered")
                .append("\"/><c:varyColors val=\"0\"/>");
        for (int s = 0; s < plan.series().size(); s++) {
            ser(s, plan.series().get(s));
            out.append("<c:spPr>").append(FILLS[s]).append(THIN).append("</c:spPr><c:invertIfNegative val=\"0\"/>");
            // Stacked values stand upon patterns; a nought there would stand upon its neighbour.
            labels(
                    stacked ? "ctr" : "outEnd",
                    stacked || plan.target() != null ? solid("FFFFFF") : "",
                    stacked ? format() + ";\u2212" + format() + ";;" : format(),
                    !lying() && crowded(width));
            data(s, plan.series().get(s));
            out.append("</c:ser>");
        }
        out.append("<c:gapWidth val=\"")
                .append(plan.series().size() == 1 ? 80 : 50)
                .append(stacked ? "\"/><c:overlap val=\"100\"/>" : "\"/>")
                .append("<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>");
    }

    /** Whether values do not fit side by side above their columns and must stand upright. */
    private boolean crowded(double width) {
        double most = 0;
        for (ChartPlan.Series s : plan.series()) {
            for (Double value : s.values()) {
                most = Math.max(most, value == null ? 0 : ChartBoxes.estimate(plan.text(value), 10));
            }
        }
        return most > (width - 15) / plan.categories().size() / (plan.series().size() + 0.3);
    }

    private void line(int s, ChartPlan.Series series, boolean target) {
        ser(s, series);
        boolean single = plan.categories().size() == 1;
        if (target) {
            out.append("<c:spPr><a:ln w=\"15875\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill>"
                            + "<a:prstDash val=\"dash\"/></a:ln></c:spPr><c:marker><c:symbol val=\"")
                    // A line of one point is not drawn.
                    .append(single ? "dash\"/><c:size val=\"30\"/>" : "none\"/>");
            if (single) {
                out.append("<c:spPr>" + solid("000000") + "</c:spPr>");
            }
            out.append("</c:marker>");
        } else {
            out.append("<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val=\"")
                    .append(MARKS[s])
                    .append("\"/><c:size val=\"7\"/><c:spPr>")
                    .append(solid("000000"))
                    .append(THIN)
                    .append("</c:spPr></c:marker>");
            labels(
                    new String[] {"t", "b", "r", "l"}[s % 4],
                    plan.target() == null || plan.series().size() > 1 ? "" : solid("FFFFFF"),
                    format(),
                    false);
        }
        data(s, series);
        out.append("<c:smooth val=\"0\"/></c:ser>");
    }

    private void ser(int s, ChartPlan.Series series) {
        out.append("<c:ser><c:idx val=\"")
                .append(s)
                .append("\"/><c:order val=\"")
                .append(s)
                .append("\"/><c:tx><c:strRef><c:f>")
                .append(ChartBook.SHEET + "!$" + Sheet.column(s + 1) + "$1")
                .append("</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>");
        Xml.escape(series.name(), out);
        out.append("</c:v></c:pt></c:strCache></c:strRef></c:tx>");
    }

    private void labels(String place, String fill, String format, boolean upright) {
        out.append("<c:dLbls><c:numFmt formatCode=\"")
                .append(format)
                .append("\" sourceLinked=\"0\"/><c:spPr>")
                .append(fill.isEmpty() ? "<a:noFill/>" : fill)
                .append("<a:ln><a:noFill/></a:ln></c:spPr>");
        letters(upright ? " rot=\"-5400000\" vert=\"horz\"" : "", 1000, false);
        out.append("<c:dLblPos val=\"")
                .append(place)
                .append(
                        "\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>"
                                + "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
    }

    private void data(int s, ChartPlan.Series series) {
        int n = plan.categories().size();
        out.append("<c:cat><c:strRef><c:f>")
                .append(range(0))
                .append("</c:f><c:strCache><c:ptCount val=\"")
                .append(n)
                .append("\"/>");
        for (int i = 0; i < n; i++) {
            out.append("<c:pt idx=\"").append(i).append("\"><c:v>");
            Xml.escape(plan.categories().get(i), out);
            out.append("</c:v></c:pt>");
        }
        out.append("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>")
                .append(range(s + 1))
                .append("</c:f><c:numCache><c:formatCode>")
                .append(format())
                .append("</c:formatCode><c:ptCount val=\"")
                .append(n)
                .append("\"/>");
        for (int i = 0; i < n; i++) {
            if (series.values().get(i) != null) {
                out.append("<c:pt idx=\"")
                        .append(i)
                        .append("\"><c:v>")
                        .append(number(series.values().get(i)))
                        .append("</c:v></c:pt>");
            }
        }
        out.append("</c:numCache></c:numRef></c:val>");
    }

    private String range(int column) {
        String letters = Sheet.column(column);
        return ChartBook.SHEET + "!$" + letters + "$2:$" + letters + "$"
                + (plan.categories().size() + 1);
    }

    private String format() {
        return format(plan.decimals());
    }

    /** With the paper's language, which tells whoever heeds it the signs of thousands and decimals. */
    private String format(int places) {
        return (plan.lang() == Lang.VI ? "[$-42A]" : "[$-809]")
                + "#,##0"
                + (places == 0 ? "" : "." + "0".repeat(places));
    }

    private void axes() {
        // The first category of lying bars stands on top, and their values' axis at the bottom all the same.
        out.append("<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"")
                .append(lying() ? "maxMin" : "minMax")
                .append("\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"")
                .append(lying() ? "l" : "b")
                .append("\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
                        + "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr>")
                .append(THIN)
                .append("</c:spPr><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>"
                        + "<c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>")
                .append("<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"")
                .append(number(plan.high()))
                .append("\"/><c:min val=\"")
                .append(number(plan.low()))
                .append("\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"")
                .append(lying() ? "b" : "l")
                .append("\"/><c:majorGridlines><c:spPr><a:ln w=\"3175\"><a:solidFill><a:srgbClr val=\"BBBBBB\"/>"
                        + "</a:solidFill></a:ln></c:spPr></c:majorGridlines>");
        String unit = plan.unit();
        if (lying() && plan.target() != null) {
            // A line along lying bars is beyond what a chart of bars can hold.
            unit += (unit.isEmpty() ? "" : " – ") + plan.targetText();
        }
        if (!unit.isEmpty()) {
            title(unit, 1000, false);
        }
        out.append("<c:numFmt formatCode=\"")
                .append(format(plan.tickDecimals()))
                .append("\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
                        + "<c:tickLblPos val=\"nextTo\"/><c:spPr>")
                .append(THIN)
                .append("</c:spPr><c:crossAx val=\"1\"/><c:crosses val=\"")
                .append(lying() ? "max" : "autoZero")
                .append("\"/><c:crossBetween val=\"between\"/><c:majorUnit val=\"")
                .append(number(plan.step()))
                .append("\"/></c:valAx>");
    }

    private void title(String text, int size, boolean bold) {
        out.append("<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>");
        properties("a:defRPr", size, bold);
        out.append("</a:pPr><a:r>");
        properties("a:rPr", size, bold);
        out.append("<a:t>");
        Xml.escape(NoBreak.text(text), out);
        out.append("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
    }

    private void letters(String body, int size, boolean bold) {
        out.append("<c:txPr><a:bodyPr").append(body).append("/><a:p><a:pPr>");
        properties("a:defRPr", size, bold);
        out.append("</a:pPr><a:endParaRPr lang=\"")
                .append(plan.lang() == Lang.VI ? "vi-VN" : "en-GB")
                .append("\"/></a:p></c:txPr>");
    }

    /** @param size in hundredths of a point */
    private void properties(String element, int size, boolean bold) {
        out.append('<')
                .append(element)
                .append(" lang=\"")
                .append(plan.lang() == Lang.VI ? "vi-VN" : "en-GB")
                .append("\" sz=\"")
                .append(size)
                .append(bold ? "\" b=\"1\">" : "\" b=\"0\">")
                .append(solid("000000"))
                .append("<a:latin typeface=\"Times New Roman\"/><a:ea typeface=\"Times New Roman\"/>"
                        + "<a:cs typeface=\"Times New Roman\"/></")
                .append(element)
                .append('>');
    }

    private static String solid(String colour) {
        return "<a:solidFill><a:srgbClr val=\"" + colour + "\"/></a:solidFill>";
    }

    private static String pattern(String name) {
        return "<a:pattFill prst=\"" + name + "\"><a:fgClr><a:srgbClr val=\"000000\"/></a:fgClr><a:bgClr>"
                + "<a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>";
    }
}
