package vn.vigil.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import vn.vigil.base.Message;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;

/**
 * Reads the Markdown of a paper: CommonMark with GFM tables. HTML stands for nothing but {@code <br>}, a forced new line, and
 * comments; four comments are orders: {@code <!-- page break -->}, {@code <!-- signatures -->} and, before a table,
 * {@code <!-- table: widths=8 20 15; size=11 -->} and {@code <!-- chart: columns; title=… -->}. One use, one thread.
 */
final class Body {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    private static final Pattern ORDER = Pattern.compile("<!--\\s*([a-z ]+?)\\s*(?::\\s*(.*?))?\\s*-->\\s*");
    private static final List<String> ORDERS = List.of("page break", "signatures", "table", "chart");

    private static final String FRONT = "x ";

    private final int firstLine;
    private final Lang lang;
    private final List<Message> faults;
    private final List<Block> blocks = new ArrayList<>();
    private List<Double> widths = List.of();
    private double size;
    private ChartOrder chart;

    private Body(int firstLine, Lang lang, List<Message> faults) {
        this.firstLine = firstLine;
        this.lang = lang;
        this.faults = faults;
    }

    /**
     * @param firstLine the line of the file at which this text begins
     * @param lang in which its numbers are written
     * @param faults takes what is wrong
     */
    static List<Block> read(String markdown, int firstLine, Lang lang, List<Message> faults) {
        Body body = new Body(firstLine, lang, faults);
        for (Node n = PARSER.parse(markdown).getFirstChild(); n != null; n = n.getNext()) {
            body.block(n, "", 0);
        }
        body.noTable();
        return body.blocks;
    }

    /** The stretches of one line of Markdown, as in a value of the front matter. */
    static List<Run> line(String markdown) {
        List<Run> runs = new ArrayList<>();
        // A word in front keeps the line a paragraph whatever it begins with; it is taken off again.
        inline(PARSER.parse(FRONT + markdown.strip()).getFirstChild(), false, false, runs);
        List<Run> merged = new ArrayList<>(merge(runs));
        Run first = merged.remove(0);
        if (first.text().length() > FRONT.length()) {
            merged.add(0, new Run(first.text().substring(FRONT.length()), first.bold(), first.italic()));
        }
        return merged;
    }

    private void block(Node node, String mark, int depth) {
        if (!(node instanceof TableBlock || node instanceof HtmlBlock)) {
            noTable();
        }
        if (node instanceof org.commonmark.node.Heading heading) {
            blocks.add(new Block.Heading(heading.getLevel(), runs(node)));
        } else if (node instanceof org.commonmark.node.Paragraph) {
            blocks.add(new Block.Paragraph(mark, depth, runs(node)));
        } else if (node instanceof ListBlock list) {
            list(list, depth + 1);
        } else if (node instanceof TableBlock table) {
            table(table);
        } else if (node instanceof ThematicBreak) {
            blocks.add(new Block.Line());
        } else if (node instanceof HtmlBlock html) {
            order(html);
        } else if (node instanceof BlockQuote) {
            for (Node n = node.getFirstChild(); n != null; n = n.getNext()) {
                block(n, "", depth + 1);
            }
        } else if (node instanceof FencedCodeBlock code) {
            literal(code.getLiteral(), depth);
        } else if (node instanceof IndentedCodeBlock code) {
            literal(code.getLiteral(), depth);
        }
    }

    private void literal(String text, int depth) {
        List<Run> runs = new ArrayList<>();
        for (String line : text.stripTrailing().split("\n", -1)) {
            if (!runs.isEmpty()) {
                runs.add(new Run(Run.BREAK, false, false));
            }
            runs.add(new Run(clean(line), false, false));
        }
        blocks.add(new Block.Paragraph("", depth, runs));
    }

