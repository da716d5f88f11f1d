package vn.vigil.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.text.Lang;
import vn.vigil.text.Neutral;

/** Foreign text comes out harmless in every format. */
class OutTest {
    private static final String ESCAPE = "gate\u001b[2J\u009b31m";
    private static final String BIDI = "abc\u202etxt.exe\u200b\u2066";
    private static final String LINES = "a\nb\r\tc\u2028d";
    private static final String FORMULA = "=HYPERLINK(\"http://x\",\"y\")";

    private static String written(Format format, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Out out = new Out(bytes, format, Lang.EN, "Asia/Ho_Chi_Minh", false, false);
        out.list("test.list", "items", List.of(text, "Cổng trước"), new Rows());
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private record Rows() implements RowView<String> {
        @Override
        public String[] columns() {
            return new String[] {"text", "n"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {ExitCode.OK, ExitCode.BUG};
        }

        @Override
        public void cells(String item, Cells cells) {
            cells.add(item).add(-5);
        }

        @Override
        public void json(String item, Json json) {
            json.field("text", item);
        }
    }

    @Test
    void noFormatLetsControlOrHiddenCharactersThrough() {
        for (Format format : Format.values()) {
            for (String text : List.of(ESCAPE, BIDI, LINES)) {
                String out = written(format, text);
                out.codePoints().forEach(cp -> {
                    boolean own =
                            cp == '\n' || cp == '\t' && format == Format.PLAIN || cp == '\r' && format == Format.CSV;
                    assertFalse(
                            !own && (cp < 0x20 || cp >= 0x7f && cp < 0xa0 || Neutral.hidden(cp)),
                            () -> format + ": " + out);
                });
            }
        }
    }

    @Test
    void whatWasThereStaysVisible() {
        assertEquals("gate\\u001b[2J\\u009b31m\t-5\nCổng trước\t-5\n", written(Format.PLAIN, ESCAPE));
        assertEquals("a\\nb\\r\\tc\\u2028d\t-5\nCổng trước\t-5\n", written(Format.PLAIN, LINES));
    }

    @Test
    void jsonIsEscapedWithoutLoss() {
        String out = written(Format.JSON, "a\u202e\"\n");
        assertEquals(
                "{\"schema\":\"vigil.test.list/1\",\"zone\":\"Asia/Ho_Chi_Minh\",\"items\":[{\"text\":\"a\\u202e\\\"\\n\"},"
                        + "{\"text\":\"Cổng trước\"}]}\n",
                out);
    }

    @Test
    void aSpreadsheetRunsNothing() {
        assertEquals(
                "text,n\r\n\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",-5\r\nCổng trước,-5\r\n",
                written(Format.CSV, FORMULA));
        assertEquals("'+SUM(1)", Out.csvCell("+SUM(1)"));
        assertEquals("'@x", Out.csvCell("@x"));
        assertEquals("-", Out.csvCell("-"));
        assertEquals("+84901234567", Out.csvCell("+84901234567"));
    }

    /** A letter takes one column whether it is one code point or three. */
    @Test
    void columnsAlignByWhatTheEyeSees() {
        assertEquals(4, Width.of("Cổng"));
        assertEquals(4, Width.of(java.text.Normalizer.normalize("Cổng", java.text.Normalizer.Form.NFD)));
        assertEquals(4, Width.of("大門"));
        assertEquals(2, Width.of("📷"));
    }

    @Test
    void loneSurrogatesAndTagCharactersAreShown() {
        assertEquals("x\\ud800y", Neutral.line("x\ud800y"));
        assertEquals("a\\udb40\\udc41", Neutral.line("a\udb40\udc41"));
        assertEquals("📷 ok", Neutral.line("📷 ok"));
    }
}
