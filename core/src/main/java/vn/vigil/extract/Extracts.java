package vn.vigil.extract;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Cameras;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.evidence.Sheet;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.ApprovalSheet;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.RequestSheet;
import vn.vigil.evidence.Requester;
import vn.vigil.evidence.Wanted;
import vn.vigil.incident.Incidents;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.ledger.Who;
import vn.vigil.people.Actor;
import vn.vigil.people.KeyCabinet;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.seal.Cades;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Certificates;
import vn.vigil.seal.Hash;
import vn.vigil.seal.SigningKey;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Viet;

/**
 * Footage on its way out: requests, decisions and runs. Deny by default: nothing leaves without a request on behalf of the board or
 * a State agency and another person's leave for exactly that (clauses 7.3c, 8.4l). Not safe for several threads.
 */
public final class Extracts {
    /** How long an approval may be used when nobody says otherwise. */
    public static final Duration APPROVAL_VALIDITY = Duration.ofDays(7);

    /** Footage in one package part; the recipient's tools hold a part in memory. */
    private static final long PART_BYTES = 1000L << 20;

    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final Cameras cameras;
    private final Incidents incidents;
    private final ExtractRun runs;

    public Extracts(
            World world,
            Config config,
            Store store,
            Ledger ledger,
            People people,
            Cameras cameras,
            Incidents incidents,
            KeyCabinet keys,
            Path partial,
            Path packages) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.cameras = cameras;
        this.incidents = incidents;
        this.runs = new ExtractRun(
                world,
                config,
                store,
                ledger,
                people,
                keys,
                cameras,
                new ExtractRun.Places(partial, packages, PART_BYTES));
    }

    /**
     * Puts a request on record. The same request by the same person, while it is open, is the same request.
     *
     * @throws VigilException REFUSED for a private person (clause 8.4l) or crime without the police's guidance (clause 4b); USAGE with
     *     all faults; NOT_FOUND for a camera or incident; REFUSED when the person may not file
     */
    public Filed request(Actor actor, FileRequest asked) {
        people.require(actor, Power.REQUEST_EXTRACTION);
        if (asked.requester() == Requester.PRIVATE) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-PRIVATE", ExtractText.PRIVATE_REFUSED.with())
                    .why(ExtractText.PRIVATE_WHY.with())
                    .next(ExtractText.PRIVATE_NEXT.with());
        }
        Instant now = world.now().truncatedTo(ChronoUnit.MICROS);
        FileRequest content = tidy(asked);
        check(content, now);
        for (CameraId camera : content.cameras()) {
            cameras.get(camera);
        }
        if (content.incident() != null) {
            incidents.get(content.incident());
        }
        String contentSha256 = sha256(CanonicalJson.bytes(RequestSheet.contentMembers(content)));
        return store.write(tx -> {
            SqlExtractStore.Row there = SqlExtractStore.open(tx, contentSha256, actor.memberId());
            if (there != null) {
                return new Filed(view(there, List.of()), Filed.Outcome.UNCHANGED);
            }
            CaseId id = SqlExtractStore.nextId(tx, now.atZone(config.zone()).getYear());
            RequestSheet sheet = new RequestSheet(
                    RequestSheet.VERSION,
                    id,
                    now,
                    actor.memberId().value(),
                    actor.member().name(),
                    actor.member().certificateSha256(),
                    people.site(now).printedBody(),
                    content);
            byte[] bytes = CanonicalJson.bytes(sheet.members());
            SqlExtractStore.insert(tx, id, contentSha256, bytes, sha256(bytes), actor.memberId(), now);
            ledger.append(tx, new Entry(actor.who(), Acts.REQUEST, id.toString(), Map.of("sha256", sha256(bytes))));
            return written(tx, id);
        });
    }

    /**
     * Allows a request, by the approver's own key: exactly as it was filed, once, for a limited time.
     *
     * @param key the approver's key file
     * @param passphrase of that file
     * @param validity how long it may be used; at most 90 days
     * @throws VigilException REFUSED for an own approval, without the office, or when it was decided already; NOT_FOUND; DENIED by
     *     the key
     */
    public Filed approve(Actor actor, CaseId id, Path key, char[] passphrase, Duration validity) {
        if (validity.isNegative() || validity.isZero() || validity.compareTo(Duration.ofDays(90)) > 0) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-VALIDITY", ExtractText.BAD_VALIDITY.with());
        }
        SqlExtractStore.Row row = row(id);
        RequestSheet request = sheet(row);
        if (actor.member() != null && people.samePerson(actor.memberId(), row.filedBy())) {
            throw ownApproval(id, request);
        }
        people.require(actor, Power.APPROVE_EXTRACTION);
        if (row.state() == ExtractState.APPROVED && actor.memberId().equals(row.approvedBy())) {
            return new Filed(view(row, List.of()), Filed.Outcome.UNCHANGED);
        }
        undecided(row);
        SigningKey signer = people.signer(actor.member(), key, passphrase);
        String certificate = CertificateFacts.of(signer.certificate()).fingerprint();
        if (certificate.equals(request.filedByCertificate()) || sameAsFiler(signer.certificate(), row)) {
            throw ownApproval(id, request);
        }
        Instant now = world.now().truncatedTo(ChronoUnit.MICROS);
        FileRequest content = request.content();
        ApprovalSheet approval = new ApprovalSheet(
                ApprovalSheet.VERSION,
                id.toString(),
                row.requestSha256(),
                actor.memberId().value(),
                actor.member().name(),
                certificate,
                null,
                content.wanted(),
                content.purpose(),
                content.recipient(),
                now,
                now.plus(validity).truncatedTo(ChronoUnit.SECONDS));
        byte[] bytes = CanonicalJson.bytes(approval.members());
        byte[] signature = Cades.sign(bytes, signer, now);
        return store.write(tx -> {
            undecided(SqlExtractStore.get(tx, id));
            SqlExtractStore.approve(tx, id, bytes, signature, actor.memberId(), now, approval.expiresAt());
            ledger.append(tx, new Entry(byKey(actor), Acts.APPROVE, id.toString(), Map.of("sha256", sha256(bytes))));
            return written(tx, id);
        });
    }

    /**
     * Decides against a request; it stays on record with the reason.
     *
     * @throws VigilException REFUSED without the office or when it was decided already; NOT_FOUND
     */
    public Filed refuse(Actor actor, CaseId id, String reason) {
        people.require(actor, Power.APPROVE_EXTRACTION);
        SqlExtractStore.Row row = row(id);
        String why = Viet.nfc(reason).strip();
        if (row.state() == ExtractState.REFUSED && why.equals(row.refusedReason())) {
            return new Filed(view(row, List.of()), Filed.Outcome.UNCHANGED);
        }
        undecided(row);
        Instant now = world.now().truncatedTo(ChronoUnit.MICROS);
        return store.write(tx -> {
            undecided(SqlExtractStore.get(tx, id));
            SqlExtractStore.refuse(tx, id, why, now);
            ledger.append(tx, new Entry(actor.who(), Acts.REFUSE, id.toString(), Map.of("reason", why)));
            return written(tx, id);
        });
    }

    /**
     * Takes the approved footage and seals it. The same call again, once done, says {@code UNCHANGED}.
     *
     * @throws VigilException REFUSED without approval or outside it; BUSY while another run holds it; NOT_FOUND when nothing is
     *     recorded; UNREACHABLE, DENIED by the camera; FAILED with what was half made cleared away
     */
    public RunResult run(Actor actor, RunRequest request, Progress progress) {
        people.require(actor, Power.RUN_EXTRACTION);
        return runs.run(actor, request, progress);
    }

    /** All requests, oldest first, without their packages. */
    public List<ExtractRequest> list() {
        return store.read(tx -> {
            List<ExtractRequest> all = new ArrayList<>();
            for (SqlExtractStore.Row row : SqlExtractStore.all(tx)) {
                all.add(view(row, List.of()));
            }
            return all;
        });
    }

    /** @throws VigilException NOT_FOUND */
    public ExtractRequest get(CaseId id) {
        SqlExtractStore.Row row = row(id);
        return view(row, store.read(tx -> SqlExtractStore.packages(tx, id)));
    }

    private SqlExtractStore.Row row(CaseId id) {
        SqlExtractStore.Row row = store.read(tx -> SqlExtractStore.get(tx, id));
        if (row == null) {
            throw notFound(id);
        }
        return row;
    }

    static VigilException notFound(CaseId id) {
        return new VigilException(ErrorKind.NOT_FOUND, "VG-EXTRACT-NOT-FOUND", ExtractText.NO_REQUEST.with(id))
                .next(ExtractText.NEXT_LIST.with());
    }

    private static void undecided(SqlExtractStore.Row row) {
        if (row.state() != ExtractState.REQUESTED) {
            throw new VigilException(
                            ErrorKind.REFUSED,
                            "VG-EXTRACT-DECIDED",
                            ExtractText.DECIDED.with(row.id(), row.state().word()))
                    .next(ExtractText.NEXT_SHOW.with(row.id()));
        }
    }

    private boolean sameAsFiler(X509Certificate approver, SqlExtractStore.Row row) {
        X509Certificate filer = people.certificate(row.filedBy());
        return filer != null && Certificates.samePerson(approver, filer);
    }

    private static VigilException ownApproval(CaseId id, RequestSheet request) {
        return new VigilException(
                        ErrorKind.REFUSED, "VG-EXTRACT-OWN-APPROVAL", ExtractText.OWN_APPROVAL_REFUSED.with(id))
                .why(ExtractText.OWN_APPROVAL_WHY.with(request.filedByName()))
                .next(ExtractText.OWN_APPROVAL_NEXT.with(id));
    }

    private void check(FileRequest r, Instant now) {
        List<Message> faults = new ArrayList<>();
        missing(faults, r.requesterName(), "--requester-name");
        missing(faults, r.documentNumber(), "--document");
        missing(faults, r.purpose(), "--purpose");
        missing(faults, r.recipient(), "--recipient");
        if (r.wanted().isEmpty()) {
            faults.add(ExtractText.FIELD_MISSING.with("--camera"));
        }
        if (r.documentDate() == null) {
            faults.add(ExtractText.FIELD_MISSING.with("--document-date"));
        } else if (r.documentDate().isAfter(now.atZone(config.zone()).toLocalDate())) {
            faults.add(ExtractText.DOCUMENT_IN_FUTURE.with(r.documentDate()));
        }
        for (Wanted wanted : r.wanted()) {
            times(faults, wanted.asked(), now);
        }
        if (!faults.isEmpty()) {
            VigilException e =
                    new VigilException(ErrorKind.USAGE, "VG-EXTRACT-REQUEST", ExtractText.REQUEST_FAULTS.with());
            faults.forEach(e::why);
            throw e;
        }
        if (r.crime() && (r.guidance() == null || r.guidance().isEmpty())) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-NO-GUIDANCE", ExtractText.NO_GUIDANCE.with())
                    .why(ExtractText.NO_GUIDANCE_WHY.with())
                    .next(ExtractText.NO_GUIDANCE_NEXT.with());
        }
    }

    private void times(List<Message> faults, Asked asked, Instant now) {
        if (!asked.isLive()) {
            if (asked.span().to().isAfter(now)) {
                faults.add(ExtractText.SPAN_IN_FUTURE.with());
            }
            return;
        }
        Duration most = config.duration(Setting.EXTRACT_MAX_LIVE);
        if (asked.live().compareTo(most) > 0) {
            faults.add(ExtractText.LIVE_TOO_LONG.with(most.toMinutes()));
        }
        if (asked.latestStart().isBefore(now)) {
            faults.add(ExtractText.LATEST_START_PAST.with());
        }
    }

    private static void missing(List<Message> faults, String text, String flag) {
        if (text.isEmpty()) {
            faults.add(ExtractText.FIELD_MISSING.with(flag));
        }
    }

    /** Texts composed and trimmed, so that the same request typed twice is the same. */
    private static FileRequest tidy(FileRequest r) {
        return new FileRequest(
                r.requester(),
                tidy(r.requesterName()),
                tidy(r.documentNumber()),
                r.documentDate(),
                tidy(r.basis()),
                tidy(r.purpose()),
                tidy(r.recipient()),
                r.recipientCertificate(),
                r.wanted().stream().distinct().sorted().toList(),
                r.crime(),
                r.guidance() == null ? null : tidy(r.guidance()),
                r.noGuidance() == null ? null : tidy(r.noGuidance()),
                r.emergency(),
                r.retainUntil(),
                r.incident());
    }

    private static String tidy(String text) {
        return text == null ? "" : Viet.nfc(text).strip();
    }

    static RequestSheet sheet(SqlExtractStore.Row row) {
        try {
            return Sheet.read(row.request(), RequestSheet::of);
        } catch (Sheet.SheetException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-EXTRACT-RECORD", ExtractText.RECORD_BROKEN.with(row.id()))
                    .causedBy(e);
        }
    }

    private static ExtractRequest view(SqlExtractStore.Row row, List<PackageFacts> packages) {
        return new ExtractRequest(
                row.id(),
                sheet(row).content(),
                row.state(),
                row.filedBy(),
                row.filedAt(),
                row.approvedBy(),
                row.decidedAt(),
                row.expiresAt(),
                row.refusedReason(),
                packages);
    }

    private Filed written(Tx tx, CaseId id) throws SQLException {
        return new Filed(
                view(SqlExtractStore.get(tx, id), List.of()),
                store.isRehearsal() ? Filed.Outcome.WOULD_WRITE : Filed.Outcome.WRITTEN);
    }

    private static Who byKey(Actor actor) {
        return new Who(actor.who().account(), actor.who().person(), Proof.KEY);
    }

    static String sha256(byte[] bytes) {
        return Hash.hex(Hash.sha256(bytes));
    }
}
