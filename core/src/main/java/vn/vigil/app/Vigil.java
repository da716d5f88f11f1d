package vn.vigil.app;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.CameraWords;
import vn.vigil.camera.Cameras;
import vn.vigil.camera.alert.Alerts;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.config.Setting;
import vn.vigil.copy.Copies;
import vn.vigil.evidence.Judgement;
import vn.vigil.evidence.Opened;
import vn.vigil.evidence.Opener;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.extract.Extracts;
import vn.vigil.hold.Calls;
import vn.vigil.hold.Holds;
import vn.vigil.hold.OpenCases;
import vn.vigil.incident.Incidents;
import vn.vigil.intake.Intake;
import vn.vigil.ledger.Ledger;
import vn.vigil.meeting.Meetings;
import vn.vigil.meeting.SiteRecords;
import vn.vigil.notify.Outbox;
import vn.vigil.people.Actor;
import vn.vigil.people.KeyCabinet;
import vn.vigil.people.People;
import vn.vigil.register.Register;
import vn.vigil.report.Reports;
import vn.vigil.report.Rooms;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.holiday.Holidays;
import vn.vigil.roster.paper.RosterPapers;
import vn.vigil.roster.plan.Done;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Finding;
import vn.vigil.roster.plan.MoreFindings;
import vn.vigil.roster.plan.Plans;
import vn.vigil.roster.watch.EssentialCameras;
import vn.vigil.roster.watch.Matter;
import vn.vigil.roster.watch.OpenMatters;
import vn.vigil.roster.watch.Watch;
import vn.vigil.secret.SecretFile;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;
import vn.vigil.upkeep.Upkeep;
import vn.vigil.witness.Witness;

/**
 * One opened site. Each part is built when it is first asked for, so that a verb loads only what it uses. Not safe for several
 * threads.
 */
public final class Vigil implements AutoCloseable {
    private final World world;
    private final Options options;
    private Home home;
    private Config config;
    private Store store;
    private Ledger ledger;
    private Vault vault;
    private Outbox outbox;
    private People people;
    private KeyCabinet keys;
    private Register register;
    private Cameras cameras;
    private Alerts alerts;
    private Upkeep upkeep;
    private Books books;
    private Plans plans;
    private Holidays holidays;
    private RosterPapers rosterPapers;
    private Watch watch;
    private Intake intake;
    private Holds holds;
    private Calls calls;
    private Incidents incidents;
    private Extracts extracts;
    private Witness witness;
    private Copies copies;
    private Meetings meetings;
    private Reports reports;

    private Vigil(World world, Options options) {
        this.world = world;
        this.options = options;
    }

    /**
     * What the command line says about the site; each is null for "not said".
     *
     * @param home the one folder of {@code --home}; null for {@code VIGIL_HOME} or the user's own folders
     * @param config the settings file of {@code --config}
     * @param lang the language of {@code --lang}
     * @param as the member named by {@code --as}; null for the one mapped to the OS login
     * @param dryRun changes are only rehearsed
     */
    public record Options(Path home, Path config, Lang lang, String as, boolean dryRun) {}

    /** Opens lazily: nothing is read before it is asked for. */
    public static Vigil open(World world, Options options) {
        return new Vigil(world, options);
    }

    public World world() {
        return world;
    }

    /** Where the site's files lie. */
    public Home home() {
        if (home == null) {
            home = Home.of(world, options.home());
        }
        return home;
    }

    /**
     * The settings.
     *
     * @throws vn.vigil.base.VigilException USAGE, naming every fault of every settings file
     */
    public Config config() {
        if (config == null) {
            Config read = Config.load(world, home(), options.config());
            config = options.lang() == null
                    ? read
                    : read.with(Setting.LANG, options.lang().tag());
        }
        return config;
    }

    /** The site's zone. */
    public ZoneId zone() {
        return config().zone();
    }

