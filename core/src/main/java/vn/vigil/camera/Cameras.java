package vn.vigil.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.alert.Alerts;
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
import vn.vigil.text.Lang;
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
    private final Supplier<Alerts> alerts;
    private final SqlCameraStore sql = new SqlCameraStore();

    /**
     * Costs nothing: what a method needs is made by that method.
     *
     * @param alerts asked when a run has something to tell them
     */
    public Cameras(
            World world,
            Config config,
            Store store,
            Ledger ledger,
            Vault vault,
            Upkeep upkeep,
            Supplier<Alerts> alerts) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.vault = vault;
        this.upkeep = upkeep;
        this.alerts = alerts;
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
        return names().find(text);
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

    /** What the camera's driver can do for it. Contacts nobody. */
    public Set<Ability> abilities(Camera camera) {
        return drivers().of(camera, null).abilities();
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
     * @throws VigilException USAGE, naming all faults; CONFLICT, showing the difference, or when the name belongs to a camera
     *     that was removed; UNREACHABLE, DENIED, FAILED when the device does not answer as it should; DENIED without the power
     */
    public Added add(CameraForm form, Actor actor, Deadline deadline) {
        people().require(actor, Power.MANAGE_CAMERAS);
        credentials().reconcile(actor.who());
        return inventory().add(form, actor.who(), deadline);
    }

    /**
     * Changes what is said of a camera, and nothing else. Contacts nobody. Where its address becomes another, what the device
     * there told of itself is forgotten.
     *
     * @throws VigilException USAGE, naming all faults; NOT_FOUND; DENIED without the power
     */
    public Edited edit(CameraForm form, Actor actor) {
        people().require(actor, Power.MANAGE_CAMERAS);
        credentials().reconcile(actor.who());
        return inventory().edit(get(form.id()), form, actor.who());
    }

    /**
     * Takes a camera out of the inventory and its password out of the vault. Its name and history stay.
     *
     * @throws VigilException NOT_FOUND when there never was one; DENIED without the power
     */
    public Removed remove(String name, Actor actor) {
        people().require(actor, Power.MANAGE_CAMERAS);
        credentials().reconcile(actor.who());
        Removed gone = removed(name);
        return gone != null ? gone : inventory().remove(find(name), actor.who());
    }

    /** A camera that was removed, by what a person typed; null when there is none. */
    public Removed removed(String name) {
        return names().removed(name);
    }

    /** All cameras that were removed, by id. */
    public List<Removed> removed() {
        return store.read(tx -> new SqlInventoryStore().removed(tx));
    }

    /**
     * Puts the cameras of a file into the inventory, all or none. Contacts nobody.
     *
     * @throws VigilException USAGE, naming all faults by line and column, or by number and key; CONFLICT; NOT_FOUND
     */
    public Imported importFile(ImportRequest request, Actor actor) {
        people().require(actor, Power.MANAGE_CAMERAS);
        credentials().reconcile(actor.who());
        return new Imports(world, store, sql, ledger, logins(), reader(), inventory()).run(request, actor.who());
    }

    /**
     * As {@link #importFile}, for rows that somebody else has read; cameras that are there otherwise are a conflict.
     *
     * @param source the file that they are from, beside which relative password files lie
     * @param place names a row's field for faults
     * @param checkOnly nothing is written, and nothing is listed
     */
    public Imported importRows(Actor actor, Path source, List<CameraForm> rows, CameraPlace place, boolean checkOnly) {
        people().require(actor, Power.MANAGE_CAMERAS);
        credentials().reconcile(actor.who());
        return new Imports(world, store, sql, ledger, logins(), reader(), inventory())
                .run(rows, source, place, checkOnly, actor.who());
    }

    /** The cameras' logins. */
    public Credentials credentials() {
        return new Credentials(
                world,
                store,
                sql,
                ledger,
                logins(),
                new LoginTrial(world, basicAllowed()),
                new Refusals(zone()),
                people());
    }

    /**
     * The cameras of a choice, each once, in the order named or by id.
     *
     * @throws VigilException NOT_FOUND for an unknown name, a group without cameras, or when there are none at all; USAGE when
     *     nothing or several things are chosen
     */
    public List<Camera> choose(CameraChoice choice) {
        return names().choose(choice);
    }

    /** Since when a camera refuses its present login, which is not tried again; null when it does not. Contacts nobody. */
    public Instant quarantinedSince(CameraId id) {
        return logins().quarantinedSince(id);
    }

    /**
     * Looks at cameras and judges them. A camera's fault is in its verdict; nothing is thrown for it.
     *
     * @throws VigilException NOT_FOUND for an unknown id; BUSY while another run is at work
     */
    public CheckResult check(CheckRequest request, Progress progress) {
        List<Camera> cameras = request.cameras().isEmpty() ? request.shard().of(list()) : chosen(request.cameras());
        try (Decoders decoders = new Decoders()) {
            Probe probe = probe(decoders, request.answer());
            LightLook light = new LightLook(world, drivers());
            int perHost = config.count(Setting.CAMERA_SESSIONS_PER_HOST);
            return new Checks(world, store, sql, logins(), probe, light, memory(), alerts.get(), perHost)
                    .run(cameras, request, progress);
        }
    }

    /** What the cameras usually look like. */
    public Baselines baselines() {
        return new Baselines(
                world,
                store,
                sql,
                ledger,
                logins(),
                decoders -> probe(decoders, config.duration(Setting.CAMERA_TIMEOUT)),
                new Refusals(zone()),
                people());
    }

    private Probe probe(Decoders decoders, Duration answer) {
        Finder finder = new Finder(store, sql, drivers());
        return new Probe(world, drivers(), finder, decoders, answer, config.duration(Setting.CAMERA_ASK_RECORDER));
    }

    /**
     * Climbs the conversation with a camera rung by rung. What is wrong is in the answer; nothing is thrown for it.
     *
     * @param withLogin false: no login is offered, nor asked for in the vault
     * @throws VigilException NOT_FOUND for an unknown id
     */
    public Diagnosis doctor(CameraId id, boolean withLogin, Duration each, Deadline deadline) {
        return new Doctor(world, logins(), drivers(), each, get(id), withLogin).examine(deadline);
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

    /**
     * Looks for the weak points of cameras. Doors are looked at, none is opened; the one password that may be tried is tried
     * only on request. A camera's weakness is in its report; nothing is thrown for it.
     *
     * @param actor needs the power to manage cameras for trying passwords and pinning keys; else may be null
     * @throws VigilException NOT_FOUND for an unknown id or group; DENIED without the power
     */
    public AuditResult audit(AuditRequest request, Actor actor, Progress progress) {
        if (request.pin() || request.tryDefaultPasswords()) {
            people().require(actor, Power.MANAGE_CAMERAS);
        }
        List<Camera> cameras = ofGroup(chosen(request.cameras()), request.group());
        AuditProbe probe = new AuditProbe(
                world,
                drivers(),
                logins(),
                ledger,
                new DefaultPasswords(world, store, ledger),
                AuditProbe.PORTS,
                request.answer());
        return new Audits(world, zone(), store, sql, ledger, probe, advisories())
                .run(cameras, request, actor == null ? null : actor.who(), progress);
    }

    /**
     * Lays a table of advisories over the one that is shipped; it replaces the one imported before.
     *
     * @param actor needs the power to manage cameras
     * @throws VigilException USAGE, naming all faults; NOT_FOUND; CONFLICT when it is older than the one imported before
     */
    public AdvisoriesImported importAdvisories(Path file, Actor actor) {
        people().require(actor, Power.MANAGE_CAMERAS);
        return advisories().take(file, actor.who());
    }

    private AdvisoryBook advisories() {
        return new AdvisoryBook(world, zone(), store, ledger);
    }

    private static List<Camera> ofGroup(List<Camera> cameras, String group) {
        if (group == null) {
            return cameras;
        }
        List<Camera> members =
                cameras.stream().filter(c -> c.card().groups().contains(group)).toList();
        if (members.isEmpty()) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-GROUP", AuditText.UNKNOWN_GROUP.with(group));
        }
        return members;
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

    /**
     * Asks several cameras for their clocks at once; the readings are stored. What one camera does not answer is in its own
     * answer.
     *
     * @param cameras empty means all
     */
    public List<ClockAsked> askClocks(List<CameraId> cameras, Duration perCamera, Deadline whole, Progress progress) {
        return streams().clocks(chosen(cameras), perCamera, whole, progress);
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

    private CameraNames names() {
        return new CameraNames(store, sql, config);
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
        return new Drivers(world, zone(), basicAllowed(), config.home().partial());
    }

    private Logins logins() {
        return new Logins(world, store, sql, ledger, vault);
    }

    private Inventory inventory() {
        return new Inventory(world, store, sql, ledger, logins(), drivers(), new Refusals(zone()), reader());
    }

    private FieldReader reader() {
        return new FieldReader(world.now(), zone(), Lang.of(config.text(Setting.LANG)) == Lang.VI);
    }

    private Streams streams() {
        return new Streams(world, zone(), store, sql, ledger, logins(), drivers(), new Refusals(zone()));
    }
}
