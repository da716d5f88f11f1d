package vn.vigil.extract;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;

/**
 * {@code data/approval.json}: what the second person allows, and exactly that. {@code approval.p7s} signs its bytes.
 *
 * @param request number of the request
 * @param requestSha256 SHA-256 of the request's bytes, hex
 * @param approver member id
 * @param approverName that member's name
 * @param approverCertificate SHA-256 of the certificate that signs, hex
 * @param cameras the request's cameras
 * @param asked the request's time
 * @param purpose the request's purpose
 * @param recipient the request's recipient
 * @param approvedAt when, UTC
 * @param expiresAt a run must begin before
 */
record ApprovalSheet(
        String request,
        String requestSha256,
        String approver,
        String approverName,
        String approverCertificate,
        List<String> cameras,
        Asked asked,
        String purpose,
        String recipient,
        Instant approvedAt,
        Instant expiresAt) {
    static final String SCHEMA = "vigil.approval/1";

    Map<String, Object> members() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("schema", SCHEMA);
        out.put("request", request);
        out.put("requestSha256", requestSha256);
        out.put("approver", RequestSheet.person(approver, approverName, approverCertificate));
        out.put("cameras", cameras);
        out.put("asked", asked.sheet());
        out.put("purpose", purpose);
        out.put("recipient", recipient);
        out.put("approvedAt", approvedAt.toString());
        out.put("expiresAt", expiresAt.toString());
        out.put("uses", 1L);
        return out;
    }

    static ApprovalSheet of(Sheet s) {
        s.require(SCHEMA);
        Sheet approver = s.sheet("approver");
        if (s.number("uses") != 1) {
            throw new IllegalArgumentException("uses");
        }
        return new ApprovalSheet(
                s.text("request"),
                s.text("requestSha256"),
                approver.text("id"),
                approver.text("name"),
                approver.text("certificateSha256"),
                s.texts("cameras"),
                Asked.of(s.sheet("asked")),
                s.text("purpose"),
                s.text("recipient"),
                s.instant("approvedAt"),
                s.instant("expiresAt"));
    }

    /** True when it allows exactly this request: cameras, time, purpose, recipient. */
    boolean allows(FileRequest r) {
        return cameras.equals(r.cameras().stream().map(CameraId::value).sorted().toList())
                && asked.equals(r.asked())
                && purpose.equals(r.purpose())
                && recipient.equals(r.recipient());
    }
}