    /**
     * The store, open; with {@code --dry-run} every change to it is undone again.
     *
     * @throws vn.vigil.base.VigilException NO_STORE when there is none here
     */
    public Store store() {
        if (store == null) {
            store = Store.open(home(), config(), world);
            if (options.dryRun()) {
                store.rehearse();
            }
        }
        return store;
    }

    /** Makes the store where there is none, or brings it up to this program's version; for {@code init}. */
    public Store createStore() {
        if (store == null) {
            store = Store.create(home(), config(), world);
        }
        return store;
    }

    public Ledger ledger() {
        if (ledger == null) {
            ledger = new Ledger(store(), world);
        }
        return ledger;
    }

    public Vault vault() {
        if (vault == null) {
            vault = new Vault(home(), config(), world);
        }
        return vault;
    }

    /** Messages to people, with the channels of the settings. */
    public Outbox outbox() {
        if (outbox == null) {
            outbox = ConfiguredTargets.outbox(world, store(), config(), vault());
        }
        return outbox;
    }

    /**
     * Sends what waits in the outbox and is due, for at most a minute. What does not leave now is tried again by the next who
     * asks.
     */
    public void deliverMessages() {
        try {
            outbox().deliver(Deadline.in(world, Duration.ofMinutes(1)), 200);
        } catch (VigilException e) {
            // The store is busy or cannot be written: nothing is lost, and what was asked for is done all the same.
        }
    }

    public People people() {
        if (people == null) {
            people = new People(store(), ledger(), config(), world);
        }
        return people;
    }

    /** Who acts: the member of {@code --as}, or the one mapped to the OS login. */
    public Actor actor() {
        return people().actor(options.as());
    }

    public KeyCabinet keys() {
        if (keys == null) {
            keys = new KeyCabinet(world, home(), store(), vault(), people());
        }
        return keys;
    }

    /** Numbers of outgoing documents, and scans of signed papers. */
    public Register register() {
        if (register == null) {
            register = new Register(world, config(), store(), ledger(), people(), new KeysWhenAsked());
        }
        return register;
    }

    public Cameras cameras() {
        if (cameras == null) {
            cameras = new Cameras(world, config(), store(), ledger(), vault(), upkeep(), new AlertsWhenAsked());
        }
        return cameras;
    }

    public Upkeep upkeep() {
        if (upkeep == null) {
            upkeep = new Upkeep(world, config(), store(), ledger(), people());
        }
        return upkeep;
    }

    /** Public holidays and working days, with the site's own decisions. */
    public Holidays holidays() {
        if (holidays == null) {
            holidays = new Holidays(world, config(), store(), ledger(), people());
        }
        return holidays;
    }

    /** A class and no method reference: linking one costs milliseconds of every start. */
    private final class AlertsWhenAsked implements Supplier<Alerts> {
        @Override
        public Alerts get() {
            return alerts();
        }
    }

    /** The vault is opened only when a scan is sealed. */
    private final class KeysWhenAsked implements Supplier<KeyCabinet> {
        @Override
        public KeyCabinet get() {
            return keys();
        }
    }

    /** What people are told of cameras: first of all who is on watch. */
    public Alerts alerts() {
        if (alerts == null) {
            alerts = new Alerts(
                    world,
                    config(),
                    store(),
                    ledger(),
                    people(),
                    new WatchDesk(this),
                    new OutboxPost(world, config(), outbox()),
                    CameraWords::finding);
        }
        return alerts;
    }

    /** What rosters are made of. */
    public Books books() {
        if (books == null) {
            books = new Books(world, config(), store(), ledger(), people(), holidays());
        }
        return books;
    }

    /** The rosters. */
    public Plans plans() {
        if (plans == null) {
            plans = new Plans(world, config(), store(), ledger(), people(), books());
            KeptWhenAsked kept = new KeptWhenAsked();
            plans.done(kept);
            plans.alsoFind(kept);
        }
        return plans;
    }

    /** Rosters as files. */
    public RosterPapers rosterPapers() {
        if (rosterPapers == null) {
            rosterPapers = new RosterPapers(
                    world, config(), store(), people(), register(), books(), plans(), home().templates());
        }
        return rosterPapers;
    }

