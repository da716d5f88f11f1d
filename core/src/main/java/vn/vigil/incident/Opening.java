package vn.vigil.incident;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Camera;
import vn.vigil.camera.CameraSpan;
import vn.vigil.camera.CameraState;
import vn.vigil.camera.Finding;
import vn.vigil.config.Setting;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.Wanted;
import vn.vigil.hold.NewHold;
import vn.vigil.hold.Placed;
import vn.vigil.ledger.Entry;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;
import vn.vigil.roster.watch.Stand;
import vn.vigil.roster.watch.StandFilter;
import vn.vigil.store.Tx;
import vn.vigil.text.Viet;

/** How an incident comes on record: what was told, and what vigil knows of that hour. */
final class Opening {
    /** Faults that leave a camera blind, or looking elsewhere. */
    private static final Set<Finding> BLIND = EnumSet.of(
            Finding.UNREACHABLE,
            Finding.REFUSED,
            Finding.NO_STREAM,
            Finding.NO_PICTURE,
            Finding.FROZEN,
            Finding.BLACK,
            Finding.COVERED,
            Finding.DEFOCUSED,
            Finding.MOVED,
            Finding.NOT_RECORDING,
            Finding.REPLACED);

    /** A fault this long before is worth a flag. */
    private static final Duration SHORTLY_BEFORE = Duration.ofHours(2);

    private final Room room;

    Opening(Room room) {
        this.room = room;
    }

    Proposal propose(OpenIncident told) {
        OpenIncident tidy = tidy(told);
        for (CameraId camera : tidy.cameras()) {
            room.cameras().get(camera);
        }
        return new Proposal(near(tidy), span(tidy));
    }

    Opened open(Actor actor, OpenIncident told) {
        OpenIncident tidy = tidy(told);
        judge(tidy);
        Proposal proposal = propose(tidy);
        TreeSet<CameraId> cameras = new TreeSet<>(tidy.cameras());
        cameras.addAll(proposal.near());
        OpenIncident whole = Field.withCameras(tidy, List.copyOf(cameras));
        Instant now = room.now();
        String by = Room.by(actor);
        List<OnWatch> watch = onWatch(whole.happenedAt());
        List<CameraSpan> faults = faults(whole);
        boolean[] unchanged = new boolean[1];
        CaseFile file = room.store().write(tx -> {
            for (SqlIncidentStore.Row there : SqlIncidentStore.alike(tx, whole, by)) {
                // Cameras may have come to the inventory since.
                if (Field.withCameras(there.told(), whole.cameras()).equals(whole)
                        && there.told().cameras().containsAll(tidy.cameras())) {
                    unchanged[0] = true;
                    return file(tx, there.id());
                }
            }
            CaseId id =
                    SqlIncidentStore.nextId(tx, now.atZone(room.config().zone()).getYear());
            String salt = room.salt();
            SqlIncidentStore.insert(tx, new SqlIncidentStore.Row(id, whole, now, by, salt));
            room.ledger()
                    .append(
                            tx,
                            new Entry(
                                    actor.who(),
                                    "incident.open",
                                    id.toString(),
                                    Incidents.details(
                                            "kind",
                                            whole.kind(),
                                            "severity",
                                            whole.gravity().id(),
                                            "sha256",
                                            Room.sha256(Room.fields(id, whole, now, by, salt)))));
            for (int i = 0; i < watch.size(); i++) {
                SqlIncidentStore.insert(tx, id, i + 1, watch.get(i));
            }
            for (CameraSpan fault : faults) {
                List<String> words = new ArrayList<>();
                for (Finding finding : fault.findings()) {
                    if (BLIND.contains(finding)) {
                        words.add(finding.word());
                    }
                }
                room.enter(
                        tx,
                        actor,
                        id,
                        new Room.NewEvent(
                                EventKind.CAMERA_FAULT,
                                fault.from(),
                                null,
                                String.join(" ", words),
                                Standing.CAMERA + fault.camera(),
                                "",
                                ""));
            }
            unchanged[0] = false;
            return file(tx, id);
        });
        return new Opened(file, proposal, unchanged[0]);
    }

    /** The case as whoever opened it may see it. */
    private CaseFile file(Tx tx, CaseId id) throws SQLException {
        List<CaseEvent> events = new ArrayList<>();
        SqlIncidentStore.events(tx, id).forEach(e -> events.add(e.event()));
        Standing standing = new Standing(SqlIncidentStore.get(tx, id), events, room.kinds());
        return new CaseFile(
                standing.incident(true),
                standing.original(),
                standing.steps(),
                SqlIncidentStore.watch(tx, id),
                standing.events(false),
                standing.tasks(false),
                List.of());
    }

