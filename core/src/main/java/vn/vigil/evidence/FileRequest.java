package vn.vigil.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;

/**
 * What a request for footage says when it is filed. Texts are as typed; empty counts as missing.
 *
 * @param requester on whose behalf
 * @param requesterName the body that asks, e.g. a ward police
 * @param documentNumber number of its written request; empty only in an emergency, when the paper comes later
 * @param documentDate date of that document; null only with an empty number
 * @param basis legal basis it names; may be empty
 * @param purpose what the footage is for
 * @param recipient who receives the package
 * @param recipientCertificate SHA-256 of the certificate that the package is encrypted to, hex; null when none is known
 * @param wanted at least one camera and time, each named once, in order
 * @param crime crime-related: then the ward police's guidance is recorded (clause 4b)
 * @param guidance that guidance; null when not crime-related
 * @param noGuidance why there is none although it is crime-related; null when there is, or none is needed
 * @param emergency asked for before its paper was there: to be put in order afterwards
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
        String recipientCertificate,
        List<Wanted> wanted,
        boolean crime,
        String guidance,
        String noGuidance,
        boolean emergency,
        LocalDate retainUntil,
        CaseId incident) {
    public FileRequest {
        wanted = List.copyOf(wanted);
    }

    /** The cameras that are wanted, each once, in order. */
    public List<CameraId> cameras() {
        List<CameraId> ids = new ArrayList<>();
        for (Wanted w : wanted) {
            if (!ids.contains(w.camera())) {
                ids.add(w.camera());
            }
        }
        return ids;
    }

    /** Is any of it still to come? */
    public boolean isLive() {
        for (Wanted w : wanted) {
            if (w.asked().isLive()) {
                return true;
            }
        }
        return false;
    }
}
