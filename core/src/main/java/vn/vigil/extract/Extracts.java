package vn.vigil.extract;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Cameras;
import vn.vigil.config.Config;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Requester;
import vn.vigil.hold.Holds;
import vn.vigil.incident.Incidents;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.KeyCabinet;
import vn.vigil.people.KeySource;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.register.Register;
import vn.vigil.store.Store;

/**
 * Footage on its way out: requests, decisions, runs, hand-over, receipt, outcome. Deny by default: nothing leaves without a request
 * on behalf of the board or a State agency and another person's leave for exactly that (clauses 7.3c, 8.4l). Every act is a ledger
 * entry of the same transaction, and the same act again is {@code UNCHANGED}. Every act upon a request fails with NOT_FOUND when
 * there is none of that number. Not safe for several threads.
 */
public final class Extracts {
    /** How long an approval may be used when nobody says otherwise. */
    public static final Duration APPROVAL_VALIDITY = Duration.ofDays(7);

    /** Footage in one package part; the recipient's tools hold a part in memory, and FAT32 holds no file of 4 GiB. */
    private static final long PART_BYTES = 1000L << 20;

    private final Desk desk;
    private final Requests requests;
    private final Approvals approvals;
    private final Deliveries deliveries;
    private final Raises raises;
    private final ExtractRun runs;

    /** @param holds opened only when footage is held or taken from a hold */
    public Extracts(
            World world,
            Config config,
            Store store,
            Ledger ledger,
            People people,
            Cameras cameras,
            Incidents incidents,
            KeyCabinet keys,
            Register register,
            Supplier<Holds> holds) {
        this.desk = new Desk(
                world,
                config,
                store,
                ledger,
                people,
                keys,
                register,
                holds,
                config.packages(),
                config.home().templates());
        this.requests = new Requests(desk, cameras, incidents);
        this.approvals = new Approvals(desk);
        this.deliveries = new Deliveries(desk);
        this.raises = new Raises(desk);
        this.runs = new ExtractRun(
                desk, cameras, new ExtractRun.Places(config.home().partial(), config.packages(), PART_BYTES));
    }

    /**
     * Puts a request on record, and holds what it asks for at once; a hold that fails fails no request. The same request by the
     * same person, while it is open, is the same request.
     *
     * @throws VigilException REFUSED for a private person (clause 8.4l) or crime with neither the police's guidance nor a reason
     *     (clause 4b); USAGE with all faults; NOT_FOUND for a camera or incident; DENIED when the person may not file
     */
    public Filed request(Actor actor, NewRequest asked, Progress progress) {
        return requests.file(actor, asked, progress);
    }

    /** As {@link #request(Actor, NewRequest, Progress)}, the recipient's certificate unknown. */
    public Filed request(Actor actor, FileRequest asked) {
        return requests.file(actor, new NewRequest(asked, null), Progress.NONE);
    }

