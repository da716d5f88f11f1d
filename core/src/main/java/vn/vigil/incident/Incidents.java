package vn.vigil.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Cameras;
import vn.vigil.config.Config;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.store.Store;
import vn.vigil.text.Viet;

/** The incidents of the site. Safe for several threads. */
public final class Incidents {
    static final String SERIES = "INC";

    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final Cameras cameras;

    public Incidents(World world, Config config, Store store, Ledger ledger, People people, Cameras cameras) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.cameras = cameras;
    }

    /**
     * What became of an opening.
     *
     * @param unchanged the same was on record already
     */
    public record Opened(Incident incident, boolean unchanged) {}

    /**
     * Puts an incident on record. The same told again by the same person is the same incident.
     *
     * @throws VigilException USAGE with all faults; NOT_FOUND for a camera; REFUSED when the person may not
     */
    public Opened open(Actor actor, OpenIncident told) {
        people.require(actor, Power.OPEN_INCIDENT);
        Instant now = world.now().truncatedTo(ChronoUnit.MICROS);
        OpenIncident tidy = new OpenIncident(
                told.kind(),
                told.gravity(),
                Viet.nfc(told.title()).strip(),
                Viet.nfc(told.place()).strip(),
                told.happenedAt().truncatedTo(ChronoUnit.MICROS),
                told.cameras().stream().distinct().sorted().toList());
        List<Message> faults = new ArrayList<>();
        if (tidy.title().isEmpty()) {
            faults.add(IncidentText.NO_TITLE.with());
        }
        if (tidy.happenedAt().isAfter(now)) {
            faults.add(IncidentText.IN_FUTURE.with());
        }
        if (!faults.isEmpty()) {
            VigilException e = new VigilException(ErrorKind.USAGE, "VG-INCIDENT-FAULTS", IncidentText.FAULTS.with());
            faults.forEach(e::why);
            throw e;
        }
        for (CameraId camera : tidy.cameras()) {
            cameras.get(camera);
        }
        // On a site without members the account acts.
        String by = actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
        return store.write(tx -> {
            Incident there = SqlIncidentStore.same(tx, tidy, by);
            if (there != null) {
                return new Opened(there, true);
            }
            CaseId id = SqlIncidentStore.nextId(tx, now.atZone(config.zone()).getYear());
            Incident incident = new Incident(id, tidy, now, by);
            SqlIncidentStore.insert(tx, incident);
            ledger.append(
                    tx,
                    new Entry(
                            actor.who(),
                            "incident.open",
                            id.toString(),
                            Map.of(
                                    "kind",
                                    tidy.kind().word(),
                                    "gravity",
                                    tidy.gravity().word())));
            return new Opened(incident, false);
        });
    }

    /** All incidents, oldest first. */
    public List<Incident> list() {
        return store.read(SqlIncidentStore::all);
    }

    /** @throws VigilException NOT_FOUND */
    public Incident get(CaseId id) {
        Incident incident = store.read(tx -> SqlIncidentStore.get(tx, id));
        if (incident == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-INCIDENT-NOT-FOUND", IncidentText.NOT_FOUND.with(id))
                    .next(IncidentText.NEXT_LIST.with());
        }
        return incident;
    }
}
