package vn.vigil.incident;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Cameras;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.document.Paper;
import vn.vigil.document.Templates;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldFilter;
import vn.vigil.hold.Holds;
import vn.vigil.hold.Placed;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.notify.Outbox;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.roster.watch.Watch;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * The incidents of the site and their case files (clauses 7.2–7.5, 8.3d, 8.3f). What was told first stays as it was told; everything
 * after is appended. What a restricted incident is about is left out of every answer, except where a reader has shown that they may
 * read it. Not safe for several threads.
 */
public final class Incidents {
    static final String SERIES = "INC";

    private final Room room;
    private final Opening opening;
    private final Handling handling;
    private final Correcting correcting;
    private final CaseCheck check;
    private final Tips tips;
    private final Path ownTemplates;

    /** @param watch who is on watch; @param holds footage held at once; @param outbox messages; @param vault sources of tips: each made when first needed; @param ownTemplates the
     *     folder of the site's own templates; need not exist */
    public Incidents(
            World world,
            Config config,
            Store store,
            Ledger ledger,
            People people,
            Cameras cameras,
            Supplier<Watch> watch,
            Supplier<Holds> holds,
            Supplier<Outbox> outbox,
            Supplier<Vault> vault,
            Path ownTemplates) {
        this.room = new Room(
                world,
                config,
                store,
                ledger,
                people,
                cameras,
                watch,
                holds,
                outbox,
                IncidentKinds.read(config.path(Setting.INCIDENT_KINDS)));
        this.opening = new Opening(room);
        this.handling = new Handling(room, this);
        this.correcting = new Correcting(room, this);
        this.check = new CaseCheck(room);
        this.ownTemplates = ownTemplates;
        this.tips = new Tips(room, this, vault);
    }

    /** The register of tips. */
    public Tips tips() {
        return tips;
    }

    /** The kinds that can be opened here. */
    public IncidentKinds kinds() {
        return room.kinds();
    }

    /**
     * What vigil would attach to an incident: cameras near its place beside those that were named, and the span of footage to hold.
     * Changes nothing.
     *
     * @throws VigilException NOT_FOUND for a camera
     */
    public Proposal propose(OpenIncident told) {
        return opening.propose(told);
    }

    /**
     * Puts an incident on record, with who was on watch, the cameras near its place and what was wrong with them before. The same told
     * again by the same person is the same incident. Nothing is held yet: {@link #hold} does that.
     *
     * @throws VigilException USAGE with all faults; NOT_FOUND for a camera; DENIED when the person may not
     */
    public Opened open(Actor actor, OpenIncident told) {
        room.people().require(actor, Power.OPEN_INCIDENT);
        return opening.open(actor, told);
    }

    /**
     * Holds footage for an incident: what {@link #propose} names, or what is asked for.
     *
     * @param cameras empty: those of the incident
     * @param span null: the proposed one
     * @param patience as {@link Holds#place} takes it
     * @throws VigilException NOT_FOUND; DENIED; REFUSED when it is closed; USAGE when it has no camera
     */
    public Placed hold(
            Actor actor, CaseId id, List<CameraId> cameras, TimeSpan span, Duration patience, Progress progress) {
        return opening.hold(actor, standing(id), cameras, span, patience, progress);
    }

    /** Incidents, oldest first; restricted ones masked, and not found by their words. */
    public List<Incident> list(IncidentFilter filter) {
        List<Incident> all = new ArrayList<>();
        for (Standing standing : everything()) {
            Incident incident = standing.incident(false);
            if (filter.matches(incident)) {
                all.add(incident);
            }
        }
        return all;
    }

    /** The incidents with their timed steps, oldest first; restricted ones masked. */
    public List<Timeline> timelines() {
        List<Timeline> all = new ArrayList<>();
        for (Standing standing : everything()) {
            all.add(new Timeline(standing.incident(false), standing.steps()));
        }
        return all;
    }

    /**
     * An incident, masked where it is restricted.
     *
     * @throws VigilException NOT_FOUND
     */
    public Incident get(CaseId id) {
        return standing(id).incident(false);
    }

    /**
     * The whole case, masked where it is restricted.
     *
     * @throws VigilException NOT_FOUND
     */
    public CaseFile file(CaseId id) {
        return file(standing(id), false);
    }

