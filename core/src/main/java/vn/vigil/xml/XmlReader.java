package vn.vigil.xml;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a device's answer with the JDK's pull parser, bounded in every direction: no DTD, no entity of its own, at most
 * {@value #MAX_DEPTH} levels, {@value #MAX_ELEMENTS} elements, {@value #MAX_TEXT} characters of one text. What follows the
 * root element is not looked at.
 *
 * <p>Namespaces are resolved here and not by the parser, because devices leave prefixes undeclared
 * (mvantellingen/python-zeep#1205): such a prefix gets the meaning it has by custom.
 */
public final class XmlReader {
    static final int MAX_DEPTH = 64;
    static final int MAX_ELEMENTS = 200_000;
    static final int MAX_TEXT = 1 << 20;
    private static final int MAX_DECLARATIONS = 256;

    /** A namespace declaration and those around it. */
    private record Scope(Scope outer, int depth, String prefix, String uri) {
        static String find(Scope scope, String prefix, XmlNames names) {
            for (Scope s = scope; s != null; s = s.outer) {
                if (s.prefix.equals(prefix)) {
                    return s.uri;
                }
            }
            return prefix.isEmpty() ? "" : names.byCustom(prefix);
        }
    }

    private XmlReader() {}

    /** Bytes to text: UTF-16 when a byte order mark says so, else UTF-8; what is neither becomes U+FFFD. */
    public static String decode(byte[] body) {
        if (body.length >= 2 && (body[0] & 0xff) == 0xfe && (body[1] & 0xff) == 0xff) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE);
        }
        if (body.length >= 2 && (body[0] & 0xff) == 0xff && (body[1] & 0xff) == 0xfe) {
            return new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE);
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Parses; when that fails and the text holds a bare ampersand or a forbidden character, parses once more with these mended. */
    public static Xml read(String text, XmlNames names) throws XmlException {
        try {
            return parse(text, names);
        } catch (XMLStreamException first) {
            String mended = XmlMender.mend(text);
            if (mended == null) {
                throw new XmlException("malformed XML at " + where(first));
            }
            try {
                return parse(mended, names);
            } catch (XMLStreamException second) {
                throw new XmlException("malformed XML at " + where(second));
            }
        }
    }

    private static String where(XMLStreamException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
    }

    private static Xml parse(String text, XmlNames names) throws XMLStreamException, XmlException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        XMLStreamReader in = factory.createXMLStreamReader(new StringReader(text));
        try {
            return parse(in, names);
        } finally {
            in.close();
        }
    }

    private static Xml parse(XMLStreamReader in, XmlNames names) throws XMLStreamException, XmlException {
        Deque<Xml> open = new ArrayDeque<>();
        Deque<StringBuilder> texts = new ArrayDeque<>();
        Scope scope = null;
        int declarations = 0;
        int elements = 0;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD ->
                    throw new XmlException("a document type declaration, which is forbidden");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XmlException("an entity reference, which is forbidden");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= MAX_DEPTH) {
                        throw new XmlException("elements nested deeper than " + MAX_DEPTH);
                    }
                    if (++elements > MAX_ELEMENTS) {
                        throw new XmlException("more than " + MAX_ELEMENTS + " elements");
                    }
                    int depth = open.size();
                    Map<String, String> attributes = Map.of();
                    for (int i = 0; i < in.getAttributeCount(); i++) {
                        String raw = raw(in.getAttributePrefix(i), in.getAttributeLocalName(i));
                        String value = in.getAttributeValue(i);
                        if (raw.equals("xmlns") || raw.startsWith("xmlns:")) {
                            if (++declarations > MAX_DECLARATIONS) {
                                throw new XmlException("more than " + MAX_DECLARATIONS + " namespaces in scope");
                            }
                            scope = new Scope(scope, depth, raw.length() > 6 ? raw.substring(6) : "", value);
                        } else {
                            if (attributes.isEmpty()) {
                                attributes = new HashMap<>();
                            }
                            attributes.putIfAbsent(local(raw), value);
                        }
                    }
                    String raw = raw(in.getPrefix(), in.getLocalName());
                    int colon = raw.indexOf(':');
                    Xml element = new Xml(
                            names,
                            Scope.find(scope, colon < 0 ? "" : raw.substring(0, colon), names),
                            local(raw),
                            attributes);
                    if (!open.isEmpty()) {
                        open.peek().add(element);
                    }
                    open.push(element);
                    texts.push(new StringBuilder(0));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    StringBuilder own = texts.peek();
                    if (own != null) {
                        if (own.length() + in.getTextLength() > MAX_TEXT) {
                            throw new XmlException("a text longer than " + MAX_TEXT);
                        }
                        own.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Xml closed = open.pop();
                    closed.text(texts.pop().toString().trim());
                    while (scope != null && scope.depth == open.size()) {
                        scope = scope.outer;
                        declarations--;
                    }
                    if (open.isEmpty()) {
                        return closed;
                    }
                }
                default -> {}
            }
        }
        throw new XmlException("no element");
    }

    /** In its mode without namespaces the JDK's parser gives "p:name" now as one name, now as two parts. */
    private static String raw(String prefix, String local) {
        return prefix == null || prefix.isEmpty() || local.indexOf(':') >= 0 ? local : prefix + ":" + local;
    }

    private static String local(String raw) {
        return raw.substring(raw.indexOf(':') + 1);
    }
}
