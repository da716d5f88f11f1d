package vn.vigil.seal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The list that a seal signs: {@code ASiCManifest} of ETSI EN 319 162-1, annex A.4, with a SHA-256 an entry.
 *
 * @param signature entry name of the signature over this manifest
 * @param digests SHA-256 by entry name, in document order
 */
record AsicManifest(String signature, Map<String, byte[]> digests) {
    static final String NAMESPACE = "http://uri.etsi.org/02918/v1.2.1#";
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final String PKCS7 = "application/pkcs7-signature";

    byte[] xml() {
        StringBuilder x = new StringBuilder(1024);
        x.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<asic:ASiCManifest xmlns:asic=\"")
                .append(NAMESPACE);
        x.append("\" xmlns:ds=\"")
                .append(DSIG)
                .append("\">\n  <asic:SigReference URI=\"")
                .append(uri(signature));
        x.append("\" MimeType=\"").append(PKCS7).append("\"/>\n");
        digests.forEach((name, digest) -> {
            x.append("  <asic:DataObjectReference URI=\"").append(uri(name)).append("\">\n");
            x.append("    <ds:DigestMethod Algorithm=\"").append(SHA256).append("\"/>\n    <ds:DigestValue>");
            x.append(Base64.getEncoder().encodeToString(digest)).append("</ds:DigestValue>\n");
            x.append("  </asic:DataObjectReference>\n");
        });
        return x.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A relative reference (RFC 3986): everything but unreserved characters and slashes as %XX of its UTF-8. */
    static String uri(String name) {
        StringBuilder out = new StringBuilder(name.length() + 16);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return out.toString();
    }

    private static char hex(int n) {
        return "0123456789ABCDEF".charAt(n);
    }

    /**
     * Reads a manifest strictly: no DTD, nothing but what {@link #xml} writes and the optional MimeType, no entry twice.
     *
     * @throws XMLStreamException for everything else
     */
    static AsicManifest parse(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        in.nextTag();
        start(in, NAMESPACE, "ASiCManifest");
        in.nextTag();
        start(in, NAMESPACE, "SigReference");
        String signature = name(in);
        empty(in);
        Map<String, byte[]> digests = new LinkedHashMap<>();
        while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
            start(in, NAMESPACE, "DataObjectReference");
            String name = name(in);
            in.nextTag();
            start(in, DSIG, "DigestMethod");
            if (!SHA256.equals(in.getAttributeValue(null, "Algorithm"))) {
                throw new XMLStreamException("another digest than SHA-256");
            }
            empty(in);
            in.nextTag();
            start(in, DSIG, "DigestValue");
            byte[] digest = digest(in.getElementText().strip());
            in.nextTag();
            in.require(XMLStreamConstants.END_ELEMENT, NAMESPACE, "DataObjectReference");
            if (digests.put(name, digest) != null) {
                throw new XMLStreamException("an entry twice");
            }
        }
        while (in.hasNext()) {
            int event = in.next();
            if (event != XMLStreamConstants.END_DOCUMENT && event != XMLStreamConstants.SPACE) {
                throw new XMLStreamException("something after the end");
            }
        }
        return new AsicManifest(signature, digests);
    }

    private static void start(XMLStreamReader in, String namespace, String name) throws XMLStreamException {
        in.require(XMLStreamConstants.START_ELEMENT, namespace, name);
    }

    private static void empty(XMLStreamReader in) throws XMLStreamException {
        if (in.nextTag() != XMLStreamConstants.END_ELEMENT) {
            throw new XMLStreamException("not empty");
        }
    }

    private static byte[] digest(String base64) throws XMLStreamException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException(e);
        }
    }

    private static String name(XMLStreamReader in) throws XMLStreamException {
        String uri = in.getAttributeValue(null, "URI");
        if (uri == null) {
            throw new XMLStreamException("a reference to nothing");
        }
        byte[] out = new byte[uri.length()];
        int n = 0;
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '%') {
                int value = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 1), 16) * 16 : -1;
                int low = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 2), 16) : -1;
                if (value < 0 || low < 0) {
                    throw new XMLStreamException("a broken reference");
                }
                out[n++] = (byte) (value + low);
                i += 2;
            } else if (c < 128) {
                out[n++] = (byte) c;
            } else {
                throw new XMLStreamException("a reference with bare letters outside ASCII");
            }
        }
        return new String(out, 0, n, StandardCharsets.UTF_8);
    }
}
