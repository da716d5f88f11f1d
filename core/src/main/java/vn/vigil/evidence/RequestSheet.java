package vn.vigil.evidence;

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
 * @param version of this sheet's form: 1 named cameras that share one time, 2 each camera with its own
 * @param id the request's number
 * @param filedAt when it was filed, UTC
 * @param filedBy member id of who filed it
 * @param filedByName that member's name
 * @param filedByCertificate SHA-256 of that member's certificate in hex, or null when none is enrolled
 * @param body the organisation that runs the cameras
 * @param content what was asked
 */
public record RequestSheet(
        int version,
        CaseId id,
        Instant filedAt,
        String filedBy,
        String filedByName,
        String filedByCertificate,
        String body,
        FileRequest content) {
    static final String SCHEMA = "vigil.request";
    public static final int VERSION = 2;

    /** The members in reading order; canonical JSON sorts them. */
    public Map<String, Object> members() {
        Map<String, Object> out = version == 1 ? firstContent(content) : contentMembers(content);
        out.put("schema", SCHEMA + "/" + version);
        out.put("id", id.toString());
        out.put("filedAt", filedAt.toString());
        out.put("filedBy", person(filedBy, filedByName, filedByCertificate));
        out.put("body", body);
        return out;
    }

    /** What makes two requests the same, whoever files them whenever. */
    public static Map<String, Object> contentMembers(FileRequest r) {
        Map<String, Object> out = common(r);
        out.put("recipientCertificateSha256", r.recipientCertificate());
        List<Object> wanted = new ArrayList<>();
        for (Wanted w : r.wanted()) {
            wanted.add(w.sheet());
        }
        out.put("wanted", wanted);
        out.put("noGuidanceReason", r.noGuidance());
        out.put("emergency", r.emergency());
        return out;
    }

    private static Map<String, Object> firstContent(FileRequest r) {
        Map<String, Object> out = common(r);
        List<Object> cameras = new ArrayList<>();
        for (CameraId camera : r.cameras()) {
            cameras.add(camera.value());
        }
        out.put("cameras", cameras);
        out.put("asked", r.wanted().get(0).asked().sheet());
        return out;
    }

    private static Map<String, Object> common(FileRequest r) {
        Map<String, Object> requester = new LinkedHashMap<>();
        requester.put("kind", r.requester().word());
        requester.put("name", r.requesterName());
        requester.put("documentNumber", r.documentNumber());
        requester.put(
                "documentDate",
                r.documentDate() == null ? null : r.documentDate().toString());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("requester", requester);
        out.put("basis", r.basis());
        out.put("purpose", r.purpose());
        out.put("recipient", r.recipient());
        out.put("crime", r.crime());
        out.put("policeGuidance", r.guidance());
        out.put("retainUntil", r.retainUntil() == null ? null : r.retainUntil().toString());
        out.put("incident", r.incident() == null ? null : r.incident().toString());
        return out;
    }

    /** @throws IllegalArgumentException when it is no request */
    public static RequestSheet of(Sheet s) {
        int version = s.version(SCHEMA, VERSION);
        Sheet requester = s.sheet("requester");
        Sheet filedBy = s.sheet("filedBy");
        List<Wanted> wanted = version == 1 ? firstWanted(s) : wanted(s);
        CaseId id = CaseId.parse(s.text("id"));
        Requester kind = Requester.of(requester.text("kind"));
        if (id == null || kind == null || wanted.isEmpty()) {
            throw new IllegalArgumentException("request");
        }
        return new RequestSheet(
                version,
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
                        version > 1 && !requester.has("documentDate")
                                ? null
                                : LocalDate.parse(requester.text("documentDate")),
                        s.text("basis"),
                        s.text("purpose"),
                        s.text("recipient"),
                        version == 1 ? null : s.textOrNull("recipientCertificateSha256"),
                        wanted,
                        s.flag("crime"),
                        s.textOrNull("policeGuidance"),
                        version == 1 ? null : s.textOrNull("noGuidanceReason"),
                        version > 1 && s.flag("emergency"),
                        s.has("retainUntil") ? LocalDate.parse(s.text("retainUntil")) : null,
                        s.has("incident") ? CaseId.parse(s.text("incident")) : null));
    }

    static List<Wanted> wanted(Sheet s) {
        List<Wanted> wanted = new ArrayList<>();
        for (Sheet w : s.sheets("wanted")) {
            wanted.add(Wanted.of(w));
        }
        return wanted;
    }

    static List<Wanted> firstWanted(Sheet s) {
        List<Wanted> wanted = new ArrayList<>();
        Asked asked = Asked.of(s.sheet("asked"));
        for (String id : s.texts("cameras")) {
            wanted.add(new Wanted(new CameraId(id), asked));
        }
        return wanted;
    }

    static Map<String, Object> person(String id, String name, String certificateSha256) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("name", name);
        out.put("certificateSha256", certificateSha256);
        return out;
    }
}
