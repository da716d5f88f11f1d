package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Who;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Http;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.net.TcpConnection;
import vn.vigil.net.TlsTrust;
import vn.vigil.onvif.OnvifDevice;
import vn.vigil.onvif.OnvifException;
import vn.vigil.onvif.OnvifOptions;
import vn.vigil.store.Store;

/**
 * Whether a maker's well-known first password opens a device. At most one attempt with one pair, at most once a device and day,
 * and none where the device might be counting against us. Every attempt is entered in the ledger before it is made; no
 * password ever is. Nothing is done with a door that opens. Stateless; safe for several threads.
 */
final class DefaultPasswords {
    static final Duration PAUSE = Duration.ofDays(1);

    /** As the makers' own manuals print them; makers that let each owner choose his own have none. */
    private static final Map<String, Login> PAIRS = Map.of(
            "hikvision", new Login("admin", "12345"),
            "dahua", new Login("admin", "admin"),
            "uniview", new Login("admin", "123456"),
            "axis", new Login("root", "pass"),
            "avtech", new Login("admin", "admin"),
            "d-link", new Login("admin", ""),
            "reolink", new Login("admin", ""));

    private final World world;
    private final Store store;
    private final Ledger ledger;
    private final SqlAuditStore sql = new SqlAuditStore();

    DefaultPasswords(World world, Store store, Ledger ledger) {
        this.world = world;
        this.store = store;
        this.ledger = ledger;
    }

    /** Whether this is the maker's pair itself. */
    static boolean is(String maker, Login login) {
        return login != null && login.equals(PAIRS.get(maker));
    }

    /**
     * One attempt, if one is due.
     *
     * @param maker {@link Advisories#maker}
     * @param endpoint the device's web interface, or null
     * @param trust whose TLS key is believed
     */
    AuditFacts.Try attempt(Camera camera, String maker, Endpoint endpoint, TlsTrust trust, Who who, Deadline deadline) {
        Login pair = PAIRS.get(maker);
        if (pair == null || endpoint == null) {
            return AuditFacts.Try.NO_PAIR;
        }
        if (store.isRehearsal() || store.isReadOnly()) {
            return AuditFacts.Try.REHEARSED;
        }
        AuditFacts.Try before = before(endpoint.toString());
        if (before != null) {
            return before;
        }
        String path = path(maker);
        AuditFacts.Try met = path == null ? null : meet(endpoint, path, trust, deadline);
        if (met != null) {
            return met;
        }
        Entry entry = new Entry(who, "camera.default-password", Logins.subject(camera.id()), Map.of("maker", maker));
        Claim claim = claim(endpoint.toString(), entry);
        if (claim.before != null) {
            return claim.before;
        }
        AuditFacts.Try outcome = AuditFacts.Try.NOT_ASKED;
        try {
            outcome = path == null
                    ? byOnvif(endpoint, pair, trust, deadline)
                    : byHttp(endpoint, path, pair, trust, deadline);
        } finally {
            finish(endpoint.toString(), claim.intent, entry, outcome);
        }
        return outcome;
    }

    private record Claim(AuditFacts.Try before, long intent) {}

    /** The right to try, taken and entered in one transaction: two channels of one recorder are one device. */
    private Claim claim(String device, Entry entry) {
        Instant now = world.now().truncatedTo(ChronoUnit.MILLIS);
        return store.write(tx -> {
            AuditFacts.Try before = before(sql.attempt(tx, device), now);
            if (before != null) {
                return new Claim(before, 0);
            }
            sql.saveAttempt(tx, device, new SqlAuditStore.Attempt(now, "pending"));
            return new Claim(null, ledger.intent(tx, entry));
        });
    }

    private AuditFacts.Try before(String device) {
        Instant now = world.now();
        return store.read(tx -> before(sql.attempt(tx, device), now));
    }

