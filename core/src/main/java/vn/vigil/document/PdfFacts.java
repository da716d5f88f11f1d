package vn.vigil.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import vn.vigil.base.VigilException;

/** Reads of a PDF what the form lint wants: pages, fonts, lines with their sizes, where letters stand. One use. */
final class PdfFacts extends PDFTextStripper {
    /** Kept, for a logger nobody holds forgets its level. */
    private static final Logger TALK = Logger.getLogger("org.apache.pdfbox");

    private static final int MOST_PAGES = 300;
    private static final long UNPACKED = 100L << 20;
    /** In widths of an em; justified words stand nearer. */
    private static final double COLUMN_GAP = 1.8;

    private static final double MM = 25.4 / 72;

    private final FormFacts facts = new FormFacts("pdf");
    private final StringBuilder line = new StringBuilder();
    private final Map<Double, Integer> sizes = new HashMap<>();
    private double top = 1e9;
    private double bottom = 1e9;
    private double left = 1e9;
    private double right = 1e9;
    private double lineY;
    private double lineLeft;
    private double lineRight;
    private int numbered;
    private int pages;

    private PdfFacts() throws IOException {
        setSortByPosition(true);
    }

    static FormFacts read(Path file, byte[] bytes) {
        TALK.setLevel(Level.SEVERE);
        measure(file, bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw Packed.refuse(file, DocumentText.TOO_MANY_PAGES.with(MOST_PAGES));
            }
            PdfFacts reader = new PdfFacts();
            reader.read(pdf);
            if (reader.facts.lines.isEmpty()) {
                throw Packed.refuse(file, DocumentText.PDF_OF_PICTURES.with());
            }
            return reader.facts;
        } catch (VigilException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Hostile files reach what the measuring cannot see; the library's caller is the fence.
            throw Packed.refuse(file, DocumentText.NOT_A_PDF.with()).causedBy(e);
        }
    }

    /** Unpacks every packed stream once, keeping nothing: the library would unpack it whole into memory. */
    private static void measure(Path file, byte[] bytes) {
        byte[] sink = new byte[1 << 16];
        long all = 0;
        for (int i = 0; i + 8 < bytes.length; i++) {
            if (bytes[i] != 's'
                    || bytes[i + 1] != 't'
                    || bytes[i + 2] != 'r'
                    || bytes[i + 3] != 'e'
                    || bytes[i + 4] != 'a'
                    || bytes[i + 5] != 'm') {
                continue;
            }
            int at = i + 6;
            at += bytes[at] == '\r' ? 1 : 0;
            at += bytes[at] == '\n' ? 1 : 0;
            if (at + 2 > bytes.length || (bytes[at] & 0x0f) != 8) {
                continue;
            }
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(bytes, at, bytes.length - at);
                for (int n = inflater.inflate(sink); n > 0; n = inflater.inflate(sink)) {
                    all += n;
                    if (all > UNPACKED) {
                        throw Packed.refuse(file, DocumentText.UNPACKS_TOO_BIG.with(Packed.megabytes(UNPACKED)));
                    }
                }
            } catch (DataFormatException e) {
                // Not packed this way; nothing grows.
            } finally {
                inflater.end();
            }
        }
    }

    private void read(PDDocument pdf) throws IOException {
        pages = pdf.getNumberOfPages();
        getText(pdf);
        if (left < 1e8) {
            // Over all pages: the last one may hold a few indented words only.
            facts.margins.add(new double[] {top * MM, bottom * MM, left * MM, right * MM});
        }
        facts.ofLetters = true;
        facts.numbered = pages < 2 ? null : Boolean.valueOf(numbered >= pages - 1 || numbered > 0);
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        PDRectangle box = page.getMediaBox();
        boolean turned = page.getRotation() % 180 != 0;
        facts.papers.add(new double[] {
            (turned ? box.getHeight() : box.getWidth()) * MM, (turned ? box.getWidth() : box.getHeight()) * MM
        });
        super.startPage(page);
    }

    @Override
    protected void endPage(PDPage page) throws IOException {
        flush();
        super.endPage(page);
    }

    @Override
    protected void writeString(String text, List<TextPosition> letters) throws IOException {
        TextPosition first = letters.get(0);
        if (line.length() > 0 && first.getXDirAdj() - lineRight > COLUMN_GAP * first.getFontSizeInPt()) {
            // Columns and cells beside each other are no line.
            flush();
        }
        for (TextPosition letter : letters) {
            String name = letter.getFont().getName();
            if (name != null && !letter.getUnicode().isBlank()) {
                String family = family(name);
                facts.fonts.add(family);
                if (!letter.getFont().isEmbedded()) {
                    facts.outside.add(family);
                }
                sizes.merge(Math.round(letter.getFontSizeInPt() * 2) / 2.0, 1, Integer::sum);
            }
        }
        TextPosition last = letters.get(letters.size() - 1);
        if (line.length() == 0) {
            lineLeft = first.getXDirAdj();
            lineY = first.getYDirAdj();
        }
        lineRight = last.getXDirAdj() + last.getWidthDirAdj();
        line.append(text);
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() throws IOException {
        flush();
    }

    private void flush() {
        String text = line.toString().strip();
        line.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        PDPage page = getCurrentPage();
        boolean turned = page.getRotation() % 180 != 0;
        double width =
                turned ? page.getMediaBox().getHeight() : page.getMediaBox().getWidth();
        double height =
                turned ? page.getMediaBox().getWidth() : page.getMediaBox().getHeight();
        if (text.matches("(?:[-–] ?)?\\d{1,4}(?: ?[-–])?")
                && isMargin(lineY, height)
                && text.contains("" + getCurrentPageNo())) {
            numbered++;
            boolean middle = Math.abs((lineLeft + lineRight) / 2 - width / 2) < width / 5;
            facts.numberOnFirst |= getCurrentPageNo() == 1;
            facts.numberElsewhere |= lineY > height / 2 || !middle;
            sizes.clear();
            return;
        }
        double most = 0;
        for (Map.Entry<Double, Integer> size : sizes.entrySet()) {
            most = most == 0 || size.getValue() > sizes.get(most) ? size.getKey() : most;
        }
        sizes.clear();
        facts.lines.add(new FormFacts.Line(text, most, false));
        // The letters' own height is about seven tenths of the size.
        top = Math.min(top, lineY - most * 0.7);
        bottom = Math.min(bottom, height - lineY);
        left = Math.min(left, lineLeft);
        right = Math.min(right, width - lineRight);
    }

    private static boolean isMargin(double y, double height) {
        return y < 25 / MM || y > height - 25 / MM;
    }

    private static String family(String name) {
        String plain = name.replaceAll("^[A-Z]{6}\\+", "")
                .replaceAll("(?i)[-,]?(BoldItalic|Bold|Italic|Regular|Roman|PSMT|MT|PS)", "");
        plain = plain.replaceAll("[-,]+$", "");
        return switch (plain.replaceAll("[ -]", "")) {
            case "TimesNewRoman", "TimesNew" -> "Times New Roman";
            case "LiberationSerif" -> Fonts.FAMILY;
            default -> plain;
        };
    }
}
