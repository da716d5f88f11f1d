package vn.vigil.hold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Camera;
import vn.vigil.camera.Cameras;
import vn.vigil.camera.Readiness;
import vn.vigil.config.Config;
import vn.vigil.evidence.Wanted;
import vn.vigil.footage.FootagePlanner;
import vn.vigil.footage.FootageTaker;
import vn.vigil.footage.Taken;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.text.Viet;

/**
 * Footage secured before anybody decides about it (clauses 8.4k, A6): copied byte by byte, never decoded, encrypted under a key of
 * its own in the vault. Every step is a ledger entry; a copy's SHA-256 and its essence's are among them, so that nobody can put
 * another in its place. Not safe for several threads.
 */
public final class Holds {
    static final String SERIES = "HLD";

    /** A recorder that has not answered by then is told as silent, so that an answer comes while somebody waits. */
    private static final Duration GLANCE = Duration.ofSeconds(4);

    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final Cameras cameras;
    private final Supplier<OpenCases> cases;
    private final Coffer coffer;
    private final Copier copier;
    private final Reopening reopening;

    /**
     * Where things lie.
     *
     * @param partial unfinished work, one folder a hold
     * @param holds the encrypted copies, one folder a hold
     */
    public record Places(Path partial, Path holds) {}

    public Holds(
            World world,
            Config config,
            Store store,
            Ledger ledger,
            People people,
            Cameras cameras,
            Vault vault,
            Supplier<OpenCases> cases,
            Places places) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.cameras = cameras;
        this.cases = cases;
        FootagePlanner planner = new FootagePlanner(world, config, cameras);
        FootageTaker taker = new FootageTaker(world, cameras, planner);
        this.coffer = new Coffer(world, places.holds(), vault);
        this.copier = new Copier(world, store, ledger, cameras, planner, taker, coffer, places.partial());
        this.reopening = new Reopening(store, ledger, coffer, taker);
    }

    /**
     * Puts holds on record and copies what can be copied now. The same camera and span again, for the same cause, is the same
     * hold; for another cause it is held for both.
     *
     * @param patience how long copying may take altogether; zero: only put on record, pending. What is not copied by then stays
     *     pending and is fetched by {@link #retry}
     * @throws VigilException DENIED when the actor may not; NOT_FOUND for a camera or cause; USAGE without a reason, or with nothing
     *     recorded among what is wanted. A camera that does not answer is no failure: its hold is pending
     */
    public Placed place(Actor actor, NewHold hold, Duration patience, Progress progress) {
        people.require(actor, Power.HOLD_FOOTAGE);
        String reason = Viet.nfc(hold.reason()).strip();
        List<Wanted> wanted = hold.wanted().stream()
                .filter(w -> !w.asked().isLive())
                .distinct()
                .sorted()
                .toList();
        if (reason.isEmpty() || wanted.isEmpty()) {
            throw new VigilException(
                    ErrorKind.USAGE,
                    "VG-HOLD-NEW",
                    reason.isEmpty() ? HoldText.NO_REASON.with() : HoldText.NOTHING_WANTED.with());
        }
        for (Wanted w : wanted) {
            cameras.get(w.camera());
        }
        if (hold.cause() != null && !hold.cause().series().equals(Calls.SERIES)) {
            cases.get().isOpen(hold.cause());
        }
        Instant now = now();
        int[] fresh = new int[1];
        List<Held> held = store.write(tx -> {
            List<Held> all = new ArrayList<>();
            for (Wanted w : wanted) {
                Cause cause = new Cause(hold.cause(), reason, actor.memberId().value(), now);
                TimeSpan span = new TimeSpan(
                        micros(w.asked().span().from()), micros(w.asked().span().to()));
                Held there = SqlHoldStore.of(tx, w.camera(), span);
                CaseId id = there != null
                        ? there.id()
                        : SqlHoldStore.nextId(
                                tx, SERIES, now.atZone(config.zone()).getYear());
                if (there == null) {
                    HoldReason why = span.from().isAfter(now) ? HoldReason.NOT_OVER : HoldReason.NOT_TRIED;
                    Instant due = span.from().isAfter(now) ? span.to() : now;
                    SqlHoldStore.insert(tx, id, w.camera(), span, due, hold.keepUntil(), why);
                }
                if (there == null || !there.isFor(hold.cause())) {
                    fresh[0]++;
                    SqlHoldStore.cause(tx, id, cause);
                    LocalDate keep = there == null ? null : there.keepUntil();
                    if (keep != null
                            && hold.keepUntil() != null
                            && hold.keepUntil().isAfter(keep)) {
                        SqlHoldStore.keep(tx, id, hold.keepUntil(), there.archived());
                    }
                    Map<String, Object> details = new LinkedHashMap<>();
                    details.put(
                            "cause", hold.cause() == null ? null : hold.cause().toString());
                    details.put("camera", w.camera().value());
                    details.put("from", span.from().toString());
                    details.put("to", span.to().toString());
                    details.put("reason", reason);
                    ledger.append(
                            tx,
                            new Entry(
                                    actor.who(),
                                    there == null ? HoldActs.PLACE : HoldActs.JOIN,
                                    id.toString(),
                                    details));
                }
                all.add(SqlHoldStore.get(tx, id));
            }
            return all;
        });
        Placed.Outcome outcome = fresh[0] == 0
                ? Placed.Outcome.UNCHANGED
                : store.isRehearsal() ? Placed.Outcome.WOULD_WRITE : Placed.Outcome.WRITTEN;
        Placed placed = new Placed(held, outcome, List.of());
        return patience.isZero() || store.isRehearsal() ? placed : copy(actor, placed, patience, progress);
    }

    /**
     * Copies what is pending of holds just placed, whether it is due or not.
     *
     * @param patience as above
     */
    public Placed copy(Actor actor, Placed placed, Duration patience, Progress progress) {
        people.require(actor, Power.HOLD_FOOTAGE);
        List<Message> notes = new ArrayList<>(placed.notes());
        List<Held> held = new ArrayList<>();
        Deadline whole = Deadline.in(world, patience);
        for (Held one : placed.held()) {
            held.add(
                    one.state() == HoldState.PENDING && !store.isRehearsal()
                            ? copier.copy(actor, one.id(), whole, notes, progress)
                            : one);
        }
        return new Placed(held, placed.outcome(), notes);
    }

    /**
     * Tries again to copy what is pending.
     *
     * @param ids which; empty: all that are due
     * @param patience as above
     * @throws VigilException NOT_FOUND; DENIED
     */
    public Placed retry(Actor actor, Collection<CaseId> ids, Duration patience, Progress progress) {
        List<Held> due = new ArrayList<>();
        for (CaseId id : ids) {
            due.add(get(id));
        }
        if (ids.isEmpty()) {
            for (Held held : list(new HoldFilter(null, null, HoldState.PENDING, false))) {
                if (!held.until().isAfter(world.now())) {
                    due.add(held);
                }
            }
        }
        boolean any = due.stream().anyMatch(h -> h.state() == HoldState.PENDING);
        Placed.Outcome outcome = !any
                ? Placed.Outcome.UNCHANGED
                : store.isRehearsal() ? Placed.Outcome.WOULD_WRITE : Placed.Outcome.WRITTEN;
        return copy(actor, new Placed(due, outcome, List.of()), patience, progress);
    }

    /** Holds, oldest first. */
    public List<Held> list(HoldFilter filter) {
        return store.read(tx -> SqlHoldStore.all(tx, filter));
    }

    /** @throws VigilException NOT_FOUND */
    public Held get(CaseId id) {
        Held held = store.read(tx -> SqlHoldStore.get(tx, id));
        if (held == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-HOLD-NOT-FOUND", HoldText.NO_HOLD.with(id))
                    .next(HoldText.NEXT_LIST.with());
        }
        return held;
    }

    /**
     * Whether footage is there, camera by camera, as the recorders tell now. Changes nothing, and waits for nobody longer than a few
     * seconds.
     *
     * @param wanted what is live is left out
     * @throws VigilException NOT_FOUND for a camera
     */
    public List<Sight> can(Collection<Wanted> wanted, Progress progress) {
        Map<TimeSpan, List<Camera>> bySpan = new LinkedHashMap<>();
        for (Wanted w : wanted.stream().distinct().sorted().toList()) {
            if (!w.asked().isLive()) {
                bySpan.computeIfAbsent(w.asked().span(), s -> new ArrayList<>()).add(cameras.get(w.camera()));
            }
        }
        Deadline whole = Deadline.in(world, GLANCE);
        List<Sight> sights = new ArrayList<>();
        bySpan.forEach((span, group) -> {
            List<Readiness> ready =
                    cameras.ready(group.stream().map(Camera::id).toList(), span, GLANCE, whole, progress);
            for (Readiness one : ready) {
                Held held = store.read(tx -> SqlHoldStore.of(tx, one.camera().id(), span));
                sights.add(new Sight(span, one, held == null ? null : held.id(), held == null ? null : held.state()));
            }
        });
        return sights;
    }

    /**
     * Reads every clip of a hold and holds it against what was copied. One that no longer holds makes the hold {@code LOST}, with
     * an entry in the ledger. Needs no power; the entry names who looked.
     *
     * @throws VigilException NOT_FOUND
     */
    public HoldCheck verify(Actor actor, CaseId id, Progress progress) {
        Held held = get(id);
        for (HeldClip clip : held.released() == null ? held.clips() : List.<HeldClip>of()) {
            progress.at(
                    HoldText.STEP_CHECK.with(id), clip.number(), held.clips().size());
            if (!reopening.intact(held, clip)) {
                return new HoldCheck(reopening.lost(actor, held, clip), false);
            }
        }
        return new HoldCheck(held, held.state() != HoldState.LOST);
    }

    /**
     * Lets a hold go: its files and its key are erased, the record stays.
     *
     * @throws VigilException DENIED; NOT_FOUND; REFUSED while a case it is held for is open, or while it is archived
     */
    public Held release(Actor actor, CaseId id, String reason) {
        people.require(actor, Power.RELEASE_HOLD);
        Held held = get(id);
        if (held.released() != null) {
            return held;
        }
        String why = Viet.nfc(reason).strip();
        if (why.isEmpty()) {
            throw new VigilException(ErrorKind.USAGE, "VG-HOLD-NEW", HoldText.NO_REASON.with());
        }
        for (Cause cause : held.causes()) {
            boolean ours = cause.id() == null || cause.id().series().equals(Calls.SERIES);
            if (!ours && cases.get().isOpen(cause.id())) {
                throw new VigilException(
                                ErrorKind.REFUSED, "VG-HOLD-CASE-OPEN", HoldText.CASE_OPEN.with(id, cause.id()))
                        .why(HoldText.CASE_OPEN_WHY.with());
            }
        }
        LocalDate today = LocalDate.ofInstant(world.now(), config.zone());
        if (held.archived() && today.isBefore(held.keepUntil())) {
            throw new VigilException(
                    ErrorKind.REFUSED, "VG-HOLD-ARCHIVED", HoldText.ARCHIVED_UNTIL.with(id, held.keepUntil()));
        }
        if (store.isRehearsal()) {
            return held;
        }
        Cause released = new Cause(null, why, actor.memberId().value(), now());
        long intent = ledger.intent(new Entry(actor.who(), HoldActs.RELEASE, id.toString(), Map.of("reason", why)));
        try {
            coffer.erase(id);
        } catch (IOException e) {
            ledger.outcome(intent, new Entry(actor.who(), HoldActs.RELEASE, id.toString(), Map.of("result", "failed")));
            throw new VigilException(ErrorKind.FAILED, "VG-HOLD-IO", HoldText.CANNOT_ERASE.with(id)).causedBy(e);
        }
        store.write(tx -> {
            SqlHoldStore.release(tx, id, released);
            return ledger.outcome(
                    tx, intent, new Entry(actor.who(), HoldActs.RELEASE, id.toString(), Map.of("result", "done")));
        });
        return get(id);
    }

    /**
     * Keeps held footage beyond its case. A later day replaces an earlier one; an earlier day takes the power to release.
     *
     * @param id a hold, or a case whose holds are meant
     * @param until first day on which it need not be kept any more
     * @throws VigilException DENIED; NOT_FOUND when nothing is held; REFUSED when nothing of it is copied; USAGE for a day that is
     *     over
     */
    public Placed archive(Actor actor, CaseId id, LocalDate until) {
        people.require(actor, Power.HOLD_FOOTAGE);
        if (!until.isAfter(LocalDate.ofInstant(world.now(), config.zone()))) {
            throw new VigilException(ErrorKind.USAGE, "VG-HOLD-UNTIL", HoldText.DAY_OVER.with(until));
        }
        List<Held> meant = id.series().equals(SERIES) ? List.of(get(id)) : list(HoldFilter.of(id));
        if (meant.isEmpty()) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-HOLD-NONE", HoldText.NONE_FOR.with(id))
                    .next(HoldText.NEXT_HOLD.with(id));
        }
        boolean changed = false;
        for (Held held : meant) {
            if (held.clips().isEmpty() || held.released() != null || held.state() == HoldState.LOST) {
                throw new VigilException(ErrorKind.REFUSED, "VG-HOLD-NOT-COPIED", HoldText.NOT_COPIED.with(held.id()));
            }
            if (held.archived() && until.isBefore(held.keepUntil())) {
                people.require(actor, Power.RELEASE_HOLD);
            }
            changed |= !held.archived() || !until.equals(held.keepUntil());
        }
        if (changed) {
            store.write(tx -> {
                for (Held held : meant) {
                    SqlHoldStore.keep(tx, held.id(), until, true);
                    ledger.append(
                            tx,
                            new Entry(
                                    actor.who(),
                                    HoldActs.ARCHIVE,
                                    held.id().toString(),
                                    Map.of("until", until.toString())));
                }
                return null;
            });
        }
        Placed.Outcome outcome = !changed
                ? Placed.Outcome.UNCHANGED
                : store.isRehearsal() ? Placed.Outcome.WOULD_WRITE : Placed.Outcome.WRITTEN;
        return new Placed(meant.stream().map(h -> get(h.id())).toList(), outcome, List.of());
    }

    /**
     * The held copy of what a request wants, as clips of exactly that time: for a run whose camera no longer has it. Entered in the
     * ledger.
     *
     * @param request for which
     * @param folder where the clips go, decrypted; exists; the caller clears it
     * @param name their beginning
     * @param notes what the operator should know is added
     * @return empty when nothing of it is held
     * @throws VigilException NOT_GENUINE when the copy no longer holds
     */
    public List<Taken> forRun(
            Actor actor,
            CaseId request,
            Wanted wanted,
            Path folder,
            String name,
            List<Message> notes,
            Progress progress) {
        try {
            return reopening.forRun(actor, request, wanted, folder, name, notes, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant now() {
        return micros(world.now());
    }

    private static Instant micros(Instant t) {
        return t.truncatedTo(ChronoUnit.MICROS);
    }
}
