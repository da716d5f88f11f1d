package vn.vigil.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.text.Nearest;
import vn.vigil.text.Viet;

/** Reads {@code key = value} lines, UTF-8; {@code #} begins a comment line. Paths are relative to the file's folder. */
final class ConfigFile {
    private ConfigFile() {}

    static void read(Path file, boolean mustExist, Map<Setting, Config.Origin> set, List<Message> faults) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            if (mustExist) {
                faults.add(ConfigText.FILE_MISSING.with(file));
            }
            return;
        } catch (IOException e) {
            faults.add(ConfigText.FILE_UNREADABLE.with(file));
            return;
        }
        Map<Setting, Integer> lines = new EnumMap<>(Setting.class);
        int from = text.startsWith("\ufeff") ? 1 : 0;
        for (int number = 1; from <= text.length(); number++) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            line(file, number, text.substring(from, end).strip(), lines, set, faults);
            from = end + 1;
        }
    }

    private static void line(
            Path file,
            int number,
            String line,
            Map<Setting, Integer> lines,
            Map<Setting, Config.Origin> set,
            List<Message> faults) {
        if (line.isEmpty() || line.charAt(0) == '#') {
            return;
        }
        String origin = file + ":" + number;
        int equals = line.indexOf('=');
        if (equals < 1) {
            faults.add(ConfigText.NO_EQUALS.with(origin));
            return;
        }
        String key = Viet.nfc(line.substring(0, equals).strip());
        Setting setting = of(key);
        if (setting == null) {
            String near = Nearest.of(key, keys());
            faults.add(
                    near == null
                            ? ConfigText.UNKNOWN_KEY.with(origin, key)
                            : ConfigText.UNKNOWN_KEY_NEAR.with(origin, key, near));
            return;
        }
        Integer before = lines.putIfAbsent(setting, number);
        if (before != null) {
            faults.add(ConfigText.TWICE.with(origin, key, before));
            return;
        }
        String value = Viet.nfc(line.substring(equals + 1).strip());
        Config.put(set, faults, setting, value, origin, file.toAbsolutePath().getParent());
    }

    private static Setting of(String key) {
        for (Setting setting : Setting.values()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        return null;
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            keys.add(setting.key());
        }
        return keys;
    }
}
