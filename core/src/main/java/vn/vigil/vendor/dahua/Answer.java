package vn.vigil.vendor.dahua;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.net.TcpConnection;

/**
 * A text of {@code key=value} lines. Blanks around key and value are dropped, as the vendor's guides write them and devices
 * send them or not; of a repeated key the first counts. Immutable.
 *
 * @param text the whole body
 * @param values of the lines that have an equals sign
 */
record Answer(String text, Map<String, String> values) {
    private static final int MAX_LINE = 4096;

    /** The text is no list of lines that an honest device would send. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static Answer read(byte[] body) throws Malformed {
        String text = TcpConnection.text(body, 0, body.length);
        Map<String, String> values = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            if (end - at > MAX_LINE) {
                throw new Malformed("a line longer than " + MAX_LINE + " characters");
            }
            int equals = text.indexOf('=', at);
            if (equals > at && equals < end) {
                values.putIfAbsent(
                        text.substring(at, equals).strip(),
                        text.substring(equals + 1, end).strip());
            }
            at = end + 1;
        }
        return new Answer(text, values);
    }

    boolean isError() {
        return text.stripLeading().regionMatches(true, 0, "Error", 0, 5);
    }

    /** A login page, say. */
    boolean isMarkup() {
        return text.stripLeading().startsWith("<");
    }

    boolean isOk() {
        return text.strip().equalsIgnoreCase("OK");
    }

    /** A value, or empty. */
    String get(String key) {
        return values.getOrDefault(key, "");
    }

    boolean isTrue(String key) {
        return get(key).equalsIgnoreCase("true");
    }

    int number(String key, int otherwise) {
        try {
            return Integer.parseInt(get(key));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** A count of bytes, which firmware also writes as {@code 62537072640.000000}; −1 when it is none. */
    long bytes(String key) {
        String value = get(key);
        int point = value.indexOf('.');
        try {
            long read = Long.parseLong(point < 0 ? value : value.substring(0, point));
            return read < 0 ? -1 : read;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * The prefixes {@code name[i]} that keys begin with, in order of appearance.
     *
     * @param name without index
     */
    List<String> entries(String name) {
        List<String> found = new ArrayList<>();
        String last = "";
        String start = name + "[";
        for (String key : values.keySet()) {
            if (key.startsWith(start)) {
                int close = key.indexOf(']', start.length());
                String entry = close < 0 ? "" : key.substring(0, close + 1);
                if (!entry.isEmpty() && !entry.equals(last)) {
                    last = entry;
                    found.add(entry);
                }
            }
        }
        return found.stream().distinct().toList();
    }
}
