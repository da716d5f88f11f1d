package vn.vigil.vendor.dahua;

import java.nio.charset.StandardCharsets;

/** Paths of recorded files, as the device names them. Stateless. */
final class FilePath {
    private static final int MAX = 512;

    private FilePath() {}

    /** Whether it is a path that may be asked for: absolute, without steps upwards. */
    static boolean isSound(String path) {
        return path.startsWith("/")
                && path.length() <= MAX
                && !path.contains("/../")
                && path.chars().noneMatch(Character::isISOControl);
    }

    /** Brackets and at signs stand in these names and are sent as they are. */
    static String escape(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= '0' && b <= '9'
                    || b >= 'A' && b <= 'Z'
                    || b >= 'a' && b <= 'z'
                    || b > ' ' && "/[]@-._~!$&'()*+,;=:".indexOf(b) >= 0;
            if (plain) {
                out.append((char) b);
            } else {
                out.append('%')
                        .append("0123456789ABCDEF".charAt(b >> 4 & 15))
                        .append("0123456789ABCDEF".charAt(b & 15));
            }
        }
        return out.toString();
    }
}
