package vn.vigil.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Ledger;
import vn.vigil.media.Decoders;
import vn.vigil.net.NetInterface;
import vn.vigil.onvif.Discovery;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.text.Nearest;
import vn.vigil.upkeep.Upkeep;

/**
 * The site's cameras. A refused login is noted and not offered again until a person changes it, whichever method ran into it.
 * Safe for use by several threads.
 */
public final class Cameras {
    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final Vault vault;
    private final Upkeep upkeep;
    private final SqlCameraStore sql = new SqlCameraStore();

    /** Costs nothing: what a method needs is made by that method. */
    public Cameras(World world, Config config, Store store, Ledger ledger, Vault vault, Upkeep upkeep) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.vault = vault;
        this.upkeep = upkeep;
    }

    /** All cameras, by id. Contacts nobody. */
    public List<Camera> list() {
        return store.read(new SqlCameraStore.Listing(sql));
    }

    /**
     * One camera of the inventory. Contacts nobody.
     *
     * @throws VigilException NOT_FOUND, naming the nearest known id
     */
    public Camera get(CameraId id) {
        return find(id.value());
    }

    /**
     * As {@link #get}, by what a person typed.
     *
     * @throws VigilException NOT_FOUND, also for what can be no id
     */
    public Camera find(String text) {
        if (CameraId.isValid(text)) {
            Camera camera = store.read(tx -> sql.find(tx, new CameraId(text)));
            if (camera != null) {
                return camera;
            }
        }
        List<String> known = new ArrayList<>();
        for (Camera c : list()) {
            known.add(c.id().value());
        }
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-UNKNOWN", CameraText.UNKNOWN_CAMERA.with(text));
        String near = Nearest.of(text, known);
        if (near != null) {
            e.why(CameraText.NEAREST_CAMERA.with(near));
        }
        throw e.next(CameraText.LIST_CAMERAS.with());
    }

    /**
     * A new camera's id, as a person typed it.
     *
     * @throws VigilException USAGE when it can be none
     */
    public static CameraId newId(String text) {
        if (!CameraId.isValid(text)) {
            throw new VigilException(ErrorKind.USAGE, "VG-CAMERA-ID", CameraText.CANNOT_ADD.with(text))
                    .why(CameraText.FIELD_FAULT.with("id", CameraText.BAD_ID.with()));
        }
        return new CameraId(text);
    }

    /**
     * What the last check of a camera saw; the picture's facts are not kept. Contacts nobody.
     *
     * @return null when it was never checked
     */
    public CameraVerdict lastVerdict(Camera camera) {
        return store.read(tx -> sql.lastVerdict(tx, camera));
    }

    /**
     * Puts a camera into the inventory. With an ONVIF address the device is asked for the rest; else nobody is contacted. The
     * same camera again changes nothing, except that a new password replaces the old.
     *
     * @param deadline for asking the device
     * @param actor needs the power to manage cameras
     * @throws VigilException USAGE, naming all faults; CONFLICT, showing the difference; UNREACHABLE, DENIED, FAILED when the
     *     device does not answer as it should; DENIED without the power
     */
    public Added add(AddCamera request, Actor actor, Deadline deadline) {
        people().require(actor, Power.MANAGE_CAMERAS);
        return inventory().add(request, actor.who(), deadline);
    }

    /**
     * Puts the cameras of a CSV file into the inventory, all or none. Contacts nobody.
     *
     * @throws VigilException USAGE, naming all faults by line and column; CONFLICT; NOT_FOUND
     */
    public Imported importCsv(Path file, Actor actor) {
        people().require(actor, Power.MANAGE_CAMERAS);
        return inventory().importCsv(file, actor.who());
    }

    /**
     * Looks at cameras and judges them. A camera's fault is in its verdict; nothing is thrown for it.
     *
     * @throws VigilException NOT_FOUND for an unknown id; BUSY while another run is at work
     */
    public CheckResult check(CheckRequest request, Progress progress) {
        List<Camera> cameras = chosen(request.cameras());
        try (Decoders decoders = new Decoders()) {
            Finder finder = new Finder(store, sql, drivers());
            Probe probe = new Probe(world, drivers(), finder, decoders, request.answer());
            return new Checks(world, store, sql, logins(), probe, memory()).run(cameras, request, progress);
        }
    }

    /**
     * Takes one picture of the main live stream and writes it as JPEG. Entered in the ledger.
     *
     * @throws VigilException CONFLICT when the file exists; UNREACHABLE, DENIED, FAILED when there is no picture
     */
    public Snapshot snapshot(SnapshotRequest request, Actor actor, Deadline deadline) {
        return streams().snapshot(get(request.camera()), request, actor.who(), deadline);
    }

    /**
     * Where a search for cameras would look. Sends nothing.
     *
     * @throws VigilException USAGE for what is no range; NOT_FOUND for an interface that this machine has not; REFUSED for a
     *     large or public range that was not confirmed
     */
    public DiscoveryPlan planDiscovery(DiscoveryRequest request) {
        return DiscoveryPlanner.plan(request, NetInterface.all());
    }

    /** Looks for cameras. Nobody is contacted beyond the question, or the knock, itself; nothing is stored. */
    public DiscoveryResult discover(DiscoveryPlan plan, Progress progress) {
        return new Discoveries(world, list(), Discovery.GROUP).run(plan, progress);
    }

    /** The last clock reading that was stored, or null. Contacts nobody. */
    public ClockReading lastClock(CameraId id) {
        return store.read(tx -> sql.clock(tx, id));
    }

    /**
     * Measures the camera's clock now and stores the reading.
     *
     * @return null when the camera tells no time without a stream (no ONVIF)
     * @throws VigilException when the device does not answer
     */
    public ClockReading clock(CameraId id, Deadline deadline) {
        return streams().clock(get(id), deadline).reading();
    }

    /** How the camera's clock stood at some time, as far as its readings tell; null when there is none. Contacts nobody. */
    public ClockReading clockAt(CameraId id, Instant at) {
        return store.read(tx -> sql.clockAt(tx, id, at));
    }

    /**
     * The camera's clock and by what it goes, asked now; the reading is stored.
     *
     * @throws VigilException when the device does not answer
     */
    public ClockFacts askClock(CameraId id, Deadline deadline) {
        return streams().clock(get(id), deadline);
    }

    /** Stored readings of the camera's clock within a span, newest first. Contacts nobody. */
    public List<ClockReading> clocks(CameraId id, TimeSpan within) {
        return store.read(tx -> sql.clocks(tx, id, within));
    }

    /**
     * What is recorded of a span, and why what is missing is missing.
     *
     * @param span in true site time
     * @throws VigilException when the recorder does not answer or refuses the login
     */
    public RecordingsReport recordings(CameraId id, TimeSpan span, Deadline deadline) {
        return delivery().recordings(get(id), span, deadline);
    }

    /**
     * Whether footage of a span could be delivered now, camera by camera.
     *
     * @param cameras empty means all
     * @param span in true site time
     */
    public List<Readiness> ready(
            List<CameraId> cameras, TimeSpan span, Duration perCamera, Deadline whole, Progress progress) {
        return delivery().ready(chosen(cameras), span, perCamera, whole, progress);
    }

    /**
     * What is recorded of a span, as the recorder tells.
     *
     * @param cameraTime the span by the camera's own clock
     * @throws VigilException when the recorder does not answer or refuses the login
     */
    public Footage footage(CameraId id, TimeSpan cameraTime, Deadline deadline) {
        return streams().footage(get(id), cameraTime, deadline);
    }

    /**
     * Replays what is recorded of a span: from the key frame at or before its start to the first picture at or after its
     * end, as fast as the recorder gives.
     *
     * @param cameraTime the span by the camera's own clock
     * @param deadline for the session to start
     * @throws VigilException when there is no replay, the recorder does not answer or refuses
     */
    public FootageSource openReplay(CameraId id, TimeSpan cameraTime, Deadline deadline) {
        return streams().replay(get(id), cameraTime, deadline);
    }

    /**
     * Receives the main live stream from its next key frame on, until closed.
     *
     * @param deadline for the session to start
     * @throws VigilException when the camera does not answer or refuses
     */
    public FootageSource openLive(CameraId id, Deadline deadline) {
        return streams().live(get(id), deadline);
    }

    /**
     * Figures of every camera that was in the inventory within some days of the site. Contacts nobody.
     *
     * @param to the day after the last
     */
    public List<CameraFigures> figures(LocalDate from, LocalDate to) {
        return store.read(tx -> history().figures(tx, from, to, world.now()));
    }

    /** Settled states of a camera that touch a span, newest first. Contacts nobody. */
    public List<CameraSpan> spans(CameraId id, TimeSpan within) {
        return store.read(tx -> history().spans(tx, id, within));
    }

    private History history() {
        return new History(
                zone(), config.duration(Setting.CAMERA_LOOK_HOLDS), config.duration(Setting.CAMERA_KEEP_LOOKS));
    }

    private Delivery delivery() {
        return new Delivery(world, store, sql, history(), streams());
    }

    /** All when none is named. */
    private List<Camera> chosen(List<CameraId> ids) {
        if (ids.isEmpty()) {
            return list();
        }
        List<Camera> cameras = new ArrayList<>(ids.size());
        for (CameraId id : ids) {
            cameras.add(get(id));
        }
        return cameras;
    }

    private Memory memory() {
        return new Memory(store, Settling.Rule.of(config), history(), upkeep);
    }

    private People people() {
        return new People(store, ledger, config, world);
    }

    private boolean basicAllowed() {
        return config.yes(Setting.CAMERA_BASIC_ALLOWED);
    }

    private ZoneId zone() {
        return config.zone();
    }

    private Drivers drivers() {
        return new Drivers(world, basicAllowed());
    }

    private Logins logins() {
        return new Logins(world, store, sql, ledger, vault);
    }

    private Inventory inventory() {
        return new Inventory(world, store, sql, ledger, logins(), drivers(), new Refusals(zone()));
    }

    private Streams streams() {
        return new Streams(world, zone(), store, sql, ledger, logins(), drivers(), new Refusals(zone()));
    }
}