    /**
     * Puts a written order of the board on record: request and approval in one sheet, the second person is the operator.
     *
     * @param asked on behalf of the board; its document is the order
     * @param paper the signed order
     * @throws VigilException as {@link #request} and {@link #approve(Actor, CaseId, PaperApproval, Duration)}; nothing is filed when
     *     the signer could not have signed
     */
    public Filed order(Actor actor, NewRequest asked, PaperApproval paper, Duration validity, Progress progress) {
        Approvals.validity(validity);
        if (asked.content().requester() != Requester.BOARD) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-ORDER", ExtractText.ORDER_OF_BOARD.with());
        }
        desk.people().require(actor, Power.REQUEST_EXTRACTION);
        approvals.signer(actor, paper, actor.memberId());
        Filed filed = requests.file(actor, asked, progress);
        if (filed.outcome() == Filed.Outcome.WOULD_WRITE) {
            return filed;
        }
        Filed approved = approvals.onPaper(actor, filed.request().id(), paper, validity);
        return new Filed(approved.request(), approved.outcome(), filed.notes());
    }

    /**
     * Takes a request back that is not run yet: who filed it, or who leads the team.
     *
     * @throws VigilException REFUSED when it was run or ended; DENIED; USAGE without a reason
     */
    public Filed withdraw(Actor actor, CaseId id, String reason) {
        return requests.withdraw(actor, id, reason);
    }

    /**
     * Enters the paper of an emergency.
     *
     * @throws VigilException REFUSED when it was none; CONFLICT when another paper is on record; USAGE
     */
    public Filed regularise(Actor actor, CaseId id, String number, LocalDate date) {
        return requests.regularise(actor, id, number, date);
    }

    /**
     * Allows a request, by the approver's own key: exactly as it was filed, once, for a limited time.
     *
     * @param key the approver's own
     * @param passphrase of that file
     * @param validity how long it may be used; at most 90 days
     * @throws VigilException REFUSED for an own approval, or when it was decided already; DENIED without the office or by the key
     */
    public Filed approve(Actor actor, CaseId id, KeySource key, Duration validity) {
        return approvals.byKey(actor, id, key, validity);
    }

    /**
     * Registers an approval that was given on paper: the scan is kept, and the department's key seals what it allows.
     *
     * @param actor who registers it; never the operator who runs it
     * @throws VigilException REFUSED where the site takes keys only, for an own approval, or when it was decided already; DENIED when
     *     the signer held no office of the board that day and no written delegation of it, or the actor keeps no register; USAGE
     */
    public Filed approve(Actor actor, CaseId id, PaperApproval paper, Duration validity) {
        return approvals.onPaper(actor, id, paper, validity);
    }

    /**
     * Decides against a request; it stays on record with the reason.
     *
     * @throws VigilException DENIED without the office; REFUSED when it was decided already
     */
    public Filed refuse(Actor actor, CaseId id, String reason) {
        return approvals.refuse(actor, id, reason);
    }

    /**
     * Takes the approved footage and seals it. The same call again, once done, says {@code UNCHANGED}.
     *
     * @throws VigilException REFUSED without approval or outside it, and for who approved or registered it; BUSY while another run
     *     holds it; NOT_FOUND when nothing is recorded; UNREACHABLE, DENIED by the camera; FAILED with what was half made cleared away
     */
    public RunResult run(Actor actor, RunRequest request, Progress progress) {
        desk.people().require(actor, Power.RUN_EXTRACTION);
        return runs.run(actor, request, progress);
    }

    /**
     * Raises sealed packages as far as it goes, B to T to LT: new files of the same identity.
     *
     * @param ids whose packages
     * @param all also every package that is not at the highest level yet; one that cannot be raised stops no other
     * @param tsa timestamp authority, or null: the setting's
     * @param trust roots that it is believed by, besides the site's
     * @throws VigilException DENIED; REFUSED when there is no package yet; NOT_GENUINE when it was changed
     */
    public Raised upgrade(
            Actor actor, Collection<CaseId> ids, boolean all, URI tsa, Collection<Path> trust, Progress progress) {
        return raises.upgrade(actor, ids, all, tsa, trust, progress);
    }

    /** The request that this package file belongs to, by its name; null when it is not on record here. */
    public CaseId owner(Path file) {
        return raises.owner(file);
    }

    /**
     * Adds the approver's own seal to the packages: new files of the same identity.
     *
     * @throws VigilException DENIED for anybody but the approver, and by the key; REFUSED when there is no package yet
     */
    public Raised countersign(
            Actor actor, CaseId id, KeySource key, URI tsa, Collection<Path> trust, Progress progress) {
        return raises.countersign(actor, id, key, tsa, trust, progress);
    }

    /**
     * Hands the packages over: writes the record (biên bản giao nhận), and copies to the medium when its folder is given.
     *
     * @throws VigilException DENIED; REFUSED when there is no package yet or the case is closed; NOT_GENUINE when a package is gone or
     *     changed; FAILED when the medium fails, and then nothing is delivered; USAGE
     */
    public Delivered deliver(Actor actor, NewDelivery asked, Progress progress) {
        return deliveries.deliver(actor, asked, progress);
    }

    /**
     * Registers the signed hand-over record.
     *
     * @param number which hand-over; 0 for the last
     * @param date of the sheet; null: the day of the hand-over
     * @param symbol its number; null when it has none
     * @throws VigilException DENIED; REFUSED when nothing was handed over; USAGE
     */
    public Filed signed(Actor actor, CaseId id, int number, Path scan, LocalDate date, String symbol) {
        return deliveries.signed(actor, id, number, scan, date, symbol);
    }

    /**
     * Enters the codes by which the recipient confirms; the one for the last part closes the chain.
     *
     * @throws VigilException DENIED; REFUSED when nothing was handed over, or a code is of another package; USAGE for what is no code
     */
    public Filed receipt(Actor actor, CaseId id, List<String> codes) {
        return deliveries.receipt(actor, id, codes);
    }

    /**
     * Enters what the extraction led to; a second one corrects the first.
     *
     * @throws VigilException DENIED; REFUSED when nothing was handed over
     */
    public Filed outcome(Actor actor, CaseId id, CaseOutcome.Kind kind, String note, String document) {
        return deliveries.outcome(actor, id, kind, note, document);
    }

    /** All requests, oldest first, without their packages. */
    public List<ExtractRequest> list() {
        return requests.list(ExtractFilter.ALL);
    }

    /** Requests, oldest first, without their packages. */
    public List<ExtractRequest> list(ExtractFilter filter) {
        return requests.list(filter);
    }

    /** One request with all that belongs to it. */
    public ExtractRequest get(CaseId id) {
        return desk.store().read(tx -> Desk.whole(tx, id));
    }

    /** What extractions wait for: papers of emergencies, timestamps. */
    public ExtractCheck check() {
        return new ExtractCheck(
                requests.list(new ExtractFilter(List.of(), false, true, null)), raises.notTimestamped());
    }

    /** What the ledger says of the case, in order: the request, its scans, its holds. */
    public List<LogLine> log(CaseId id) {
        desk.row(id);
        return new CaseLog(desk).of(id);
    }
}
