package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Tx;

/** Writes what changes in the roster, with its ledger entries, and what follows from it for office hours. */
final class Changes {
    private final World world;
    private final Ledger ledger;
    private final Mornings mornings;

    Changes(World world, Ledger ledger, Reading reading) {
        this.world = world;
        this.ledger = ledger;
        this.mornings = reading.mornings();
    }

    /** @param erratum whether it puts a past duty right */
    void give(Tx tx, Actor actor, List<Cell> cells, String reason, boolean erratum) throws SQLException {
        Instant now = now();
        for (Cell cell : cells) {
            SlotKey key = cell.slot();
            Cell before = SqlPlanStore.cells(tx, key.day(), key.day()).get(key);
            if (before == null ? cell.member() == null : before.equals(cell)) {
                continue;
            }
            boolean moved = before == null || !before.member().equals(cell.member());
            Publication published = published(tx, key.day());
            if (moved && published != null && empty(reason)) {
                throw noReason(key, published);
            }
            SqlPlanStore.put(tx, cell);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("before", before == null ? null : before.member().value());
            details.put("after", cell.member() == null ? null : cell.member().value());
            details.put("erratum", erratum);
            details.put("locked", cell.locked());
            details.put("publication", published == null ? null : published.id());
            details.put("reason", reason);
            details.put("source", cell.source().id());
            if (moved) {
                SqlPlanStore.change(
                        tx, before, cell, reason, published == null ? null : published.id(), erratum, now, by(actor));
                List<TimeSpan> free = mornings.enter(tx, key);
                if (!free.isEmpty()) {
                    details.put(
                            "free",
                            free.stream().map(s -> s.from() + "/" + s.to()).toList());
                }
            }
            ledger.append(tx, new Entry(actor.who(), "roster.give", "slot/" + key, details));
        }
    }

    void stand(Tx tx, Actor actor, Stretch stretch) throws SQLException {
        Publication published = published(tx, stretch.slot().day());
        if (empty(stretch.reason())) {
            throw noReason(stretch.slot(), published);
        }
        SqlPlanStore.insert(tx, stretch, now(), by(actor));
        mornings.enter(tx, stretch.slot());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("from", stretch.span().from().toString());
        details.put("member", stretch.member().value());
        details.put("publication", published == null ? null : published.id());
        details.put("reason", stretch.reason());
        details.put("source", stretch.source().id());
        details.put("to", stretch.span().to().toString());
        ledger.append(tx, new Entry(actor.who(), "roster.stand", "slot/" + stretch.slot(), details));
    }

    void withdraw(Tx tx, Actor actor, Overlay overlay, String reason) throws SQLException {
        SlotKey key = overlay.stretch().slot();
        if (empty(reason)) {
            throw noReason(key, published(tx, key.day()));
        }
        SqlOverlayStore.withdraw(tx, overlay.id(), now());
        mornings.enter(tx, key);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("member", overlay.stretch().member().value());
        details.put("overlay", overlay.id());
        details.put("reason", reason);
        ledger.append(tx, new Entry(actor.who(), "roster.stand.withdraw", "slot/" + key, details));
    }

    private static VigilException noReason(SlotKey key, Publication published) {
        VigilException e =
                new VigilException(ErrorKind.REFUSED, "VG-ROSTER-NO-REASON", PlanText.CANNOT_CHANGE.with(key));
        e.why(published == null ? PlanText.NEEDS_REASON.with() : PlanText.PUBLISHED_NEEDS_REASON.with(published.id()));
        return e.next(PlanText.REASON_NEXT.with());
    }

    static Publication published(Tx tx, LocalDate day) throws SQLException {
        List<Publication> all = SqlPlanStore.publications(tx, day, day);
        return all.isEmpty() ? null : all.get(0);
    }

    static boolean empty(String text) {
        return text == null || text.isBlank();
    }

    Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }

    static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }
}
