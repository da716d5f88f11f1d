package vn.vigil.incident;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.people.ActingAs;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.OutsideBody;
import vn.vigil.people.Power;
import vn.vigil.store.Tx;

/** What is done about an incident, from its opening to its end. */
final class Handling {
    private final Room room;
    private final Incidents incidents;
    private final Telling telling;

    Handling(Room room, Incidents incidents) {
        this.room = room;
        this.incidents = incidents;
        this.telling = new Telling(room);
    }

    /** Makes the entries of a change; none: it is on record already. */
    private interface Work {
        List<Room.NewEvent> of(Tx tx, Standing standing) throws SQLException;
    }

    private CaseChange change(Actor actor, CaseId id, boolean whileOpen, Work work) {
        room.people().require(actor, Power.OPEN_INCIDENT);
        return room.store().write(tx -> {
            Standing standing = incidents.standing(tx, id);
            if (whileOpen && !standing.open()) {
                throw isClosed(id);
            }
            List<CaseEvent> made = new ArrayList<>();
            for (Room.NewEvent fresh : work.of(tx, standing)) {
                made.add(room.enter(tx, actor, id, fresh));
            }
            return new CaseChange(incidents.standing(tx, id).incident(false), made);
        });
    }

    static VigilException isClosed(CaseId id) {
        return Room.refused("VG-INCIDENT-CLOSED", IncidentText.IS_CLOSED.with(id))
                .next(IncidentText.NEXT_REOPEN.with(id));
    }

    /** @throws VigilException USAGE for a time before the incident or in the future */
    static void timely(Standing standing, Instant at, Instant now) {
        if (at.isBefore(standing.told().happenedAt()) || at.isAfter(now)) {
            throw Room.usage(
                    "VG-INCIDENT-TIME",
                    (at.isAfter(now) ? IncidentText.EVENT_IN_FUTURE : IncidentText.EVENT_BEFORE).with(standing.id()));
        }
    }

    private Instant when(Standing standing, Instant at) {
        Instant now = room.now().truncatedTo(ChronoUnit.SECONDS);
        Instant happened = standing.told().happenedAt();
        Instant when = at != null ? Room.micros(at) : now.isBefore(happened) ? happened : now;
        timely(standing, when, room.now());
        return when;
    }

    /** Whether the same is entered already; times count only where they were told. */
    private static CaseEvent there(Standing standing, Room.NewEvent fresh, Instant told) {
        for (CaseEvent e : standing.events(false)) {
            if (!e.withdrawn()
                    && e.kind() == fresh.kind()
                    && e.words().equals(fresh.words())
                    && e.ref().equals(fresh.ref())
                    && e.whom().equals(fresh.whom())
                    && (told == null || e.at().equals(Room.micros(told)))) {
                return e;
            }
        }
        return null;
    }

    private static List<Room.NewEvent> once(Standing standing, Room.NewEvent fresh, Instant told) {
        return there(standing, fresh, told) != null ? List.of() : List.of(fresh);
    }

    CaseChange note(Actor actor, CaseId id, String words, boolean action, Instant at, String by) {
        String text = Room.needed("TEXT", words);
        String who = by == null ? null : room.people().show(by).id().value();
        return change(actor, id, true, (tx, standing) -> {
            EventKind kind = action ? EventKind.ACTION : EventKind.NOTE;
            return once(standing, new Room.NewEvent(kind, when(standing, at), who, text, "", "", ""), at);
        });
    }

    CaseChange dispatch(Actor actor, CaseId id, String whom, String words, Instant at) {
        String text = Room.words("--note", words);
        String[] who = sent(Room.needed("--to", whom));
        return change(
                actor,
                id,
                true,
                (tx, standing) -> once(
                        standing,
                        new Room.NewEvent(EventKind.DISPATCH, when(standing, at), null, text, who[0], who[1], ""),
                        at));
    }

    /** An outside body or a member by their ids; anybody else by words alone. */
    private String[] sent(String whom) {
        for (OutsideBody body : room.people().bodies(room.day(room.now()))) {
            if (body.id().equalsIgnoreCase(whom) || body.kind().word().equalsIgnoreCase(whom)) {
                return new String[] {"body/" + body.id(), body.name()};
            }
        }
        for (Member member : room.people().list(false)) {
            if (member.id().value().equals(whom)) {
                return new String[] {"member/" + member.id(), member.name()};
            }
        }
        return new String[] {"", whom};
    }

