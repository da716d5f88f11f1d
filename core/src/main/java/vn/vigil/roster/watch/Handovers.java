package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Proof;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.Power;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Duty;
import vn.vigil.store.Tx;

/** Handing over. What {@link Watch} says of it. */
final class Handovers {
    /** So long after a duty its holder may still open its handover without naming the seat. */
    private static final Duration AFTER = Duration.ofHours(12);

    private final Room room;
    private final Attendances attendances;
    private final Rounds rounds;
    private final Supplier<OpenMatters> matters;
    private final Notes notes;

    Handovers(Room room, Attendances attendances, Rounds rounds, Supplier<OpenMatters> matters, Notes notes) {
        this.room = room;
        this.attendances = attendances;
        this.rounds = rounds;
        this.matters = matters;
        this.notes = notes;
    }

    SavedHandover open(Actor actor, SlotKey slot) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        // Looked up before: other rooms read in transactions of their own, and a handover is opened seldom.
        List<Matter> found = matters.get().now();
        return room.store().write(tx -> {
            List<Duty> near = attendances.near(tx, now);
            Duty duty = slot == null ? outgoing(tx, near, actor, now) : part(tx, actor, slot, near, now);
            return open(tx, actor, duty, found, now);
        });
    }

    private SavedHandover open(Tx tx, Actor actor, Duty duty, List<Matter> found, Instant now) throws SQLException {
        Handover there = of(tx, duty);
        if (there != null) {
            return new SavedHandover(there, true);
        }
        List<Matter> facts = new ArrayList<>(found);
        facts.addAll(rounds.missed(tx, duty.span(), now));
        CaseId id = SqlAttendanceStore.nextId(tx, "watch_handover", SqlHandoverStore.SERIES, room.year(now));
        SqlHandoverStore.insert(
                tx,
                new Handover(
                        id,
                        duty.slot().post().id(),
                        duty.slot().key(),
                        duty.member(),
                        duty.span().from(),
                        duty.span().to(),
                        duty.slot().shift().handoverMinutes(),
                        now,
                        Room.by(actor),
                        null,
                        null,
                        facts,
                        List.of()));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("slot", duty.slot().key().toString());
        details.put("from", duty.member() == null ? null : duty.member().value());
        details.put("due", duty.span().to().toString());
        details.put("facts", facts.size());
        room.enter(tx, actor, "roster.handover.open", id.toString(), details);
        return new SavedHandover(SqlHandoverStore.get(tx, id), false);
    }

    private static Handover of(Tx tx, Duty duty) throws SQLException {
        for (Handover h : SqlHandoverStore.since(tx, duty.span().to())) {
            if (h.slot().equals(duty.slot().key()) && h.due().equals(duty.span().to())) {
                return h;
            }
        }
        return null;
    }

    /** The last part of a seat; another's takes the power, but for who takes over from it. */
    private Duty part(Tx tx, Actor actor, SlotKey slot, List<Duty> near, Instant now) throws SQLException {
        List<Duty> seat = room.seat(tx, slot);
        Duty last = null;
        for (Duty duty : seat) {
            last = last == null || !duty.span().from().isAfter(now) ? duty : last;
        }
        Duty next = next(near, last);
        MemberId me = actor.memberId();
        boolean mine = me != null && (me.equals(last.member()) || next != null && me.equals(next.member()));
        if (!mine) {
            room.people().require(actor, Power.MANAGE_ROSTER);
        }
        if (last.span().from().isAfter(now)) {
            throw Room.refused(
                    "VG-WATCH-NOT-BEGUN",
                    WatchText.NOT_BEGUN.with(slot, room.time(last.span().from())));
        }
        return last;
    }

    /** The duty that the actor hands over: the last of theirs that began; for who comes next, the one that they take over. */
    private Duty outgoing(Tx tx, List<Duty> near, Actor actor, Instant now) throws SQLException {
        Duty mine = null;
        Duty coming = null;
        for (Duty duty : near) {
            if (!actor.memberId().equals(duty.member())) {
                continue;
            }
            boolean begun = !duty.span().from().isAfter(now);
            if (begun && now.isBefore(duty.span().to().plus(AFTER))) {
                mine = duty;
            }
            boolean soon = duty.span().from().minus(Attendances.EARLY).isBefore(now)
                    && now.isBefore(duty.span().to());
            coming = soon ? duty : coming;
        }
        Duty before = coming == null ? null : previous(near, coming);
        if (before != null && (coming != mine || of(tx, before) == null && now.isBefore(half(coming)))) {
            // Somebody who has just come opens what the one before them did not.
            return mine != null && coming != mine && now.isBefore(mine.span().to()) ? mine : before;
        }
        if (mine != null) {
            return mine;
        }
        throw attendances.notOnRoster(tx, actor.member(), now);
    }

    private static Instant half(Duty duty) {
        return duty.span().from().plus(duty.span().length().dividedBy(2));
    }

    /** The duty that follows on a seat. */
    static Duty next(List<Duty> near, Duty duty) {
        for (Duty other : near) {
            if (sameSeat(other, duty)
                    && !other.span().from().isBefore(duty.span().to())) {
                return other;
            }
        }
        return null;
    }

    private static Duty previous(List<Duty> near, Duty duty) {
        Duty last = null;
        for (Duty other : near) {
            if (sameSeat(other, duty) && !other.span().to().isAfter(duty.span().from())) {
                last = other;
            }
        }
        return last;
    }

    private static boolean sameSeat(Duty a, Duty b) {
        SlotKey one = a.slot().key();
        SlotKey two = b.slot().key();
        return a.slot().post().id().equals(b.slot().post().id())
                && one.role() == two.role()
                && one.seat() == two.seat();
    }

    SavedHandover accept(Actor actor, AcceptHandover asked) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        Member who = asked.person() == null ? actor.member() : room.people().show(asked.person());
        Proof proof = proof(actor, asked);
        Instant at = asked.at() == null ? now : asked.at();
        attendances.notInFuture("--at", at, now);
        String sheet = room.words("--sheet", asked.sheet());
        List<Matter> found = matters.get().now();
        return room.store().write(tx -> {
            List<Duty> near = attendances.near(tx, at);
            Handover there =
                    asked.handover() == null ? waiting(tx, actor, near, who, found, at) : need(tx, asked.handover());
            if (there.closed() != null) {
                throw Room.refused(
                        "VG-WATCH-HANDOVER-CLOSED",
                        WatchText.HANDOVER_CLOSED.with(
                                there.id(), there.closed().why()));
            }
            if (there.accepted() != null) {
                if (who.id().equals(there.accepted().by())) {
                    return new SavedHandover(there, true);
                }
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-WATCH-HANDOVER-ACCEPTED",
                                WatchText.HANDOVER_ACCEPTED.with(
                                        there.id(),
                                        room.named(tx, there.accepted().by()),
                                        room.time(there.accepted().at())))
                        .next(WatchText.NEXT_HANDOVER_SHOW.with(there.id()));
            }
            accept(tx, actor, there, who, proof, at, sheet, asked.scanSha256());
            return new SavedHandover(SqlHandoverStore.get(tx, there.id()), false);
        });
    }

    /** How it is proved; the site may demand more than a PIN. A rehearsal judges no secret and so asks for none. */
    private Proof proof(Actor actor, AcceptHandover asked) {
        String demanded = room.config().text(Setting.HANDOVER_PROOF);
        if (!demanded.equals("pin") && !demanded.equals("key")) {
            throw Room.usage(
                    "VG-WATCH-SETTING", WatchText.BAD_PROOF_SETTING.with(Setting.HANDOVER_PROOF.key(), demanded));
        }
        boolean key = demanded.equals("key");
        if (asked.paper() && key) {
            throw Room.refused("VG-WATCH-KEY-DEMANDED", WatchText.KEY_DEMANDED.with());
        }
        if (asked.paper()) {
            if (room.words("--sheet", asked.sheet()) == null && asked.scanSha256() == null) {
                throw Room.usage("VG-WATCH-NO-SHEET", WatchText.NO_SHEET.with());
            }
            return Proof.PAPER;
        }
        if (asked.person() != null || asked.at() != null) {
            throw Room.usage("VG-WATCH-PAPER-ONLY", WatchText.PAPER_ONLY.with());
        }
        if (room.store().isRehearsal()) {
            return key ? Proof.KEY : Proof.PIN;
        }
        if (actor.proof() != Proof.KEY && (key || actor.proof() != Proof.PIN)) {
            throw new VigilException(
                            ErrorKind.DENIED,
                            "VG-WATCH-PROOF",
                            (key ? WatchText.KEY_DEMANDED : WatchText.PROOF_DEMANDED).with())
                    .next((key ? WatchText.NEXT_KEY : WatchText.NEXT_PIN).with());
        }
        return actor.proof();
    }

    /** The handover that waits for a person; where nobody opened it, it is opened now. */
    private Handover waiting(Tx tx, Actor actor, List<Duty> near, Member who, List<Matter> found, Instant at)
            throws SQLException {
        for (int i = near.size() - 1; i >= 0; i--) {
            Duty duty = near.get(i);
            if (who.id().equals(duty.member())
                    && !duty.span().from().minus(Attendances.EARLY).isAfter(at)
                    && at.isBefore(duty.span().to())) {
                Duty before = previous(near, duty);
                if (before == null) {
                    throw Room.refused(
                                    "VG-WATCH-NOTHING-BEFORE",
                                    WatchText.NOTHING_BEFORE.with(duty.slot().key()))
                            .next(WatchText.NEXT_CHECKIN.with());
                }
                return open(tx, actor, before, found, room.now()).handover();
            }
        }
        throw attendances.notOnRoster(tx, who, at);
    }

    private void accept(
            Tx tx, Actor actor, Handover there, Member who, Proof proof, Instant at, String sheet, String scan)
            throws SQLException {
        List<Duty> near = attendances.near(tx, there.due());
        Duty out = null;
        for (Duty duty : near) {
            out = duty.slot().key().equals(there.slot()) && duty.span().to().equals(there.due()) ? duty : out;
        }
        Duty next = out == null ? null : next(near, out);
        if (next == null || next.open()) {
            throw Room.refused("VG-WATCH-NOBODY-FOLLOWS", WatchText.NOBODY_FOLLOWS.with(there.id()))
                    .next(WatchText.NEXT_TAKE.with(who.id()))
                    .next(WatchText.NEXT_HANDOVER_CLOSE.with(there.id()));
        }
        if (next.member() != null && !next.member().equals(who.id())) {
            // Whoever stands in later in the same shift takes over too, once the seat is theirs.
            Duty theirs = null;
            for (Duty duty : near) {
                boolean seat = sameSeat(duty, out) && who.id().equals(duty.member());
                theirs = seat && duty.span().contains(at) && !duty.span().from().isBefore(there.due()) ? duty : theirs;
            }
            if (theirs == null) {
                throw Room.refused("VG-WATCH-NOT-NEXT", WatchText.NOT_NEXT.with(who.name(), there.id()))
                        .why(WatchText.NEXT_IS.with(room.named(tx, next.member())))
                        .next(WatchText.NEXT_TAKE.with(who.id()));
            }
            next = theirs;
        }
        if (next.member() == null && proof != Proof.PAPER) {
            throw Room.refused("VG-WATCH-GUARDS-PAPER", WatchText.GUARDS_BY_PAPER.with(next.body()));
        }
        if (next.span().from().minus(Attendances.EARLY).isAfter(at)) {
            throw Room.refused(
                    "VG-WATCH-EARLY",
                    WatchText.TOO_EARLY.with(there.id(), room.time(next.span().from())));
        }
        MemberId by = next.member();
        SqlHandoverStore.accept(tx, there.id(), new Handover.Accepted(at, by, Room.by(actor), proof, sheet, scan));
        for (Attendance row :
                SqlAttendanceStore.days(tx, there.slot().day(), there.slot().day(), false)) {
            if (row.slot().equals(there.slot())
                    && row.member().equals(there.from())
                    && row.out() == null
                    && row.in().isBefore(at)
                    && !there.from().equals(by)) {
                SqlAttendanceStore.out(tx, row.id(), at);
            }
        }
        if (by != null) {
            attendances.arrive(
                    tx,
                    actor,
                    next,
                    near,
                    by,
                    at,
                    proof == Proof.PAPER ? Attendance.How.PAPER : Attendance.How.HANDOVER);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("by", by == null ? null : by.value());
        details.put("at", at.toString());
        details.put("proof", proof.word());
        details.put("sheet", sheet);
        details.put("scan", scan);
        details.put("lateMinutes", SqlHandoverStore.get(tx, there.id()).lateMinutes());
        room.enter(tx, actor, "roster.handover.accept", there.id().toString(), details);
    }

    SavedHandover close(Actor actor, CaseId id, String reason) {
        room.people().require(actor, Power.MANAGE_ROSTER);
        Instant now = room.now();
        String why = room.demanded("--reason", reason);
        return room.store().write(tx -> {
            Handover there = need(tx, id);
            if (there.accepted() != null) {
                throw Room.refused(
                                "VG-WATCH-HANDOVER-ACCEPTED",
                                WatchText.HANDOVER_ACCEPTED.with(
                                        id,
                                        room.named(tx, there.accepted().by()),
                                        room.time(there.accepted().at())))
                        .next(WatchText.NEXT_HANDOVER_SHOW.with(id));
            }
            if (there.closed() != null) {
                if (there.closed().why().equals(why)) {
                    return new SavedHandover(there, true);
                }
                throw new VigilException(
                        ErrorKind.CONFLICT,
                        "VG-WATCH-HANDOVER-CLOSED",
                        WatchText.HANDOVER_CLOSED.with(id, there.closed().why()));
            }
            SqlHandoverStore.close(tx, id, new Handover.Closed(now, Room.by(actor), why));
            room.enter(tx, actor, "roster.handover.close", id.toString(), Map.of("reason", why));
            return new SavedHandover(SqlHandoverStore.get(tx, id), false);
        });
    }

    List<Handover> list(TimeSpan span) {
        return room.store().read(tx -> {
            List<Handover> some = new ArrayList<>();
            for (Handover h : SqlHandoverStore.since(tx, span.from())) {
                if (h.due().isBefore(span.to()) || h.state() == Handover.State.OPEN) {
                    some.add(h);
                }
            }
            return some;
        });
    }

    Handover get(CaseId id) {
        return room.store().read(tx -> need(tx, id));
    }

    /** The newest that waits, of the actor's post where they are on watch; else the newest of all. */
    Handover current(Actor actor) {
        return room.store().read(tx -> {
            String post = notes.post(tx, actor, room.now());
            Handover newest = null;
            for (Handover h : SqlHandoverStore.since(tx, Instant.EPOCH)) {
                newest = post == null || post.equals(h.post()) ? h : newest;
            }
            if (newest == null) {
                throw new VigilException(ErrorKind.NOT_FOUND, "VG-WATCH-NO-HANDOVERS", WatchText.NO_HANDOVERS.with())
                        .next(WatchText.NEXT_HANDOVER_OPEN.with());
            }
            return newest;
        });
    }

    private static Handover need(Tx tx, CaseId id) throws SQLException {
        Handover there = SqlHandoverStore.get(tx, id);
        if (there == null) {
            throw Room.notFound(
                    WatchText.NO_HANDOVER,
                    id,
                    SqlAttendanceStore.ids(tx, "watch_handover"),
                    WatchText.NEXT_HANDOVER_LIST);
        }
        return there;
    }
}
