package vn.vigil.hold;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.evidence.Wanted;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.store.Store;
import vn.vigil.text.Viet;

/**
 * Somebody calls for footage at two in the morning: it is held at once, and released to nobody. Not safe for several threads.
 */
public final class Calls {
    static final String SERIES = "CALL";

    /** The same caller for the same footage within this time is the same call. */
    private static final Duration SAME = Duration.ofHours(12);

    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final Holds holds;
    private final DutyList duty;

    public Calls(World world, Config config, Store store, Ledger ledger, People people, Holds holds, DutyList duty) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.holds = holds;
        this.duty = duty;
    }

    /**
     * Puts a call on record, holds what is wanted and says what can be said. Nothing is copied yet: {@link Holds#copy} does that
     * while the caller has the answer.
     *
     * @param caller the body or officer, as told
     * @param phone as told; null when not told
     * @param wanted at least one camera and span
     * @throws VigilException DENIED; USAGE without a caller; NOT_FOUND for a camera
     */
    public CallAnswer take(
            Actor actor, String caller, String phone, List<Wanted> wanted, LocalDate keepUntil, Progress progress) {
        people.require(actor, Power.HOLD_FOOTAGE);
        String who = Viet.nfc(caller).strip();
        if (who.isEmpty()) {
            throw new VigilException(ErrorKind.USAGE, "VG-HOLD-CALLER", HoldText.NO_CALLER.with());
        }
        Instant now = world.now().truncatedTo(ChronoUnit.MICROS);
        Call there = same(who, wanted, now);
        Call call = there != null ? there : written(actor, who, phone, now);
        Placed placed = holds.place(actor, new NewHold(call.id(), wanted, who, keepUntil), Duration.ZERO, progress);
        return new CallAnswer(
                call,
                there != null,
                holds.can(wanted, progress),
                placed,
                List.of(HoldText.PAPER_REQUEST.with(), HoldText.PAPER_OFFICER.with(), HoldText.PAPER_APPROVAL.with()),
                duty.toWake(now));
    }

    private Call same(String caller, List<Wanted> wanted, Instant now) {
        for (Call call : store.read(tx -> SqlHoldStore.calls(tx, caller, now.minus(SAME)))) {
            List<Held> held = holds.list(new HoldFilter(call.id(), null, null, true));
            boolean all = wanted.stream().filter(w -> !w.asked().isLive()).allMatch(w -> held.stream()
                    .anyMatch(h -> h.camera().equals(w.camera())
                            && h.span().equals(w.asked().span())));
            if (all) {
                return call;
            }
        }
        return null;
    }

    private Call written(Actor actor, String caller, String phone, Instant now) {
        String number =
                phone == null || phone.isBlank() ? null : Viet.nfc(phone).strip();
        return store.write(tx -> {
            CaseId id =
                    SqlHoldStore.nextId(tx, SERIES, now.atZone(config.zone()).getYear());
            Call call = new Call(id, caller, number, now, actor.memberId().value());
            SqlHoldStore.insert(tx, call);
            ledger.append(tx, new Entry(actor.who(), HoldActs.CALL, id.toString(), Map.of("caller", caller)));
            return call;
        });
    }
}
