package vn.vigil.onvif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.NetException;
import vn.vigil.xml.Xml;

/**
 * What somebody on the network claimed to be. Everything but the source is the answerer's word, and the source of a datagram
 * can be forged too. Texts are bounded and not neutralised.
 *
 * @param source the address the answer came from
 * @param reference its endpoint reference, usually {@code urn:uuid:…}; may be empty
 * @param xaddr its device service: the claimed address at the source, else the first claimed at all; null without a usable one
 * @param foreign whether {@code xaddr} is at another host than the source
 * @param name from the scopes, or empty; likewise the others
 * @param profiles {@code Streaming}, {@code G}, {@code T}, …
 */
public record DiscoveredDevice(
        String source,
        String reference,
        CameraUrl xaddr,
        boolean foreign,
        String name,
        String hardware,
        String location,
        List<String> profiles) {
    private static final String SCOPE = "onvif://www.onvif.org/";
    private static final int MOST_WORDS = 64;
    private static final int MOST_PROFILES = 8;
    private static final int MOST_TEXT = 200;

    static DiscoveredDevice read(String source, Xml match) {
        CameraUrl xaddr = null;
        for (String word : words(match.at("XAddrs"))) {
            CameraUrl url = url(word);
            boolean own = url != null && url.host().equals(source);
            if (url != null && (xaddr == null || own && !xaddr.host().equals(source))) {
                xaddr = url;
            }
        }
        String name = "";
        String hardware = "";
        String location = "";
        List<String> profiles = new ArrayList<>();
        for (String scope : words(match.at("Scopes"))) {
            if (!scope.regionMatches(true, 0, SCOPE, 0, SCOPE.length())) {
                continue;
            }
            String rest = scope.substring(SCOPE.length());
            int slash = rest.indexOf('/');
            if (slash < 0) {
                continue;
            }
            String value = decode(rest.substring(slash + 1));
            switch (rest.substring(0, slash).toLowerCase(Locale.ROOT)) {
                case "name" -> name = name.isEmpty() ? value : name;
                case "hardware" -> hardware = hardware.isEmpty() ? value : hardware;
                case "location" -> location = location.isEmpty() ? value : location;
                case "profile" -> {
                    if (profiles.size() < MOST_PROFILES && !profiles.contains(value)) {
                        profiles.add(value);
                    }
                }
                default -> {}
            }
        }
        return new DiscoveredDevice(
                source,
                match.word("EndpointReference", "Address"),
                xaddr,
                xaddr != null && !xaddr.host().equals(source),
                name,
                hardware,
                location,
                List.copyOf(profiles));
    }

    private static List<String> words(Xml element) {
        List<String> words = new ArrayList<>();
        if (element != null) {
            for (String word : element.text().split("\\s+", MOST_WORDS + 1)) {
                if (!word.isEmpty() && words.size() < MOST_WORDS) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** A claimed address without user info; null when it is none. */
    private static CameraUrl url(String text) {
        try {
            if (text.length() > MOST_TEXT) {
                return null;
            }
            CameraUrl url = CameraUrl.parse(text, "http", "https");
            return url.withHost(url.host(), url.port());
        } catch (NetException e) {
            return null;
        }
    }

    private static String decode(String escaped) {
        byte[] in = Xml.cut(escaped, 3 * MOST_TEXT).getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int n = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            out[n++] = low < 0 ? in[i] : (byte) (high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return Xml.cut(new String(out, 0, n, StandardCharsets.UTF_8).strip(), MOST_TEXT);
    }
}
