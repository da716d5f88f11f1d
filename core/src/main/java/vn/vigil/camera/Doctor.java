package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Rung.Fact;
import vn.vigil.camera.Rung.Kind;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;
import vn.vigil.net.TcpConnection;
import vn.vigil.net.TlsTrust;

/**
 * Climbs a conversation with one camera rung by rung, and tells the first that breaks. The login is offered as a check would: one
 * refusal ends it, and one that was refused before is not offered. One use, one thread.
 */
final class Doctor {
    private final World world;
    private final Logins logins;
    private final Drivers drivers;
    private final Duration each;
    private final Camera camera;
    private final boolean withLogin;
    private final Ladder ladder;
    private final Map<String, AddressRules> hosts = new LinkedHashMap<>();
    private boolean saved = true;
    private boolean refused;
    private boolean keyChanged;
    /** When the rung at hand was begun, on {@link World#nanos()}. */
    private long began;

    private Logins.Key key = Logins.Key.NONE;
    private Duration offset = Duration.ZERO;

    /** @param each limit for each answer */
    Doctor(World world, Logins logins, Drivers drivers, Duration each, Camera camera, boolean withLogin) {
        this.world = world;
        this.logins = logins;
        this.drivers = drivers;
        this.each = each;
        this.camera = camera;
        this.withLogin = withLogin;
        this.ladder = new Ladder(world);
    }

    Diagnosis examine(Deadline deadline) {
        Instant at = world.now().truncatedTo(ChronoUnit.MILLIS);
        if (withLogin) {
            key = logins.key(camera);
        }
        climb(deadline);
        return new Diagnosis(camera, at, ladder.rungs(), saved);
    }

    private void climb(Deadline deadline) {
        CameraUrl url = stream(camera);
        Endpoint device = device();
        if (url == null && device == null) {
            for (Kind kind : Kind.values()) {
                ladder.notApplicable(kind);
            }
            recordings(camera, null, deadline);
            return;
        }
        boolean tells = device != null && drivers.of(camera, null).abilities().contains(Ability.DEVICE);
        if (!tells) {
            ladder.notApplicable(Kind.SERVICES);
        }
        if (!route(url, device, deadline)) {
            return;
        }
        boolean deviceThere = device != null && connects(device, deadline);
        if (ladder.isBroken(Kind.ROUTE) || keyChanged) {
            return;
        }
        boolean streamThere = url != null && connects(url.endpoint(), deadline);
        if (keyChanged || !(deviceThere || streamThere) || url != null && !streamThere) {
            return;
        }
        if (!ladder.isBroken(Kind.TCP)) {
            ladder.ok(Kind.TCP, began);
        }
        if (deviceThere && !clock(deadline)) {
            return;
        }
        if (key.quarantinedSince() != null) {
            ladder.fact(Kind.LOGIN, Fact.Name.USER, camera.user());
            ladder.fact(Kind.LOGIN, Fact.Name.SINCE, key.quarantinedSince());
            ladder.broken(Kind.LOGIN, Trouble.QUARANTINED);
            return;
        }
        ladder.fact(Kind.LOGIN, Fact.Name.USER, key.login() == null ? null : camera.user());
        Driver.Found found = null;
        if (deviceThere && tells) {
            found = services(deadline);
            if (isOver(url)) {
                return;
            }
        }
        Camera complete = found == null
                ? camera
                : camera.completed(found.url(), found.subUrl(), found.replayUrl(), found.recording(), found.device());
        live(complete, deadline);
        login();
        if ((found != null || !tells) && !ladder.isBroken(Kind.LOGIN)) {
            recordings(complete, found, deadline);
        }
    }

