package vn.vigil.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import vn.vigil.base.CaseId;

/**
 * One entry, as it stands in the store.
 *
 * @param number from 1, in the order of entering
 * @param by member id, or {@code os:<account>}
 * @param body what {@link Act} says that it tells; only texts, whole numbers, lists and maps
 */
record ReportEntry(
        CaseId subject,
        int number,
        Act act,
        Instant enteredAt,
        String by,
        Map<String, Object> body,
        String salt,
        String sha256) {
    /** Empty where it is not told. */
    String text(String name) {
        Object value = body.get(name);
        return value == null ? "" : value.toString();
    }

    /** Null where it is not told. */
    LocalDate day(String name) {
        String text = text(name);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** Null where it is not told. */
    Integer count(String name) {
        String text = text(name);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
