package vn.vigil.upkeep;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;

/** Work on cameras: what {@link Upkeep} says of it. */
final class Works {
    static final String SERIES = "MNT";

    /** Rows of this span are looked for when only one moment matters: no window is longer. */
    private static final TimeSpan ALWAYS =
            new TimeSpan(Instant.parse("1970-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;

    Works(World world, Config config, Store store, Ledger ledger, People people) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
    }

    Map<CameraId, List<MaintenanceSpan>> windows(Tx tx, TimeSpan within) throws SQLException {
        Map<CameraId, List<MaintenanceSpan>> merged = new TreeMap<>();
        SqlUpkeepStore.spans(tx, within).forEach((camera, all) -> {
            List<MaintenanceSpan> spans = Windows.merged(all, within);
            if (!spans.isEmpty()) {
                merged.put(camera, spans);
            }
        });
        return merged;
    }

    Map<CameraId, MaintenanceSpan> windowsAt(Tx tx, Instant at) throws SQLException {
        TimeSpan moment = new TimeSpan(at, at.plusNanos(1000));
        Map<CameraId, MaintenanceSpan> found = new TreeMap<>();
        SqlUpkeepStore.spans(tx, moment).forEach((camera, all) -> {
            for (MaintenanceSpan span : Windows.merged(all, ALWAYS)) {
                if (span.span().contains(at)) {
                    found.put(camera, span);
                }
            }
        });
        return found;
    }

    SavedWork plan(Actor actor, PlanWork told) {
        people.require(actor, Power.MANAGE_CAMERAS);
        Instant now = now();
        return store.write(tx -> {
            Work before = told.follows() == null ? null : need(tx, told.follows());
            Work asked = Planning.read(told, before, people, now, by(actor));
            for (Work there : SqlUpkeepStore.same(tx, asked)) {
                Differences differences = Planning.differences(there, asked);
                if (!differences.none()) {
                    throw differences
                            .conflict("VG-UPKEEP-DIFFERENT", UpkeepText.DIFFERENT_PLAN.with(there.id()))
                            .next(UpkeepText.CORRECT_NEXT.with(there.id()));
                }
                return saved(tx, there.id(), now, true);
            }
            if (before != null && before.followedBy() != null) {
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-UPKEEP-FOLLOWED",
                                UpkeepText.FOLLOWED_ALREADY.with(before.id(), before.followedBy()))
                        .next(UpkeepText.SHOW_NEXT.with(before.followedBy()));
            }
            CaseId id = SqlUpkeepStore.nextId(tx, now.atZone(config.zone()).getYear());
            SqlUpkeepStore.insert(tx, id, asked);
            enter(tx, actor, "camera.maintain.plan", id, Planning.details(asked));
            return saved(tx, id, now, false);
        });
    }

    SavedWork done(Actor actor, CaseId id, DoneWork told) {
        people.require(actor, Power.MANAGE_CAMERAS);
        Instant now = now();
        return store.write(tx -> {
            Work there = need(tx, id);
            refuseCancelled(there, UpkeepText.CANNOT_DO);
            Work.Done asked = Doing.read(told, there, now, by(actor), config.zone());
            if (there.done() != null) {
                Differences differences = Doing.differences(there.done(), told, asked, config.zone());
                if (!differences.none()) {
                    throw differences
                            .conflict("VG-UPKEEP-DONE-DIFFERENT", UpkeepText.DIFFERENT_DONE.with(id))
                            .next(UpkeepText.CORRECT_NEXT.with(id));
                }
                return saved(tx, id, now, true);
            }
            SqlUpkeepStore.done(tx, id, asked);
            announce(tx, there, there.window().from(), Doing.windowEnd(there.window(), asked.at()), now);
            enter(tx, actor, "camera.maintain.done", id, Doing.details(asked));
            return saved(tx, id, now, false);
        });
    }

    SavedWork cancel(Actor actor, CaseId id, String reason) {
        people.require(actor, Power.MANAGE_CAMERAS);
        Instant now = now();
        Faults faults = new Faults(List.of());
        String why = faults.demanded("--reason", reason, Faults.NOTE);
        faults.refuse("VG-UPKEEP-FAULTS", UpkeepText.CANNOT_CANCEL.with(id));
        return store.write(tx -> {
            Work there = need(tx, id);
            if (there.done() != null) {
                throw new VigilException(ErrorKind.REFUSED, "VG-UPKEEP-DONE", UpkeepText.CANNOT_CANCEL.with(id))
                        .why(UpkeepText.IS_DONE.with())
                        .next(UpkeepText.CORRECT_NEXT.with(id));
            }
            if (there.cancelled() != null) {
                Differences differences =
                        new Differences().compare("reason", there.cancelled().reason(), why);
                if (!differences.none()) {
                    throw differences.conflict("VG-UPKEEP-CANCEL-DIFFERENT", UpkeepText.DIFFERENT_CANCEL.with(id));
                }
                return saved(tx, id, now, true);
            }
            SqlUpkeepStore.cancel(tx, id, new Work.Cancelled(now, by(actor), why));
            TimeSpan window = there.window();
            announce(tx, there, window.from(), window.contains(now) ? now : window.from(), now);
            enter(tx, actor, "camera.maintain.cancel", id, Map.of("reason", why));
            return saved(tx, id, now, false);
        });
    }

