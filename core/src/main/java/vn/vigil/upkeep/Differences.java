package vn.vigil.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/** Compares what is on record with what is told, field by field; fields are named as their options. For one comparison. */
final class Differences {
    private final List<Message> sentences = new ArrayList<>();
    private final Map<String, Object> was = new LinkedHashMap<>();
    private final Map<String, Object> is = new LinkedHashMap<>();

    /** Compares where something was told: null is silence. */
    Differences told(String field, Object there, Object told) {
        return told == null ? this : compare(field, there, told);
    }

    /** Compares in any case: null is nothing. */
    Differences compare(String field, Object there, Object now) {
        if (!Objects.equals(there, now)) {
            sentences.add(UpkeepText.DIFFERENCE.with("--" + field, shown(there), shown(now)));
            was.put(field, plain(there));
            is.put(field, plain(now));
        }
        return this;
    }

    boolean none() {
        return sentences.isEmpty();
    }

    /** What was, for the ledger. */
    Map<String, Object> was() {
        return was;
    }

    /** What is instead, for the ledger. */
    Map<String, Object> is() {
        return is;
    }

    /** A conflict that tells every difference. */
    VigilException conflict(String id, Message what) {
        VigilException e = new VigilException(ErrorKind.CONFLICT, id, what);
        sentences.forEach(e::why);
        return e;
    }

    private static Object shown(Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty()
                ? UpkeepText.NOTHING.with()
                : text(value);
    }

    private static Object plain(Object value) {
        return value == null || value instanceof Number ? value : text(value);
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            for (Object item : list) {
                texts.add(text(item));
            }
            return String.join(", ", texts);
        }
        if (value instanceof Part part) {
            return part.name() + ":" + part.quantity() + ":" + part.unitPrice();
        }
        if (value instanceof Photo photo) {
            return photo.sha256() == null ? photo.reference() : photo.reference() + " (SHA-256 " + photo.sha256() + ")";
        }
        return value.toString();
    }
}
