package vn.vigil.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;

/** Outside bodies to be called: what {@link People} says of them. */
final class Bodies {
    /** The country's emergency numbers; a contact of the same id stands in their place from its first day. */
    private static final List<OutsideBody> KNOWN = List.of(
            new OutsideBody("113", "Công an (khẩn cấp)", "113", BodyKind.POLICE, null, null),
            new OutsideBody("114", "Cảnh sát phòng cháy, chữa cháy", "114", BodyKind.FIRE, null, null),
            new OutsideBody("115", "Cấp cứu y tế", "115", BodyKind.MEDICAL, null, null));

    private final Ground ground;
    private final Powers powers;

    Bodies(Ground ground, Powers powers) {
        this.ground = ground;
        this.powers = powers;
    }

    /** By id; of a day, or (null) every contact that ever was. */
    List<OutsideBody> list(LocalDate day) {
        List<OutsideBody> rows = ground.store().read(SqlActingStore::bodies);
        List<OutsideBody> all = new ArrayList<>(KNOWN);
        all.addAll(rows);
        if (day == null) {
            all.sort((a, b) -> a.id().compareTo(b.id()));
            return all;
        }
        Map<String, OutsideBody> live = new TreeMap<>();
        for (OutsideBody body : all) {
            if (body.on(day)) {
                live.put(body.id(), body);
            }
        }
        return List.copyOf(live.values());
    }

    SavedBody add(Actor actor, OutsideBody asked, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        LocalDate from = asked.from() == null ? ground.today() : asked.from();
        OutsideBody body = clean(asked, from);
        return ground.save(dryRun, tx -> {
            OutsideBody open = null;
            for (OutsideBody there : SqlActingStore.bodies(tx)) {
                if (!there.id().equals(body.id())) {
                    continue;
                }
                if (there.name().equals(body.name())
                        && there.phone().equals(body.phone())
                        && there.kind() == body.kind()
                        && Objects.equals(there.until(), body.until())
                        && there.on(from)) {
                    return new SavedBody(there, false);
                }
                boolean apart = there.until() != null && there.until().isBefore(from)
                        || body.until() != null && body.until().isBefore(there.from());
                if (there.from().isBefore(from) && there.until() == null) {
                    // A contact that changes: the former one ends the day before.
                    open = there;
                } else if (!apart) {
                    throw new VigilException(
                                    ErrorKind.CONFLICT, "VG-PEOPLE-BODY", PeopleText.DIFFERENT_BODY.with(body.id()))
                            .why(PeopleText.BODY_THERE.with(
                                    there.name(),
                                    there.phone(),
                                    there.from(),
                                    there.until() == null ? "…" : there.until()))
                            .next(PeopleText.CORRECT_BODY_NEXT.with(body.id()));
                }
            }
            if (open != null) {
                SqlActingStore.update(tx, until(open, from.minusDays(1)));
            }
            SqlActingStore.insert(tx, body);
            enter(tx, actor, "people.body.add", body, null);
            return new SavedBody(body, true);
        });
    }

    /**
     * @param change null fields stay; id, first and last day too
     */
    SavedBody correct(Actor actor, String id, String name, String phone, BodyKind kind, String reason, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        String why = Ground.reason(reason);
        return ground.save(dryRun, tx -> {
            OutsideBody there = last(tx, id);
            OutsideBody right = clean(
                    new OutsideBody(
                            id,
                            name == null ? there.name() : name,
                            phone == null ? there.phone() : phone,
                            kind == null ? there.kind() : kind,
                            there.from(),
                            there.until()),
                    there.from());
            if (right.equals(there)) {
                return new SavedBody(there, false);
            }
            SqlActingStore.update(tx, right);
            enter(tx, actor, "people.body.correct", right, why);
            return new SavedBody(right, true);
        });
    }

