package vn.vigil.onvif;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vn.vigil.xml.Xml;
import vn.vigil.xml.XmlException;
import vn.vigil.xml.XmlReader;

/** SOAP 1.2 envelopes out, SOAP 1.1 or 1.2 in. Pure. */
final class Soap {
    /**
     * What came back.
     *
     * @param element the one element in the body, or null when it is empty
     * @param fault the fault, or null
     */
    record Reply(Xml element, Fault fault) {}

    /**
     * A SOAP fault.
     *
     * @param code innermost code without prefix: the subcodes of ONVIF say what the outer code does not
     * @param text the device's reason, at most 256 characters
     */
    record Fault(String code, String text) {
        /** WS-Security and ONVIF name a missing or refused login differently, and some devices only in words. */
        boolean notAuthorized() {
            String words = text.toLowerCase(Locale.ROOT);
            return code.equals("NotAuthorized")
                    || code.equals("FailedAuthentication")
                    || code.equals("InvalidSecurity")
                    || code.equals("InvalidSecurityToken")
                    || words.contains("not authorized")
                    || words.contains("unauthorized");
        }

        boolean unsupported() {
            return code.equals("ActionNotSupported")
                    || code.equals("OptionalActionNotImplemented")
                    || code.equals("NoSuchService")
                    || code.equals("ActionNotImplemented")
                    || code.equals("MustUnderstand");
        }
    }

    /** The answer is no SOAP at all. */
    static final class NotSoap extends Exception {
        private static final long serialVersionUID = 1L;

        NotSoap(String message) {
            super(message);
        }
    }

    private Soap() {}

    /**
     * @param header ready-made XML, or empty for none
     * @param body ready-made XML
     */
    static byte[] envelope(String header, String body) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<s:Envelope xmlns:s=\"" + OnvifNames.SOAP_12 + "\">"
                        + (header.isEmpty() ? "" : "<s:Header>" + header + "</s:Header>")
                        + "<s:Body>" + body + "</s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Text for use between tags or in a quoted attribute. Characters that XML cannot carry become U+FFFD. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
                default -> {
                    boolean fine = c >= 0x20 && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff);
                    out.appendCodePoint(fine ? c : 0xfffd);
                }
            }
        });
        return out.toString();
    }

    /** Reads an answer's body. */
    static Reply read(byte[] body) throws NotSoap, XmlException {
        String text = XmlReader.decode(body).strip();
        if (!text.startsWith("<")
                || text.regionMatches(true, 0, "<!doctype html", 0, 14)
                || text.regionMatches(true, 0, "<html", 0, 5)) {
            throw new NotSoap(text.isEmpty() ? "an empty answer" : "an answer that is no XML");
        }
        Xml envelope = XmlReader.read(text, OnvifNames.XML);
        if (!envelope.name().equals("Envelope")
                || !envelope.namespace().equals(OnvifNames.SOAP_12)
                        && !envelope.namespace().equals(OnvifNames.SOAP_11)) {
            throw new NotSoap("XML without a SOAP envelope");
        }
        Xml inside = envelope.at("Body");
        if (inside == null || inside.children().isEmpty()) {
            return new Reply(null, null);
        }
        Xml first = inside.children().get(0);
        return new Reply(first, first == inside.at("Fault") ? fault(first) : null);
    }

    private static Fault fault(Xml fault) {
        String code = fault.word("faultcode");
        String text = fault.word("faultstring");
        for (Xml level = fault.at("Code"); level != null; level = level.at("Subcode")) {
            String value = level.word("Value");
            code = value.isEmpty() ? code : value;
        }
        if (fault.at("Reason") != null) {
            text = fault.word("Reason", "Text");
        }
        return new Fault(code.substring(code.indexOf(':') + 1), text);
    }
}
