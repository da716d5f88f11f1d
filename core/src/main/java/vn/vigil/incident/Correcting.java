package vn.vigil.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;

/** Corrections: entries that change what earlier ones say, and take nothing away. */
final class Correcting {
    private final Room room;
    private final Incidents incidents;

    Correcting(Room room, Incidents incidents) {
        this.room = room;
        this.incidents = incidents;
    }

    CaseChange correct(Actor actor, CaseId id, Correction asked) {
        room.people().require(actor, Power.OPEN_INCIDENT);
        String reason = Room.needed("--reason", asked.reason());
        return room.store().write(tx -> {
            Standing standing = incidents.standing(tx, id);
            List<CaseEvent> made = new ArrayList<>();
            for (Room.NewEvent fresh : changes(actor, standing, asked, reason)) {
                made.add(room.enter(tx, actor, id, fresh));
            }
            return new CaseChange(incidents.standing(tx, id).incident(false), made);
        });
    }

    private List<Room.NewEvent> changes(Actor actor, Standing standing, Correction asked, String reason) {
        OpenIncident now = standing.told();
        OpenIncident then = now;
        List<Room.NewEvent> changes = new ArrayList<>();
        for (Map.Entry<Field, String> field : new TreeMap<>(asked.fields()).entrySet()) {
            String value = Room.words("--" + field.getKey().id(), field.getValue());
            if (field.getKey() == Field.KIND) {
                room.kinds().get(value);
            }
            if (!field.getKey().get(now).equals(value)) {
                then = field.getKey().put(then, value);
                changes.add(change(field.getKey().id(), value, reason));
            }
        }
        opens(actor, standing, then);
        List<Message> faults = Opening.faultsOf(then, room.now());
        if (!faults.isEmpty()) {
            VigilException e =
                    new VigilException(ErrorKind.USAGE, "VG-INCIDENT-FAULTS", IncidentText.NOT_CORRECTED.with());
            faults.forEach(e::why);
            throw e;
        }
        for (CameraId camera : asked.without()) {
            if (now.cameras().contains(camera)) {
                changes.add(change(Standing.CAMERA + camera, "", reason));
            }
        }
        if (asked.event() != 0) {
            changes.addAll(ofEvent(standing, asked, reason));
        }
        return changes;
    }

    /** Whoever makes a restricted incident readable must be able to read it. */
    private void opens(Actor actor, Standing standing, OpenIncident then) {
        boolean was = standing.incident(true).restricted();
        boolean is = room.kinds().get(then.kind()).restricted() || then.restricted();
        if (was && !is) {
            incidents.mayRead(actor, null, standing.id());
        }
    }

    private List<Room.NewEvent> ofEvent(Standing standing, Correction asked, String reason) {
        CaseEvent event = standing.event(asked.event());
        String ref = Standing.EVENT + event.number() + "/";
        List<Room.NewEvent> changes = new ArrayList<>();
        if (event.kind() == EventKind.CORRECTED) {
            throw Room.usage("VG-INCIDENT-CORRECT", IncidentText.NO_CORRECTION_OF_CORRECTION.with(event.number()));
        }
        if (asked.at() != null && !Room.micros(asked.at()).equals(event.at())) {
            Instant at = Room.micros(asked.at());
            Handling.timely(standing, at, room.now());
            changes.add(change(ref + "at", at.toString(), reason));
        }
        if (asked.words() != null && !Room.words("--words", asked.words()).equals(event.words())) {
            changes.add(change(ref + "words", Room.needed("--words", asked.words()), reason));
        }
        if (asked.withdraw() && !event.withdrawn()) {
            changes.add(change(ref + "withdrawn", "", reason));
        }
        return changes;
    }

    private static Room.NewEvent change(String ref, String value, String reason) {
        return new Room.NewEvent(EventKind.CORRECTED, null, null, value, ref, "", reason);
    }
}
