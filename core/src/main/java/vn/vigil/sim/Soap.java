package vn.vigil.sim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads and writes SOAP 1.2 envelopes as an ONVIF device does. Stateless. */
final class Soap {
    static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
    static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    static final String MEDIA2 = "http://www.onvif.org/ver20/media/wsdl";
    static final String RECORDING = "http://www.onvif.org/ver10/recording/wsdl";
    static final String SEARCH = "http://www.onvif.org/ver10/search/wsdl";
    static final String REPLAY = "http://www.onvif.org/ver10/replay/wsdl";
    private static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";

    private Soap() {}

    /**
     * A request.
     *
     * @param header may be null
     * @param call the one element of the body
     */
    record Call(Element header, Element call) {
        String namespace() {
            return call.getNamespaceURI() == null ? "" : call.getNamespaceURI();
        }

        String name() {
            return call.getLocalName();
        }

        /** Trimmed text of the first element called {@code name} below the call, or {@code otherwise}. */
        String text(String name, String otherwise) {
            Element found = Soap.find(call, name);
            return found == null ? otherwise : found.getTextContent().trim();
        }
    }

    /** An answer that is a fault; the subcodes are names of the ONVIF error namespace. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        final int status;
        final String code;
        final String[] subcodes;

        /** @param status of HTTP; @param code {@code Sender} or {@code Receiver} */
        Fault(int status, String code, String reason, String... subcodes) {
            super(reason);
            this.status = status;
            this.code = code;
            this.subcodes = subcodes;
        }

        static Fault notAuthorized() {
            return new Fault(400, "Sender", "Sender not Authorized", "NotAuthorized");
        }

        static Fault invalid(String reason, String detail) {
            return new Fault(400, "Sender", reason, "InvalidArgVal", detail);
        }

        String xml() {
            StringBuilder nested = new StringBuilder();
            for (int i = subcodes.length - 1; i >= 0; i--) {
                String inner = nested.toString();
                nested.setLength(0);
                nested.append("<s:Subcode><s:Value>ter:").append(subcodes[i]).append("</s:Value>");
                nested.append(inner).append("</s:Subcode>");
            }
            return envelope("<s:Fault><s:Code><s:Value>s:" + code + "</s:Value>" + nested + "</s:Code>"
                    + "<s:Reason><s:Text xml:lang=\"en\">" + escape(getMessage()) + "</s:Text></s:Reason></s:Fault>");
        }
    }

    /** @throws Fault when it is not an envelope with one call */
    static Call read(byte[] body) throws Fault {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element envelope = builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
            Element soapBody = child(envelope, "Body");
            Element call = soapBody == null ? null : child(soapBody, null);
            if (!"Envelope".equals(envelope.getLocalName()) || call == null) {
                throw new Fault(400, "Sender", "Well-formed, but no call", "InvalidArgs");
            }
            return new Call(child(envelope, "Header"), call);
        } catch (SAXException e) {
            throw new Fault(400, "Sender", "Not well-formed", "WellFormed");
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("every Java platform reads XML from memory", e);
        }
    }

    private static Element child(Element parent, String name) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && (name == null || name.equals(e.getLocalName()))) {
                return e;
            }
        }
        return null;
    }

    /** The first element of that local name at or below {@code root}, or null. */
    static Element find(Element root, String name) {
        if (name.equals(root.getLocalName())) {
            return root;
        }
        for (Node n = root.getFirstChild(); n != null; n = n.getNextSibling()) {
            Element found = n instanceof Element e ? find(e, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<s:Envelope xmlns:s=\"" + ENVELOPE + "\""
                + " xmlns:tt=\"http://www.onvif.org/ver10/schema\" xmlns:ter=\"http://www.onvif.org/ver10/error\""
                + " xmlns:tds=\"" + DEVICE + "\" xmlns:trt=\"" + MEDIA + "\" xmlns:tr2=\"" + MEDIA2 + "\""
                + " xmlns:trc=\"" + RECORDING + "\" xmlns:tse=\"" + SEARCH + "\" xmlns:trp=\"" + REPLAY + "\""
                + " xmlns:wsnt=\"http://docs.oasis-open.org/wsn/b-2\" xmlns:tns1=\"http://www.onvif.org/ver10/topics\">"
                + "<s:Body>" + body + "</s:Body></s:Envelope>";
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** Text as it may stand in an element or attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
