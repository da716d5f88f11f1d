package vn.vigil.people;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.ledger.Proof;
import vn.vigil.seal.PinHash;

/**
 * Personal PINs. On a shared account {@code --as} only selects; a PIN proves. A wrong try is counted before it is judged, in a
 * transaction of its own. Apart from {@link People}, so that listing members loads no seal.
 */
final class Pins {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;

    /** Wrong tries that cost nothing: people mistype. */
    private static final int FREE = 2;

    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofHours(4);

    private final Ground ground;
    private final Powers powers;
    private final TwoOffices offices;

    Pins(Ground ground, Powers powers) {
        this.ground = ground;
        this.powers = powers;
        this.offices = new TwoOffices(ground, powers);
    }

    boolean has(MemberId id) {
        return ground.store().read(tx -> SqlPinStore.pin(tx, id)) != null;
    }

    Actor prove(Actor actor, char[] pin) {
        Member member = powers.person(actor, PeopleText.PROVE_ONESELF.with());
        if (ground.store().isRehearsal()) {
            // A rehearsal counts no wrong try, so it must not tell a right one either.
            return actor;
        }
        check(actor, member, pin);
        return actor.by(Proof.PIN);
    }

    /** Judges a PIN; the try is on the disk before. */
    private void check(Actor actor, Member member, char[] pin) {
        SqlPinStore.Kept kept = ground.store().write(tx -> {
            SqlPinStore.Kept there = SqlPinStore.pin(tx, member.id());
            if (there == null) {
                throw new VigilException(ErrorKind.DENIED, "VG-PEOPLE-NO-PIN", PeopleText.NO_PIN.with(member.name()))
                        .next(PeopleText.SET_PIN_NEXT.with(member.id()));
            }
            Duration left = remaining(there, ground.now());
            if (!left.isZero()) {
                throw new VigilException(
                                ErrorKind.DENIED, "VG-PEOPLE-PIN-WAIT", PeopleText.PIN_WAIT.with(member.name()))
                        .why(PeopleText.PIN_WAIT_WHY.with(there.wrong(), seconds(left)));
            }
            SqlPinStore.wrong(tx, member.id(), there.wrong() + 1, ground.nowUs());
            return there;
        });
        char[] composed = nfc(pin);
        boolean right = PinHash.matches(kept.hash(), composed);
        Arrays.fill(composed, '\0');
        if (right) {
            ground.store().write(tx -> {
                SqlPinStore.right(tx, member.id());
                return null;
            });
            return;
        }
        int wrong = kept.wrong() + 1;
        ground.store().write(tx -> {
            ground.enter(tx, actor, "people.pin.wrong", member.id(), Map.of("tries", wrong));
            return null;
        });
        VigilException e =
                new VigilException(ErrorKind.DENIED, "VG-PEOPLE-PIN", PeopleText.PIN_WRONG.with(member.name()));
        Duration delay = delay(wrong);
        if (!delay.isZero()) {
            e.why(PeopleText.PIN_WAIT_WHY.with(wrong, seconds(delay)));
        }
        throw e;
    }

    /** How long nobody may try after so many wrong tries: nothing, nothing, 30 s, 1 min, 2 min … 4 h. */
    static Duration delay(int wrong) {
        if (wrong <= FREE) {
            return Duration.ZERO;
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(wrong - FREE - 1, 20));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    /** What is left of the delay. A clock that was set back prolongs it to its full length once more, and no further. */
    private static Duration remaining(SqlPinStore.Kept kept, Instant now) {
        Duration delay = delay(kept.wrong());
        if (kept.lastWrong() == null || delay.isZero()) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, kept.lastWrong().plus(delay));
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(delay) > 0 ? delay : left;
    }

    private static String seconds(Duration d) {
        return vn.vigil.text.TimeText.print(Duration.ofSeconds(Math.max(1, d.toSeconds())));
    }

