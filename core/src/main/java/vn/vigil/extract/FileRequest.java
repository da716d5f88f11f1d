package vn.vigil.extract;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;

/**
 * What a request for footage says when it is filed. Texts are as typed; empty counts as missing.
 *
 * @param requester on whose behalf
 * @param requesterName the body that asks, e.g. a ward police
 * @param documentNumber number of its written request
 * @param documentDate date of that document
 * @param basis legal basis it names; may be empty
 * @param purpose what the footage is for
 * @param recipient who receives the package
 * @param cameras at least one, each named once
 * @param asked the time
 * @param crime crime-related: then the ward police's guidance is recorded (clause 4b)
 * @param guidance that guidance; null when not crime-related
 * @param retainUntil until when the recipient keeps it; null when not told
 * @param incident the incident it belongs to; null when none
 */
public record FileRequest(
        Requester requester,
        String requesterName,
        String documentNumber,
        LocalDate documentDate,
        String basis,
        String purpose,
        String recipient,
        List<CameraId> cameras,
        Asked asked,
        boolean crime,
        String guidance,
        LocalDate retainUntil,
        CaseId incident) {
    public FileRequest {
        cameras = List.copyOf(cameras);
    }
}
