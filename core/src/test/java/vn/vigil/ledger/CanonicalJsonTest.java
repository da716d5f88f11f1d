package vn.vigil.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    /** The members of RFC 8785 §3.2.3, whose right order the RFC prints. */
    @Test
    void membersStandInTheOrderOfTheirUtf16Units() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("\u20ac", "Euro Sign");
        map.put("\r", "Carriage Return");
        map.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        map.put("1", "One");
        map.put("\ud83d\ude00", "Emoji: Grinning Face");
        map.put("\u0080", "Control");
        map.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                CanonicalJson.text(map));
    }

    /** RFC 8785 §3.2.2.2. */
    @Test
    void onlyWhatMustBeEscapedIs() {
        assertEquals(
                "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\u001b\\b\\t\\f\\r\u007f\u2028\"",
                CanonicalJson.text("\u20ac$\u000f\nA'B\"\\\\\"/\u001b\b\t\f\r\u007f\u2028"));
    }

    @Test
    void valuesOfEveryKind() {
        assertEquals(
                "{\"a\":[1,-2,9007199254740991,true,false,null,[],{}],\"b\":\"\"}",
                CanonicalJson.text(Map.of(
                        "b",
                        "",
                        "a",
                        Arrays.asList(1, -2L, 9007199254740991L, true, false, null, List.of(), Map.of()))));
    }

    @Test
    void whatHasNoOneFormIsRefused() {
        for (Object bad : List.of(1.5, 9007199254740992L, "\ud800", "\udc00x", new Object(), Map.of(1, 2))) {
            assertThrows(RuntimeException.class, () -> CanonicalJson.text(bad));
        }
    }
}
