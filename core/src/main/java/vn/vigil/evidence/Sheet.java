package vn.vigil.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object read strictly: no name twice, no number but whole ones, bounded in size and depth, nothing after its end.
 * Asking for a member that is missing or of another kind is a {@link SheetException} that names it. Immutable.
 */
public final class Sheet {
    private static final int MAX_BYTES = 8 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(1 << 20)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .build();

    /** A sheet that is not what it should be; the message names the member, never its value. */
    public static final class SheetException extends Exception {
        private static final long serialVersionUID = 1L;

        SheetException(String what) {
            super(what);
        }
    }

    /** Carries a {@link SheetException} through the accessors, which callers chain. */
    private static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Bad(String what) {
            super(what);
        }
    }

    /** Something that reads a sheet. */
    public interface Reading<T> {
        T from(Sheet sheet);
    }

    private final Map<String, Object> members;

    private Sheet(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Parses the bytes and hands them to {@code reading}.
     *
     * @throws SheetException when they are no such JSON, or a member is missing or of another kind
     */
    public static <T> T read(byte[] json, Reading<T> reading) throws SheetException {
        try {
            return reading.from(parse(json));
        } catch (Bad e) {
            throw new SheetException(e.getMessage());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new SheetException("a value out of its range");
        }
    }

    private static Sheet parse(byte[] json) throws SheetException {
        if (json.length > MAX_BYTES) {
            throw new SheetException("too long");
        }
        try (JsonParser p = JSON.createParser(json)) {
            if (p.nextToken() != JsonToken.START_OBJECT) {
                throw new SheetException("no JSON object");
            }
            Map<String, Object> members = object(p);
            if (p.nextToken() != null) {
                throw new SheetException("something after the end");
            }
            return new Sheet(members);
        } catch (IOException e) {
            throw new SheetException("no valid JSON");
        }
    }

    private static Map<String, Object> object(JsonParser p) throws IOException, SheetException {
        Map<String, Object> out = new LinkedHashMap<>();
        while (p.nextToken() != JsonToken.END_OBJECT) {
            String name = p.currentName();
            p.nextToken();
            out.put(name, value(p));
        }
        return out;
    }

    private static Object value(JsonParser p) throws IOException, SheetException {
        return switch (p.currentToken()) {
            case START_OBJECT -> new Sheet(object(p));
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (p.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(p));
                }
                yield list;
            }
            case VALUE_STRING -> p.getText();
            case VALUE_NUMBER_INT -> p.getLongValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> Null.VALUE;
            default -> throw new SheetException("a number that is not whole");
        };
    }

    private enum Null {
        VALUE
    }

    /** True when the member is there and not null. */
    boolean has(String name) {
        Object v = members.get(name);
        return v != null && v != Null.VALUE;
    }

    String text(String name) {
        return as(String.class, name);
    }

    /** The member's text, or null when it is missing or null. */
    String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    long number(String name) {
        return as(Long.class, name);
    }

    boolean flag(String name) {
        return as(Boolean.class, name);
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new Bad(name + " is no instant");
        }
    }

    Sheet sheet(String name) {
        return as(Sheet.class, name);
    }

    List<String> texts(String name) {
        List<String> out = new ArrayList<>();
        for (Object o : as(List.class, name)) {
            if (!(o instanceof String s)) {
                throw new Bad(name + " holds something else than texts");
            }
            out.add(s);
        }
        return out;
    }

    List<Sheet> sheets(String name) {
        List<Sheet> out = new ArrayList<>();
        for (Object o : as(List.class, name)) {
            if (!(o instanceof Sheet s)) {
                throw new Bad(name + " holds something else than objects");
            }
            out.add(s);
        }
        return out;
    }

    /** Fails unless the sheet says that it is of this schema. */
    Sheet require(String schema) {
        if (!schema.equals(members.get("schema"))) {
            throw new Bad("not of schema " + schema);
        }
        return this;
    }

    /** The version of a schema that exists in several, 1 to {@code newest}. */
    int version(String schema, int newest) {
        String told = textOrNull("schema");
        for (int version = 1; version <= newest; version++) {
            if ((schema + "/" + version).equals(told)) {
                return version;
            }
        }
        throw new Bad("not of schema " + schema);
    }

    private <T> T as(Class<T> type, String name) {
        Object v = members.get(name);
        if (!type.isInstance(v)) {
            throw new Bad(v == null ? name + " is missing" : name + " is of another kind");
        }
        return type.cast(v);
    }
}
