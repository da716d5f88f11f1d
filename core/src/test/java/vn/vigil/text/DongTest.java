package vn.vigil.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Money is written as each language does, and read back. */
class DongTest {
    @Test
    void whatIsPrintedIsReadBack() {
        assertEquals("12.500.000 đ", Dong.print(12_500_000, Lang.VI));
        assertEquals("12,500,000 đ", Dong.print(12_500_000, Lang.EN));
        assertEquals("0 đ", Dong.print(0, Lang.VI));
        assertEquals("-1.000 đ", Dong.print(-1_000, Lang.VI));
        for (Lang lang : Lang.values()) {
            for (long amount : new long[] {0, 7, 999, 1_000, 12_345, Dong.MAX}) {
                assertEquals(amount, Dong.parse(Dong.print(amount, lang)));
            }
        }
        assertEquals(2_000_000, Dong.parse(" 2000000đ "));
        assertEquals(2_000_000, Dong.parse("2.000.000 đồng"));
        assertEquals(2_000_000, Dong.parse("2,000,000 VND"));
    }

    @Test
    void whatIsNoWholeAmountIsNone() {
        for (String text : List.of(
                "",
                "đ",
                "-5",
                "+5",
                "12.5",
                "1.5000",
                "1,2,3",
                "1.000,000",
                ".500",
                "1..000",
                "1e6",
                "2tr",
                "１２",
                "1000000000000",
                "99999999999999999999")) {
            assertEquals(-1, Dong.parse(text), text);
        }
    }
}
