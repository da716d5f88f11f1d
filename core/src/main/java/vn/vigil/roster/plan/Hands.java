package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/** Single seats, changed by hand. */
final class Hands {
    private final Store store;
    private final Reading reading;
    private final Changes changes;
    private final StandIns standIns;

    Hands(Store store, Reading reading, Changes changes, StandIns standIns) {
        this.store = store;
        this.reading = reading;
        this.changes = changes;
        this.standIns = standIns;
    }

    SeatChanged assign(Actor actor, SlotKey key, Member member, String reason) {
        return store.write(tx -> {
            Slot slot = slot(tx, key);
            if (begun(slot)) {
                throw refuse(key, PlanText.HAS_BEGUN.with()).next(PlanText.CORRECT_NEXT.with(key));
            }
            Cell before = cell(tx, key);
            if (before != null && before.member().equals(member.id())) {
                return changed(tx, true, key, before, before, List.of());
            }
            List<Objection> soft = new ArrayList<>();
            VigilException e = refuse(key, PlanText.MUST_NOT.with(member.name()));
            boolean hard = false;
            for (Objection o : standIns.objections(tx, key, null, member.id())) {
                if (o.hard()) {
                    hard = true;
                    e.why(sentence(o));
                } else {
                    soft.add(o);
                }
            }
            if (hard) {
                throw e.next(PlanText.EXPLAIN_NEXT.with(key));
            }
            Cell after = new Cell(key, member.id(), Source.MANUAL, before != null && before.locked());
            changes.give(tx, actor, List.of(after), reason, false);
            return changed(tx, false, key, before, after, soft);
        });
    }

    /** An objection with the article it rests on. */
    static Message sentence(Objection o) {
        return o.article() == null ? o.sentence() : PlanText.WITH_ARTICLE.with(o.sentence(), o.article());
    }

    SeatChanged clear(Actor actor, SlotKey key, String reason) {
        return store.write(tx -> {
            Slot slot = slot(tx, key);
            Cell before = cell(tx, key);
            if (before == null) {
                return changed(tx, true, key, null, null, List.of());
            }
            if (begun(slot)) {
                throw refuse(key, PlanText.HAS_BEGUN.with()).next(PlanText.CORRECT_NEXT.with(key));
            }
            Cell after = new Cell(key, null, Source.MANUAL, false);
            changes.give(tx, actor, List.of(after), reason, false);
            return changed(tx, false, key, before, after, List.of());
        });
    }

    List<SeatChanged> lock(Actor actor, List<SlotKey> keys, boolean locked) {
        return store.write(tx -> {
            List<SeatChanged> all = new ArrayList<>();
            for (SlotKey key : keys) {
                slot(tx, key);
                Cell before = cell(tx, key);
                if (before == null) {
                    throw refuse(key, PlanText.IS_EMPTY.with()).next(PlanText.ASSIGN_NEXT.with(key));
                }
                Cell after = new Cell(key, before.member(), before.source(), locked);
                changes.give(tx, actor, List.of(after), null, false);
                all.add(changed(tx, before.locked() == locked, key, before, after, List.of()));
            }
            return all;
        });
    }

    /** @param member null: nobody stood it */
    SeatChanged correct(Actor actor, SlotKey key, Member member, String reason) {
        return store.write(tx -> {
            Slot slot = slot(tx, key);
            if (!begun(slot)) {
                throw refuse(key, PlanText.NOT_BEGUN.with()).next(PlanText.ASSIGN_NEXT.with(key));
            }
            if (Changes.empty(reason)) {
                throw refuse(key, PlanText.NEEDS_REASON.with()).next(PlanText.REASON_NEXT.with());
            }
            Cell before = cell(tx, key);
            MemberId id = member == null ? null : member.id();
            if (Objects.equals(before == null ? null : before.member(), id)) {
                return changed(tx, true, key, before, before, List.of());
            }
            if (member != null && !member.on(key.day())) {
                throw refuse(key, PlanText.NOT_A_MEMBER.with(member.name(), key.day()));
            }
            Cell after = new Cell(key, id, Source.MANUAL, before != null && before.locked());
            changes.give(tx, actor, List.of(after), reason, true);
            return changed(tx, false, key, before, after, List.of());
        });
    }

    private boolean begun(Slot slot) {
        return !slot.span().from().isAfter(reading.world.now());
    }

    private Slot slot(Tx tx, SlotKey key) throws SQLException {
        Slot slot = StandIns.slot(reading.books.book(tx, key.day(), key.day()), key);
        if (!Scene.ours(slot)) {
            throw refuse(key, PlanText.STOOD_BY_BODY.with(slot.shift().body()));
        }
        return slot;
    }

    private static Cell cell(Tx tx, SlotKey key) throws SQLException {
        return SqlPlanStore.cells(tx, key.day(), key.day()).get(key);
    }

    private static VigilException refuse(SlotKey key, Message why) {
        return new VigilException(ErrorKind.REFUSED, "VG-ROSTER-SEAT", PlanText.CANNOT_CHANGE.with(key)).why(why);
    }

    private static SeatChanged changed(
            Tx tx, boolean unchanged, SlotKey key, Cell before, Cell after, List<Objection> objections)
            throws SQLException {
        Publication published = Changes.published(tx, key.day());
        return new SeatChanged(
                unchanged,
                key,
                before == null ? null : before.member(),
                after == null ? null : after.member(),
                after != null && after.locked(),
                objections,
                published == null ? null : published.id());
    }
}
