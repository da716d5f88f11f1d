package vn.vigil.evidence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An approval that was given on paper (bút phê): what the scanned sheet says, and who entered it. It is sealed by the department's
 * key, since the approver never runs vigil.
 *
 * @param scanSha256 fingerprint of the scan, hex
 * @param number of the sheet; empty when it has none
 * @param date of the sheet
 * @param registrar member id of who entered it; never the operator who runs the extraction
 * @param registrarName that member's name
 * @param registrarCertificate SHA-256 of that member's certificate, hex; null when none is enrolled
 */
public record PaperLeave(
        String scanSha256,
        String number,
        LocalDate date,
        String registrar,
        String registrarName,
        String registrarCertificate) {
    Map<String, Object> sheet() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("scanSha256", scanSha256);
        out.put("number", number);
        out.put("date", date.toString());
        out.put("registrar", RequestSheet.person(registrar, registrarName, registrarCertificate));
        return out;
    }

    static PaperLeave of(Sheet s) {
        Sheet registrar = s.sheet("registrar");
        return new PaperLeave(
                s.text("scanSha256"),
                s.text("number"),
                LocalDate.parse(s.text("date")),
                registrar.text("id"),
                registrar.text("name"),
                registrar.textOrNull("certificateSha256"));
    }
}