    private static AuditFacts.Try before(SqlAuditStore.Attempt last, Instant now) {
        if (last == null || Duration.between(last.at(), now).abs().compareTo(PAUSE) >= 0) {
            return null;
        }
        return switch (last.outcome()) {
            case "accepted" -> AuditFacts.Try.ACCEPTED;
            case "refused" -> AuditFacts.Try.REFUSED;
            default -> AuditFacts.Try.RECENT;
        };
    }

    private void finish(String device, long intent, Entry entry, AuditFacts.Try outcome) {
        String word =
                switch (outcome) {
                    case ACCEPTED -> "accepted";
                    case REFUSED -> "refused";
                    default -> "unclear";
                };
        Instant now = world.now().truncatedTo(ChronoUnit.MILLIS);
        store.write(tx -> {
            sql.saveAttempt(tx, device, new SqlAuditStore.Attempt(now, word));
            ledger.outcome(tx, intent, new Entry(entry.who(), entry.act(), entry.subject(), Map.of("outcome", word)));
            return null;
        });
    }

    /** A question that the maker's devices answer to nobody without a login; null: ask by ONVIF. */
    private static String path(String maker) {
        return switch (maker) {
            case "hikvision" -> "/ISAPI/System/deviceInfo";
            case "dahua" -> "/cgi-bin/magicBox.cgi?action=getDeviceType";
            default -> null;
        };
    }

    /** Looks at the door without touching it; null when it is shut and nothing speaks against one attempt. */
    private AuditFacts.Try meet(Endpoint endpoint, String path, TlsTrust trust, Deadline deadline) {
        try {
            HttpReply reply = http(endpoint, trust, null).sendWithoutLogin(HttpRequest.get(path), deadline);
            if (reply.access() != HttpReply.Access.NEEDED) {
                return AuditFacts.Try.NOT_ASKED;
            }
            boolean near = LockHint.near(TcpConnection.text(reply.body(), 0, reply.body().length));
            return near ? AuditFacts.Try.NEAR_LOCK : null;
        } catch (NetException e) {
            return AuditFacts.Try.NOT_ASKED;
        }
    }

    private AuditFacts.Try byHttp(Endpoint endpoint, String path, Login pair, TlsTrust trust, Deadline deadline) {
        try {
            HttpReply reply = http(endpoint, trust, pair).send(HttpRequest.get(path), deadline);
            return switch (reply.access()) {
                case ACCEPTED -> reply.status() < 300 ? AuditFacts.Try.ACCEPTED : AuditFacts.Try.NOT_ASKED;
                case REFUSED -> AuditFacts.Try.REFUSED;
                case OPEN, NEEDED -> AuditFacts.Try.NOT_ASKED;
            };
        } catch (NetException e) {
            return AuditFacts.Try.NOT_ASKED;
        }
    }

    private Http http(Endpoint endpoint, TlsTrust trust, Login login) {
        return new Http(world, endpoint, AddressRules.of(endpoint.host()), trust, login, endpoint.tls());
    }

    private AuditFacts.Try byOnvif(Endpoint endpoint, Login pair, TlsTrust trust, Deadline deadline) {
        OnvifOptions options = OnvifOptions.STANDARD
                .withDeadlines(deadline.left(), deadline.left())
                .withClockSamples(1, Duration.ZERO);
        AddressRules rules = AddressRules.of(endpoint.host());
        try {
            OnvifDevice.connect(world, endpoint, rules, trust, null, options).device();
            return AuditFacts.Try.NOT_ASKED;
        } catch (OnvifException e) {
            if (e.reason() != OnvifException.Cause.LOGIN_REFUSED) {
                return AuditFacts.Try.NOT_ASKED;
            }
        }
        try {
            OnvifDevice.connect(world, endpoint, rules, trust, pair, options).device();
            return AuditFacts.Try.ACCEPTED;
        } catch (OnvifException e) {
            boolean refused = e.loginRefused() && e.reason() == OnvifException.Cause.LOGIN_REFUSED;
            return refused ? AuditFacts.Try.REFUSED : AuditFacts.Try.NOT_ASKED;
        }
    }
}
