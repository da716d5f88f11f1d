package vn.vigil.xml;

import java.util.Map;

/**
 * Which namespaces a protocol's answers stand in. Immutable; safe for several threads.
 *
 * @param meanings what an undeclared prefix means by custom: devices leave prefixes undeclared
 * @param prefixes a namespace that begins with one of these counts; empty means that all do. No namespace always counts
 */
public record XmlNames(Map<String, String> meanings, String... prefixes) {
    /** Local names alone decide: for vendors whose firmware families use different namespaces for the same messages. */
    public static final XmlNames ANY = new XmlNames(Map.of());

    String byCustom(String prefix) {
        return meanings.getOrDefault(prefix, "");
    }

    boolean counts(String namespace) {
        if (namespace.isEmpty() || prefixes.length == 0) {
            return true;
        }
        for (String prefix : prefixes) {
            if (namespace.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