    private static CameraUrl stream(Camera c) {
        try {
            return c.url() == null ? null : CameraFacts.rtsp(c.url());
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    /** Where it answers questions: its vendor's interface, or ONVIF. */
    private Endpoint device() {
        String address = camera.route().address() != null ? camera.route().address() : camera.onvif();
        try {
            return address == null ? null : CameraFacts.onvif(address);
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    private boolean route(CameraUrl url, Endpoint device, Deadline deadline) {
        began = world.nanos();
        for (String host : new String[] {device == null ? null : device.host(), url == null ? null : url.host()}) {
            if (host == null || hosts.containsKey(host)) {
                continue;
            }
            AddressRules rules = AddressRules.of(host);
            try {
                ladder.fact(
                        Kind.ROUTE,
                        Fact.Name.ADDRESS,
                        rules.resolve(host, deadline.within(each)).getHostAddress());
            } catch (NetException e) {
                boolean forbidden = e.cause() == NetException.Cause.FORBIDDEN_ADDRESS;
                ladder.broken(Kind.ROUTE, forbidden ? Trouble.FORBIDDEN_ADDRESS : Trouble.NAME_UNKNOWN, began);
                return false;
            }
            hosts.put(host, rules);
        }
        ladder.ok(Kind.ROUTE, began);
        began = world.nanos();
        return true;
    }

    private boolean connects(Endpoint endpoint, Deadline deadline) {
        TlsTrust trust = drivers.wire(camera, null).trust();
        try (TcpConnection open =
                TcpConnection.open(world, endpoint, hosts.get(endpoint.host()), trust, deadline.within(each))) {
            ladder.fact(
                    Kind.TCP,
                    Fact.Name.ADDRESS,
                    new Endpoint(open.remoteAddress().getHostAddress(), endpoint.port(), false).toString());
            return true;
        } catch (NetException e) {
            ladder.fact(Kind.TCP, Fact.Name.PORT_SILENT, (long) endpoint.port());
            switch (e.cause()) {
                case UNREACHABLE -> ladder.broken(Kind.ROUTE, Trouble.NO_ROUTE, began);
                case CONNECTION_REFUSED -> ladder.broken(Kind.TCP, Trouble.PORT_CLOSED, began);
                case TLS -> ladder.broken(Kind.TCP, Trouble.TLS_FAILED, began);
                case PIN_CHANGED -> {
                    keyChanged = true;
                    ladder.broken(Kind.TCP, Trouble.KEY_CHANGED, began);
                }
                default -> ladder.broken(Kind.TCP, Trouble.NO_ANSWER, began);
            }
            return false;
        }
    }

    /** @return false when the ladder ends here */
    private boolean clock(Deadline deadline) {
        long since = world.nanos();
        Driver driver = drivers.of(camera, key.login());
        if (!driver.abilities().contains(Ability.CLOCK)) {
            return true; // the stream's own time may tell
        }
        Driver.ClockAnswer told;
        try {
            told = driver.clockForCheck(deadline.within(each));
        } catch (DriverException e) {
            return failed(e, Kind.CLOCK, since);
        }
        if (told.reading() != null) {
            offset = told.reading().offset();
            ladder.fact(Kind.CLOCK, Fact.Name.OFFSET, offset);
            ladder.fact(Kind.CLOCK, Fact.Name.ERROR, told.reading().error());
        }
        if (told.stranger()) {
            ladder.broken(Kind.CLOCK, Trouble.NOT_ONVIF, since);
        } else if (told.implausible()) {
            ladder.broken(Kind.CLOCK, Trouble.CLOCK_IMPLAUSIBLE, since);
        } else if (told.reading() == null) {
            ladder.broken(Kind.CLOCK, Trouble.CLOCK_NOT_TOLD, since);
        } else if (Judge.clockIsWrong(told.reading())) {
            ladder.broken(Kind.CLOCK, Trouble.CLOCK_WRONG, since);
        } else {
            ladder.ok(Kind.CLOCK, since);
        }
        return true;
    }

    /** What the device tells of itself; null when it does not. */
    private Driver.Found services(Deadline deadline) {
        long since = world.nanos();
        Driver.Found found;
        try {
            found = drivers.of(camera, key.login()).find(deadline.within(each.multipliedBy(2)));
        } catch (DriverException e) {
            failed(e, Kind.SERVICES, since);
            return null;
        }
        DeviceFacts told = found.device();
        ladder.fact(Kind.SERVICES, Fact.Name.DEVICE, (text(told.maker()) + " " + text(told.model())).strip());
        ladder.fact(Kind.SERVICES, Fact.Name.FIRMWARE, told.firmware());
        ladder.fact(Kind.SERVICES, Fact.Name.SERIAL, told.serial());
        String before = camera.device().serial();
        if (before != null && told.serial() != null && !before.equals(told.serial())) {
            ladder.fact(Kind.SERVICES, Fact.Name.SERIAL_BEFORE, before);
            ladder.broken(Kind.SERVICES, Trouble.REPLACED, since);
        } else {
            ladder.ok(Kind.SERVICES, since);
        }
        return found;
    }

    private static String text(String s) {
        return s == null ? "" : s;
    }

    /**
     * A question that was not answered as it should be.
     *
     * @return false when the ladder ends here: a refused login must not be offered to the stream as well
     */
    private boolean failed(DriverException e, Kind at, long since) {
        ladder.fact(at, Fact.Name.TOLD, e.told());
        switch (e.reason()) {
            case REFUSED, CLOCK_SUSPECTED -> {
                if (e.loginRefused() && key.login() != null) {
                    quarantine();
                    boolean clock = e.reason() == DriverException.Reason.CLOCK_SUSPECTED;
                    ladder.broken(Kind.LOGIN, clock ? Trouble.CLOCK_SKEW : Trouble.WRONG_PASSWORD, since);
                    return false;
                }
                if (!withLogin) {
                    ladder.notReached(Kind.LOGIN, Trouble.LOGIN_WITHHELD);
                } else {
                    ladder.broken(Kind.LOGIN, key.login() == null ? Trouble.LOGIN_MISSING : Trouble.BASIC_ONLY, since);
                }
            }
            case KEY_CHANGED -> {
                keyChanged = true;
                ladder.broken(Kind.TCP, Trouble.KEY_CHANGED, since);
                return false;
            }
            case UNREACHABLE -> ladder.broken(at, Trouble.DEVICE_SILENT, since);
            case BUSY -> ladder.broken(at, Trouble.BUSY, since);
            case STRANGER -> ladder.broken(at, Trouble.NOT_ONVIF, since);
            case UNSUPPORTED, FAULT -> ladder.broken(at, Trouble.SERVICES_FAULT, since);
        }
        return true;
    }

    /** Whether the services ended the ladder: by a refused login, a changed key, or without an address to go on with. */
    private boolean isOver(CameraUrl url) {
        return keyChanged || refused || url == null && ladder.has(Kind.LOGIN) || url == null && !services();
    }

    private boolean services() {
        return ladder.has(Kind.SERVICES) && !ladder.isBroken(Kind.SERVICES);
    }

    /** At once: whoever comes next must not offer the login again. */
    private void quarantine() {
        refused = true;
        try {
            logins.quarantine(camera.id(), key, world.now());
        } catch (VigilException e) {
            saved = false;
        }
    }

    private void live(Camera complete, Deadline deadline) {
        CameraUrl url = stream(complete);
        if (url == null) {
            ladder.broken(Kind.DESCRIBE, Trouble.NO_ADDRESS);
            return;
        }
        AddressRules rules = hosts.computeIfAbsent(url.host(), AddressRules::of);
        DoctorStream stream = new DoctorStream(world, ladder, key.login(), withLogin);
        stream.climb(url, rules, drivers.wire(complete, key.login()).rtsp(deadline.within(each)), each, deadline);
        if (stream.loginRefused()) {
            quarantine();
        }
    }

    /** A login that nobody asked for is no rung of this camera; one that was not refused was taken. */
    private void login() {
        if (ladder.has(Kind.LOGIN)) {
            return;
        }
        if (key.login() == null) {
            ladder.notApplicable(Kind.LOGIN);
        } else if (ladder.isOk(Kind.SERVICES)) {
            ladder.ok(Kind.LOGIN, world.nanos());
        } else if (ladder.has(Kind.DESCRIBE) && !ladder.isBroken(Kind.DESCRIBE)) {
            ladder.notApplicable(Kind.LOGIN);
        }
    }

    /** @param found null when nobody was asked */
    private void recordings(Camera complete, Driver.Found found, Deadline deadline) {
        DoctorRecordings top = new DoctorRecordings(world, ladder, drivers.of(complete, key.login()), offset);
        top.climb(found, deadline.within(each.multipliedBy(2)));
        if (top.loginRefused()) {
            quarantine();
        }
    }
}