    private void list(ListBlock list, int depth) {
        Integer start = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : null;
        int number = start == null ? 1 : start;
        String delimiter = list instanceof OrderedList ordered && ordered.getMarkerDelimiter() != null
                ? ordered.getMarkerDelimiter()
                : ".";
        String bullet = list instanceof BulletList b && "+".equals(b.getMarker()) ? "+ " : "- ";
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = list instanceof OrderedList ? number++ + delimiter + " " : bullet;
            boolean first = true;
            for (Node n = item.getFirstChild(); n != null; n = n.getNext()) {
                block(n, first ? mark : "", depth);
                first = false;
            }
        }
    }

    private void table(TableBlock table) {
        List<Block.Align> aligns = new ArrayList<>();
        List<List<Run>> header = new ArrayList<>();
        List<List<List<Run>>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                List<List<Run>> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell instanceof TableCell c; cell = cell.getNext()) {
                    cells.add(figures(runs(c)));
                    if (part instanceof TableHead) {
                        aligns.add(align(c));
                    }
                }
                if (part instanceof TableHead) {
                    header = cells;
                } else if (part instanceof TableBody) {
                    rows.add(cells);
                }
            }
        }
        double[] shares = new double[header.size()];
        if (!widths.isEmpty() && widths.size() != header.size()) {
            faults.add(DocumentText.TABLE_WIDTHS.with(line(table), widths.size(), header.size()));
            widths = List.of();
        }
        double sum = 0;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = widths.isEmpty() ? need(c, header, rows) : widths.get(c);
            sum += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= sum;
        }
        Block.Table plain = new Block.Table(shares, size, aligns, header, rows, null);
        ChartPlan plan = chart == null ? null : plan(plain);
        if (plan == null || plan.empty()) {
            blocks.add(plain);
        } else if (plan.kind() == ChartKind.HEAT) {
            blocks.add(new Block.Table(shares, size, aligns, header, rows, plan));
        } else {
            blocks.add(new Block.Chart(plan));
            blocks.add(plain);
        }
        widths = List.of();
        size = 0;
        chart = null;
    }

    private ChartPlan plan(Block.Table table) {
        int series = table.header().size() - 1;
        if (chart.kind() != ChartKind.HEAT && series > ChartPlan.MOST_SERIES) {
            faults.add(DocumentText.CHART_SERIES.with(chart.line(), series, ChartPlan.MOST_SERIES));
            return null;
        }
        return ChartPlan.of(chart, table, lang);
    }

    private void noTable() {
        if (chart != null) {
            faults.add(DocumentText.CHART_NO_TABLE.with(chart.line()));
            chart = null;
        }
    }

    /** How much room a column wants: its longest cell within reason, its longest word at least. */
    private static double need(int column, List<List<Run>> header, List<List<List<Run>>> rows) {
        double need = word(header.get(column)) + 2;
        for (List<List<Run>> row : rows) {
            String text = Paper.plain(row.get(column));
            need = Math.max(need, Math.max(word(row.get(column)), Math.min(30, longest(text, '\n'))) + 2);
        }
        return need;
    }

    private static int word(List<Run> cell) {
        return longest(Paper.plain(cell).replace('\n', ' '), ' ');
    }

    private static int longest(String text, char between) {
        int most = 1;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == between) {
                most = Math.max(most, i - from);
                from = i + 1;
            }
        }
        return most;
    }

    private static Block.Align align(TableCell cell) {
        if (cell.getAlignment() == null) {
            return Block.Align.LEFT;
        }
        return switch (cell.getAlignment()) {
            case LEFT -> Block.Align.LEFT;
            case CENTER -> Block.Align.CENTER;
            case RIGHT -> Block.Align.RIGHT;
        };
    }

    private static List<Run> figures(List<Run> cell) {
        List<Run> out = new ArrayList<>();
        for (Run run : cell) {
            out.add(
                    NoBreak.isFigure(run.text())
                            ? new Run(run.text().replace(' ', NoBreak.NBSP), run.bold(), run.italic())
                            : run);
        }
        return out;
    }

    private void order(HtmlBlock html) {
        String text = html.getLiteral();
        Matcher order = ORDER.matcher(text);
        if (!order.matches()) {
            if (!text.strip().startsWith("<!--")) {
                // Some other HTML: its letters are text, never markup.
                noTable();
                literal(text, 0);
            }
            return;
        }
        String word = order.group(1);
        if (ORDERS.contains(word) && !word.equals("table")) {
            noTable();
        }
        switch (word) {
            case "page break" -> blocks.add(new Block.PageBreak());
            case "signatures" -> blocks.add(new Block.Signatures());
            case "table" -> tableOrder(html, order.group(2) == null ? "" : order.group(2));
            case "chart" ->
                chart = ChartOrder.read(order.group(2) == null ? "" : order.group(2), line(html), lang, faults);
            default -> {
                String near = Nearest.of(word, ORDERS);
                if (near != null) {
                    faults.add(DocumentText.UNKNOWN_ORDER.with(line(html), word, near));
                }
            }
        }
    }

    private void tableOrder(Node at, String text) {
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            String key = (equals < 0 ? part : part.substring(0, equals)).strip();
            String value = equals < 0 ? "" : part.substring(equals + 1).strip();
            try {
                switch (key) {
                    case "widths" -> {
                        List<Double> all = new ArrayList<>();
                        for (String width : value.split("[ ,]+")) {
                            all.add(positive(width));
                        }
                        widths = all;
                    }
                    case "size" -> size = positive(value);
                    default -> faults.add(DocumentText.TABLE_ORDER.with(line(at), key));
                }
            } catch (NumberFormatException e) {
                faults.add(DocumentText.TABLE_ORDER.with(line(at), part.strip()));
            }
        }
    }

    private static double positive(String number) {
        double d = Double.parseDouble(number);
        if (!(d > 0 && d < 1000)) {
            throw new NumberFormatException(number);
        }
        return d;
    }

    private int line(Node node) {
        return node.getSourceSpans().isEmpty()
                ? firstLine
                : firstLine + node.getSourceSpans().get(0).getLineIndex();
    }

    private List<Run> runs(Node block) {
        List<Run> runs = new ArrayList<>();
        inline(block, false, false, runs);
        for (Node n = block.getFirstChild(); n != null; n = n.getNext()) {
            if (n instanceof Image) {
                faults.add(DocumentText.NO_PICTURES.with(line(block)));
            }
        }
        return merge(runs);
    }

    private static void inline(Node parent, boolean bold, boolean italic, List<Run> out) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
            if (n instanceof Text text) {
                out.add(new Run(text.getLiteral(), bold, italic));
            } else if (n instanceof StrongEmphasis) {
                inline(n, true, italic, out);
            } else if (n instanceof Emphasis) {
                inline(n, bold, true, out);
            } else if (n instanceof SoftLineBreak) {
                out.add(new Run(" ", bold, italic));
            } else if (n instanceof HardLineBreak) {
                out.add(new Run(Run.BREAK, false, false));
            } else if (n instanceof Code code) {
                out.add(new Run(code.getLiteral(), bold, italic));
            } else if (n instanceof HtmlInline html) {
                String tag = html.getLiteral();
                if (tag.matches("(?i)<br\\s*/?>")) {
                    out.add(new Run(Run.BREAK, false, false));
                } else if (!tag.startsWith("<!--")) {
                    out.add(new Run(tag, bold, italic));
                }
            } else if (n instanceof Link link) {
                int before = out.size();
                inline(n, bold, italic, out);
                String shown = Paper.plain(out.subList(before, out.size()));
                String address = link.getDestination();
                if (!shown.equals(address) && !("mailto:" + shown).equals(address)) {
                    out.add(new Run(" (" + address + ")", bold, italic));
                }
            } else {
                inline(n, bold, italic, out);
            }
        }
    }

    /** Neighbours in one hand become one; then what must stay together is joined. */
    private static List<Run> merge(List<Run> runs) {
        List<Run> out = new ArrayList<>();
        for (Run run : runs) {
            Run last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (run.text().isEmpty()) {
                continue;
            }
            if (last != null
                    && !last.isBreak()
                    && !run.isBreak()
                    && last.bold() == run.bold()
                    && last.italic() == run.italic()) {
                out.set(out.size() - 1, new Run(last.text() + run.text(), run.bold(), run.italic()));
            } else {
                out.add(run);
            }
        }
        for (int i = 0; i < out.size(); i++) {
            Run run = out.get(i);
            if (!run.isBreak()) {
                out.set(i, new Run(NoBreak.text(clean(run.text())), run.bold(), run.italic()));
            }
        }
        return out;
    }

    /** What XML cannot hold, and tabs, which papers have no use for. An entity may have brought them in. */
    private static String clean(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == 0x2028 || c == 0x2029 || c == 0xfffe || c == 0xffff) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, ' ');
            }
        }
        return Markdown.visible(out == null ? text : out.toString());
    }
}
