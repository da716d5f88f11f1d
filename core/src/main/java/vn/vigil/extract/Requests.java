package vn.vigil.extract;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Cameras;
import vn.vigil.config.Setting;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.RequestSheet;
import vn.vigil.evidence.Requester;
import vn.vigil.evidence.Wanted;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldState;
import vn.vigil.hold.NewHold;
import vn.vigil.hold.Placed;
import vn.vigil.incident.Incidents;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.Entry;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.Power;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.RecipientCertificate;
import vn.vigil.store.Tx;

/** Requests: filed, refused at the door, taken back, put in order afterwards. */
final class Requests {
    /** How long filing waits for the footage to be copied; what is not copied by then stays pending. */
    private static final Duration HOLD_PATIENCE = Duration.ofSeconds(20);

    private final Desk desk;
    private final Cameras cameras;
    private final Incidents incidents;

    Requests(Desk desk, Cameras cameras, Incidents incidents) {
        this.desk = desk;
        this.cameras = cameras;
        this.incidents = incidents;
    }

    Filed file(Actor actor, NewRequest asked, Progress progress) {
        desk.people().require(actor, Power.REQUEST_EXTRACTION);
        FileRequest typed = asked.content();
        if (typed.requester() == Requester.PRIVATE) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-PRIVATE", ExtractText.PRIVATE_REFUSED.with())
                    .why(ExtractText.PRIVATE_WHY.with())
                    .next(ExtractText.PRIVATE_NEXT.with());
        }
        Instant now = desk.now();
        X509Certificate certificate = asked.recipientCertificate() == null
                ? null
                : RecipientCertificate.read(asked.recipientCertificate()).certificate();
        if (certificate != null) {
            RecipientCertificate.of(certificate).require(now);
        }
        FileRequest content = tidy(
                typed,
                certificate == null ? null : CertificateFacts.of(certificate).fingerprint());
        check(content, now);
        for (CameraId camera : content.cameras()) {
            cameras.get(camera);
        }
        if (content.incident() != null) {
            incidents.get(content.incident());
        }
        String contentSha256 = Desk.sha256(CanonicalJson.bytes(RequestSheet.contentMembers(content)));
        Filed filed = desk.store().write(tx -> {
            SqlExtractStore.Row there = SqlExtractStore.open(tx, contentSha256, actor.memberId());
            if (there != null) {
                return desk.unchanged(tx, there.id());
            }
            CaseId id =
                    SqlExtractStore.nextId(tx, now.atZone(desk.config().zone()).getYear());
            RequestSheet sheet = new RequestSheet(
                    RequestSheet.VERSION,
                    id,
                    now,
                    actor.memberId().value(),
                    actor.member().name(),
                    actor.member().certificateSha256(),
                    desk.people().site(now).printedBody(),
                    content);
            byte[] bytes = CanonicalJson.bytes(sheet.members());
            SqlExtractStore.insert(
                    tx,
                    id,
                    contentSha256,
                    bytes,
                    Desk.sha256(bytes),
                    actor.memberId(),
                    now,
                    certificate == null ? null : der(certificate),
                    content.emergency() ? now.plus(desk.config().duration(Setting.EXTRACT_REGULARISE)) : null);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("sha256", Desk.sha256(bytes));
            if (content.emergency()) {
                details.put("emergency", true);
            }
            desk.ledger().append(tx, new Entry(actor.who(), Acts.REQUEST, id.toString(), details));
            return desk.written(tx, id);
        });
        List<Message> notes = new ArrayList<>(desk.store().read(tx -> overlaps(tx, filed.request())));
        if (filed.outcome() == Filed.Outcome.WRITTEN) {
            hold(actor, filed.request(), notes, progress);
        }
        return new Filed(filed.request(), filed.outcome(), notes);
    }

    /** Secures what is asked for, before anybody decides; failing to fails no request. */
    private void hold(Actor actor, ExtractRequest request, List<Message> notes, Progress progress) {
        List<Wanted> recorded = new ArrayList<>();
        for (Wanted wanted : request.content().wanted()) {
            if (!wanted.asked().isLive()) {
                recorded.add(wanted);
            }
        }
        if (recorded.isEmpty()) {
            return;
        }
        try {
            Placed placed = desk.holds()
                    .get()
                    .place(
                            actor,
                            new NewHold(
                                    request.id(),
                                    recorded,
                                    request.content().purpose(),
                                    request.content().retainUntil()),
                            HOLD_PATIENCE,
                            progress);
            for (Held held : placed.held()) {
                notes.add(
                        held.state() == HoldState.COPIED
                                ? ExtractText.HELD.with(held.id(), held.camera())
                                : held.state() == HoldState.LOST
                                        ? ExtractText.NOT_HELD.with(held.id(), held.camera())
                                        : ExtractText.HOLD_PENDING.with(held.id(), held.camera()));
            }
        } catch (VigilException e) {
            notes.add(ExtractText.HOLD_FAILED.with(e.what()));
        }
    }

    /** Earlier requests for footage of the same camera and time: who, when, for whom. */
    private List<Message> overlaps(Tx tx, ExtractRequest mine) throws java.sql.SQLException {
        List<Message> notes = new ArrayList<>();
        for (SqlExtractStore.Row row : SqlExtractStore.all(tx)) {
            if (row.id().equals(mine.id())
                    || row.state() == ExtractState.REFUSED
                    || row.state() == ExtractState.WITHDRAWN) {
                continue;
            }
            FileRequest other = Desk.sheet(row).content();
            Wanted same = overlap(mine.content(), other);
            if (same != null) {
                Member filer = desk.people().byId(row.filedBy());
                notes.add(ExtractText.OVERLAP.with(
                        same.camera(),
                        row.id(),
                        filer == null ? row.filedBy().value() : filer.name(),
                        desk.local(row.filedAt()),
                        other.recipient()));
            }
        }
        return notes;
    }

    private static Wanted overlap(FileRequest one, FileRequest other) {
        for (Wanted a : one.wanted()) {
            for (Wanted b : other.wanted()) {
                if (a.camera().equals(b.camera())
                        && !a.asked().isLive()
                        && !b.asked().isLive()) {
                    TimeSpan x = a.asked().span();
                    TimeSpan y = b.asked().span();
                    if (x.from().isBefore(y.to()) && y.from().isBefore(x.to())) {
                        return a;
                    }
                }
            }
        }
        return null;
    }

    Filed withdraw(Actor actor, CaseId id, String reason) {
        SqlExtractStore.Row row = desk.row(id);
        String why = Desk.tidy(reason);
        List<Message> faults = new ArrayList<>();
        Desk.missing(faults, why, "--reason");
        Desk.refuse(faults);
        boolean own = actor.member() != null && desk.people().samePerson(actor.memberId(), row.filedBy());
        if (!own) {
            // Whoever leads the team may take back what a member filed.
            desk.people().require(actor, Power.CLOSE_INCIDENT);
        }
        Instant now = desk.now();
        return desk.store().write(tx -> {
            SqlExtractStore.Row fresh = Desk.row(tx, id);
            if (fresh.state() == ExtractState.WITHDRAWN && why.equals(fresh.refusedReason())) {
                return desk.unchanged(tx, id);
            }
            if (fresh.state() != ExtractState.REQUESTED && fresh.state() != ExtractState.APPROVED) {
                throw Desk.wrongState(fresh);
            }
            SqlExtractStore.end(tx, id, ExtractState.WITHDRAWN, why, now);
            desk.ledger().append(tx, new Entry(actor.who(), Acts.WITHDRAW, id.toString(), Map.of("reason", why)));
            return desk.written(tx, id);
        });
    }

    Filed regularise(Actor actor, CaseId id, String number, LocalDate date) {
        desk.people().require(actor, Power.REQUEST_EXTRACTION);
        SqlExtractStore.Row row = desk.row(id);
        if (row.laterPaper() == null) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-NO-EMERGENCY", ExtractText.NO_EMERGENCY.with(id));
        }
        String document = Desk.tidy(number);
        List<Message> faults = new ArrayList<>();
        Desk.missing(faults, document, "--document");
        date(faults, date, desk.now());
        Desk.refuse(faults);
        Instant now = desk.now();
        return desk.store().write(tx -> {
            LaterPaper there = Desk.row(tx, id).laterPaper();
            if (document.equals(there.number()) && date.equals(there.date())) {
                return desk.unchanged(tx, id);
            }
            if (there.number() != null) {
                throw new VigilException(
                                ErrorKind.CONFLICT, "VG-EXTRACT-REGULARISED", ExtractText.REGULARISED_ALREADY.with(id))
                        .why(ExtractText.REGULARISED_BY.with(there.number(), there.date()));
            }
            SqlExtractStore.paper(tx, id, document, date, now, actor.memberId());
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("document", document);
            details.put("documentDate", date.toString());
            details.put("late", now.isAfter(there.due()));
            desk.ledger().append(tx, new Entry(actor.who(), Acts.REGULARISE, id.toString(), details));
            return desk.written(tx, id);
        });
    }

    private void check(FileRequest r, Instant now) {
        List<Message> faults = new ArrayList<>();
        Desk.missing(faults, r.requesterName(), "--requester-name");
        Desk.missing(faults, r.purpose(), "--purpose");
        Desk.missing(faults, r.recipient(), "--recipient");
        if (r.wanted().isEmpty()) {
            faults.add(ExtractText.FIELD_MISSING.with("--camera"));
        }
        boolean paperComes = r.emergency() && r.documentNumber().isEmpty() && r.documentDate() == null;
        if (!paperComes) {
            Desk.missing(faults, r.documentNumber(), "--document");
            date(faults, r.documentDate(), now);
        }
        for (Wanted wanted : r.wanted()) {
            times(faults, wanted.asked(), now);
        }
        if (r.retainUntil() != null && r.retainUntil().isBefore(desk.today())) {
            faults.add(ExtractText.RETAIN_PAST.with(r.retainUntil()));
        }
        if (r.guidance() != null && r.noGuidance() != null) {
            faults.add(ExtractText.GUIDANCE_TWICE.with());
        }
        Desk.refuse(faults);
        if (r.crime() && r.guidance() == null && r.noGuidance() == null) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-NO-GUIDANCE", ExtractText.NO_GUIDANCE.with())
                    .why(ExtractText.NO_GUIDANCE_WHY.with())
                    .next(ExtractText.NO_GUIDANCE_NEXT.with())
                    .next(ExtractText.NO_GUIDANCE_REASON_NEXT.with());
        }
    }

    private void date(List<Message> faults, LocalDate date, Instant now) {
        if (date == null) {
            faults.add(ExtractText.FIELD_MISSING.with("--document-date"));
        } else if (date.isAfter(now.atZone(desk.config().zone()).toLocalDate())) {
            faults.add(ExtractText.DOCUMENT_IN_FUTURE.with(date));
        }
    }

    private void times(List<Message> faults, Asked asked, Instant now) {
        if (!asked.isLive()) {
            if (asked.span().to().isAfter(now)) {
                faults.add(ExtractText.SPAN_IN_FUTURE.with());
            }
            return;
        }
        Duration most = desk.config().duration(Setting.EXTRACT_MAX_LIVE);
        if (asked.live().compareTo(most) > 0) {
            faults.add(ExtractText.LIVE_TOO_LONG.with(most.toMinutes()));
        }
        if (asked.latestStart().isBefore(now)) {
            faults.add(ExtractText.LATEST_START_PAST.with());
        }
    }

    /** Texts composed and trimmed, so that the same request typed twice is the same. */
    private static FileRequest tidy(FileRequest r, String recipientCertificate) {
        return new FileRequest(
                r.requester(),
                Desk.tidy(r.requesterName()),
                Desk.tidy(r.documentNumber()),
                r.documentDate(),
                Desk.tidy(r.basis()),
                Desk.tidy(r.purpose()),
                Desk.tidy(r.recipient()),
                recipientCertificate,
                r.wanted().stream().distinct().sorted().toList(),
                r.crime(),
                Desk.tidyOrNull(r.guidance()),
                Desk.tidyOrNull(r.noGuidance()),
                r.emergency(),
                r.retainUntil(),
                r.incident());
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    List<ExtractRequest> list(ExtractFilter filter) {
        Instant now = desk.now();
        return desk.store().read(tx -> {
            List<ExtractRequest> all = new ArrayList<>();
            for (SqlExtractStore.Row row : SqlExtractStore.all(tx)) {
                ExtractRequest r = Desk.line(row);
                if ((filter.states().isEmpty() || filter.states().contains(r.state()))
                        && (!filter.open() || r.state().isOpen())
                        && (!filter.overdue() || r.overdue(now))
                        && (filter.incident() == null
                                || filter.incident().equals(r.content().incident()))) {
                    all.add(r);
                }
            }
            return all;
        });
    }
}
