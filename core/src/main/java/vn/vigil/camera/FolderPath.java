package vn.vigil.camera;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import vn.vigil.base.Message;

/**
 * Where a recorder lays its segments: an absolute path with fields of strftime, as MediaMTX, Frigate and FFmpeg's segment muxer
 * name them. Pure.
 */
final class FolderPath {
    /** Year, month, day, hour, minute, second, seconds since 1970, offset from UTC, a percent sign. */
    private static final String FIELDS = "YmdHMSsz%";

    private FolderPath() {}

    /** What is wrong with it, or null. */
    static Message fault(String text) {
        if (!text.startsWith("/")) {
            return CameraText.FOLDER_NOT_ABSOLUTE.with();
        }
        boolean time = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                char field = i + 1 < text.length() ? text.charAt(++i) : ' ';
                if (FIELDS.indexOf(field) < 0) {
                    return CameraText.FOLDER_FIELD.with("%" + field);
                }
                time |= field != '%';
            }
        }
        try {
            for (Path part : Path.of(text)) {
                if (part.toString().equals("..")) {
                    return CameraText.FOLDER_NOT_ABSOLUTE.with();
                }
            }
        } catch (InvalidPathException e) {
            return CameraText.FOLDER_NOT_ABSOLUTE.with();
        }
        return time ? null : CameraText.FOLDER_NO_TIME.with();
    }

    /** The part before the first field or {@code *}: the folder that must be there. */
    static Path fixed(String text) {
        int end = text.length();
        for (char c : new char[] {'%', '*'}) {
            int at = text.indexOf(c);
            end = at < 0 ? end : Math.min(end, at);
        }
        return Path.of(text.substring(0, Math.max(1, text.lastIndexOf('/', end - 1))));
    }
}
