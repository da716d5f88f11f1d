package vn.vigil.rtsp;

import java.util.Locale;

/**
 * A Transport header of a SETUP reply (RFC 2326 §12.39), as far as the client needs it.
 *
 * @param channel first interleaved channel, −1 without
 * @param control second interleaved channel, −1 without
 * @param serverPort first server port, −1 without
 * @param serverControl second server port, −1 without
 * @param udp whether it speaks of packets of their own: neither {@code TCP} nor {@code interleaved} stands in it
 */
record TransportHeader(int channel, int control, int serverPort, int serverControl, boolean udp) {
    static TransportHeader parse(String text) {
        int[] channels = {-1, -1};
        int[] ports = {-1, -1};
        boolean tcp = false;
        // Only the first of several alternatives is what the server chose.
        String first = text == null ? "" : text.split(",", 2)[0];
        for (String part : first.split(";")) {
            String one = part.strip().toLowerCase(Locale.ROOT);
            if (one.startsWith("interleaved=")) {
                channels = pair(one.substring(12), 255);
                tcp = true;
            } else if (one.startsWith("server_port=")) {
                ports = pair(one.substring(12), 65535);
            } else if (one.endsWith("/tcp")) {
                tcp = true;
            }
        }
        return new TransportHeader(channels[0], channels[1], ports[0], ports[1], !tcp && !first.isBlank());
    }

    private static int[] pair(String text, int max) {
        int dash = text.indexOf('-');
        int a = Numbers.leading(text, max);
        int b = dash < 0 ? -1 : Numbers.leading(text.substring(dash + 1), max);
        return new int[] {a, b < 0 && a >= 0 && a < max ? a + 1 : b};
    }
}
