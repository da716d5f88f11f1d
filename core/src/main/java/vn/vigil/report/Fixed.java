package vn.vigil.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;

/**
 * A report whose text is fixed.
 *
 * @param id {@code RPT-2026-0003}
 * @param revision from 1, within its period
 * @param text Markdown with front matter, Vietnamese; number and date are written in when it is issued
 * @param data JSON (RFC 8785)
 * @param checkpoint the ledger's head, signed, as it is printed
 * @param number in the register; null while it is not issued
 * @param issued its day; null with it
 */
public record Fixed(
        CaseId id,
        String period,
        int revision,
        Instant at,
        String text,
        String textSha256,
        String data,
        String dataSha256,
        String checkpoint,
        List<Signed> signatures,
        String number,
        LocalDate issued) {
    static final String KEY = "key";
    static final String PAPER = "paper";

    /**
     * @param how {@code paper} or {@code key}
     * @param who as printed
     * @param sha256 of the scan, or of the signed PDF
     */
    public record Signed(String how, String who, String sha256, LocalDate day) {}

    /** The key of the register: of the first revision the period's own. */
    String registerKey() {
        return "report/" + period + (revision == 1 ? "" : "/r" + revision);
    }

    static Fixed of(List<ReportEntry> entries) {
        ReportEntry first = entries.get(0);
        List<Signed> signatures = new ArrayList<>();
        ReportEntry issued = null;
        for (ReportEntry e : entries) {
            if (e.act() == Act.SIGNED) {
                signatures.add(new Signed(e.text("how"), e.text("who"), e.text("sha256"), e.day("day")));
            } else if (e.act() == Act.ISSUED) {
                issued = e;
            }
        }
        return new Fixed(
                first.subject(),
                first.text("period"),
                first.count("revision"),
                first.enteredAt(),
                first.text("text"),
                first.text("textSha256"),
                first.text("data"),
                first.text("dataSha256"),
                first.text("checkpoint"),
                List.copyOf(signatures),
                issued == null ? null : issued.text("number"),
                issued == null ? null : issued.day("day"));
    }
}