    /**
     * The whole case with all words. Reading a restricted one is entered in the ledger.
     *
     * @param actor for a restricted incident: one who may read them or has charge of this one, proved by PIN or key
     * @throws VigilException NOT_FOUND; DENIED
     */
    public CaseFile reveal(Actor actor, CaseId id) {
        Standing standing = standing(id);
        if (standing.incident(true).restricted()) {
            mayRead(actor, standing.owner(), id);
            room.store().write(tx -> room.ledger()
                    .append(tx, new Entry(actor.who(), "incident.read", id.toString(), Map.of())));
        }
        return file(standing, true);
    }

    /** @throws VigilException DENIED unless the actor may read restricted records and proved who they are */
    void mayRead(Actor actor, MemberId owner, CaseId id) {
        if (owner == null || !owner.equals(actor.memberId())) {
            room.people().require(actor, Power.READ_RESTRICTED);
        }
        if (!Room.proved(actor) && !room.store().isRehearsal()) {
            throw new VigilException(ErrorKind.DENIED, "VG-INCIDENT-PROOF", IncidentText.PROOF_DEMANDED.with(id))
                    .next(IncidentText.NEXT_PROOF.with());
        }
    }

    /**
     * Enters something seen or learned, or something done.
     *
     * @param action whether it was done, rather than seen
     * @param at when; null: now
     * @param by who did it; null: the actor
     * @throws VigilException NOT_FOUND; DENIED; USAGE without words, or with a time before the incident or in the future; REFUSED when
     *     the incident is closed
     */
    public CaseChange note(Actor actor, CaseId id, String words, boolean action, Instant at, String by) {
        return handling.note(actor, id, words, action, at, by);
    }

    /**
     * Enters that somebody was sent (clauses 7.2b, 8.4j).
     *
     * @param whom an outside body's id or a member; else any words
     * @throws VigilException as {@link #note}
     */
    public CaseChange dispatch(Actor actor, CaseId id, String whom, String words, Instant at) {
        return handling.dispatch(actor, id, whom, words, at);
    }

    /**
     * Enters that who was sent has come.
     *
     * @param dispatch number of the entry; 0: the newest that has not come
     * @throws VigilException as {@link #note}; NOT_FOUND when nobody was sent
     */
    public CaseChange arrived(Actor actor, CaseId id, int dispatch, String words, Instant at) {
        return handling.arrived(actor, id, dispatch, words, at);
    }

    /**
     * Tells who must be told, or enters that they were (clauses 7.2a, 8.3f).
     *
     * @throws VigilException as {@link #note}; REFUSED when somebody has no channel for a message
     */
    public CaseChange tell(Actor actor, CaseId id, NewTelling telling) {
        return handling.tell(actor, id, telling);
    }

    /**
     * Gives somebody charge of it.
     *
     * @throws VigilException NOT_FOUND; DENIED; REFUSED when it is closed
     */
    public CaseChange assign(Actor actor, CaseId id, String person) {
        return handling.assign(actor, id, person);
    }

    /**
     * Says that something belongs to it.
     *
     * @param ref {@code camera/ID}, {@code EXT-…}, {@code INC-…}, {@code TIP-…}, {@code ALERT-…}, {@code person/NAME}, {@code document/NUMBER}
     * @param words what it has to do with it; may be empty
     * @throws VigilException NOT_FOUND; DENIED
     */
    public CaseChange link(Actor actor, CaseId id, String ref, String words) {
        return handling.link(actor, id, ref, words);
    }

    /**
     * Sets a task.
     *
     * @param owner a member
     * @param due last day; null: none
     * @throws VigilException NOT_FOUND; DENIED; USAGE without words or for a day that is over; REFUSED when it is closed
     */
    public CaseChange task(Actor actor, CaseId id, String words, String owner, LocalDate due) {
        return handling.task(actor, id, words, owner, due);
    }

    /**
     * Ends a task.
     *
     * @param dropped whether nobody need do it any more
     * @param outcome what came of it, or why it was dropped
     * @throws VigilException NOT_FOUND; DENIED; USAGE without an outcome
     */
    public CaseChange endTask(Actor actor, CaseId id, int task, boolean dropped, String outcome) {
        return handling.endTask(actor, id, task, dropped, outcome);
    }

