package vn.vigil.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/** Makes PDF/A-2u (ISO 19005-2) that is PDF/UA-1 (ISO 14289-1) too. The same paper is the same bytes. Stateless. */
final class PdfWriter {
    /** Kept, for a logger nobody holds forgets its level. They tell of fonts that no page of ours uses. */
    private static final Logger TALK = Logger.getLogger("org.apache.pdfbox");

    private static final Logger FONT_TALK = Logger.getLogger("org.apache.fontbox");

    /** Below it nobody reads a print on a wall. */
    private static final double SMALLEST = 7;

    static {
        TALK.setLevel(Level.SEVERE);
        FONT_TALK.setLevel(Level.SEVERE);
        XRLog.setLoggingEnabled(false);
    }

    private PdfWriter() {}

    static byte[] write(Paper paper) {
        return write(paper, size(paper));
    }

    /**
     * The size of letters with which the paper fits its pages: its own, when it names no number of pages.
     *
     * @throws VigilException REFUSED when it does not fit even with the smallest letters
     */
    static double size(Paper paper) {
        int pages = paper.head().pages();
        double size = paper.head().size();
        if (pages == 0) {
            return size;
        }
        while (count(paper, size) > pages) {
            size -= 0.5;
            if (size < SMALLEST) {
                throw new VigilException(
                                ErrorKind.REFUSED,
                                "VG-DOCUMENT-TOO-LONG",
                                DocumentText.DOES_NOT_FIT.with(paper.title(), pages))
                        .next(DocumentText.DOES_NOT_FIT_NEXT.with());
            }
        }
        return size;
    }

    private static int count(Paper paper, double size) {
        try (PdfBoxRenderer renderer = builder(paper, size).buildPdfRenderer()) {
            renderer.layout();
            return renderer.getRootBox().getLayer().getPages().size();
        }
    }

    private static byte[] write(Paper paper, double size) {
        try (PdfBoxRenderer renderer = builder(paper, size).buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            Instant when = PaperTime.of(paper);
            Calendar calendar = GregorianCalendar.from(when.atZone(java.time.ZoneOffset.UTC));
            calendar.setTimeZone(TimeZone.getTimeZone("UTC"));
            PDDocumentInformation info = pdf.getDocumentInformation();
            info.setCreationDate(calendar);
            info.setModificationDate(calendar);
            PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
            String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                    .replaceAll("(<xmp:(CreateDate|ModifyDate)>)[^<]*(</)", "$1" + when + "$3");
            metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
            pdf.setDocumentId(PaperTime.seed(paper));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(Paper paper, double size) {
        String page = Fonts.drawable(Xhtml.write(paper, "'" + Fonts.FAMILY + "'", size));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("vigil");
        // Nothing outside is ever fetched; the page names nothing either.
        builder.useUriResolver((base, uri) -> null);
        font(builder, "Regular", 400, FontStyle.NORMAL);
        font(builder, "Bold", 700, FontStyle.NORMAL);
        font(builder, "Italic", 400, FontStyle.ITALIC);
        font(builder, "BoldItalic", 700, FontStyle.ITALIC);
        builder.withHtmlContent(page, null);
        builder.toStream(OutputStream.nullOutputStream());
        return builder;
    }

    private static void font(PdfRendererBuilder builder, String face, int weight, FontStyle style) {
        builder.useFont(() -> Fonts.open(face), Fonts.FAMILY, weight, style, true);
    }
}
