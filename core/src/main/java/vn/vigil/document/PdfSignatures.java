package vn.vigil.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * Signatures within PDF files (PAdES baseline, ETSI EN 319 142-1): each an incremental update with an invisible field, so that what was
 * signed before stays as it was. What a signature is made of is the caller's affair. Stateless.
 */
public final class PdfSignatures {
    /** Room for a chain of certificates and a timestamp. */
    private static final int RESERVED = 32 << 10;

    private static final long LONGEST = 50L << 20;
    private static final COSName CADES = COSName.getPDFName("ETSI.CAdES.detached");

    private PdfSignatures() {}

    /**
     * One signature.
     *
     * @param at when, as the file says
     * @param cms the detached signature, DER
     * @param signed the bytes it is over
     * @param covers whether it is over everything up to its own revision's end, but for itself
     */
    public record Found(String name, Instant at, byte[] cms, byte[] signed, boolean covers) {}

    /**
     * Adds a signature.
     *
     * @param name who signs, as readers show it
     * @param cms makes the detached signature over the bytes that it is handed
     * @throws VigilException USAGE when it is no PDF
     */
    public static byte[] sign(byte[] pdf, String name, String reason, Instant at, UnaryOperator<byte[]> cms) {
        try (PDDocument document = load(pdf);
                SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(RESERVED);
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(CADES);
            signature.setName(name);
            signature.setReason(reason);
            Calendar time = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            time.setTime(Date.from(at));
            signature.setSignDate(time);
            document.addSignature(signature, options);
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 2 * RESERVED);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            signing.setSignature(cms.apply(signing.getContent().readAllBytes()));
            return out.toByteArray();
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-DOCUMENT-SIGN", DocumentText.CANNOT_SIGN_PDF.with())
                    .causedBy(e);
        }
    }

    /**
     * The signatures of a file, oldest first.
     *
     * @throws VigilException USAGE when it is no PDF
     */
    public static List<Found> signatures(byte[] pdf) {
        try (PDDocument document = load(pdf)) {
            List<Found> all = new ArrayList<>();
            for (PDSignature s : document.getSignatureDictionaries()) {
                Calendar at = s.getSignDate();
                all.add(new Found(
                        s.getName() == null ? "" : s.getName(),
                        at == null ? Instant.EPOCH : at.toInstant(),
                        unpadded(s.getContents(pdf)),
                        s.getSignedContent(new ByteArrayInputStream(pdf)),
                        covers(s.getByteRange(), pdf)));
            }
            all.sort((a, b) -> Integer.compare(a.signed().length, b.signed().length));
            return all;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw notPdf(e);
        }
    }

    /** Without the noughts that fill the room which was reserved: as long as the DER sequence says that it is. */
    private static byte[] unpadded(byte[] contents) {
        if (contents.length < 6 || contents[0] != 0x30) {
            return contents;
        }
        int bytes = (contents[1] & 0x80) == 0 ? 0 : contents[1] & 0x7f;
        long length = bytes == 0 ? contents[1] : 0;
        for (int i = 0; i < bytes && i < 4; i++) {
            length = length << 8 | contents[2 + i] & 0xff;
        }
        long end = 2 + bytes + length;
        for (int i = (int) Math.min(end, contents.length); i < contents.length; i++) {
            if (contents[i] != 0) {
                return contents;
            }
        }
        return Arrays.copyOf(contents, (int) Math.min(end, contents.length));
    }

    /** Two ranges from the first byte on, with nothing between them but the signature's own hexadecimal string. */
    private static boolean covers(int[] range, byte[] pdf) {
        if (range.length != 4 || range[0] != 0 || range[1] < 1 || range[2] <= range[1] || range[3] < 1) {
            return false;
        }
        long end = (long) range[2] + range[3];
        if (end > pdf.length || pdf[range[1]] != '<' || pdf[range[2] - 1] != '>') {
            return false;
        }
        for (int i = range[1] + 1; i < range[2] - 1; i++) {
            if (Character.digit(pdf[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static PDDocument load(byte[] pdf) {
        if (pdf.length > LONGEST) {
            throw notPdf(null);
        }
        try {
            return Loader.loadPDF(pdf);
        } catch (IOException | RuntimeException e) {
            throw notPdf(e);
        }
    }

    private static VigilException notPdf(Exception e) {
        VigilException told =
                new VigilException(ErrorKind.USAGE, "VG-DOCUMENT-NOT-PDF", DocumentText.NOT_A_PDF.with("PDF"));
        return e == null ? told : told.causedBy(e);
    }
}
