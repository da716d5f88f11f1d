package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CameraId;
import vn.vigil.net.TlsCertificate;

/** What facts mean; unknown is never a pass. */
class AuditJudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final DeviceFacts HIKVISION =
            new DeviceFacts("HIKVISION", "DS-2CD2032F-I", "V5.4.5 build 210701", "S1", null);

    private static Camera camera(String url, String pin) {
        Route route = Route.plain("192.0.2.9:80").withPin(pin);
        return new Camera(
                new CameraId("gate"),
                "Gate",
                url,
                null,
                "192.0.2.9:80",
                null,
                null,
                "viewer",
                false,
                "",
                HIKVISION,
                route,
                Card.EMPTY);
    }

    /** Facts of a camera with which all is well; single ones are replaced by each test. */
    private static final class Facts {
        AuditFacts.Reply stream = AuditFacts.Reply.CLOSED;
        DeviceFacts device = HIKVISION;
        List<Account> accounts = List.of(new Account("admin", "Administrator"), new Account("viewer", "User"));
        List<Integer> ports = List.of(80, 443, 554);
        Map<String, Boolean> services = Map.of("telnet", false, "ssh", false);
        TlsCertificate certificate = certificate(Duration.ofDays(400));
        String mode = "NTP";
        List<String> servers = List.of("192.0.2.1");
        ClockReading clock = clock(Duration.ofMillis(300));
        Duration age = Duration.ofDays(30);
        boolean refused;
        AuditFacts.Try tried;
        boolean stored;

        AuditFacts facts() {
            return new AuditFacts(
                    stream,
                    AuditFacts.Reply.CLOSED,
                    AuditFacts.Reply.CLOSED,
                    device,
                    accounts,
                    ports,
                    services,
                    certificate == null ? AuditFacts.Reply.CLOSED : AuditFacts.Reply.OPEN,
                    certificate,
                    mode,
                    servers,
                    clock,
                    age,
                    refused,
                    false,
                    tried,
                    stored);
        }

        List<AuditReason> reasons(Camera camera) {
            return AuditJudge.judge(camera, facts(), Advisories.shipped(), NOW, ZoneOffset.UTC).stream()
                    .map(AuditFinding::reason)
                    .toList();
        }

        List<AuditReason> reasons() {
            return reasons(camera("rtsp://192.0.2.9:554/a", "aa".repeat(32)));
        }
    }

    private static TlsCertificate certificate(Duration left) {
        return new TlsCertificate(NOW.minus(Duration.ofDays(500)), NOW.plus(left), true, "aa".repeat(32));
    }

    private static ClockReading clock(Duration offset) {
        return new ClockReading(offset, Duration.ofMillis(500), ClockReading.How.ONVIF, NOW);
    }

    @Test
    void aCameraWithWhichAllIsWellIsOkInEveryPoint() {
        Camera camera = camera("rtsp://192.0.2.9:554/a", "aa".repeat(32));
        List<AuditFinding> findings =
                AuditJudge.judge(camera, new Facts().facts(), Advisories.shipped(), NOW, ZoneOffset.UTC);
        for (AuditFinding finding : findings) {
            assertEquals(AuditVerdict.OK, finding.verdict(), finding.reason().word());
            assertEquals(AuditTodo.NOTHING, finding.reason().todo());
        }
        assertFalse(findings.stream().anyMatch(f -> f.point() == AuditPoint.DEFAULT_PASSWORD), "nobody asked for it");
        assertEquals(AuditVerdict.OK, new AuditReport(camera, findings, null).verdict());
    }

    @Test
    void aCameraThatNobodyCouldAskIsUnknownAndNeverOk() {
        AuditFacts nothing = AuditFacts.notAsked(null, null, false, false);
        Camera camera = camera("rtsp://192.0.2.9:554/a", null);
        List<AuditFinding> findings = AuditJudge.judge(camera, nothing, Advisories.shipped(), NOW, ZoneOffset.UTC);
        assertEquals(AuditVerdict.UNKNOWN, new AuditReport(camera, findings, null).verdict());
        assertEquals(
                List.of(AuditPoint.BASIC, AuditPoint.ADDRESS),
                findings.stream()
                        .filter(f -> f.verdict() == AuditVerdict.OK)
                        .map(AuditFinding::point)
                        .toList(),
                "what the inventory alone tells");
    }

    @Test
    void openDoorsAreBad() {
        Facts f = new Facts();
        f.stream = AuditFacts.Reply.OPEN;
        f.ports = List.of(23, 80, 554, 8000);
        f.services = Map.of("telnet", true, "upnp", true);
        f.accounts = List.of(new Account("x", "Anonymous"));
        assertTrue(f.reasons()
                .containsAll(List.of(
                        AuditReason.STREAM_OPEN,
                        AuditReason.PORTS_DANGEROUS,
                        AuditReason.PORTS_MANY,
                        AuditReason.SERVICES_TELNET,
                        AuditReason.SERVICES_ON,
                        AuditReason.ACCOUNTS_ANONYMOUS)));
    }

    @Test
    void twoAdministratorsAndOneOfThemOursAreTwoFindings() {
        Facts f = new Facts();
        f.accounts = List.of(new Account("admin", "admin"), new Account("viewer", "Administrator"));
        List<AuditReason> reasons = f.reasons();
        assertTrue(reasons.contains(AuditReason.ACCOUNTS_ADMINISTRATORS));
        assertTrue(reasons.contains(AuditReason.ACCOUNTS_OURS_IS_ADMINISTRATOR));
        assertFalse(reasons.contains(AuditReason.ACCOUNTS_FINE));
        f.accounts = List.of();
        assertTrue(f.reasons().contains(AuditReason.ACCOUNTS_NOT_TOLD), "an empty list tells nothing");
    }

    @Test
    void silenceOfTheTableIsGoodOnlyWhereMakerAndVersionWereUnderstood() {
        Facts f = new Facts();
        assertTrue(f.reasons().contains(AuditReason.FIRMWARE_NOTHING_KNOWN));
        f.device = new DeviceFacts("HIKVISION", "XX-1", "newest", "S1", null);
        assertTrue(f.reasons().contains(AuditReason.FIRMWARE_NOT_UNDERSTOOD));
        f.device = new DeviceFacts("Nobody Ltd", "XX-1", "V1.2.3", "S1", null);
        assertTrue(f.reasons().contains(AuditReason.FIRMWARE_MAKER_NOT_IN_TABLE));
        f.device = new DeviceFacts("HIKVISION", "DS-2CD2032F-I", null, "S1", null);
        assertTrue(f.reasons().contains(AuditReason.FIRMWARE_NOT_TOLD));
        f.device = new DeviceFacts("HIKVISION", "DS-2CD2032F-I", "V5.4.0 build 160401", "S1", null);
        assertTrue(f.reasons().contains(AuditReason.FIRMWARE_AFFECTED));
    }

    @Test
    void certificatesRunOutAndKeysChange() {
        Facts f = new Facts();
        f.certificate = certificate(Duration.ofDays(29));
        assertTrue(f.reasons().contains(AuditReason.CERTIFICATE_ENDS_SOON));
        f.certificate = certificate(Duration.ofDays(-1));
        assertTrue(f.reasons().contains(AuditReason.CERTIFICATE_EXPIRED));
        f.certificate = certificate(Duration.ofDays(400));
        assertTrue(f.reasons(camera("rtsp://192.0.2.9/a", "bb".repeat(32))).contains(AuditReason.TLS_KEY_CHANGED));
        assertTrue(f.reasons(camera("rtsp://192.0.2.9/a", null)).contains(AuditReason.TLS_KEY_NOT_PINNED));
        f.certificate = null;
        List<AuditReason> plain = f.reasons();
        assertTrue(plain.contains(AuditReason.TLS_NOT_OFFERED));
        assertTrue(plain.contains(AuditReason.TLS_KEY_NOT_SHOWN), "one is pinned");
    }

    @Test
    void aClockCountsAsOffOnlyWhereItIsSurelyOff() {
        Facts f = new Facts();
        f.clock = clock(Duration.ofMillis(2_400));
        assertTrue(f.reasons().contains(AuditReason.CLOCK_FINE), "within its error");
        f.clock = clock(Duration.ofMillis(-2_600));
        assertTrue(f.reasons().contains(AuditReason.CLOCK_OFF));
        f.clock = clock(Duration.ofMinutes(31));
        assertTrue(f.reasons().contains(AuditReason.CLOCK_FAR_OFF));
        f.mode = "Manual";
        assertTrue(f.reasons().contains(AuditReason.TIME_SOURCE_MANUAL));
        f.mode = "NTP";
        f.servers = List.of();
        assertTrue(f.reasons().contains(AuditReason.TIME_SOURCE_NO_SERVER));
    }

    @Test
    void anotherSerialNumberIsAnotherDevice() {
        Facts f = new Facts();
        f.device = new DeviceFacts("HIKVISION", "DS-2CD2032F-I", "V5.4.5 build 210701", "S2", null);
        assertTrue(f.reasons().contains(AuditReason.IDENTITY_OTHER_SERIAL));
        f.device = new DeviceFacts("HIKVISION", "DS-2CD2185", "V5.4.5 build 210701", null, null);
        assertTrue(f.reasons().contains(AuditReason.IDENTITY_OTHER_MODEL));
        f.device = null;
        assertTrue(f.reasons().contains(AuditReason.IDENTITY_NOT_KNOWN));
    }

    @Test
    void whatTheInventoryTellsIsJudgedToo() {
        Facts f = new Facts();
        f.age = Duration.ofDays(366);
        List<AuditReason> reasons = f.reasons(camera("rtsp://192.0.2.9/user=a&password=x1&channel=1", null));
        assertTrue(reasons.contains(AuditReason.LOGIN_OLD));
        assertTrue(reasons.contains(AuditReason.ADDRESS_HOLDS_PASSWORD));
        f.refused = true;
        assertTrue(f.reasons().contains(AuditReason.LOGIN_REFUSED));
    }

    @Test
    void everyEndOfAnAttemptIsToldAndOnlyARefusalIsGood() {
        for (AuditFacts.Try tried : AuditFacts.Try.values()) {
            Facts f = new Facts();
            f.tried = tried;
            AuditReason first = f.reasons().get(0);
            assertEquals(AuditPoint.DEFAULT_PASSWORD, first.point());
            assertEquals(tried == AuditFacts.Try.REFUSED, first.verdict() == AuditVerdict.OK, tried.toString());
            assertEquals(tried == AuditFacts.Try.ACCEPTED, first.verdict() == AuditVerdict.BAD, tried.toString());
        }
        Facts f = new Facts();
        f.stored = true;
        assertEquals(AuditReason.DEFAULT_PASSWORD_STORED, f.reasons().get(0));
    }
}
