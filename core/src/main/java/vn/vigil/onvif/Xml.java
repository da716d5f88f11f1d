package vn.vigil.onvif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One element of a parsed answer. Names are matched by namespace URI, never by prefix: what a device says in a namespace of
 * its own is not mistaken for ONVIF's.
 */
final class Xml {
    private static final String ONVIF = "http://www.onvif.org/";

    private final String namespace;
    private final String name;
    private final Map<String, String> attributes;
    private final List<Xml> children = new ArrayList<>(0);
    private String text = "";

    Xml(String namespace, String name, Map<String, String> attributes) {
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

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    /** Own text, trimmed. */
    String text() {
        return text;
    }

    /** The attribute's value by its local name, or empty. */
    String attribute(String local) {
        return attributes.getOrDefault(local, "");
    }

    List<Xml> children() {
        return children;
    }

    /** All children of that local name in the namespaces of ONVIF and what it builds on. */
    List<Xml> all(String local) {
        List<Xml> found = new ArrayList<>();
        for (Xml child : children) {
            if (child.is(local)) {
                found.add(child);
            }
        }
        return found;
    }

    /** The descendant along these local names, first match each; or null. */
    Xml at(String... path) {
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
    String word(String... path) {
        Xml found = at(path);
        return found == null ? "" : cut(found.text, 256);
    }

    /** The number at that path; 0 when it is missing, no number or not finite. */
    double number(String... path) {
        try {
            double value = Double.parseDouble(word(path));
            return Double.isFinite(value) ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The whole number at that path, 0–{@code Integer.MAX_VALUE}; 0 when it is missing or no number. */
    int count(String... path) {
        return (int) Math.max(0, number(path));
    }

    /**
     * ONVIF spreads one message over several of its namespaces and devices mix them up, so any of these counts; a message
     * without any namespace is known from devices too.
     */
    private boolean is(String local) {
        return name.equals(local)
                && (namespace.isEmpty()
                        || namespace.startsWith(ONVIF)
                        || namespace.equals(OnvifNames.SOAP_12)
                        || namespace.equals(OnvifNames.SOAP_11)
                        || namespace.equals(OnvifNames.NOTIFICATION));
    }

    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end);
    }
}
