package vn.vigil.document;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;

/**
 * Papers to be filled: those that come with vigil and the user's own, which stand in front of them. A template is Markdown with
 * front matter and the marks of Pebble; every value is escaped, so that data stays text. Immutable; safe for several threads.
 */
public final class Templates {
    private static final long LONGEST = 1L << 20;
    private static final int FILLED = 4 << 20;

    private final Path own;

    /** @param own the folder of the user's own templates, {@code <name>.<lang>.md}; null for none; need not exist */
    public Templates(Path own) {
        this.own = own;
    }

    /**
     * Fills a template.
     *
     * @param name {@code duty-table}
     * @param data texts, numbers, truths, lists and maps of these; every field that the template names must be there
     * @throws VigilException USAGE when a user's own template is wrong, with its file and line; the shipped one is offered
     */
    public Paper fill(String name, Lang lang, Map<String, ?> data) {
        String file = name + "." + lang.tag() + ".md";
        Path mine = own == null ? null : own.resolve(file);
        if (mine != null && Files.exists(mine)) {
            try {
                String text = new String(Packed.read(mine, LONGEST), StandardCharsets.UTF_8);
                return Paper.of(mine.toString(), fill(mine.toString(), text, data), lang);
            } catch (VigilException e) {
                throw e.next(DocumentText.SHIPPED_TEMPLATE.with(mine.toString()));
            }
        }
        return Paper.of(file, fill(file, shipped(file), data), lang);
    }

    /** The text of a shipped template, for a user who wants to begin from it. */
    public static String shipped(String name, Lang lang) {
        return shipped(name + "." + lang.tag() + ".md");
    }

    private static String shipped(String file) {
        try (InputStream in = Templates.class.getResourceAsStream("template/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no template " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(String name, String template, Map<String, ?> data) {
        // Not kept: a process fills one or two papers.
        PebbleEngine pebble = new PebbleEngine.Builder()
                .loader(new StringLoader())
                .cacheActive(false)
                .strictVariables(true)
                .newLineTrimming(false)
                .addEscapingStrategy("markdown", Markdown::escape)
                .defaultEscapingStrategy("markdown")
                .autoEscaping(true)
                .maxRenderedSize(FILLED)
                .defaultLocale(Locale.ROOT)
                // Data are maps and lists; a template calls nothing but the counter of its own loop.
                .methodAccessValidator((object, method) ->
                        object.getClass().getName().startsWith("io.pebbletemplates.pebble.node.ForNode"))
                .build();
        StringWriter out = new StringWriter();
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> values = (Map<String, Object>) data;
            pebble.getTemplate(template.replace("\r\n", "\n")).evaluate(out, values);
        } catch (PebbleException e) {
            throw wrong(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            // Arithmetic on texts, comparing lists: the library lets Java's own exceptions through.
            throw new VigilException(ErrorKind.USAGE, "VG-DOCUMENT-TEMPLATE", DocumentText.CANNOT_FILL.with(name))
                    .why(DocumentText.TEMPLATE_FAILS.with())
                    .causedBy(e);
        }
        return out.toString();
    }

    private static VigilException wrong(String name, PebbleException e) {
        int line = e.getLineNumber() == null ? 0 : e.getLineNumber();
        Message why = DocumentText.TEMPLATE_LINE.with(line, plain(e.getPebbleMessage()));
        if (e instanceof RootAttributeNotFoundException root) {
            why = DocumentText.TEMPLATE_FIELD.with(line, root.getAttributeName());
        } else if (e instanceof AttributeNotFoundException field) {
            why = DocumentText.TEMPLATE_FIELD.with(line, field.getAttributeName());
        }
        return new VigilException(ErrorKind.USAGE, "VG-DOCUMENT-TEMPLATE", DocumentText.CANNOT_FILL.with(name))
                .why(why)
                .causedBy(e);
    }

    private static String plain(String message) {
        return message == null ? "" : message.replaceAll("\\s+", " ");
    }
}