    /** What the rosters ask of the watch; a class, as above. */
    private final class KeptWhenAsked implements Done, MoreFindings {
        @Override
        public List<Duty> really(Tx tx, List<Duty> planned) throws SQLException {
            return watch().really(tx, planned);
        }

        @Override
        public List<Finding> of(Tx tx, LocalDate first, LocalDate last) throws SQLException {
            return watch().findings(tx, first, last);
        }
    }

    /** The watch as it is kept. */
    public Watch watch() {
        if (watch == null) {
            watch = new Watch(
                    world,
                    config(),
                    store(),
                    ledger(),
                    people(),
                    books(),
                    plans(),
                    new OutboxWhenAsked(),
                    new MattersWhenAsked(),
                    new EssentialsWhenAsked());
        }
        return watch;
    }

    /** Classes and no method references, as above. */
    private final class WatchWhenAsked implements Supplier<Watch> {
        @Override
        public Watch get() {
            return watch();
        }
    }

    private final class VaultWhenAsked implements Supplier<Vault> {
        @Override
        public Vault get() {
            return vault();
        }
    }

    private final class OutboxWhenAsked implements Supplier<Outbox> {
        @Override
        public Outbox get() {
            return outbox();
        }
    }

    private final class MattersWhenAsked implements Supplier<OpenMatters> {
        @Override
        public OpenMatters get() {
            return new SiteMatters(Vigil.this);
        }
    }

    private final class EssentialsWhenAsked implements Supplier<EssentialCameras> {
        @Override
        public EssentialCameras get() {
            return new SiteMatters(Vigil.this);
        }
    }

    /** The first day: everything from one workbook. */
    public Intake intake() {
        if (intake == null) {
            intake = new Intake(store(), people(), cameras(), books());
        }
        return intake;
    }

    /** Footage secured before anybody decides about it. */
    public Holds holds() {
        if (holds == null) {
            holds = new Holds(
                    world,
                    config(),
                    store(),
                    ledger(),
                    people(),
                    cameras(),
                    vault(),
                    new CasesWhenAsked(),
                    new Holds.Places(home().partial(), home().holds()));
        }
        return holds;
    }

    /** A class, as above. */
    private final class CasesWhenAsked implements Supplier<OpenCases> {
        @Override
        public OpenCases get() {
            return new SiteCases(Vigil.this);
        }
    }

    /** Calls for footage, before any paper. */
    public Calls calls() {
        if (calls == null) {
            calls = new Calls(world, config(), store(), ledger(), people(), holds(), new WakeList(this));
        }
        return calls;
    }

    public Incidents incidents() {
        if (incidents == null) {
            incidents = new Incidents(
                    world,
                    config(),
                    store(),
                    ledger(),
                    people(),
                    cameras(),
                    new WatchWhenAsked(),
                    new HoldsWhenAsked(),
                    new OutboxWhenAsked(),
                    new VaultWhenAsked(),
                    home().templates());
        }
        return incidents;
    }

    /** Meetings, what they set to be done, proposals. */
    public Meetings meetings() {
        if (meetings == null) {
            meetings = new Meetings(
                    world,
                    config(),
                    store(),
                    ledger(),
                    people(),
                    new HolidaysWhenAsked(),
                    new SiteRecords(
                            new WatchWhenAsked(),
                            new CamerasWhenAsked(),
                            new IncidentsWhenAsked(),
                            new ExtractsWhenAsked(),
                            new UpkeepWhenAsked()),
                    new RegisterWhenAsked(),
                    new OutboxWhenAsked(),
                    new VaultWhenAsked(),
                    new SiteReports(this),
                    home().templates());
        }
        return meetings;
    }

