package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import vn.vigil.xml.Xml;
import vn.vigil.xml.XmlReader;

class WsSecurityTest {
    /**
     * Nonce, time and password of the example in the ONVIF Application Programmer's Guide; the value again by
     * {@code (echo -n LKqI6G/AikKCQrN0zqZFlg== | base64 -d; printf 2010-09-16T07:50:45Z; printf userpassword) |
     * openssl dgst -sha1 -binary | base64}.
     */
    @Test
    void digestOfTheGuidesExample() {
        byte[] nonce = Base64.getDecoder().decode("LKqI6G/AikKCQrN0zqZFlg==");
        assertEquals("tuOSpGlFlIXsozq4HFNeeGeFLEI=", WsSecurity.digest(nonce, "2010-09-16T07:50:45Z", "userpassword"));
    }

    /** Expected value by openssl as above, nonce 00 01 … 0f; the password goes in as UTF-8 and unescaped. */
    @Test
    void passwordsOfAllLettersAreHashedAsTheyAre() {
        byte[] nonce = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        assertEquals(
                "Kj3VPOgc/ieyTdB4XOzcz2MoitA=", WsSecurity.digest(nonce, "2026-03-02T07:05:00.250Z", "Cổng & <1>"));
    }

    @Test
    void theHeaderCarriesTheUserEscapedAndThePasswordNowhere() throws Exception {
        Instant created = Instant.parse("2026-03-02T07:05:00.250999Z");
        String header = WsSecurity.header("a<b>&\"c'", "canary-7&7", created, new byte[16]);
        Xml token = XmlReader.read("<x xmlns:s=\"" + OnvifNames.SOAP_12 + "\">" + header + "</x>", OnvifNames.XML);

        Xml user = token.children().get(0).children().get(0);
        assertEquals("a<b>&\"c'", user.children().get(0).text());
        assertEquals("2026-03-02T07:05:00.250Z", user.children().get(3).text());
        assertEquals(OnvifNames.WSU, user.children().get(3).namespace());
        assertTrue(header.contains("AAAAAAAAAAAAAAAAAAAAAA=="));
        assertFalse(header.contains("canary"));
    }
}
