package vn.vigil.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import vn.vigil.text.Lang;

/** The sentences of help: one catalogue for each noun, and {@code global} for what every verb has. */
public final class HelpTexts {
    private static final Map<String, Properties> READ = new HashMap<>();

    private HelpTexts() {}

    /** The sentence of a key in a verb's own catalogue; null when there is none. */
    public static String find(String words, String key, Lang lang) {
        int space = words.indexOf(' ');
        return catalogue(space < 0 ? words : words.substring(0, space), lang).getProperty(key);
    }

    /** A catalogue; empty when there is none. */
    public static synchronized Properties catalogue(String noun, Lang lang) {
        String file = "help/" + noun + "." + lang.tag() + ".properties";
        Properties p = READ.get(file);
        if (p == null) {
            p = new Properties();
            try (InputStream in = HelpTexts.class.getResourceAsStream(file)) {
                if (in != null) {
                    p.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            READ.put(file, p);
        }
        return p;
    }
}
