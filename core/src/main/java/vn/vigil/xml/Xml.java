package vn.vigil.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One element of a parsed answer. Names are matched by namespace URI, never by prefix; which namespaces count is said by the
 * {@link XmlNames} the reader was given. Not changed once it is read.
 */
public final class Xml {
    private final String namespace;
    private final String name;
    private final Map<String, String> attributes;
    private final XmlNames names;
    private final List<Xml> children = new ArrayList<>(0);
    private String text = "";

    Xml(XmlNames names, String namespace, String name, Map<String, String> attributes) {
        this.names = names;
        this.namespace = namespace;
        this.name = name;
        this.attributes = attributes;
    }

    void add(Xml child) {
        children.add(child);
    }

    void text(String own) {
        text = own;
    }

    /** The namespace URI it stands in; empty for none. */
    public String namespace() {
        return namespace;
    }

    /** Local name. */
    public String name() {
        return name;
    }

    /** Own text, trimmed. */
    public String text() {
        return text;
    }

    /** The attribute's value by its local name, or empty. */
    public String attribute(String local) {
        return attributes.getOrDefault(local, "");
    }

    /** All children in order, whatever their namespace. */
    public List<Xml> children() {
        return children;
    }

    /** All children of that local name in the namespaces that count. */
    public List<Xml> all(String local) {
        List<Xml> found = new ArrayList<>();
        for (Xml child : children) {
            if (child.is(local)) {
                found.add(child);
            }
        }
        return found;
    }

    /** The descendant along these local names, first match each; or null. */
    public Xml at(String... path) {
        Xml here = this;
        for (String local : path) {
            Xml next = null;
            for (Xml child : here.children) {
                if (child.is(local)) {
                    next = child;
                    break;
                }
            }
            if (next == null) {
                return null;
            }
            here = next;
        }
        return here;
    }

    /** The text at that path, cut to 256 characters; empty when it is not there. */
    public String word(String... path) {
        Xml found = at(path);
        return found == null ? "" : cut(found.text, 256);
    }

    /** The number at that path; 0 when it is missing, no number or not finite. */
    public double number(String... path) {
        try {
            double value = Double.parseDouble(word(path));
            return Double.isFinite(value) ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The whole number at that path, 0–{@code Integer.MAX_VALUE}; 0 when it is missing or no number. */
    public int count(String... path) {
        return (int) Math.max(0, number(path));
    }

    private boolean is(String local) {
        return name.equals(local) && names.counts(namespace);
    }

    /** The text cut to {@code limit} characters, no surrogate pair torn. */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end);
    }
}
