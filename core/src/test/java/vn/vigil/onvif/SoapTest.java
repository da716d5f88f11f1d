package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SoapTest {
    private static Soap.Reply read(String text) throws Exception {
        return Soap.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        String odd = "Cổng <1> & \"x\" 'y'\t\u0007\ud83c";
        byte[] sent = Soap.envelope("", "<Token xmlns='urn:x'>" + Soap.escape(odd) + "</Token>");
        Soap.Reply reply = Soap.read(sent);
        assertEquals("Cổng <1> & \"x\" 'y'\t\ufffd\ufffd", reply.element().text());
        assertNull(reply.fault());
    }

    /** Form of a SOAP 1.2 fault by ONVIF Core, "Fault handling". */
    @Test
    void theInnermostCodeOfAFaultCounts() throws Exception {
        Soap.Fault fault = read("<e:Envelope xmlns:e='" + OnvifNames.SOAP_12 + "' xmlns:ter='" + OnvifNames.ERROR
                        + "'><e:Body><e:Fault><e:Code><e:Value>e:Sender</e:Value><e:Subcode><e:Value>ter:InvalidArgVal"
                        + "</e:Value><e:Subcode><e:Value>ter:NoProfile</e:Value></e:Subcode></e:Subcode></e:Code>"
                        + "<e:Reason><e:Text xml:lang='en'>No such profile</e:Text></e:Reason></e:Fault></e:Body>"
                        + "</e:Envelope>")
                .fault();
        assertEquals("NoProfile", fault.code());
        assertEquals("No such profile", fault.text());
    }

    @Test
    void faultsOfSoap11AreUnderstood() throws Exception {
        Soap.Fault fault = read("<SOAP-ENV:Envelope xmlns:SOAP-ENV='" + OnvifNames.SOAP_11 + "'><SOAP-ENV:Body>"
                        + "<SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>Sender not Authorized"
                        + "</faultstring></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>")
                .fault();
        assertEquals("Client", fault.code());
        assertTrue(fault.notAuthorized());
    }

    @Test
    void pagesAreNoSoap() {
        for (String page : new String[] {
            "",
            "OK",
            "{\"error\":1}",
            "<!DOCTYPE html><html><form>Password</form></html>",
            "\r\n<HTML><body>Login</body></HTML>",
            "<ResponseStatus xmlns='http://www.hikvision.com/ver20/XMLSchema'/>",
            "<Envelope xmlns='urn:another'/>"
        }) {
            assertThrows(Soap.NotSoap.class, () -> read(page), page);
        }
    }

    @Test
    void anEmptyBodyIsAnAnswerWithoutElement() throws Exception {
        assertNull(read("<s:Envelope xmlns:s='" + OnvifNames.SOAP_12 + "'><s:Body/></s:Envelope>")
                .element());
    }
}