    /**
     * Sets the first PIN, or another with the present one.
     *
     * @param old the present PIN; null where there is none
     */
    void set(Actor actor, MemberId id, char[] old, char[] fresh, boolean dryRun) {
        if (!id.equals(actor.memberId())) {
            powers.require(actor, Power.MANAGE_PEOPLE);
        }
        Member member = ground.roll().need(id);
        Message fault = fault(fresh, member);
        if (fault != null) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-PIN-WEAK", PeopleText.PIN_UNFIT.with()).why(fault);
        }
        boolean rehearsed = dryRun || ground.store().isRehearsal();
        if (has(id)) {
            if (old == null) {
                throw new VigilException(
                                ErrorKind.DENIED, "VG-PEOPLE-PIN-SET", PeopleText.PIN_THERE.with(member.name()))
                        .next(PeopleText.OLD_PIN_NEXT.with(id))
                        .next(PeopleText.RESET_PIN_NEXT.with(id));
            }
            if (!rehearsed) {
                check(actor, member, old);
            }
        }
        char[] composed = nfc(fresh);
        String hash = rehearsed ? "-" : PinHash.of(composed, ground.world().random());
        Arrays.fill(composed, '\0');
        ground.save(dryRun, tx -> {
            // Who saw no PIN a moment ago must not write over one that another has just set.
            if (old == null && SqlPinStore.pin(tx, id) != null) {
                throw new VigilException(
                                ErrorKind.DENIED, "VG-PEOPLE-PIN-SET", PeopleText.PIN_THERE.with(member.name()))
                        .next(PeopleText.OLD_PIN_NEXT.with(id));
            }
            SqlPinStore.put(tx, id, hash, ground.nowUs());
            SqlPinStore.forget(tx, id);
            ground.enter(tx, actor, "people.pin.set", id, Map.of());
            return null;
        });
    }

    /**
     * The first of the two persons asks for a reset.
     *
     * @return false when this was asked for already
     */
    boolean ask(Actor actor, MemberId id, String reason, boolean dryRun) {
        String why = Ground.reason(reason);
        return ground.save(dryRun, tx -> {
            Member member = ground.roll(tx).need(id);
            Office office = offices.office(tx, actor, Power.RESET_PINS, Power.RESET_PINS.holders(), id);
            if (SqlPinStore.pin(tx, id) == null) {
                throw new VigilException(ErrorKind.REFUSED, "VG-PEOPLE-NO-PIN", PeopleText.NO_PIN.with(member.name()))
                        .next(PeopleText.SET_PIN_NEXT.with(id));
            }
            SqlPinStore.Asked there = offices.live(SqlPinStore.reset(tx, id));
            if (there != null && there.by().equals(actor.memberId())) {
                return false;
            }
            if (there != null) {
                throw new VigilException(
                                ErrorKind.CONFLICT,
                                "VG-PEOPLE-RESET-ASKED",
                                PeopleText.RESET_ASKED.with(id, there.by()))
                        .next(PeopleText.CONFIRM_RESET_NEXT.with(id));
            }
            SqlPinStore.ask(tx, id, new SqlPinStore.Asked(actor.memberId(), office, ground.now(), why));
            ground.enter(tx, actor, "people.pin.reset-asked", id, Map.of("as", office.id(), "reason", why));
            return true;
        });
    }

    /** The other of the two persons confirms it: the PIN is gone, and its owner sets a new one. */
    void confirm(Actor actor, MemberId id, boolean dryRun) {
        ground.save(dryRun, tx -> {
            ground.roll(tx).need(id);
            SqlPinStore.Asked asked = offices.live(SqlPinStore.reset(tx, id));
            if (asked == null) {
                throw new VigilException(ErrorKind.NOT_FOUND, "VG-PEOPLE-NO-RESET", PeopleText.NO_RESET.with(id))
                        .next(PeopleText.RESET_PIN_NEXT.with(id));
            }
            Set<Office> other = EnumSet.copyOf(Power.RESET_PINS.holders());
            other.remove(asked.office());
            Office office = offices.office(tx, actor, Power.RESET_PINS, other, id);
            if (powers.samePerson(tx, asked.by(), actor.memberId())) {
                throw new VigilException(ErrorKind.REFUSED, "VG-PEOPLE-ONE-PERSON", PeopleText.TWO_PERSONS.with(id))
                        .why(PeopleText.ONE_PERSON.with(asked.by(), actor.memberId()));
            }
            SqlPinStore.delete(tx, id);
            SqlPinStore.forget(tx, id);
            ground.enter(
                    tx,
                    actor,
                    "people.pin.reset",
                    id,
                    Map.of(
                            "as",
                            office.id(),
                            "askedBy",
                            asked.by().value(),
                            "askedAs",
                            asked.office().id()));
            return null;
        });
    }

    /** What makes a PIN unfit; null when it will do. */
    private static Message fault(char[] pin, Member member) {
        if (pin.length < SHORTEST || pin.length > LONGEST) {
            return PeopleText.PIN_LENGTH.with(SHORTEST, LONGEST);
        }
        for (char c : pin) {
            if (Character.isISOControl(c)) {
                return PeopleText.PIN_LENGTH.with(SHORTEST, LONGEST);
            }
        }
        if (repeats(pin, 1) || pin.length % 2 == 0 && repeats(pin, 2) || runs(pin, 1) || runs(pin, -1)) {
            return PeopleText.PIN_GUESSED.with();
        }
        return isPartOf(pin, member.phone()) ? PeopleText.PIN_PHONE.with() : null;
    }

    /** {@code 7777} with a period of 1, {@code 1212} with 2. */
    private static boolean repeats(char[] pin, int period) {
        for (int i = period; i < pin.length; i++) {
            if (pin[i] != pin[i - period]) {
                return false;
            }
        }
        return true;
    }

    /** {@code 1234}, {@code 7890}, {@code 4321}. */
    private static boolean runs(char[] pin, int step) {
        for (int i = 1; i < pin.length; i++) {
            boolean wraps = pin[i - 1] == (step > 0 ? '9' : '0') && pin[i] == (step > 0 ? '0' : '9');
            if (pin[i] - pin[i - 1] != step && !wraps) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPartOf(char[] pin, String phone) {
        if (phone == null) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < phone.length(); i++) {
            if (phone.charAt(i) >= '0' && phone.charAt(i) <= '9') {
                digits.append(phone.charAt(i));
            }
        }
        for (int at = 0; at + pin.length <= digits.length(); at++) {
            int same = 0;
            while (same < pin.length && digits.charAt(at + same) == pin[same]) {
                same++;
            }
            if (same == pin.length) {
                return true;
            }
        }
        return false;
    }

    /** One form for what one keyboard types composed and another does not; plain digits are only copied. */
    private static char[] nfc(char[] pin) {
        for (char c : pin) {
            if (c >= 0x80) {
                return Normalizer.normalize(new String(pin), Normalizer.Form.NFC)
                        .toCharArray();
            }
        }
        return Arrays.copyOf(pin, pin.length);
    }
}
