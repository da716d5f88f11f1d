package vn.vigil.extract;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a hand-over.
 *
 * @param request as it now stands
 * @param delivery the hand-over; its number says which
 * @param record the record, to be printed twice and signed: DOCX and PDF
 * @param copied what lies on the medium now, read back; empty when nothing was to be copied
 */
public record Delivered(
        ExtractRequest request, Delivery delivery, List<Path> record, List<Path> copied, Filed.Outcome outcome) {
    public Delivered {
        record = List.copyOf(record);
        copied = List.copyOf(copied);
    }
}
