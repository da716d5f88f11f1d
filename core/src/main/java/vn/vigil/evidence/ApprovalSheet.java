package vn.vigil.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code data/approval.json}: what the second person allows, and exactly that. {@code approval.p7s} signs its bytes: the
 * approver's own signature, or the department's when the approval was given on paper.
 *
 * @param version of this sheet's form: 1 named cameras that share one time, 2 each camera with its own
 * @param request number of the request
 * @param requestSha256 SHA-256 of the request's bytes, hex
 * @param approver member id
 * @param approverName that member's name
 * @param approverCertificate SHA-256 of the approver's certificate, hex: the one that signs; null on paper when none is enrolled
 * @param paper the sheet it was given on; null when it was given by key
 * @param wanted the request's cameras and times
 * @param purpose the request's purpose
 * @param recipient the request's recipient
 * @param approvedAt when, UTC
 * @param expiresAt a run must begin before
 */
public record ApprovalSheet(
        int version,
        String request,
        String requestSha256,
        String approver,
        String approverName,
        String approverCertificate,
        PaperLeave paper,
        List<Wanted> wanted,
        String purpose,
        String recipient,
        Instant approvedAt,
        Instant expiresAt) {
    static final String SCHEMA = "vigil.approval";
    public static final int VERSION = 2;

    public ApprovalSheet {
        wanted = List.copyOf(wanted);
    }

    /** The members in reading order; canonical JSON sorts them. */
    public Map<String, Object> members() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("schema", SCHEMA + "/" + version);
        out.put("request", request);
        out.put("requestSha256", requestSha256);
        out.put("approver", RequestSheet.person(approver, approverName, approverCertificate));
        List<Object> all = new ArrayList<>();
        if (version == 1) {
            for (Wanted w : wanted) {
                all.add(w.camera().value());
            }
            out.put("cameras", all);
            out.put("asked", wanted.get(0).asked().sheet());
        } else {
            for (Wanted w : wanted) {
                all.add(w.sheet());
            }
            out.put("wanted", all);
            out.put("paper", paper == null ? null : paper.sheet());
        }
        out.put("purpose", purpose);
        out.put("recipient", recipient);
        out.put("approvedAt", approvedAt.toString());
        out.put("expiresAt", expiresAt.toString());
        out.put("uses", 1L);
        return out;
    }

    /** @throws IllegalArgumentException when it is no approval */
    public static ApprovalSheet of(Sheet s) {
        int version = s.version(SCHEMA, VERSION);
        Sheet approver = s.sheet("approver");
        PaperLeave paper = version > 1 && s.has("paper") ? PaperLeave.of(s.sheet("paper")) : null;
        if (s.number("uses") != 1) {
            throw new IllegalArgumentException("uses");
        }
        return new ApprovalSheet(
                version,
                s.text("request"),
                s.text("requestSha256"),
                approver.text("id"),
                approver.text("name"),
                paper == null ? approver.text("certificateSha256") : approver.textOrNull("certificateSha256"),
                paper,
                version == 1 ? RequestSheet.firstWanted(s) : RequestSheet.wanted(s),
                s.text("purpose"),
                s.text("recipient"),
                s.instant("approvedAt"),
                s.instant("expiresAt"));
    }

    /** True when it allows exactly this request: cameras, times, purpose, recipient. */
    public boolean allows(FileRequest r) {
        return wanted.equals(r.wanted()) && purpose.equals(r.purpose()) && recipient.equals(r.recipient());
    }
}
