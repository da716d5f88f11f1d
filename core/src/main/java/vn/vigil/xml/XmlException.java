package vn.vigil.xml;

/** An answer that is not the XML we are willing to read. The message never quotes more than the parser's own complaint. */
public final class XmlException extends Exception {
    private static final long serialVersionUID = 1L;

    XmlException(String message) {
        super(message);
    }
}
