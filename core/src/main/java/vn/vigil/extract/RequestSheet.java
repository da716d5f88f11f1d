package vn.vigil.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;

/**
 * {@code data/request.json}: the request as the package carries it. Its exact bytes are kept from filing on, since the
 * approval binds their SHA-256.
 *
 * @param id the request's number
 * @param filedAt when it was filed, UTC
 * @param filedBy member id of who filed it
 * @param filedByName that member's name
 * @param filedByCertificate SHA-256 of that member's certificate in hex, or null when none is enrolled
 * @param body the organisation that runs the cameras
 * @param content what was asked
 */
record RequestSheet(
        CaseId id,
        Instant filedAt,
        String filedBy,
        String filedByName,
        String filedByCertificate,
        String body,
        FileRequest content) {
    static final String SCHEMA = "vigil.request/1";

    /** The members in reading order; canonical JSON sorts them. */
    Map<String, Object> members() {
        Map<String, Object> out = contentMembers(content);
        out.put("schema", SCHEMA);
        out.put("id", id.toString());
        out.put("filedAt", filedAt.toString());
        out.put("filedBy", person(filedBy, filedByName, filedByCertificate));
        out.put("body", body);
        return out;
    }

    /** What makes two requests the same, whoever files them whenever. */
    static Map<String, Object> contentMembers(FileRequest r) {
        Map<String, Object> requester = new LinkedHashMap<>();
        requester.put("kind", r.requester().word());
        requester.put("name", r.requesterName());
        requester.put("documentNumber", r.documentNumber());
        requester.put("documentDate", r.documentDate().toString());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("requester", requester);
        out.put("basis", r.basis());
        out.put("purpose", r.purpose());
        out.put("recipient", r.recipient());
        out.put("cameras", r.cameras().stream().map(CameraId::value).sorted().toList());
        out.put("asked", r.asked().sheet());
        out.put("crime", r.crime());
        out.put("policeGuidance", r.guidance());
        out.put("retainUntil", r.retainUntil() == null ? null : r.retainUntil().toString());
        out.put("incident", r.incident() == null ? null : r.incident().toString());
        return out;
    }

    static RequestSheet of(Sheet s) {
        s.require(SCHEMA);
        Sheet requester = s.sheet("requester");
        Sheet filedBy = s.sheet("filedBy");
        List<CameraId> cameras = new ArrayList<>();
        for (String id : s.texts("cameras")) {
            cameras.add(new CameraId(id));
        }
        CaseId id = CaseId.parse(s.text("id"));
        Requester kind = Requester.of(requester.text("kind"));
        if (id == null || kind == null || cameras.isEmpty()) {
            throw new IllegalArgumentException("request");
        }
        return new RequestSheet(
                id,
                s.instant("filedAt"),
                filedBy.text("id"),
                filedBy.text("name"),
                filedBy.textOrNull("certificateSha256"),
                s.text("body"),
                new FileRequest(
                        kind,
                        requester.text("name"),
                        requester.text("documentNumber"),
                        LocalDate.parse(requester.text("documentDate")),
                        s.text("basis"),
                        s.text("purpose"),
                        s.text("recipient"),
                        cameras,
                        Asked.of(s.sheet("asked")),
                        s.flag("crime"),
                        s.textOrNull("policeGuidance"),
                        s.has("retainUntil") ? LocalDate.parse(s.text("retainUntil")) : null,
                        s.has("incident") ? CaseId.parse(s.text("incident")) : null));
    }

    static Map<String, Object> person(String id, String name, String certificateSha256) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("name", name);
        out.put("certificateSha256", certificateSha256);
        return out;
    }
}
