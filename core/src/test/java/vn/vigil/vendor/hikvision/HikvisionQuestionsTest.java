package vn.vigil.vendor.hikvision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.TlsTrust;
import vn.vigil.testkit.ClosedPort;
import vn.vigil.vendor.hikvision.HikvisionException.Cause;

/** The plain questions, the login and what devices say instead of an answer. */
class HikvisionQuestionsTest extends AgainstScriptedDevice {
    private static final String INFO = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>"
            + "<DeviceInfo version=\"2.0\" xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"><deviceName>Cổng 1</deviceName>"
            + "<deviceID>48443030</deviceID><deviceDescription>IPCamera</deviceDescription><model>DS-2CD2185FWD-I</model>"
            + "<serialNumber>DS-2CD2185FWD-I20180101AAWRC00000000</serialNumber><macAddress>44:19:b6:00:00:01</macAddress>"
            + "<firmwareVersion>V5.6.3</firmwareVersion><firmwareReleasedDate>build 190923</firmwareReleasedDate>"
            + "<deviceType>IPCamera</deviceType><telecontrolID>88</telecontrolID></DeviceInfo>";

    @Test
    void theDeviceTellsWhatItIsAfterOneDigest() throws Exception {
        HikvisionDevice device = device(unauthorized(), ok(INFO), ok(INFO));
        HikvisionDeviceInfo info = device.device();
        assertEquals("Cổng 1", info.name());
        assertEquals("DS-2CD2185FWD-I", info.model());
        assertEquals("V5.6.3 build 190923", info.firmware());
        assertEquals("44:19:b6:00:00:01", info.mac());
        assertEquals("IPCamera", info.type());
        assertTrue(requests().get(0).startsWith("GET /ISAPI/System/deviceInfo HTTP/1.1\r\n"));
        assertFalse(requests().get(0).contains("Authorization"));
        assertTrue(requests().get(1).contains("Authorization: Digest username=\"admin\", realm=\"IP Camera(C2183)\""));
        device.device();
        assertEquals(3, requests().size(), "the challenge is remembered");
    }

    @Test
    void nothingIsSentBeforeTheFirstQuestion() throws Exception {
        device(ok(INFO));
        assertEquals(List.of(), requests());
    }

    @Test
    void aRefusedLoginIsNeverOfferedAgain() throws Exception {
        HikvisionDevice device = device(unauthorized(), unauthorized(), ok(INFO));
        HikvisionException e = fails(Cause.LOGIN_REFUSED, device::device);
        assertTrue(e.loginRefused());
        assertTrue(e.faultText().contains("unlock"));
        fails(Cause.LOGIN_REFUSED, device::users);
        fails(Cause.LOGIN_REFUSED, device::clock);
        assertEquals(2, requests().size(), "one without and one with the login, and no other for any question");
    }

