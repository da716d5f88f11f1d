package vn.vigil.document;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.text.Lang;

/**
 * What stands around a paper's body, as its front matter says. Texts are stretches of one hand; an empty list is nothing.
 *
 * @param size of the body's letters in points
 * @param margins top, bottom, left, right in millimetres
 * @param pages the paper must fit so many pages, its letters shrink for it; 0 for any number
 * @param number null when the paper has none; beginning with {@code /} when it is not given yet
 * @param dated whether place and date are printed
 * @param date null when it is not given yet
 * @param annex null when the paper is none
 */
record Head(
        Shape form,
        Lang lang,
        boolean landscape,
        double size,
        double[] margins,
        int pages,
        List<Run> superior,
        List<Run> body,
        String number,
        String place,
        boolean dated,
        LocalDate date,
        List<Run> kind,
        List<Run> about,
        List<List<Run>> to,
        List<List<Run>> bases,
        List<List<Run>> recipients,
        List<Signature> signatures,
        Annex annex,
        String mark,
        String urgency,
        String title) {

    /** The papers' shapes. */
    enum Shape {
        ADMINISTRATIVE,
        MINUTES,
        HANDOVER,
        PLAIN
    }

    /**
     * @param title lines of authority and office, upper case
     * @param note in brackets below: {@code (Ký, ghi rõ họ tên)}
     */
    record Signature(List<Run> title, List<Run> note, List<Run> name) {}

    /**
     * @param number {@code I}, or empty for the only one
     * @param attached {@code Kèm theo Thông báo số …}, without brackets
     */
    record Annex(String number, List<Run> title, List<Run> attached) {}

    /** Whether the two-column head of Decree 30/2020 stands on top. */
    boolean official() {
        return form != Shape.PLAIN;
    }

    /** Signatures beside each other take the whole width; one stands right, the recipients beside it. */
    boolean manySignatures() {
        return signatures.size() > 1;
    }

    /** How wide the text is, in millimetres. */
    double textWidth() {
        return (landscape ? 297 : 210) - margins[2] - margins[3];
    }

    /** 13 when the smaller of the two sets of sizes is meant, which are never mixed; 14 otherwise. */
    int set() {
        return size <= 13 ? 13 : 14;
    }
}
