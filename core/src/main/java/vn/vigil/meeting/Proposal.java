package vn.vigil.meeting;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CaseId;

/**
 * Something proposed upwards, as its entries left it.
 *
 * @param id {@code PRO-2026-0001}
 * @param words why it is needed and what is asked
 * @param to {@code board} or {@code steering}
 * @param by who entered it
 * @param estimate may be empty
 * @param people names or groups to be rewarded; of a breach nobody is named
 * @param attached names of files and their SHA-256, {@code name  hex}
 * @param survey of positions it rests on, or null
 * @param petition it passes on, or null
 * @param meeting at which it was made, or null
 * @param number of the submission, or null
 * @param answer null while it is open
 * @param answered what was answered; may be empty
 * @param document that answered it; may be empty
 * @param answeredBy who entered the answer; empty while it is open
 * @param told when it was told back to the team; null: not yet
 */
public record Proposal(
        CaseId id,
        ProposalKind kind,
        String title,
        String words,
        String to,
        LocalDate day,
        String by,
        List<Line> estimate,
        List<String> people,
        List<String> attached,
        CaseId survey,
        CaseId petition,
        CaseId meeting,
        String number,
        LocalDate submitted,
        Answer answer,
        String answered,
        String document,
        String answeredBy,
        LocalDate answeredOn,
        LocalDate told) {
    /**
     * A line of an estimate.
     *
     * @param quantity from 1
     * @param price of one, in whole đồng
     */
    public record Line(String name, String unit, int quantity, long price) {
        public long amount() {
            return quantity * price;
        }
    }

    public boolean open() {
        return answer == null;
    }

    /** In whole đồng. */
    public long total() {
        long total = 0;
        for (Line line : estimate) {
            total += line.amount();
        }
        return total;
    }
}
