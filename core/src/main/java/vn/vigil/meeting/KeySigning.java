package vn.vigil.meeting;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.document.Papers;
import vn.vigil.document.PdfSignatures;
import vn.vigil.people.Actor;
import vn.vigil.people.KeySource;
import vn.vigil.register.Register;
import vn.vigil.register.SavedScan;
import vn.vigil.register.Scan;
import vn.vigil.seal.Cades;
import vn.vigil.seal.SignatureReport;
import vn.vigil.seal.SigningKey;
import vn.vigil.text.Lang;

/** Minutes signed within the PDF by the keys of chair and secretary (ADR 0045). */
final class KeySigning {
    static final String KEY = "key";

    private final Journal journal;
    private final Meetings meetings;
    private final Minutes minutes;
    private final Supplier<Register> register;

    KeySigning(Journal journal, Meetings meetings, Minutes minutes, Supplier<Register> register) {
        this.journal = journal;
        this.meetings = meetings;
        this.minutes = minutes;
        this.register = register;
    }

    /**
     * Signs the approved text as a PDF, by the key of the chair or the secretary; whoever signs second signs the file of the first.
     */
    Saved<Meeting> signKey(Actor actor, CaseId id, KeySource key) {
        Meeting before = meetings.get(id);
        if (!before.writes(actor.memberId())) {
            throw Journal.refused("VG-MEETING-SIGNER", MeetingText.WHO_SIGNS.with(id));
        }
        if (before.state().compareTo(MeetingState.APPROVED) < 0 || before.state() == MeetingState.CANCELLED) {
            throw Journal.refused("VG-MEETING-NOT-APPROVED", MeetingText.NOT_APPROVED.with(id))
                    .next(MeetingText.NEXT_APPROVE.with(id));
        }
        String name = actor.member().name();
        for (Meeting.Signed there : before.signatures()) {
            if (there.how().equals(KEY) && there.who().equals(name)) {
                return new Saved<>(before, true);
            }
            if (!there.how().equals(KEY)) {
                throw new VigilException(
                        ErrorKind.CONFLICT, "VG-MEETING-SIGNED", MeetingText.SIGNED_OTHERWISE.with(id, there.sha256()));
            }
        }
        boolean chairs = before.chair().equals(actor.memberId());
        MinutesWords words = new MinutesWords(Lang.VI, journal.config().zone());
        String role = words.say((chairs ? MinutesText.CHAIR_SIGNS : MinutesText.SECRETARY_SIGNS).with());
        Instant now = journal.now();
        SigningKey signer = journal.people().signer(actor.member(), key);
        byte[] unsigned = signedPdf(before);
        byte[] pdf = PdfSignatures.sign(
                unsigned == null ? Papers.pdf(minutes.paper(before, Lang.VI)) : unsigned,
                name,
                role,
                now,
                bytes -> Cades.signPdf(bytes, signer, now));
        SavedScan saved = register.get().keep(actor, before.id().toString(), pdf, name);
        return meetings.change(actor, id, (tx, meeting) -> {
            if (meeting.signatures().size() != before.signatures().size()) {
                throw new VigilException(
                        ErrorKind.CONFLICT, "VG-MEETING-SIGNED", MeetingText.SIGNED_MEANWHILE.with(id));
            }
            return List.of(Telling.of(Act.SIGNED)
                    .with("how", KEY)
                    .with("who", name)
                    .with("sha256", saved.scan().sha256())
                    .with("day", journal.today()));
        });
    }

    /** The PDF with the signatures so far; null where nobody signed by key. */
    byte[] signedPdf(Meeting meeting) {
        Meeting.Signed last = meeting.signatures().isEmpty()
                ? null
                : meeting.signatures().get(meeting.signatures().size() - 1);
        if (last == null || !last.how().equals(KEY)) {
            return null;
        }
        for (Scan scan : register.get().scans(meeting.id().toString())) {
            if (scan.sha256().equals(last.sha256())) {
                try {
                    return Files.readAllBytes(register.get().file(scan));
                } catch (IOException e) {
                    throw new VigilException(ErrorKind.FAILED, "VG-MEETING-KEEP", MeetingText.CANNOT_KEEP.with())
                            .causedBy(e);
                }
            }
        }
        throw new VigilException(ErrorKind.NOT_GENUINE, "VG-MEETING-PDF", MeetingText.PDF_GONE.with(meeting.id()));
    }

    /** What is wrong with the signatures in the PDF. */
    void judge(Meeting meeting, List<Message> faults) {
        byte[] pdf = signedPdf(meeting);
        List<PdfSignatures.Found> found = pdf == null ? List.of() : PdfSignatures.signatures(pdf);
        if (pdf != null && found.size() != meeting.signatures().size()) {
            faults.add(MeetingText.PDF_OTHER_SIGNATURES.with());
        }
        for (PdfSignatures.Found one : found) {
            SignatureReport report = Cades.verifyPdf(
                    one.cms(),
                    one.signed(),
                    one.at(),
                    journal.people().trustAnchors(),
                    journal.world().now());
            if (!one.covers()) {
                faults.add(MeetingText.PDF_NOT_COVERED.with(one.name()));
            } else if (!report.valid()) {
                faults.add(MeetingText.PDF_SIGNATURE.with(one.name(), report.reason()));
            }
        }
    }
}