    /** The tasks of all incidents, those that are due first; words of restricted ones left out. */
    public List<Task> tasks(boolean all) {
        List<Task> tasks = new ArrayList<>();
        for (Standing standing : everything()) {
            for (Task task : standing.tasks(standing.incident(false).masked())) {
                if (all || task.open()) {
                    tasks.add(task);
                }
            }
        }
        tasks.sort(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder())));
        return tasks;
    }

    /**
     * Says that it is over.
     *
     * @param outcome how it ended; not empty
     * @param anyway why it is closed though somebody was not told or tasks are open; null: it is not
     * @throws VigilException NOT_FOUND; DENIED; USAGE; REFUSED with all that is missing; CONFLICT when it was closed otherwise
     */
    public CaseChange close(Actor actor, CaseId id, String outcome, Instant at, String anyway) {
        return handling.close(actor, id, outcome, at, anyway);
    }

    /**
     * Opens it again.
     *
     * @throws VigilException NOT_FOUND; DENIED; USAGE without a reason
     */
    public CaseChange reopen(Actor actor, CaseId id, String reason) {
        return handling.reopen(actor, id, reason);
    }

    /**
     * Puts right what was told. The original stays on record.
     *
     * @throws VigilException NOT_FOUND; DENIED; USAGE with all faults, also without a reason
     */
    public CaseChange correct(Actor actor, CaseId id, Correction correction) {
        return correcting.correct(actor, id, correction);
    }

    /**
     * Holds the case file against the ledger: what was told first and every entry. The ledger itself is checked by {@link
     * Ledger#verify}.
     *
     * @throws VigilException NOT_FOUND
     */
    public CaseVerdict verify(CaseId id) {
        return check.verify(id);
    }

    /**
     * Makes a paper about an incident.
     *
     * @param file from {@link #file} or {@link #reveal}: what is masked there is masked in the paper
     * @param notes what the reader should know is added: a blank signature, names that nobody confirmed
     */
    public Paper paper(CaseFile file, PaperRequest asked, List<Message> notes) {
        return new CasePapers(room, file, asked, notes)
                .fill(new Templates(ownTemplates), verify(file.incident().id()));
    }

    List<Standing> everything() {
        return room.store().read(tx -> {
            List<Standing> all = new ArrayList<>();
            Map<CaseId, List<CaseEvent>> events = SqlIncidentStore.allEvents(tx);
            for (SqlIncidentStore.Row row : SqlIncidentStore.all(tx)) {
                all.add(new Standing(row, events.getOrDefault(row.id(), List.of()), room.kinds()));
            }
            return all;
        });
    }

    Standing standing(CaseId id) {
        return room.store().read(tx -> standing(tx, id));
    }

    Standing standing(Tx tx, CaseId id) throws SQLException {
        SqlIncidentStore.Row row = SqlIncidentStore.get(tx, id);
        if (row == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-INCIDENT-NOT-FOUND", IncidentText.NOT_FOUND.with(id))
                    .next(IncidentText.NEXT_LIST.with());
        }
        List<CaseEvent> events = new ArrayList<>();
        for (SqlIncidentStore.Sealed sealed : SqlIncidentStore.events(tx, id)) {
            events.add(sealed.event());
        }
        return new Standing(row, events, room.kinds());
    }

    private CaseFile file(Standing standing, boolean mayRead) {
        Incident incident = standing.incident(mayRead);
        CaseId id = incident.id();
        List<Held> holds = room.holds().get().list(new HoldFilter(id, null, null, true));
        return new CaseFile(
                incident,
                incident.masked() ? Field.masked(standing.original()) : standing.original(),
                standing.steps(),
                room.store().read(tx -> SqlIncidentStore.watch(tx, id)),
                standing.events(incident.masked()),
                standing.tasks(incident.masked()),
                incident.masked() ? List.of() : holds);
    }

    /** Details for the ledger, in the order of their names. */
    static Map<String, Object> details(Object... pairs) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i].toString(), pairs[i + 1]);
        }
        return all;
    }
}
