package vn.vigil.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.document.PaperForm;
import vn.vigil.document.Papers;
import vn.vigil.document.PdfSignatures;
import vn.vigil.register.Scan;
import vn.vigil.seal.Cades;
import vn.vigil.seal.SignatureReport;

/** Holds signed reports against what is on record of them. */
final class Verifying {
    private final Journal journal;
    private final Rooms rooms;
    private final Issuing issuing;

    Verifying(Journal journal, Rooms rooms, Issuing issuing) {
        this.journal = journal;
        this.rooms = rooms;
        this.issuing = issuing;
    }

    /**
     * Holds a fixed report against the ledger, its signatures and files.
     *
     * @param now the same period by the records of today; null where they are not asked
     */
    Verified verify(Fixed f, Report now, List<Path> files) {
        List<Message> faults = new ArrayList<>(journal.faults(f.id()));
        if (!Journal.sha256(f.text()).equals(f.textSha256())
                || !Journal.sha256(f.data()).equals(f.dataSha256())) {
            faults.add(ReportText.TEXT_CHANGED.with(f.id()));
        }
        for (Fixed.Signed signed : f.signatures()) {
            scan(f, signed, faults);
        }
        byte[] pdf = null;
        try {
            pdf = issuing.signedPdf(f);
        } catch (VigilException e) {
            faults.add(ReportText.SCAN_GONE.with(f.registerKey()));
        }
        if (pdf != null) {
            pdf(pdf, faults);
        }
        for (Path file : files) {
            file(f, file, faults);
        }
        return new Verified(f, faults, now != null && !now.dataSha256().equals(f.dataSha256()));
    }

    private void scan(Fixed f, Fixed.Signed signed, List<Message> faults) {
        for (Scan scan : rooms.register().get().scans(f.registerKey())) {
            if (scan.sha256().equals(signed.sha256())) {
                try {
                    rooms.register().get().file(scan);
                } catch (VigilException e) {
                    faults.add(ReportText.SCAN_GONE.with(f.registerKey()));
                }
                return;
            }
        }
        faults.add(ReportText.SCAN_GONE.with(f.registerKey()));
    }

    private void pdf(byte[] pdf, List<Message> faults) {
        List<PdfSignatures.Found> found = PdfSignatures.signatures(pdf);
        if (found.isEmpty()) {
            faults.add(ReportText.PDF_UNSIGNED.with());
        }
        for (PdfSignatures.Found one : found) {
            SignatureReport report = Cades.verifyPdf(
                    one.cms(),
                    one.signed(),
                    one.at(),
                    journal.people().trustAnchors(),
                    journal.world().now());
            if (!one.covers() || !report.valid()) {
                faults.add(ReportText.PDF_SIGNATURE.with(one.name(), one.covers() ? report.reason() : ""));
            }
        }
    }

    private void file(Fixed f, Path file, List<Message> faults) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new VigilException(
                        ErrorKind.NOT_FOUND, "VG-REPORT-NO-FILE", ReportText.NO_FILE.with(file.toString()));
            }
            byte[] bytes = Files.readAllBytes(file);
            String sha256 = Journal.sha256(bytes);
            for (Fixed.Signed signed : f.signatures()) {
                if (signed.sha256().equals(sha256)) {
                    return;
                }
            }
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            for (PaperForm form : PaperForm.values()) {
                if (name.endsWith("." + form.word()) && Arrays.equals(bytes, Papers.bytes(issuing.paper(f), form))) {
                    return;
                }
            }
            faults.add(ReportText.FILE_CHANGED.with(file.toString(), f.revision()));
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-REPORT-NO-FILE", ReportText.NO_FILE.with(file.toString()))
                    .causedBy(e);
        }
    }
}
