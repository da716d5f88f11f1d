package vn.vigil.meeting;

import java.nio.file.Path;
import java.util.List;
import vn.vigil.base.CaseId;

/**
 * Something to be proposed.
 *
 * @param to {@code board} or {@code steering}; null: the board for money and cameras, else the committee (A15)
 * @param estimate lines {@code name|unit|quantity|price}
 * @param people names or groups to be rewarded
 * @param attached files whose fingerprints are kept
 */
public record NewProposal(
        ProposalKind kind,
        String title,
        String words,
        String to,
        List<String> estimate,
        List<String> people,
        List<Path> attached,
        CaseId survey,
        CaseId petition,
        CaseId meeting) {
    public NewProposal {
        estimate = List.copyOf(estimate);
        people = List.copyOf(people);
        attached = List.copyOf(attached);
    }
}