    /** Figures, reports, what falls due. */
    public Reports reports() {
        if (reports == null) {
            Rooms rooms = new Rooms(
                    new CamerasWhenAsked(),
                    new PlansWhenAsked(),
                    new WatchWhenAsked(),
                    new HolidaysWhenAsked(),
                    new IncidentsWhenAsked(),
                    new ExtractsWhenAsked(),
                    new UpkeepWhenAsked(),
                    new MeetingsWhenAsked(),
                    new RegisterWhenAsked(),
                    new WitnessWhenAsked(),
                    new OutboxWhenAsked());
            reports = new Reports(world, config(), store(), ledger(), people(), rooms, home().templates());
        }
        return reports;
    }

    private final class PlansWhenAsked implements Supplier<Plans> {
        @Override
        public Plans get() {
            return plans();
        }
    }

    private final class MeetingsWhenAsked implements Supplier<Meetings> {
        @Override
        public Meetings get() {
            return meetings();
        }
    }

    private final class WitnessWhenAsked implements Supplier<Witness> {
        @Override
        public Witness get() {
            return witness();
        }
    }

    /** What is open at the site, by the store alone: nobody is contacted. */
    public List<Matter> openMatters() {
        return new SiteMatters(this).all();
    }

    private final class HolidaysWhenAsked implements Supplier<Holidays> {
        @Override
        public Holidays get() {
            return holidays();
        }
    }

    private final class CamerasWhenAsked implements Supplier<Cameras> {
        @Override
        public Cameras get() {
            return cameras();
        }
    }

    private final class IncidentsWhenAsked implements Supplier<Incidents> {
        @Override
        public Incidents get() {
            return incidents();
        }
    }

    private final class ExtractsWhenAsked implements Supplier<Extracts> {
        @Override
        public Extracts get() {
            return extracts();
        }
    }

    private final class UpkeepWhenAsked implements Supplier<Upkeep> {
        @Override
        public Upkeep get() {
            return upkeep();
        }
    }

    private final class RegisterWhenAsked implements Supplier<Register> {
        @Override
        public Register get() {
            return register();
        }
    }

    /** The ledger's signed heads. */
    public Witness witness() {
        if (witness == null) {
            witness = new Witness(world, config(), ledger(), people(), keys());
        }
        return witness;
    }

    /** A class and no method reference, as above. */
    private final class HoldsWhenAsked implements Supplier<Holds> {
        @Override
        public Holds get() {
            return holds();
        }
    }

    public Extracts extracts() {
        if (extracts == null) {
            extracts = new Extracts(
                    world,
                    config(),
                    store(),
                    ledger(),
                    people(),
                    cameras(),
                    incidents(),
                    keys(),
                    register(),
                    new HoldsWhenAsked());
        }
        return extracts;
    }

    /** Copies of what was released, to be looked at or handed on. */
    public Copies copies() {
        if (copies == null) {
            copies = new Copies(world, config(), store(), ledger(), people(), new FinishedPackages(this));
        }
        return copies;
    }

    /**
     * Judges a package. Needs no site when roots are given.
     *
     * @param trust roots that are believed; empty: those of this site's {@code trust} folder
     */
    public Judgement judge(Path file, List<Path> trust, Progress progress) {
        return trust.isEmpty()
                ? PackageVerifier.judgeAtSite(file, home().trust(), world.now(), progress)
                : PackageVerifier.judge(file, trust, world.now(), progress);
    }

    /**
     * Opens a package for its recipient. Needs no site when roots are given.
     *
     * @param key the recipient's key file (PKCS#12); null for a package that is not encrypted
     * @param passphrase of that file; null with it
     * @param trust as {@link #judge}
     * @param anyway unpack what is not genuine too
     */
    public Opened open(
            Path file, Path key, char[] passphrase, Path folder, List<Path> trust, boolean anyway, Progress progress) {
        List<Path> roots = trust.isEmpty() ? PackageVerifier.rootsOf(home().trust(), file) : trust;
        return new Opener(world).open(new Opener.Order(file, key, passphrase, folder, roots, anyway), progress);
    }

    /** A secret read from a file that only its owner can read. */
    public char[] secretFile(Path file) {
        return SecretFile.read(file).chars();
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
