package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.DayClass;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/** Seals rosters, and tells what changed since. */
final class Publications {
    /** People are to know so many working days beforehand. */
    static final int NOTICE = 3;

    private static final int MOST = 20;

    private final Store store;
    private final Ledger ledger;
    private final Reading reading;

    Publications(Store store, Ledger ledger, Reading reading) {
        this.store = store;
        this.ledger = ledger;
        this.reading = reading;
    }

    Published publish(Actor actor, LocalDate from, LocalDate to, String number, boolean withGaps, String reason) {
        if (to.isBefore(from)) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-DAYS", PlanText.BACKWARDS.with(from, to));
        }
        return store.write(tx -> {
            Scene scene = reading.scene(tx, from, to);
            List<SlotKey> open = new ArrayList<>();
            Map<SlotKey, MemberId> held = new TreeMap<>();
            List<Slot> seats = scene.seats(from, to);
            for (Slot slot : seats) {
                held.put(slot.key(), null);
            }
            for (Duty duty : scene.duties(from, to)) {
                if (duty.open() && !open.contains(duty.slot().key())) {
                    open.add(duty.slot().key());
                }
            }
            scene.cells().forEach((key, cell) -> {
                Slot slot = scene.slots().get(key);
                if (slot != null && held.containsKey(key)) {
                    held.put(key, cell.member());
                }
            });
            if (seats.isEmpty()) {
                throw new VigilException(ErrorKind.NOT_FOUND, "VG-ROSTER-NO-SEATS", PlanText.NO_SEATS.with(from, to))
                        .next(PlanText.ADD_SHIFT_NEXT.with());
            }
            Publication last = exact(tx, from, to);
            String digest = digest(held);
            Map<SlotKey, MemberId> before = last == null ? Map.of() : SqlPlanStore.published(tx, last.id());
            boolean same = last != null
                    && last.digest().equals(digest)
                    && (number == null || number.equals(last.documentNumber()));
            int notice = workingDays(scene, from);
            if (same) {
                return new Published(true, last, List.of(), seats.size(), open, false, notice);
            }
            refuseGaps(from, to, open, withGaps, reason);
            Instant now = reading.world.now().truncatedTo(ChronoUnit.MICROS);
            CaseId id = SqlPlanStore.nextPublication(
                    tx, now.atZone(reading.config.zone()).getYear());
            Publication made = new Publication(
                    id.toString(),
                    last == null ? 1 : last.revision() + 1,
                    from,
                    to,
                    digest,
                    number,
                    open.isEmpty() ? null : reason,
                    now,
                    Changes.by(actor));
            SqlPlanStore.insert(tx, id, made, held);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("digest", digest);
            details.put("from", from.toString());
            details.put("number", number);
            details.put("open", open.size());
            details.put("reason", made.reason());
            details.put("revision", made.revision());
            details.put("to", to.toString());
            ledger.append(tx, new Entry(actor.who(), "roster.publish", id.toString(), details));
            return new Published(false, made, changes(before, held), seats.size(), open, notice < NOTICE, notice);
        });
    }

    private static void refuseGaps(LocalDate from, LocalDate to, List<SlotKey> open, boolean withGaps, String reason) {
        if (open.isEmpty() || withGaps && !Changes.empty(reason)) {
            return;
        }
        VigilException e = new VigilException(
                ErrorKind.REFUSED, "VG-ROSTER-GAPS", PlanText.CANNOT_PUBLISH.with(from, to, open.size()));
        for (SlotKey key : open.subList(0, Math.min(MOST, open.size()))) {
            e.why(PlanText.OPEN_SEAT.with(key));
        }
        throw e.next(PlanText.PUBLISH_GAPS_NEXT.with());
    }

    /** The last publication of exactly these days. */
    private static Publication exact(Tx tx, LocalDate from, LocalDate to) throws SQLException {
        for (Publication p : SqlPlanStore.publications(tx, from, to)) {
            if (p.from().equals(from) && p.to().equals(to)) {
                return p;
            }
        }
        return null;
    }

    /** Working days after today and before the first day. */
    private int workingDays(Scene scene, LocalDate from) {
        int days = 0;
        LocalDate today = LocalDate.ofInstant(reading.world.now(), reading.config.zone());
        for (LocalDate d = today.plusDays(1); d.isBefore(from); d = d.plusDays(1)) {
            days += scene.book().days().of(d) == DayClass.WORKDAY ? 1 : 0;
        }
        return days;
    }

    /** SHA-256 of every seat with its holder, empty ones too. */
    private static String digest(Map<SlotKey, MemberId> held) {
        StringBuilder s = new StringBuilder("vigil published roster 1\n");
        held.forEach((key, member) ->
                s.append(key).append('\t').append(member == null ? "-" : member).append('\n'));
        return Inputs.sha256(s.toString());
    }

    private static List<CellChange> changes(Map<SlotKey, MemberId> before, Map<SlotKey, MemberId> now) {
        TreeSet<SlotKey> keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        List<CellChange> changes = new ArrayList<>();
        for (SlotKey key : keys) {
            if (!Objects.equals(before.get(key), now.get(key))) {
                changes.add(new CellChange(key, before.get(key), now.get(key), !before.isEmpty()));
            }
        }
        return changes;
    }

    /** Where the roster differs from what was last published of each day, in order. */
    List<Difference> differences(LocalDate from, LocalDate to) {
        return store.read(tx -> {
            Scene scene = reading.scene(tx, from, to);
            List<Publication> publications = SqlPlanStore.publications(tx, from, to);
            Map<SlotKey, Difference> entered = SqlPlanStore.lastChanges(tx, from, to);
            List<Difference> all = new ArrayList<>();
            TreeSet<SlotKey> keys = new TreeSet<>();
            Map<Publication, Map<SlotKey, MemberId>> sealed = new LinkedHashMap<>();
            for (Publication p : publications) {
                sealed.put(p, SqlPlanStore.published(tx, p.id()));
                keys.addAll(sealed.get(p).keySet());
            }
            keys.addAll(scene.slots().keySet());
            for (SlotKey key : keys) {
                Publication p = publications.stream()
                        .filter(one -> one.covers(key.day()))
                        .findFirst()
                        .orElse(null);
                if (p != null && !key.day().isBefore(from) && !key.day().isAfter(to)) {
                    differ(scene, p, sealed.get(p).get(key), key, entered.get(key), all);
                }
            }
            return all;
        });
    }

    private static void differ(
            Scene scene, Publication p, MemberId before, SlotKey key, Difference entered, List<Difference> all) {
        boolean any = false;
        List<Duty> duties = scene.duties(key.day(), key.day());
        Cell cell = scene.cells().get(key);
        MemberId held = cell == null ? null : cell.member();
        for (Duty duty : duties) {
            if (duty.slot().key().equals(key) && Scene.ours(duty.slot())) {
                any = true;
                if (!Objects.equals(duty.member(), before)) {
                    boolean part = !duty.span().equals(duty.slot().span());
                    // Who left is no longer there, though nobody changed the seat.
                    boolean known = !part && entered != null && Objects.equals(held, duty.member());
                    all.add(new Difference(
                            p.id(),
                            key,
                            part ? duty.span() : null,
                            before,
                            duty.member(),
                            duty.source(),
                            known ? entered.reason() : null,
                            known && entered.erratum(),
                            known ? entered.at() : null,
                            known ? entered.by() : null));
                }
            }
        }
        if (!any && before != null) {
            all.add(new Difference(p.id(), key, null, before, null, null, null, false, null, null));
        }
    }
}