    Placed hold(
            Actor actor,
            Standing standing,
            List<CameraId> cameras,
            TimeSpan span,
            Duration patience,
            Progress progress) {
        Incident incident = standing.incident(true);
        room.people().require(actor, Power.HOLD_FOOTAGE);
        if (!incident.open()) {
            throw Handling.isClosed(incident.id());
        }
        List<CameraId> which = cameras.isEmpty() ? incident.told().cameras() : cameras;
        if (which.isEmpty()) {
            throw Room.usage("VG-INCIDENT-NO-CAMERA", IncidentText.NO_CAMERA.with(incident.id()));
        }
        TimeSpan when = span != null ? span : span(incident.told());
        List<Wanted> wanted = new ArrayList<>();
        for (CameraId camera : which) {
            wanted.add(new Wanted(camera, Asked.recorded(when)));
        }
        // The reason stands in the ledger and in lists of holds: never what a restricted incident is about.
        String reason = incident.restricted()
                ? incident.id().toString()
                : incident.id() + ": " + incident.told().title();
        return room.holds().get().place(actor, new NewHold(incident.id(), wanted, reason, null), patience, progress);
    }

    private OpenIncident tidy(OpenIncident told) {
        Instant happened = Room.micros(told.happenedAt());
        return new OpenIncident(
                told.kind(),
                told.gravity(),
                Room.words("--title", told.title()),
                Room.words("--place", told.place()),
                told.zone(),
                told.source(),
                happened,
                Room.micros(told.until()),
                told.detectedAt() == null ? happened : Room.micros(told.detectedAt()),
                told.restricted(),
                told.cameras().stream().distinct().sorted().toList());
    }

    private void judge(OpenIncident told) {
        room.kinds().get(told.kind());
        List<Message> faults = faultsOf(told, room.now());
        if (!faults.isEmpty()) {
            VigilException e = new VigilException(ErrorKind.USAGE, "VG-INCIDENT-FAULTS", IncidentText.FAULTS.with());
            faults.forEach(e::why);
            throw e;
        }
    }

    /** What cannot be true of an incident. */
    static List<Message> faultsOf(OpenIncident told, Instant now) {
        List<Message> faults = new ArrayList<>();
        if (told.title().isEmpty() || told.title().indexOf('\n') >= 0) {
            faults.add(IncidentText.NO_TITLE.with());
        }
        if (told.happenedAt().isAfter(now)) {
            faults.add(IncidentText.IN_FUTURE.with());
        }
        if (told.until() != null && told.until().isBefore(told.happenedAt())) {
            faults.add(IncidentText.UNTIL_BEFORE.with());
        }
        if (told.detectedAt().isBefore(told.happenedAt())) {
            faults.add(IncidentText.DETECTED_BEFORE.with());
        }
        if (told.detectedAt().isAfter(now)) {
            faults.add(IncidentText.DETECTED_IN_FUTURE.with());
        }
        return faults;
    }

    /** Cameras whose place, name or group has all the words of the incident's place, or the other way round. */
    private List<CameraId> near(OpenIncident told) {
        Set<String> place = wordsOf(told.place());
        List<CameraId> near = new ArrayList<>();
        if (place.isEmpty()) {
            return near;
        }
        for (Camera camera : room.cameras().list()) {
            List<String> names = new ArrayList<>(camera.card().groups());
            names.add(camera.place());
            names.add(camera.name());
            for (String name : names) {
                Set<String> words = wordsOf(name);
                boolean same = !words.isEmpty() && (place.containsAll(words) || words.containsAll(place));
                if (same && !told.cameras().contains(camera.id())) {
                    near.add(camera.id());
                    break;
                }
            }
        }
        return near;
    }

    private static Set<String> wordsOf(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(Viet.fold(text).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }

    private TimeSpan span(OpenIncident told) {
        Instant end = told.until() != null ? told.until() : told.happenedAt();
        return new TimeSpan(
                told.happenedAt().minus(room.config().duration(Setting.INCIDENT_HOLD_BEFORE)),
                end.plus(room.config().duration(Setting.INCIDENT_HOLD_AFTER)));
    }

    private List<OnWatch> onWatch(Instant at) {
        List<OnWatch> all = new ArrayList<>();
        for (Stand stand : room.watch().get().at(at, StandFilter.ALL)) {
            if (stand.gap() || stand.shift() == null) {
                continue;
            }
            boolean body = stand.who() == null;
            all.add(new OnWatch(
                    stand.postName(),
                    stand.shift(),
                    stand.role(),
                    body ? null : stand.who().id(),
                    body ? stand.body() : stand.who().name(),
                    stand.checkedIn()));
        }
        return all;
    }

    /** What made the attached cameras blind shortly before or at that moment. */
    private List<CameraSpan> faults(OpenIncident told) {
        TimeSpan before = new TimeSpan(
                told.happenedAt().minus(SHORTLY_BEFORE), told.happenedAt().plusMillis(1));
        List<CameraSpan> faults = new ArrayList<>();
        for (CameraId camera : told.cameras()) {
            for (CameraSpan span : room.cameras().spans(camera, before)) {
                boolean blind = span.findings().stream().anyMatch(BLIND::contains);
                if (span.state() == CameraState.DOWN || span.state() == CameraState.DEGRADED && blind) {
                    faults.add(span);
                }
            }
        }
        return faults;
    }
}
