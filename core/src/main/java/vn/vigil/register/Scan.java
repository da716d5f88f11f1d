package vn.vigil.register;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The scan of a sheet that somebody signed by hand: the proof <i>paper</i>.
 *
 * @param key the document that was signed
 * @param sha256 of the file, hexadecimal; its name in the site's scans folder
 * @param mediaType told by the content: PDF, JPEG, PNG or TIFF
 * @param size bytes
 * @param signer who signed
 * @param signedDay in the site's zone
 * @param number on the sheet, or null
 * @param sealed a detached signature of the department's key lies beside the file; false: the site has no such key, and nothing
 *     but the ledger speaks for the scan
 * @param registeredBy member id, or {@code os:<account>}
 */
public record Scan(
        String key,
        String sha256,
        String mediaType,
        long size,
        String signer,
        LocalDate signedDay,
        String number,
        boolean sealed,
        Instant registeredAt,
        String registeredBy) {}
