package vn.vigil.camera;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads an inventory as programs write it: {@code [{"id": …, "url": …}, …]}, or such an array under {@code cameras}. Texts,
 * numbers, true and false stand for themselves, a list of texts for names separated by commas; null takes away what is there.
 * Pure.
 */
final class InventoryJson {
    private final InventoryFile file;
    private final JsonParser parser;
    private int count;

    private InventoryJson(InventoryFile file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * @param folder where relative password files lie: the inventory's own
     * @param judge puts a form to what is there
     */
    static InventoryFile.Reading read(String text, Path folder, Function<CameraForm, FormJudge.Judged> judge) {
        InventoryFile file = new InventoryFile(true, folder, judge);
        // The text of a fault would show the place's surroundings, which may hold a password.
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(text.startsWith("\ufeff") ? text.substring(1) : text)) {
            new InventoryJson(file, parser).document();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            file.fault(CameraText.IMPORT_NOT_JSON.with(line, column));
        } catch (IOException e) {
            throw new IllegalStateException("a text was read, nothing else", e);
        }
        return file.reading();
    }

    private void document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            cameras();
        } else if (first == JsonToken.START_OBJECT) {
            boolean found = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean cameras = parser.currentName().equals("cameras");
                if (parser.nextToken() == JsonToken.START_ARRAY && cameras) {
                    found = true;
                    cameras();
                } else {
                    parser.skipChildren();
                }
            }
            if (!found) {
                file.fault(CameraText.IMPORT_NO_CAMERAS.with());
            }
        } else {
            file.fault(CameraText.IMPORT_NO_CAMERAS.with());
        }
        if (parser.nextToken() != null) {
            file.fault(CameraText.IMPORT_NO_CAMERAS.with());
        }
    }

    private void cameras() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            count++;
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                file.fault(count, "id", CameraText.IMPORT_NO_OBJECT.with());
                parser.skipChildren();
            } else if (count > InventoryFile.MAX_CAMERAS) {
                parser.skipChildren();
            } else {
                camera();
            }
        }
        if (count > InventoryFile.MAX_CAMERAS) {
            file.fault(CameraText.IMPORT_TOO_MANY.with(count, InventoryFile.MAX_CAMERAS));
        }
    }

    private void camera() throws IOException {
        String id = null;
        Map<CameraField, String> said = new EnumMap<>(CameraField.class);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            CameraField field = CameraField.of(key);
            parser.nextToken();
            String value = value(key);
            if (key.equals("id")) {
                id = value;
            } else if (field == null) {
                file.unknown(count, key);
            } else if (value != null && (field.kept() && field != CameraField.USER || !value.isEmpty())) {
                said.put(field, value);
            }
        }
        file.camera(count, id, said);
    }

    /** The value as a person would write it; null when it is none. */
    private String value(String key) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT -> {
                return parser.getText();
            }
            case VALUE_TRUE -> {
                return "yes";
            }
            case VALUE_FALSE -> {
                return "no";
            }
            case VALUE_NULL -> {
                return "";
            }
            case START_ARRAY -> {
                List<String> parts = new ArrayList<>();
                boolean texts = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    texts &= parser.currentToken() == JsonToken.VALUE_STRING;
                    parts.add(parser.getText());
                    parser.skipChildren();
                }
                if (texts && key.equals(CameraField.GROUP.word())) {
                    return String.join(",", parts);
                }
            }
            default -> parser.skipChildren();
        }
        file.fault(count, key, CameraText.IMPORT_NO_TEXT.with());
        return null;
    }
}
