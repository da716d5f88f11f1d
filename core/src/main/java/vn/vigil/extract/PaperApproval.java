package vn.vigil.extract;

import java.nio.file.Path;
import java.time.LocalDate;
import vn.vigil.base.MemberId;

/**
 * An approval that was given on paper, as whoever registers it tells.
 *
 * @param scan the scanned sheet: PDF, JPEG or PNG
 * @param number of the sheet; null when it has none
 * @param date of the sheet
 * @param signer who signed: held the board's office that day, or its written delegation
 */
public record PaperApproval(Path scan, String number, LocalDate date, MemberId signer) {}
