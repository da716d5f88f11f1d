package vn.vigil.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import vn.vigil.text.Neutral;

/** Writes one JSON document or line. Invisible and direction-changing characters leave as {@code \\u} escapes. */
public final class Json {
    private final JsonGenerator to;

    Json(OutputStream out) {
        try {
            JsonFactory factory = new JsonFactory();
            to = factory.createGenerator(out);
            to.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            to.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            to.setCharacterEscapes(new Escapes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text field; null is written as {@code null}. */
    public Json field(String name, String value) {
        try {
            to.writeFieldName(name);
            to.writeString(value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Json field(String name, long value) {
        try {
            to.writeNumberField(name, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Json field(String name, double value) {
        try {
            to.writeNumberField(name, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Json field(String name, boolean value) {
        try {
            to.writeBooleanField(name, value);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An instant as UTC, {@code …Z}; null is written as {@code null}. */
    public Json field(String name, Instant value) {
        return field(name, value == null ? null : value.toString());
    }

    /** Opens an object under a name; {@link #end()} closes it. */
    public Json object(String name) {
        try {
            to.writeObjectFieldStart(name);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens an object as an array's element, or the document itself. */
    public Json object() {
        try {
            to.writeStartObject();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens an array under a name; {@link #end()} closes it. */
    public Json array(String name) {
        try {
            to.writeArrayFieldStart(name);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text as an array's element. */
    public Json value(String text) {
        try {
            to.writeString(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number as an array's element. */
    public Json value(long number) {
        try {
            to.writeNumber(number);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the innermost object or array. */
    public Json end() {
        try {
            if (to.getOutputContext().inArray()) {
                to.writeEndArray();
            } else {
                to.writeEndObject();
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the line and hands everything to the stream. */
    void finish() {
        try {
            to.writeRaw('\n');
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int[] ASCII = standardAsciiEscapesForJSON();

        static {
            ASCII[0x7f] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII;
        }

        @Override
        public SerializableString getEscapeSequence(int ch) {
            if (ch >= 0x80 && ch < 0xa0 || Neutral.hidden(ch)) {
                StringBuilder s = new StringBuilder("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    s.append(Character.forDigit(ch >> shift & 0xf, 16));
                }
                return new SerializedString(s.toString());
            }
            return null;
        }
    }
}
