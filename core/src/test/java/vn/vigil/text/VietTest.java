package vn.vigil.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VietTest {
    @Test
    void aWordHasOneForm() {
        String decomposed = Normalizer.normalize("Cổng số 1", Normalizer.Form.NFD);
        assertEquals("Cổng số 1", Viet.nfc(decomposed));
        String plain = "gate-1";
        assertSame(plain, Viet.nfc(plain));
    }

    @Test
    void searchIgnoresAccentsCaseAndSpaces() {
        assertEquals("nguyen thi dung", Viet.fold("  Nguyễn   Thị\tDũng "));
        assertEquals("dang duc uoc", Viet.fold("ĐẶNG Đức Ước"));
        assertEquals("dang duc uoc", Viet.fold(Normalizer.normalize("ĐẶNG Đức Ước", Normalizer.Form.NFD)));
        assertEquals("", Viet.fold(" "));
    }

    @Test
    void namesStandByGivenNameInVietnameseOrder() {
        List<String> right = List.of(
                "Trần Văn An",
                "Lê Thị Ánh",
                "Bùi Văn Ân",
                "Phạm Văn Bình",
                "Lê Văn Dũng",
                "Nguyễn Thị Đào",
                "Nguyễn Văn Hòa",
                "Nguyễn Văn Hoà",
                "Lý Văn Quý",
                "Cao Văn Ước");
        List<String> mixed = new ArrayList<>(right);
        Collections.reverse(mixed);
        mixed.sort(Viet.BY_GIVEN_NAME);
        // Hòa and Hoà are two spellings of one name: which comes first does not matter, but they stay neighbours.
        assertEquals(right.subList(0, 6), mixed.subList(0, 6));
        assertEquals(right.subList(8, 10), mixed.subList(8, 10));
    }

    @Test
    void tonesDecideOnlyAmongEqualLetters() {
        List<String> words = new ArrayList<>(List.of("mạ", "má", "mã", "mả", "mà", "ma", "mb", "mă"));
        words.sort(Viet::compare);
        assertEquals(List.of("ma", "mà", "mả", "mã", "má", "mạ", "mă", "mb"), words);
    }

    @Test
    void theNearestWordIsGuessedAndNothingFarOff() {
        List<String> known = List.of("store.url", "store.user", "camera.timeout", "zone", "Nguyễn Văn Đức");
        assertEquals("store.url", Nearest.of("store.ulr", known));
        assertEquals("camera.timeout", Nearest.of("camera.timout", known));
        assertEquals("zone", Nearest.of("ZONE", known));
        assertEquals("Nguyễn Văn Đức", Nearest.of("nguyen van duc", known));
        assertNull(Nearest.of("tsa.url", List.of("camera.timeout", "zone")));
        assertNull(Nearest.of("", List.of("zone")));
        assertEquals(1, Nearest.distance("gate", "gaet"));
        assertEquals(3, Nearest.distance("kitten", "sitting"));
    }
}