    @Test
    void aLoginThatOnlyBasicWouldTakeIsNotOffered() throws Exception {
        HikvisionDevice device =
                device(reply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"IP Camera\"\r\n", ""));
        HikvisionException e = fails(Cause.LOGIN_NEEDED, device::device);
        assertFalse(e.loginRefused());
        assertFalse(requests().get(0).contains("Authorization"));
    }

    @Test
    void anOldDeviceThatKnowsOnlyBasicGetsItWhereItIsAllowed() throws Exception {
        options = options.withBasicAllowed();
        HikvisionDevice device =
                device(reply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"IP Camera\"\r\n", ""), ok(INFO));
        device.device();
        assertTrue(requests().get(1).contains("\r\nAuthorization: Basic "));
    }

    @Test
    void aHardenedDeviceThatKnowsOnlySha256IsAnsweredInIt() throws Exception {
        String challenge = CHALLENGE.replace("qop=", "algorithm=SHA-256, qop=");
        HikvisionDevice device =
                device(reply("401 Unauthorized", "WWW-Authenticate: " + challenge + "\r\n", ""), ok(INFO));
        device.device();
        assertTrue(requests().get(1).matches("(?s).*response=\"[0-9a-f]{64}\", algorithm=SHA-256,.*"));
    }

    @Test
    void errorsComeAsResponseStatus() throws Exception {
        HikvisionDevice device = device(
                refusal("403 Forbidden", 4, "Invalid Operation", "methodNotAllowed"),
                refusal("403 Forbidden", 4, "Invalid Operation", "lowPrivilege"),
                refusal("503 Service Unavailable", 2, "Device Busy", "deviceBusy"),
                refusal("200 OK", 3, "Device Error", "deviceError"),
                refusal("404 Not Found", 4, "Invalid Operation", "notSupport"));
        assertEquals(
                "4 Invalid Operation methodNotAllowed",
                fails(Cause.UNSUPPORTED, device::storage).faultText());
        fails(Cause.DENIED, device::users);
        fails(Cause.BUSY, device::storage);
        fails(Cause.FAULT, device::storage);
        assertEquals(List.of(), device.channels(), "a camera is no recorder");
    }

    @Test
    void whatIsNoIsapiIsToldApart() throws Exception {
        HikvisionDevice device = device(
                reply("200 OK", "", "<html><body>Login</body></html>"),
                reply("200 OK", "", "<!doctype html><p>Login"),
                reply("302 Found", "Location: http://127.0.0.1/doc/page/login.asp\r\n", ""),
                reply("404 Not Found", "", "404"),
                "SSH-2.0-dropbear\r\n",
                ok("<Other/>"));
        for (int i = 0; i < 6; i++) {
            fails(Cause.NOT_ISAPI, device::device);
        }
        assertEquals(6, requests().size(), "a redirect is not followed");
    }

    @Test
    void hostileAnswersAreRefused() throws Exception {
        options = options.withDeadlines(Duration.ofMillis(400), Duration.ofMillis(400));
        HikvisionDevice device = device(
                ok(INFO),
                ok("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><DeviceInfo>&b;</DeviceInfo>"),
                ok("<a>".repeat(100)),
                "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<half");
        device.device();
        fails(Cause.PROTOCOL, device::device);
        fails(Cause.PROTOCOL, device::device);
        fails(Cause.TOO_LARGE, device::device);
        fails(Cause.TIMEOUT, device::device);
    }

    @Test
    void aClosedPortIsUnreachable() throws Exception {
        server = vn.vigil.testkit.ScriptedServer.of();
        try (ClosedPort closed = new ClosedPort()) {
            HikvisionDevice device = HikvisionDevice.connect(
                    World.real(),
                    new Endpoint("127.0.0.1", closed.number(), false),
                    AddressRules.of("127.0.0.1"),
                    TlsTrust.anyKey(),
                    null,
                    options);
            fails(Cause.UNREACHABLE, device::device);
        }
    }

    @Test
    void disksAreTold() throws Exception {
        HikvisionDevice device = device(ok("<storage version=\"2.0\" xmlns=\"http://www.std-cgi.com/ver20/XMLSchema\">"
                + "<hddList size=\"2\"><hdd><id>1</id><hddName>hdd1</hddName><hddType>SATA</hddType><status>ok</status>"
                + "<capacity>3815447</capacity><freeSpace>0</freeSpace><property>RW</property></hdd>"
                + "<hdd><id>2</id><status>smartFailed</status><capacity>x</capacity></hdd></hddList>"
                + "<nasList size=\"1\"><nas><id>9</id><path>/dav</path><status>offline</status><capacity>10</capacity>"
                + "<freeSpace>5</freeSpace></nas></nasList></storage>"));
        List<HikvisionDisk> disks = device.storage();
        assertEquals(new HikvisionDisk("1", "hdd1", false, "ok", 3_815_447, 0), disks.get(0));
        assertTrue(disks.get(0).usable());
        assertEquals(0, disks.get(1).capacityMegabytes());
        assertFalse(disks.get(1).usable());
        assertEquals(new HikvisionDisk("9", "/dav", true, "offline", 10, 5), disks.get(2));
    }

    @Test
    void aRecordersChannelsAreTold() throws Exception {
        HikvisionDevice device = device(ok("<InputProxyChannelStatusList version=\"1.0\"><InputProxyChannelStatus>"
                + "<id>8</id><sourceInputPortDescriptor><proxyProtocol>HIKVISION</proxyProtocol>"
                + "<ipAddress>192.168.254.9</ipAddress><managePortNo>8000</managePortNo></sourceInputPortDescriptor>"
                + "<online>false</online><chanDetectResult>netUnreachable</chanDetectResult></InputProxyChannelStatus>"
                + "</InputProxyChannelStatusList>"));
        assertEquals(
                List.of(new HikvisionChannel(8, "192.168.254.9", "HIKVISION", false, "netUnreachable")),
                device.channels());
        assertEquals(801, HikvisionDevice.track(8, 1));
    }

    @Test
    void usersAndServicesAreTold() throws Exception {
        HikvisionDevice device = device(
                ok(
                        "<UserList><User><id>1</id><userName>admin</userName><userLevel>Administrator</userLevel></User>"
                                + "<User><id>2</id><userName>gác cổng</userName><userLevel>Viewer</userLevel></User></UserList>"),
                ok("<Telnetd><enabled>true</enabled></Telnetd>"),
                refusal("403 Forbidden", 4, "Invalid Operation", "notSupport"),
                ok("<UPnP><enabled>false</enabled></UPnP>"));
        assertEquals(
                List.of(new HikvisionUser(1, "admin", "Administrator"), new HikvisionUser(2, "gác cổng", "Viewer")),
                device.users());
        assertEquals(Map.of(NetworkService.TELNET, true, NetworkService.UPNP, false), device.services());
    }

    @Test
    void recordedDaysAreThoseOfTheMonthThatExist() throws Exception {
        HikvisionDevice device = device(
                ok(
                        "<trackDailyDistribution><dayList>"
                                + "<day><id>1</id><dayOfMonth>27</dayOfMonth><record>true</record><recordType>time</recordType></day>"
                                + "<day><id>2</id><dayOfMonth>28</dayOfMonth><record>false</record></day>"
                                + "<day><id>3</id><dayOfMonth>31</dayOfMonth><record>true</record></day></dayList></trackDailyDistribution>"));
        assertEquals(List.of(LocalDate.of(2026, 2, 27)), device.recordedDays(101, YearMonth.of(2026, 2)));
        assertTrue(requests().get(0).startsWith("POST /ISAPI/ContentMgmt/record/tracks/101/dailyDistribution "));
        assertTrue(body(0).contains("<year>2026</year><monthOfYear>2</monthOfYear>"));
    }

    @Test
    void liveAddressesAreTheInventorysHost() throws Exception {
        assertEquals(
                "rtsp://127.0.0.1:554/Streaming/Channels/102",
                device().liveUrl(1, 2).toString());
        options = options.withRtspPort(10554);
        CameraUrl mapped = device().liveUrl(8, 1);
        assertEquals("rtsp://127.0.0.1:10554/Streaming/Channels/801", mapped.toString());
    }
}
