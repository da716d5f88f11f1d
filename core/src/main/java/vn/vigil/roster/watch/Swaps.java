package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Severity;
import vn.vigil.base.VigilException;
import vn.vigil.config.Setting;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.Power;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Finding;
import vn.vigil.roster.plan.Objection;
import vn.vigil.roster.plan.Overlay;
import vn.vigil.roster.plan.Source;
import vn.vigil.store.Tx;

/** Changing duties: offered, accepted, approved and applied. What {@link Watch} says of it. */
final class Swaps {
    private final Room room;
    private final SwapTelling telling;

    Swaps(Room room, Letterbox letters) {
        this.room = room;
        this.telling = new SwapTelling(room, letters);
    }

    SavedSwap request(Actor actor, SlotKey slot, String withName, SlotKey back) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        Member with = room.people().show(withName);
        MemberId member = room.store().read(tx -> offerer(tx, actor, slot, with, back, now));
        List<Objection> objections = validated(actor, slot, member, with.id(), back);
        return room.store().write(tx -> {
            for (Swap there : SqlSwapStore.all(tx)) {
                if (!state(tx, there, now).open()) {
                    continue;
                }
                if (there.slot().equals(slot) && there.with().equals(with.id()) && same(there.back(), back)) {
                    return saved(tx, there.id(), objections, true);
                }
                if (touches(there, slot) || back != null && touches(there, back)) {
                    throw new VigilException(
                                    ErrorKind.CONFLICT, "VG-WATCH-SWAP-DIFFERENT", WatchText.SWAP_RUNS.with(there.id()))
                            .why(WatchText.SWAP_IS.with(
                                    there.slot(),
                                    room.named(tx, there.with()),
                                    there.back() == null ? "–" : there.back()))
                            .next(WatchText.NEXT_SWAP_CANCEL.with(there.id()));
                }
            }
            CaseId id = SqlAttendanceStore.nextId(tx, "watch_swap", SqlSwapStore.SERIES, room.year(now));
            Swap swap = new Swap(
                    id,
                    slot,
                    member,
                    with.id(),
                    back,
                    Swap.State.OFFERED,
                    now,
                    Room.by(actor),
                    null,
                    null,
                    null,
                    null,
                    null);
            SqlSwapStore.insert(tx, swap);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("slot", slot.toString());
            details.put("member", member.value());
            details.put("with", with.id().value());
            details.put("back", back == null ? null : back.toString());
            room.enter(tx, actor, "roster.swap.request", id.toString(), details);
            telling.tell(tx, swap, WatchText.MAIL_SWAP_OFFERED, WatchText.MAIL_SWAP_OFFERED_NEXT, List.of(with));
            return saved(tx, id, objections, false);
        });
    }

    private static boolean same(SlotKey a, SlotKey b) {
        return a == null ? b == null : a.equals(b);
    }

    private static boolean touches(Swap swap, SlotKey slot) {
        return swap.slot().equals(slot) || slot.equals(swap.back());
    }

    /** The member whose duty is offered; refuses what cannot be offered. */
    private MemberId offerer(Tx tx, Actor actor, SlotKey slot, Member with, SlotKey back, Instant now)
            throws SQLException {
        List<Duty> seat = room.seat(tx, slot);
        MemberId member = Room.holder(seat);
        if (member == null) {
            throw Room.refused("VG-WATCH-SWAP-SEAT", WatchText.SEAT_NOT_ONES.with(slot));
        }
        if (!member.equals(actor.memberId())) {
            room.people().require(actor, Power.MANAGE_ROSTER);
        }
        if (member.equals(with.id())) {
            throw Room.usage("VG-WATCH-SWAP-SELF", WatchText.SWAP_WITH_SELF.with(with.name(), slot));
        }
        intime(actor, seat, now);
        if (back != null) {
            List<Duty> other = room.seat(tx, back);
            if (!with.id().equals(Room.holder(other))) {
                VigilException e =
                        Room.refused("VG-WATCH-SWAP-SEAT", WatchText.SEAT_OF_ANOTHER.with(back, with.name()));
                MemberId holder = Room.holder(other);
                throw holder == null ? e : e.why(WatchText.SEAT_IS_OF.with(room.named(tx, holder)));
            }
            intime(actor, other, now);
        }
        return member;
    }

    /** Not begun, and not so near that only a leader may change it. */
    private void intime(Actor actor, List<Duty> seat, Instant now) {
        Instant begins = seat.get(0).slot().span().from();
        SlotKey key = seat.get(0).slot().key();
        if (!begins.isAfter(now)) {
            throw Room.refused("VG-WATCH-BEGUN", WatchText.DUTY_BEGUN.with(key, room.time(begins)));
        }
        Duration cutOff = room.config().duration(Setting.ROSTER_SWAP_CUTOFF);
        if (begins.minus(cutOff).isBefore(now) && !room.manages(actor)) {
            throw Room.refused("VG-WATCH-CUT-OFF", WatchText.TOO_NEAR.with(key, vn.vigil.text.TimeText.print(cutOff)))
                    .next(WatchText.NEXT_LEADER.with());
        }
    }

    /** Asks what rules say against it, as if each had given away what they give; refuses what a hard rule forbids. */
    private List<Objection> validated(Actor actor, SlotKey slot, MemberId member, MemberId with, SlotKey back) {
        List<Objection> all = room.store().rehearse(tx -> {
            empty(tx, actor, slot);
            if (back != null) {
                empty(tx, actor, back);
            }
            List<Objection> found = new ArrayList<>(room.plans().objections(tx, slot, null, with));
            if (back != null) {
                found.addAll(room.plans().objections(tx, back, null, member));
            }
            return found;
        });
        VigilException e = Room.refused("VG-WATCH-UNLAWFUL", WatchText.SWAP_UNLAWFUL.with());
        boolean hard = false;
        List<Objection> soft = new ArrayList<>();
        for (Objection objection : all) {
            if (objection.hard()) {
                hard = true;
                e.why(StandingIn.said(objection));
            } else {
                soft.add(objection);
            }
        }
        if (hard) {
            throw e.next(WatchText.NEXT_OTHER.with());
        }
        return soft;
    }

    private void empty(Tx tx, Actor actor, SlotKey slot) throws SQLException {
        for (Overlay over : room.over(tx, slot)) {
            room.plans().withdraw(tx, actor, over, Source.SWAP.id());
        }
        room.plans().give(tx, actor, List.of(new Cell(slot, null, Source.SWAP, false)), Source.SWAP.id());
    }

    SavedSwap accept(Actor actor, CaseId id) {
        Instant now = room.now();
        Swap there = room.store().read(tx -> need(tx, id));
        if (!there.with().equals(actor.memberId())) {
            room.people().require(actor, Power.MANAGE_ROSTER);
        }
        if (there.state() == Swap.State.ACCEPTED || there.state() == Swap.State.APPLIED) {
            return room.store().read(tx -> saved(tx, id, List.of(), true));
        }
        SavedSwap dead = ended(actor, there, now);
        if (dead != null) {
            return dead;
        }
        List<Objection> objections = validated(actor, there.slot(), there.member(), there.with(), there.back());
        return room.store().write(tx -> {
            SqlSwapStore.accept(tx, id, now, Room.by(actor));
            room.enter(
                    tx,
                    actor,
                    "roster.swap.accept",
                    id.toString(),
                    Map.of("for", there.with().value()));
            telling.tell(
                    tx, there, WatchText.MAIL_SWAP_ACCEPTED, WatchText.MAIL_SWAP_ACCEPTED_NEXT, room.leaders(tx, now));
            return saved(tx, id, objections, false);
        });
    }

    SavedSwap approve(Actor actor, CaseId id) {
        room.people().require(actor, Power.MANAGE_ROSTER);
        Instant now = room.now();
        Swap there = room.store().read(tx -> need(tx, id));
        if (there.state() == Swap.State.APPLIED) {
            return room.store().read(tx -> saved(tx, id, List.of(), true));
        }
        SavedSwap dead = ended(actor, there, now);
        if (dead != null) {
            return dead;
        }
        if (there.state() == Swap.State.OFFERED) {
            throw Room.refused("VG-WATCH-NOT-ACCEPTED", WatchText.NOT_ACCEPTED.with(id))
                    .next(WatchText.NEXT_SWAP_ACCEPT.with(id, there.with()));
        }
        boolean party = there.member().equals(actor.memberId()) || there.with().equals(actor.memberId());
        if (party) {
            for (Member leader : room.store().read(tx -> room.leaders(tx, now))) {
                if (!leader.id().equals(there.member()) && !leader.id().equals(there.with())) {
                    throw Room.refused("VG-WATCH-OWN-SWAP", WatchText.OWN_SWAP.with(id))
                            .next(WatchText.NEXT_SWAP_APPROVE.with(id, leader.id()));
                }
            }
        }
        List<Objection> objections = validated(actor, there.slot(), there.member(), there.with(), there.back());
        return room.store().write(tx -> {
            room.hand(tx, actor, there.slot(), there.with(), Source.SWAP, id.toString());
            if (there.back() != null) {
                room.hand(tx, actor, there.back(), there.member(), Source.SWAP, id.toString());
            }
            SqlSwapStore.apply(tx, id, now, Room.by(actor));
            room.enter(tx, actor, "roster.swap.approve", id.toString(), Map.of());
            List<Member> both = new ArrayList<>();
            both.add(room.member(tx, there.member()));
            both.add(room.member(tx, there.with()));
            telling.tell(tx, there, WatchText.MAIL_SWAP_APPLIED, null, both);
            return saved(tx, id, objections, false);
        });
    }

    /** Calls a swap off, or undoes one that was applied and whose duties have not begun. */
    SavedSwap cancel(Actor actor, CaseId id, String reason) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        String why = room.words("--reason", reason);
        return room.store().write(tx -> {
            Swap there = need(tx, id);
            boolean party =
                    there.member().equals(actor.memberId()) || there.with().equals(actor.memberId());
            if (!party || there.state() == Swap.State.APPLIED) {
                room.people().require(actor, Power.MANAGE_ROSTER);
            }
            if (there.state() == Swap.State.CANCELLED) {
                return saved(tx, id, List.of(), true);
            }
            if (there.ended() != null) {
                throw Room.refused(
                        "VG-WATCH-SWAP-OVER",
                        WatchText.SWAP_OVER.with(id, there.state().with()));
            }
            if (there.state() == Swap.State.APPLIED) {
                undo(tx, actor, there, now);
            }
            SqlSwapStore.end(tx, id, Swap.State.CANCELLED, new Swap.Ended(now, Room.by(actor), why));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("reason", why);
            details.put("undone", there.state() == Swap.State.APPLIED);
            room.enter(tx, actor, "roster.swap.cancel", id.toString(), details);
            return saved(tx, id, List.of(), false);
        });
    }

    private void undo(Tx tx, Actor actor, Swap there, Instant now) throws SQLException {
        List<Duty> seat = room.seat(tx, there.slot());
        boolean still = there.with().equals(Room.holder(seat))
                && seat.get(0).slot().span().from().isAfter(now);
        if (there.back() != null) {
            List<Duty> other = room.seat(tx, there.back());
            still &= there.member().equals(Room.holder(other))
                    && other.get(0).slot().span().from().isAfter(now);
        }
        if (!still) {
            throw Room.refused("VG-WATCH-SWAP-OVER", WatchText.CANNOT_UNDO.with(there.id()))
                    .next(WatchText.NEXT_SWAP_REQUEST.with());
        }
        room.hand(
                tx, actor, there.slot(), there.member(), Source.SWAP, there.id().toString());
        if (there.back() != null) {
            room.hand(
                    tx,
                    actor,
                    there.back(),
                    there.with(),
                    Source.SWAP,
                    there.id().toString());
        }
    }

    List<SavedSwap> list(boolean all) {
        Instant now = room.now();
        return room.store().read(tx -> {
            List<SavedSwap> some = new ArrayList<>();
            for (Swap swap : SqlSwapStore.all(tx)) {
                if (all || state(tx, swap, now).open()) {
                    some.add(saved(tx, swap.id(), List.of(), false));
                }
            }
            return some;
        });
    }

    /** Swaps that wait and can come to nothing any more, whose seats lie on the days from first to last. */
    List<Finding> nowhere(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<Finding> all = new ArrayList<>();
        for (Swap swap : SqlSwapStore.all(tx)) {
            LocalDate day = swap.slot().day();
            if (swap.state().open() && !day.isBefore(first) && !day.isAfter(last)) {
                Swap.State state = state(tx, swap, room.now());
                if (!state.open()) {
                    all.add(new Finding(
                            Finding.Kind.ELSEWHERE,
                            Severity.WARNING,
                            swap.slot(),
                            swap.member(),
                            null,
                            "swap",
                            WatchText.SWAP_NOWHERE.with(swap.id(), state.with()),
                            null));
                }
            }
        }
        return all;
    }

    /** What has expired, or whose seats went elsewhere, is written down as such; null while it is alive. */
    private SavedSwap ended(Actor actor, Swap there, Instant now) {
        if (there.ended() != null) {
            throw Room.refused(
                    "VG-WATCH-SWAP-OVER",
                    WatchText.SWAP_OVER.with(there.id(), there.state().with()));
        }
        return room.store().write(tx -> {
            Swap.State state = state(tx, there, now);
            if (state.open()) {
                return null;
            }
            SqlSwapStore.end(tx, there.id(), state, new Swap.Ended(now, Room.by(actor), null));
            room.enter(tx, actor, "roster.swap." + state.id(), there.id().toString(), Map.of());
            return saved(tx, there.id(), List.of(), false);
        });
    }

    /** The state as it is now, whatever was written down last. */
    private Swap.State state(Tx tx, Swap swap, Instant now) throws SQLException {
        if (!swap.state().open()) {
            return swap.state();
        }
        Swap.State state = state(tx, swap, swap.slot(), swap.member(), now);
        return state.open() && swap.back() != null ? state(tx, swap, swap.back(), swap.with(), now) : state;
    }

    private Swap.State state(Tx tx, Swap swap, SlotKey slot, MemberId holder, Instant now) throws SQLException {
        List<Duty> seat;
        try {
            seat = room.seat(tx, slot);
        } catch (VigilException gone) {
            return Swap.State.VOID;
        }
        if (!seat.get(0).slot().span().from().isAfter(now)) {
            return Swap.State.EXPIRED;
        }
        return holder.equals(Room.holder(seat)) ? swap.state() : Swap.State.VOID;
    }

    private static Swap need(Tx tx, CaseId id) throws SQLException {
        for (Swap swap : SqlSwapStore.all(tx)) {
            if (swap.id().equals(id)) {
                return swap;
            }
        }
        throw Room.notFound(WatchText.NO_SWAP, id, SqlAttendanceStore.ids(tx, "watch_swap"), WatchText.NEXT_SWAP_LIST);
    }

    private SavedSwap saved(Tx tx, CaseId id, List<Objection> objections, boolean unchanged) throws SQLException {
        Swap swap = need(tx, id);
        Swap.State now = state(tx, swap, room.now());
        Swap shown = now == swap.state() ? swap : with(swap, now);
        return new SavedSwap(shown, SwapEffects.of(room, tx, swap), objections, unchanged);
    }

    private static Swap with(Swap s, Swap.State state) {
        return new Swap(
                s.id(),
                s.slot(),
                s.member(),
                s.with(),
                s.back(),
                state,
                s.askedAt(),
                s.askedBy(),
                s.acceptedAt(),
                s.acceptedBy(),
                s.approvedAt(),
                s.approvedBy(),
                s.ended());
    }
}
