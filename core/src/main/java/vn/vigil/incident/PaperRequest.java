package vn.vigil.incident;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.text.Lang;

/**
 * Which paper is wanted.
 *
 * @param to whom a quick report is for; empty: the board
 * @param number as the Văn thư gave it; null: blank
 * @param date of the paper; null: blank
 */
public record PaperRequest(PaperKind kind, Lang lang, List<Addressee> to, String number, LocalDate date) {
    public PaperRequest {
        to = List.copyOf(to);
    }
}