    SavedBody end(Actor actor, String id, LocalDate lastDay, String reason, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        String why = Ground.reason(reason);
        return ground.save(dryRun, tx -> {
            OutsideBody there = last(tx, id);
            if (lastDay.equals(there.until())) {
                return new SavedBody(there, false);
            }
            if (lastDay.isBefore(there.from())) {
                throw new VigilException(
                        ErrorKind.USAGE, "VG-PEOPLE-DATES", PeopleText.BAD_DATES.with(there.from(), lastDay));
            }
            OutsideBody ended = until(there, lastDay);
            SqlActingStore.update(tx, ended);
            enter(tx, actor, "people.body.end", ended, why);
            return new SavedBody(ended, true);
        });
    }

    private static OutsideBody until(OutsideBody b, LocalDate lastDay) {
        return new OutsideBody(b.id(), b.name(), b.phone(), b.kind(), b.from(), lastDay);
    }

    /** The newest contact of an id that somebody entered. */
    private static OutsideBody last(Tx tx, String id) throws java.sql.SQLException {
        OutsideBody found = null;
        List<String> known = new ArrayList<>();
        for (OutsideBody body : SqlActingStore.bodies(tx)) {
            known.add(body.id());
            found = body.id().equals(id) ? body : found;
        }
        if (found != null) {
            return found;
        }
        for (OutsideBody body : KNOWN) {
            if (body.id().equals(id)) {
                throw new VigilException(ErrorKind.REFUSED, "VG-PEOPLE-BUILT-IN", PeopleText.BUILT_IN.with(id))
                        .next(PeopleText.ADD_BODY_NEXT.with(id));
            }
        }
        VigilException e = new VigilException(ErrorKind.NOT_FOUND, "VG-PEOPLE-NO-BODY", PeopleText.NO_BODY.with(id));
        String near = Nearest.of(id, known);
        if (near != null) {
            e.why(PeopleText.DID_YOU_MEAN.with(near));
        }
        throw e.next(PeopleText.LIST_BODIES.with());
    }

    private static OutsideBody clean(OutsideBody asked, LocalDate from) {
        List<Message> faults = new ArrayList<>();
        if (!CameraId.isValid(asked.id())) {
            faults.add(PeopleText.FIELD_FAULT.with("ID", PeopleText.BAD_SHORT_NAME.with(asked.id())));
        }
        String name = demanded("--name", asked.name(), faults);
        String phone = demanded("--phone", asked.phone(), faults);
        if (phone != null && !isPhone(phone)) {
            faults.add(PeopleText.FIELD_FAULT.with("--phone", PeopleText.BAD_PHONE.with()));
        }
        if (asked.kind() == null) {
            faults.add(PeopleText.FIELD_FAULT.with("--kind", PeopleText.MISSING.with()));
        }
        if (asked.until() != null && asked.until().isBefore(from)) {
            faults.add(PeopleText.FIELD_FAULT.with("--until", PeopleText.BAD_DATES.with(from, asked.until())));
        }
        if (!faults.isEmpty()) {
            VigilException e =
                    new VigilException(ErrorKind.USAGE, "VG-PEOPLE-BODY-FAULTS", PeopleText.CANNOT_KEEP_BODY.with());
            faults.forEach(e::why);
            throw e;
        }
        return new OutsideBody(asked.id(), name, phone, asked.kind(), from, asked.until());
    }

    private static String demanded(String field, String written, List<Message> faults) {
        String text = NewMember.clean(written);
        if (text == null) {
            faults.add(PeopleText.FIELD_FAULT.with(field, PeopleText.MISSING.with()));
        } else if (!Ground.isLine(text)) {
            faults.add(PeopleText.FIELD_FAULT.with(field, PeopleText.BAD_TEXT.with()));
        }
        return text;
    }

    /** Digits, at least two, with what people write between them. */
    static boolean isPhone(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (" +-.()/".indexOf(c) < 0) {
                return false;
            }
        }
        return digits >= 2 && text.length() <= 40;
    }

    private void enter(Tx tx, Actor actor, String act, OutsideBody b, String reason) throws java.sql.SQLException {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", b.name());
        details.put("kind", b.kind().word());
        details.put("from", b.from().toString());
        details.put("until", b.until() == null ? null : b.until().toString());
        if (reason != null) {
            details.put("reason", reason);
        }
        ground.enter(tx, actor, act, "body/" + b.id(), details);
    }
}
