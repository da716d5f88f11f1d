package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.vigil.base.VigilException;
import vn.vigil.document.Paper;
import vn.vigil.document.Papers;
import vn.vigil.document.PdfSignatures;
import vn.vigil.text.Lang;

/** Two people sign one PDF, one after the other; and what is done to such a file afterwards. */
class PdfSignatureTest {
    private static final SigningKey OTHER = new SealKit.Certificate("Lê Thư Ký").issue(SealKit.ROOT);

    private static byte[] plain;
    private static byte[] once;
    private static byte[] twice;

    @TempDir
    Path folder;

    @BeforeAll
    static void sign() {
        plain = Papers.pdf(
                Paper.of("t", "---\nform: minutes\nkind: BIÊN BẢN\nabstract: Họp Tổ\n---\n\nNội dung.\n", Lang.VI));
        once = signed(plain, OTHER, "Lê Thư Ký");
        twice = signed(once, SealKit.SIGNER, "Trần Thị Niêm Phong");
    }

    private static byte[] signed(byte[] pdf, SigningKey key, String name) {
        return PdfSignatures.sign(pdf, name, "Chủ trì", SealKit.NOW, bytes -> Cades.signPdf(bytes, key, SealKit.NOW));
    }

    private static SignatureFault fault(PdfSignatures.Found one) {
        return Cades.verifyPdf(one.cms(), one.signed(), one.at(), SealKit.TRUST, SealKit.NOW)
                .fault();
    }

    private static int at(byte[] pdf, String text) {
        return new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }

    @Test
    void bothSignaturesHoldAndTheFirstStaysAsItWas() {
        assertArrayEquals(plain, Arrays.copyOf(once, plain.length));
        assertArrayEquals(once, Arrays.copyOf(twice, once.length));
        List<PdfSignatures.Found> found = PdfSignatures.signatures(twice);
        assertEquals(
                List.of("Lê Thư Ký", "Trần Thị Niêm Phong"),
                found.stream().map(f -> f.name()).toList());
        for (PdfSignatures.Found one : found) {
            assertTrue(one.covers());
            assertEquals(null, fault(one));
            assertEquals(SealKit.NOW, one.at());
        }
    }

    @Test
    void whatIsChangedIsNamed() {
        byte[] text = twice.clone();
        text[plain.length / 2] ^= 1;
        assertEquals(
                SignatureFault.CONTENT_CHANGED,
                fault(PdfSignatures.signatures(text).get(1)));
        byte[] cms = twice.clone();
        // A digit of the newest signature's value: its last hexadecimal digits before the noughts.
        int end = at(cms, "00000000>");
        while (cms[end] == '0') {
            end--;
        }
        cms[end] = (byte) (cms[end] == '1' ? '2' : '1');
        assertNotEquals(null, fault(PdfSignatures.signatures(cms).get(1)));
        assertEquals(null, fault(PdfSignatures.signatures(cms).get(0)));
        byte[] other = signed(Papers.pdf(Paper.of("t", "Khác.\n", Lang.VI)), OTHER, "x");
        PdfSignatures.Found foreign = PdfSignatures.signatures(other).get(0);
        PdfSignatures.Found own = PdfSignatures.signatures(once).get(0);
        assertEquals(
                SignatureFault.CONTENT_CHANGED,
                Cades.verifyPdf(foreign.cms(), own.signed(), own.at(), SealKit.TRUST, SealKit.NOW)
                        .fault());
        byte[] timed = Cades.sign(own.signed(), OTHER, SealKit.NOW);
        assertEquals(
                SignatureFault.MALFORMED,
                Cades.verifyPdf(timed, own.signed(), own.at(), SealKit.TRUST, SealKit.NOW)
                        .fault());
        // A range that leaves the end of its revision out.
        byte[] range = once.clone();
        int byteRange = at(range, "/ByteRange [0 ") + "/ByteRange [".length();
        range[byteRange] = '9';
        assertFalse(PdfSignatures.signatures(range).get(0).covers());
        assertThrows(VigilException.class, () -> PdfSignatures.signatures("no".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itIsStillAnArchivalFile() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(twice));
                PDFAValidator judge = Foundries.defaultInstance().createValidator(List.of(PDFAFlavour.PDFA_2_U))) {
            judge.validateAll(parser)
                    .forEach(r ->
                            assertTrue(r.isCompliant(), r.getTestAssertions().toString()));
        }
    }

    @Test
    void openSslSaysTheSame() throws Exception {
        PdfSignatures.Found one = PdfSignatures.signatures(twice).get(0);
        Path cms = Files.write(folder.resolve("a.p7s"), one.cms());
        Path content = Files.write(folder.resolve("a.bin"), one.signed());
        Path roots = folder.resolve("root.pem");
        Files.writeString(
                roots,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(SealKit.ROOT.certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        cms.toString(),
                        "-content",
                        content.toString(),
                        "-CAfile",
                        roots.toString(),
                        "-purpose",
                        "any",
                        "-no_check_time",
                        "-out",
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, openssl.waitFor(), said);
    }
}