    SavedWork correct(Actor actor, CaseId id, CorrectWork told) {
        people.require(actor, Power.MANAGE_CAMERAS);
        Instant now = now();
        return store.write(tx -> {
            Work there = need(tx, id);
            refuseCancelled(there, UpkeepText.CANNOT_CORRECT);
            Correcting.Corrected corrected = Correcting.read(told, there, people, now, config.zone());
            if (corrected.differences().none()) {
                return saved(tx, id, now, true);
            }
            Work right = corrected.work();
            SqlUpkeepStore.update(tx, right);
            TimeSpan window = right.window();
            announce(
                    tx,
                    there,
                    window.from(),
                    right.done() == null
                            ? window.to()
                            : Doing.windowEnd(window, right.done().at()),
                    now);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("was", corrected.differences().was());
            details.put("is", corrected.differences().is());
            details.put("reason", corrected.reason());
            enter(tx, actor, "camera.maintain.correct", id, details);
            return saved(tx, id, now, false);
        });
    }

    List<WorkStatus> list(WorkFilter filter) {
        Instant now = now();
        List<WorkStatus> wanted = new ArrayList<>();
        for (Work work : store.read(tx -> SqlUpkeepStore.all(tx, filter))) {
            WorkStatus status = status(work, now);
            if (filter.state() == null
                    || filter.state() == status.state()
                    || filter.state() == WorkState.OVERDUE && status.overdue()) {
                wanted.add(status);
            }
        }
        return wanted;
    }

    WorkStatus get(CaseId id) {
        return status(store.read(tx -> need(tx, id)), now());
    }

    CostTable cost(Instant from, Instant to, CostBy by) {
        List<Work> all = store.read(tx -> SqlUpkeepStore.all(tx, WorkFilter.ALL));
        return Costs.sum(all, from, to, by, config.zone());
    }

    /** Adds what is announced from now on, unless it is what is announced already. */
    private static void announce(Tx tx, Work there, Instant from, Instant to, Instant now) throws SQLException {
        WindowVersion last = there.versions().get(there.versions().size() - 1);
        if (!last.from().equals(from) || !last.to().equals(to)) {
            SqlUpkeepStore.announce(tx, there.id(), there.versions().size() + 1, new WindowVersion(now, from, to));
        }
    }

    private static void refuseCancelled(Work there, UpkeepText what) {
        if (there.cancelled() != null) {
            throw new VigilException(ErrorKind.REFUSED, "VG-UPKEEP-CANCELLED", what.with(there.id()))
                    .why(UpkeepText.IS_CANCELLED.with(there.cancelled().reason()))
                    .next(UpkeepText.PLAN_AGAIN.with());
        }
    }

    private static Work need(Tx tx, CaseId id) throws SQLException {
        Work work = SqlUpkeepStore.get(tx, id);
        if (work != null) {
            return work;
        }
        VigilException e = new VigilException(ErrorKind.NOT_FOUND, "VG-UPKEEP-NOT-FOUND", UpkeepText.NO_WORK.with(id));
        String near = Nearest.of(id.toString(), SqlUpkeepStore.ids(tx));
        if (near != null) {
            e.why(UpkeepText.NEAREST.with(near));
        }
        throw e.next(UpkeepText.LIST_WORKS.with());
    }

    private SavedWork saved(Tx tx, CaseId id, Instant now, boolean unchanged) throws SQLException {
        return new SavedWork(status(need(tx, id), now), unchanged);
    }

    private WorkStatus status(Work work, Instant now) {
        return new WorkStatus(work, work.state(now), work.overdue(now, LocalDate.ofInstant(now, config.zone())));
    }

    private void enter(Tx tx, Actor actor, String act, CaseId id, Map<String, ?> details) throws SQLException {
        ledger.append(tx, new Entry(actor.who(), act, id.toString(), details));
    }

    private Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Who is put on record: on a site without members the account. */
    static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }
}
