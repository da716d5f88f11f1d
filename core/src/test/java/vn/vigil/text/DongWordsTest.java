package vn.vigil.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DongWordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, Không, Zero",
        "1, Một, One",
        "5, Năm, Five",
        "10, Mười, Ten",
        "11, Mười một, Eleven",
        "14, Mười bốn, Fourteen",
        "15, Mười lăm, Fifteen",
        "20, Hai mươi, Twenty",
        "21, Hai mươi mốt, Twenty-one",
        "24, Hai mươi tư, Twenty-four",
        "25, Hai mươi lăm, Twenty-five",
        "100, Một trăm, One hundred",
        "101, Một trăm linh một, One hundred one",
        "104, Một trăm linh bốn, One hundred four",
        "105, Một trăm linh năm, One hundred five",
        "110, Một trăm mười, One hundred ten",
        "115, Một trăm mười lăm, One hundred fifteen",
        "121, Một trăm hai mươi mốt, One hundred twenty-one",
        "1000, Một nghìn, One thousand",
        "1001, Một nghìn không trăm linh một, One thousand one",
        "1005, Một nghìn không trăm linh năm, One thousand five",
        "1010, Một nghìn không trăm mười, One thousand ten",
        "21000, Hai mươi mốt nghìn, Twenty-one thousand",
        "100005, Một trăm nghìn không trăm linh năm, One hundred thousand five",
        "1000000, Một triệu, One million",
        "1000001, Một triệu không trăm linh một, One million one",
        "1001000, Một triệu không trăm linh một nghìn, One million one thousand",
        "18750000, Mười tám triệu bảy trăm năm mươi nghìn, Eighteen million seven hundred fifty thousand",
        "15404505, Mười lăm triệu bốn trăm linh bốn nghìn năm trăm linh năm, Fifteen million four hundred four thousand five hundred five",
        "1000000000, Một tỷ, One billion",
        "1005000005, Một tỷ không trăm linh năm triệu không trăm linh năm, One billion five million five",
        "1021000000, Một tỷ không trăm hai mươi mốt triệu, One billion twenty-one million"
    })
    void amountsAreSaid(long amount, String vi, String en) {
        assertEquals(vi + " đồng", Dong.words(amount, Lang.VI));
        assertEquals(en + " đồng", Dong.words(amount, Lang.EN));
    }
}
