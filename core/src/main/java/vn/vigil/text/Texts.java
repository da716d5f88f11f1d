package vn.vigil.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;

/** Turns a {@link Message} into a sentence. Catalogues are read on first use and kept; safe for several threads. */
public final class Texts {
    private static final Map<String, Properties> CATALOGUES = new ConcurrentHashMap<>();

    private Texts() {}

    /**
     * The sentence in the given language. {@code {0}}, {@code {1}}, … stand for the arguments; nothing else is special, so
     * quotes and braces need no escape.
     *
     * @throws IllegalStateException when the catalogue lacks the sentence, which the census test rules out
     */
    public static String render(Message message, Lang lang) {
        String pattern = pattern(message.key(), lang);
        StringBuilder out = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{'
                    && i + 2 < pattern.length()
                    && pattern.charAt(i + 2) == '}'
                    && Character.isDigit(pattern.charAt(i + 1))) {
                int n = pattern.charAt(i + 1) - '0';
                if (n < message.args().size()) {
                    Object arg = message.args().get(n);
                    out.append(arg instanceof Message inner ? render(inner, lang) : arg.toString());
                }
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The raw sentence of a key, with its placeholders. */
    public static String pattern(MessageKey key, Lang lang) {
        String text = catalogue(key.catalogue(), lang).getProperty(key.id());
        if (text == null) {
            throw new IllegalStateException("no sentence " + key.catalogue() + "." + key.id() + " in " + lang.tag());
        }
        return text;
    }

    /** A whole catalogue: entry name to sentence. */
    public static Properties catalogue(String name, Lang lang) {
        String file = name + "." + lang.tag();
        Properties known = CATALOGUES.get(file);
        if (known == null) {
            // No method reference here: linking one costs milliseconds of every start.
            known = read(file);
            CATALOGUES.put(file, known);
        }
        return known;
    }

    private static Properties read(String file) {
        Properties p = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(file + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no catalogue " + file);
            }
            p.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return p;
    }
}