    CaseChange arrived(Actor actor, CaseId id, int dispatch, String words, Instant at) {
        String text = Room.words("--note", words);
        return change(actor, id, true, (tx, standing) -> {
            CaseEvent sent = null;
            for (CaseEvent e : standing.events(false)) {
                boolean meant = dispatch == 0 ? !hasCome(standing, e) : e.number() == dispatch;
                if (e.kind() == EventKind.DISPATCH && !e.withdrawn() && meant) {
                    sent = e;
                }
            }
            if (sent == null && dispatch == 0 && anyDispatch(standing)) {
                return List.of(); // all have come
            }
            if (sent == null) {
                throw new VigilException(
                                ErrorKind.NOT_FOUND, "VG-INCIDENT-NOBODY-SENT", IncidentText.NOBODY_SENT.with(id))
                        .next(IncidentText.NEXT_DISPATCH.with(id));
            }
            if (hasCome(standing, sent)) {
                return List.of();
            }
            Instant when = when(standing, at);
            if (when.isBefore(sent.at())) {
                throw Room.usage("VG-INCIDENT-TIME", IncidentText.ARRIVED_BEFORE.with(sent.number()));
            }
            return List.of(new Room.NewEvent(
                    EventKind.ARRIVED, when, null, text, Standing.EVENT + sent.number(), sent.whom(), ""));
        });
    }

    private static boolean anyDispatch(Standing standing) {
        return standing.events(false).stream().anyMatch(e -> e.kind() == EventKind.DISPATCH && !e.withdrawn());
    }

    private static boolean hasCome(Standing standing, CaseEvent sent) {
        return standing.events(false).stream()
                .anyMatch(e -> e.kind() == EventKind.ARRIVED
                        && !e.withdrawn()
                        && e.ref().equals(Standing.EVENT + sent.number()));
    }

    CaseChange tell(Actor actor, CaseId id, NewTelling asked) {
        String note = Room.words("--note", asked.note());
        String whom = Room.words("--whom", asked.whom());
        boolean message = asked.by() == null || asked.by() == Way.MESSAGE;
        return change(actor, id, false, (tx, standing) -> {
            List<Addressee> to = asked.to().isEmpty() ? untold(standing) : asked.to();
            if (message && (asked.at() != null || !whom.isEmpty())) {
                throw Room.usage("VG-INCIDENT-TELL", IncidentText.HOW_TOLD.with());
            }
            Instant when = when(standing, asked.at());
            List<Room.NewEvent> entries = new ArrayList<>();
            for (Addressee one : to) {
                if (message) {
                    entries.addAll(telling.send(tx, standing, one, when, note));
                    continue;
                }
                String who = whom.isEmpty() ? holder(one, when) : whom;
                Room.NewEvent fresh = new Room.NewEvent(
                        EventKind.TOLD, when, null, Telling.words(asked.by().id(), note), one.id(), who, "");
                entries.addAll(once(standing, fresh, asked.at()));
            }
            return entries;
        });
    }

    private static List<Addressee> untold(Standing standing) {
        List<Addressee> untold = new ArrayList<>();
        for (Addressee one : Addressee.values()) {
            if (one.required() && standing.told(one) == null) {
                untold.add(one);
            }
        }
        return untold;
    }

    /** Who holds the office that day, by name; for an outside body what it is called. */
    private String holder(Addressee one, Instant at) {
        List<String> names = new ArrayList<>();
        if (one.office() != null) {
            for (ActingAs acting : room.people().actsAs(one.office(), at)) {
                names.add(acting.member().name());
            }
        } else {
            for (OutsideBody body : room.people().bodies(room.day(at))) {
                if (names.isEmpty() && body.kind().word().equals(one.id())) {
                    names.add(body.name());
                }
            }
        }
        return String.join(", ", names);
    }

    CaseChange assign(Actor actor, CaseId id, String person) {
        Member owner = room.people().show(person);
        return change(
                actor,
                id,
                true,
                (tx, standing) -> owner.id().equals(standing.owner())
                        ? List.of()
                        : List.of(new Room.NewEvent(
                                EventKind.ASSIGNED, null, null, "", owner.id().value(), owner.name(), "")));
    }

    CaseChange link(Actor actor, CaseId id, String ref, String words) {
        String text = Room.words("--note", words);
        String to = Room.needed("REF", ref);
        if (to.startsWith(Standing.CAMERA)) {
            room.cameras().get(new CameraId(to.substring(Standing.CAMERA.length())));
        }
        CaseId other = CaseId.parse(to);
        return change(actor, id, false, (tx, standing) -> {
            if (other != null && other.series().equals(Incidents.SERIES)) {
                incidents.standing(tx, other);
                if (other.equals(id)) {
                    throw Room.usage("VG-INCIDENT-ITSELF", IncidentText.ITSELF.with(id));
                }
            }
            boolean has = to.startsWith(Standing.CAMERA)
                    && standing.told().cameras().contains(new CameraId(to.substring(Standing.CAMERA.length())));
            return has ? List.of() : once(standing, Room.NewEvent.of(EventKind.LINKED, text, to), null);
        });
    }

