package vn.vigil.rtsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.net.TcpConnection;

/**
 * A session description (RFC 8866), read as cameras write it: several or no {@code s=}, no {@code o=}, a broken {@code c=}, an
 * odd {@code m=}, blanks at line ends, attributes under the wrong track. What makes no sense is passed over; nothing is thrown.
 *
 * @param name the first non-empty {@code s=}, or empty
 * @param tool {@code a=tool}, or empty
 * @param range the session's or else the first track's {@code a=range}, or empty
 * @param control the session's {@code a=control}, or empty
 * @param media the {@code m=} sections in order
 * @param notes oddities, each a word
 */
record Sdp(String name, String tool, String range, String control, List<Media> media, List<String> notes) {
    private static final int MOST_MEDIA = 32;

    /**
     * One {@code m=} section.
     *
     * @param kind {@code video}, {@code audio}, …
     * @param payloadTypes as listed, those that are numbers
     * @param rtpmap encoding by payload type, e.g. {@code H264/90000}
     * @param fmtp format parameters by payload type, names in lower case
     * @param control {@code a=control}, or empty
     */
    record Media(
            String kind,
            List<Integer> payloadTypes,
            Map<Integer, String> rtpmap,
            Map<Integer, Map<String, String>> fmtp,
            String control) {
        private Media withControl(String other) {
            return new Media(kind, payloadTypes, rtpmap, fmtp, other);
        }
    }

    static Sdp parse(byte[] bytes) {
        String name = "";
        String tool = "";
        String range = "";
        String control = "";
        List<Media> media = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<Map.Entry<Integer, Map<String, String>>> stray = new ArrayList<>();
        for (String line : lines(bytes)) {
            if (line.length() < 2 || line.charAt(1) != '=') {
                continue;
            }
            String value = line.substring(2).strip();
            Media last = media.isEmpty() ? null : media.get(media.size() - 1);
            switch (line.charAt(0)) {
                case 's' -> name = name.isEmpty() ? value : name;
                case 'm' -> {
                    if (media.size() == MOST_MEDIA) {
                        notes.add("too-many-tracks");
                        return new Sdp(name, tool, range, control, media, notes);
                    }
                    media.add(media(value));
                }
                case 'a' -> {
                    int colon = value.indexOf(':');
                    String attribute = colon < 0 ? value : value.substring(0, colon);
                    String what = colon < 0 ? "" : value.substring(colon + 1).strip();
                    switch (attribute.strip().toLowerCase(Locale.ROOT)) {
                        case "tool" -> tool = tool.isEmpty() ? what : tool;
                        case "range" -> range = range.isEmpty() ? what : range;
                        case "control" -> {
                            if (last == null) {
                                control = what;
                            } else if (last.control.isEmpty()) {
                                media.set(media.size() - 1, last.withControl(what));
                            }
                        }
                        case "rtpmap" -> {
                            int type = Numbers.leading(what, 127);
                            if (last != null && type >= 0) {
                                last.rtpmap.putIfAbsent(type, afterNumber(what));
                            }
                        }
                        case "fmtp" -> {
                            int type = Numbers.leading(what, 127);
                            if (last != null && type >= 0 && last.payloadTypes.contains(type)) {
                                last.fmtp.putIfAbsent(type, parameters(afterNumber(what)));
                            } else if (type >= 0) {
                                stray.add(Map.entry(type, parameters(afterNumber(what))));
                            }
                        }
                        default -> {}
                    }
                }
                default -> {}
            }
        }
        for (Map.Entry<Integer, Map<String, String>> one : stray) {
            for (Media m : media) {
                if (m.payloadTypes.contains(one.getKey()) && m.fmtp.putIfAbsent(one.getKey(), one.getValue()) == null) {
                    notes.add("stray-fmtp");
                }
            }
        }
        return new Sdp(name, tool, range, control, media, notes);
    }

    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n' || bytes[i] == '\r') {
                if (i > from) {
                    lines.add(TcpConnection.text(bytes, from, i).strip());
                }
                from = i + 1;
            }
        }
        return lines;
    }

    private static Media media(String value) {
        String[] words = value.split("[ \t]+");
        List<Integer> types = new ArrayList<>();
        for (int i = 3; i < words.length && types.size() < 128; i++) {
            int type = Numbers.parse(words[i], 127);
            if (type >= 0) {
                types.add(type);
            }
        }
        return new Media(words[0].toLowerCase(Locale.ROOT), types, new HashMap<>(), new HashMap<>(), "");
    }

    private static String afterNumber(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return text.substring(i).strip();
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new HashMap<>();
        for (String part : text.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String value = part.substring(equals + 1).strip();
                if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
                    value = value.substring(1, value.length() - 1);
                }
                found.putIfAbsent(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), value);
            }
        }
        return found;
    }
}
