package vn.vigil.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.vigil.onvif.OnvifNames;

class XmlReaderTest {
    private static Xml read(String text) throws XmlException {
        return XmlReader.read(text, OnvifNames.XML);
    }

    private static final String TT = OnvifNames.SCHEMA;

    @Test
    void namesAreKnownByNamespaceWhateverThePrefix() throws XmlException {
        Xml root = read("<q:A xmlns:q='" + TT + "'><tt:B xmlns:tt='urn:of-the-vendor'>theirs</tt:B><B xmlns='" + TT
                + "'>ours</B><q:C zz:token='7' xmlns:zz='urn:x'/></q:A>");
        assertEquals(TT, root.namespace());
        assertEquals("ours", root.word("B"));
        assertEquals("7", root.at("C").attribute("token"));
    }

    @Test
    void aDeclarationEndsWithItsElement() throws XmlException {
        Xml root = read("<A xmlns='" + TT + "'><B xmlns='urn:x'><C/></B><C>here</C></A>");
        assertEquals("urn:x", root.children().get(0).children().get(0).namespace());
        assertEquals("here", root.word("C"));
    }

    @Test
    void undeclaredPrefixesMeanWhatTheyMeanByCustom() throws XmlException {
        Xml root = read("<tds:A><tt:B>1</tt:B><odd:C>2</odd:C></tds:A>");
        assertEquals(OnvifNames.DEVICE, root.namespace());
        assertEquals("1", root.word("B"));
        assertEquals("2", root.word("C"));
    }

    @Test
    void aBareAmpersandStandsForItself() throws XmlException {
        Xml root = read(
                "<A><Uri>rtsp://10.0.0.1/live?a=1&b=2&amp;c=&#51;&#x34;&lt;&</Uri><D><![CDATA[x&y]]></D><E f='1&2'/></A>");
        assertEquals("rtsp://10.0.0.1/live?a=1&b=2&c=34<&", root.word("Uri"));
        assertEquals("x&y", root.word("D"));
        assertEquals("1&2", root.at("E").attribute("f"));
    }

    @Test
    void onlyThatIsMended() {
        XmlException e = assertThrows(XmlException.class, () -> read("<A><B>1&2</A>"));
        assertTrue(e.getMessage().startsWith("malformed XML"), e.getMessage());
        assertNull(XmlMender.mend("<A>1 &amp; 2 &#10; <![CDATA[&]]></A>"));
    }

    @Test
    void brokenLettersAreReplaced() throws XmlException {
        byte[] body = "<A><Name>C?ng 1\u0007</Name></A>".getBytes(StandardCharsets.ISO_8859_1);
        body[10] = (byte) 0xc5; // half a letter
        assertEquals("C\ufffdng 1\ufffd", read(XmlReader.decode(body)).word("Name"));
    }

    @Test
    void utf16AndByteOrderMarksAreRead() throws XmlException {
        byte[] wide = "\ufeff<A><Name>Cổng</Name></A>".getBytes(StandardCharsets.UTF_16LE);
        assertEquals("Cổng", read(XmlReader.decode(wide)).word("Name"));
        byte[] marked = "\ufeff<A><Name>Cổng</Name></A>".getBytes(StandardCharsets.UTF_8);
        assertEquals("Cổng", read(XmlReader.decode(marked)).word("Name"));
    }

    @Test
    void whatFollowsTheRootIsNotLookedAt() throws XmlException {
        assertEquals("1", read("<A><B>1</B></A>\0\0garbage &").word("B"));
    }

    @Test
    void aDocumentTypeIsRefused() {
        String external = "<!DOCTYPE A SYSTEM 'file:///etc/passwd'><A/>";
        String entity = "<!DOCTYPE A [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><A>&x;</A>";
        String bomb = "<!DOCTYPE A [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><A>&c;&c;&c;</A>";
        for (String text : new String[] {external, entity, bomb}) {
            XmlException e = assertThrows(XmlException.class, () -> read(text));
            assertTrue(e.getMessage().contains("document type"), e.getMessage());
        }
    }

    @Test
    void anEntityOfTheirOwnIsNeverExpanded() throws XmlException {
        assertEquals("&x;", read("<A><B>&x;</B></A>").word("B"));
    }

    @Test
    void aMillionNestedElementsEndAtTheLimit() {
        String deep = "<a>".repeat(1_000_000);
        XmlException e = assertThrows(XmlException.class, () -> read(deep));
        assertTrue(e.getMessage().contains("deeper than 64"), e.getMessage());
    }

    @Test
    void elementsTextAndDeclarationsAreBounded() {
        XmlException many = assertThrows(XmlException.class, () -> read("<A>" + "<b/>".repeat(200_000) + "</A>"));
        assertTrue(many.getMessage().contains("200000 elements"), many.getMessage());
        XmlException longText =
                assertThrows(XmlException.class, () -> read("<A>" + "x".repeat(XmlReader.MAX_TEXT + 1) + "</A>"));
        assertTrue(longText.getMessage().contains("text longer"), longText.getMessage());
        StringBuilder names = new StringBuilder("<A");
        for (int i = 0; i < 300; i++) {
            names.append(" xmlns:n").append(i).append("='u'");
        }
        assertThrows(XmlException.class, () -> read(names + "/>"));
    }

    @Test
    void wordsAreCutAndNumbersAreTame() throws XmlException {
        Xml root = read("<A><N>" + "y".repeat(300) + "</N><W>1920</W><F>12.5</F><X>NaN</X><Y>-3</Y><Z>1e99</Z></A>");
        assertEquals(256, root.word("N").length());
        assertEquals(1920, root.count("W"));
        assertEquals(12.5, root.number("F"));
        assertEquals(0, root.number("X"));
        assertEquals(0, root.count("Y"));
        assertEquals(Integer.MAX_VALUE, root.count("Z"));
        assertEquals(0, root.count("Missing"));
    }
}
