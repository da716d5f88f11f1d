package vn.vigil.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vigil.base.CaseId;

/**
 * Something that was done with the staff.
 *
 * @param id {@code ACV-2026-0003}; null for one to be recorded
 * @param topic in the house's own words
 * @param form meeting, notice board, loudspeaker, mail …; may be empty
 * @param audience whom it was for; may be empty
 * @param people how many it reached; null when nobody counted
 * @param fresh how many of them it reached for the first time this year; null when nobody counted
 * @param materials what was handed out or read; may be empty
 */
public record Activity(
        CaseId id,
        ActivityKind kind,
        Theme theme,
        String topic,
        String form,
        String audience,
        LocalDate day,
        Integer people,
        Integer fresh,
        String materials) {
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind.id());
        body.put("theme", theme.id());
        body.put("topic", topic);
        body.put("form", form);
        body.put("audience", audience);
        body.put("day", day.toString());
        body.put("people", people);
        body.put("fresh", fresh);
        body.put("materials", materials);
        return body;
    }

    static Activity of(ReportEntry e) {
        return new Activity(
                e.subject(),
                word(ActivityKind.values(), e.text("kind")),
                word(Theme.values(), e.text("theme")),
                e.text("topic"),
                e.text("form"),
                e.text("audience"),
                e.day("day"),
                e.count("people"),
                e.count("fresh"),
                e.text("materials"));
    }

    private static <T extends vn.vigil.base.MessageKey> T word(T[] all, String word) {
        for (T one : all) {
            if (one.id().equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