    CaseChange task(Actor actor, CaseId id, String words, String owner, LocalDate due) {
        String text = Room.needed("TEXT", words);
        Member who = room.people().show(owner);
        if (due != null && due.isBefore(room.day(room.now()))) {
            throw Room.usage("VG-INCIDENT-DUE", IncidentText.DUE_OVER.with(due));
        }
        return change(actor, id, true, (tx, standing) -> {
            for (Task task : standing.tasks(false)) {
                if (task.open() && task.words().equals(text) && task.owner().equals(who.id())) {
                    boolean same = java.util.Objects.equals(task.due(), due);
                    if (same) {
                        return List.of();
                    }
                    throw new VigilException(
                            ErrorKind.CONFLICT,
                            "VG-INCIDENT-TASK",
                            IncidentText.TASK_THERE.with(task.number(), task.due() == null ? "–" : task.due()));
                }
            }
            return List.of(new Room.NewEvent(
                    EventKind.TASK,
                    null,
                    null,
                    text,
                    due == null ? "" : due.toString(),
                    who.id().value(),
                    ""));
        });
    }

    CaseChange endTask(Actor actor, CaseId id, int number, boolean dropped, String outcome) {
        String text = Room.needed(dropped ? "--reason" : "--outcome", outcome);
        return change(actor, id, false, (tx, standing) -> {
            Task task = standing.tasks(false).stream()
                    .filter(t -> t.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new VigilException(
                                    ErrorKind.NOT_FOUND, "VG-INCIDENT-NO-TASK", IncidentText.NO_TASK.with(id, number))
                            .next(IncidentText.NEXT_SHOW.with(id)));
            if (!task.open()) {
                if (task.dropped() == dropped && task.outcome().equals(text)) {
                    return List.of();
                }
                throw new VigilException(
                        ErrorKind.CONFLICT, "VG-INCIDENT-TASK-ENDED", IncidentText.TASK_ENDED.with(id, number));
            }
            return List.of(Room.NewEvent.of(
                    dropped ? EventKind.TASK_DROPPED : EventKind.TASK_DONE, text, Standing.EVENT + number));
        });
    }

    CaseChange close(Actor actor, CaseId id, String outcome, Instant at, String anyway) {
        room.people().require(actor, Power.CLOSE_INCIDENT);
        String text = Room.needed("--outcome", outcome);
        String reason = Room.words("--anyway", anyway);
        return change(actor, id, false, (tx, standing) -> {
            if (!standing.open()) {
                CaseEvent closed = null;
                for (CaseEvent e : standing.events(false)) {
                    closed = e.kind() == EventKind.CLOSED && !e.withdrawn() ? e : closed;
                }
                if (closed != null && closed.words().equals(text)) {
                    return List.of();
                }
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-INCIDENT-CLOSED-OTHERWISE",
                                IncidentText.CLOSED_OTHERWISE.with(id))
                        .next(IncidentText.NEXT_REOPEN.with(id));
            }
            List<Message> missing = missing(standing);
            if (!missing.isEmpty() && reason.isEmpty()) {
                VigilException e = Room.refused("VG-INCIDENT-NOT-READY", IncidentText.NOT_READY.with(id));
                missing.forEach(e::why);
                if (!untold(standing).isEmpty()) {
                    e.next(IncidentText.NEXT_TELL.with(id));
                }
                throw e.next(IncidentText.NEXT_ANYWAY.with(id));
            }
            return List.of(new Room.NewEvent(EventKind.CLOSED, when(standing, at), null, text, "", "", reason));
        });
    }

    /** What must be there before an incident is closed (clause 8.3f; and no task is forgotten). */
    private static List<Message> missing(Standing standing) {
        List<Message> missing = new ArrayList<>();
        for (Addressee one : untold(standing)) {
            missing.add(IncidentText.NOT_TOLD.with(one.with()));
        }
        for (Task task : standing.tasks(false)) {
            if (task.open()) {
                missing.add(IncidentText.TASK_OPEN.with(task.number(), task.owner()));
            }
        }
        return missing;
    }

    CaseChange reopen(Actor actor, CaseId id, String reason) {
        room.people().require(actor, Power.CLOSE_INCIDENT);
        String why = Room.needed("--reason", reason);
        return change(
                actor,
                id,
                false,
                (tx, standing) -> standing.open()
                        ? List.of()
                        : List.of(new Room.NewEvent(EventKind.REOPENED, null, null, "", "", "", why)));
    }
}
