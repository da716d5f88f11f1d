package vn.vigil.vendor.dahua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.testkit.TestWorld;

/** What is told of Dahua devices and their kin, each quirk once. */
class DahuaQuirksTest {
    private static final World WORLD = World.real();
    private static final String FIND = "mediaFileFind.cgi?action=findFile&object=08137&condition.Channel=";
    private static final String NEXT = "mediaFileFind.cgi?action=findNextFile";

    /** 15:00 to 15:10 in Vietnam. */
    private static final TimeSpan TEN_MINUTES =
            new TimeSpan(Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-20T08:10:00Z"));

    private ScriptedDahua device;

    @BeforeEach
    void open() throws IOException {
        device = new ScriptedDahua();
    }

    @AfterEach
    void close() throws IOException {
        device.close();
    }

    private static String[] page(int channel, String... minutes) {
        List<String> lines = new ArrayList<>(List.of("found=" + minutes.length));
        for (int i = 0; i < minutes.length; i++) {
            String m = minutes[i];
            String item = "items[" + i + "].";
            lines.add(item + "Channel=" + channel);
            lines.add(item + "StartTime=2026-11-20 15:" + m + ":00");
            lines.add(item + "EndTime=2026-11-20 15:" + m + ":59");
            lines.add(item + "FilePath=/mnt/dvr/sda0/2026/11/20/dav/15/15." + m + ".00-15." + m + ".59[R][0@0][0].dav");
            lines.add(item + "Type=dav");
            lines.add(item + "Length=1024");
            lines.add(item + "Flags[0]=Timing");
        }
        return lines.toArray(String[]::new);
    }

    private static String text(String... lines) {
        return ScriptedDahua.ok(String.join("\r\n", lines) + "\r\n");
    }

    private DahuaDevice knowing(Dialect.Channels channels) {
        return device.connect(WORLD, DahuaOptions.STANDARD.withDialect(new Dialect(channels)));
    }

    private static DahuaException failure(org.junit.jupiter.api.function.Executable asking) {
        return assertThrows(DahuaException.class, asking);
    }

    @Test
    void nothingIsSentBeforeTheFirstQuestion() {
        DahuaDevice quiet = device.connect(WORLD);
        assertEquals(
                "rtsp://127.0.0.1:554/cam/realmonitor?channel=2&subtype=1",
                quiet.liveUrl(2, 1).toString());
        assertTrue(device.asked.isEmpty());
    }

    @Test
    void aRefusedLoginIsOfferedOnceForTheCountdownToALock() {
        device.raw("", ScriptedDahua.challenge());
        DahuaDevice locked = device.connect(WORLD);
        DahuaException refused = failure(locked::device);
        assertEquals(DahuaException.Cause.LOGIN_REFUSED, refused.reason());
        assertTrue(refused.loginRefused());
        assertTrue(refused.faultText().contains("You still have 5 attempt(s)"));
        assertTrue(failure(locked::storage).loginRefused());
        assertTrue(failure(() -> locked.search(1, TEN_MINUTES)).loginRefused());
        assertEquals(1, device.authorizations.size());
        assertTrue(device.authorizations.get(0).contains("realm=\"Login to 2A01234PAG00001\""));
    }

    @Test
    void aLoginRefusedInTheMidstOfASearchIsNotOfferedAgainToGiveTheHandleBack() {
        device.raw(FIND, ScriptedDahua.challenge());
        DahuaException refused =
                failure(() -> knowing(Dialect.Channels.FROM_ZERO).search(1, TEN_MINUTES));
        assertTrue(refused.loginRefused(), "no empty list: refused is not the same as nothing recorded");
        assertEquals(0, device.count("mediaFileFind.cgi?action=close"));
        assertEquals(1, device.authorizations.size());
    }

    @Test
    void theBlankLineBeforeTheBodyMayBeMissing() throws Exception {
        device.raw(
                "magicBox.cgi?action=getSystemInfo",
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ndeviceType=IPC-C22E\r\nserialNumber=6G0\r\n");
        device.raw("magicBox.cgi?action=getSoftwareVersion", "HTTP/1.1 200 OK\r\nversion=2.680,build:2019-01-31\r\n");
        DahuaInformation told = device.connect(WORLD).device();
        assertEquals(new DahuaInformation("IPC-C22E", "6G0", "2.680", LocalDate.of(2019, 1, 31), "", ""), told);
        device.raw("mediaFileFind.cgi?action=findFile", "HTTP/1.1 200 OK\r\nOK");
        device.raw(NEXT, text(page(0, "00")), text("found=0"));
        assertEquals(
                1, knowing(Dialect.Channels.FROM_ZERO).search(1, TEN_MINUTES).size());
    }

    @Test
    void aTypeThatIsANumberIsAskedForByItsName() throws Exception {
        device.on("magicBox.cgi?action=getSystemInfo", "deviceType=31", "hardwareVersion=1.00", "processor=S3LM");
        device.on("magicBox.cgi?action=getDeviceType", "type=IP4M-1041B");
        device.on("magicBox.cgi?action=getSerialNo", "sn=AMC0123");
        device.on("magicBox.cgi?action=getSoftwareVersion", "version=2.800.0000000.1.R", "build:2021-06-01");
        assertEquals(
                new DahuaInformation(
                        "IP4M-1041B", "AMC0123", "2.800.0000000.1.R", LocalDate.of(2021, 6, 1), "1.00", "S3LM"),
                device.connect(WORLD).device());
    }

    @Test
    void anotherServerIsNotTakenForADahua() {
        assertEquals(
                DahuaException.Cause.NOT_DAHUA,
                failure(device.connect(WORLD)::device).reason());
        device.raw("magicBox.cgi", ScriptedDahua.ok("<html>login</html>"));
        assertEquals(
                DahuaException.Cause.NOT_DAHUA,
                failure(device.connect(WORLD)::device).reason());
        device.raw("magicBox.cgi", "RTSP/1.0 400 Bad Request\r\n\r\n");
        assertEquals(
                DahuaException.Cause.NOT_DAHUA,
                failure(device.connect(WORLD)::device).reason());
    }

    @Test
    void findFileAnsweringErrorMeansNothingRecorded() throws Exception {
        device.error(FIND);
        assertEquals(List.of(), knowing(Dialect.Channels.FROM_ZERO).search(1, TEN_MINUTES));
        device.on(FIND, "Error");
        assertEquals(List.of(), knowing(Dialect.Channels.FROM_ZERO).search(1, TEN_MINUTES));
        assertEquals(2, device.count("mediaFileFind.cgi?action=close&object=08137"));
        assertEquals(2, device.count("mediaFileFind.cgi?action=destroy&object=08137"));
    }

    @Test
    void pagesAreReadUntilNoneIsFoundOrAnErrorComes() throws Exception {
        device.on(FIND, "OK");
        device.raw(NEXT, text(page(0, "03", "01")), text(page(0, "02")), text("Error"));
        List<Segment> found = knowing(Dialect.Channels.FROM_ZERO).search(1, TEN_MINUTES);
        assertEquals(
                List.of("15.01.00", "15.02.00", "15.03.00"),
                found.stream().map(s -> s.path().substring(32, 40)).toList());
        assertEquals(Instant.parse("2026-11-20T08:01:00Z"), found.get(0).start());
        assertEquals(Instant.parse("2026-11-20T08:01:59Z"), found.get(0).end());
        assertEquals(1024, found.get(0).length());
        assertEquals(List.of("Timing"), found.get(0).flags());
        assertTrue(device.asked.stream().filter(a -> a.startsWith(NEXT)).allMatch(a -> a.endsWith("&count=100")));
    }

    @Test
    void aDeviceThatRepeatsItsPageForEverIsLeft() throws Exception {
        device.on(FIND, "OK").on(NEXT, page(0, "00", "01"));
        assertEquals(
                2, knowing(Dialect.Channels.FROM_ZERO).search(1, TEN_MINUTES).size());
        assertEquals(2, device.count(NEXT));
    }

    @Test
    void theHandleIsGivenBackAfterAFailureAndByItsOtherNames() throws Exception {
        device.on(FIND, "OK").raw(NEXT, ScriptedDahua.http("500 Oops", "", ""));
        device.error("mediaFileFind.cgi?action=close").error("mediaFileFind.cgi?action=destroy");
        device.on("mediaFileFind.cgi?action=factory.close", "OK").on("mediaFileFind.cgi?action=factory.destroy", "OK");
        assertEquals(
                DahuaException.Cause.PROTOCOL,
                failure(() -> knowing(Dialect.Channels.FROM_ZERO).search(1, TEN_MINUTES))
                        .reason());
        assertEquals(1, device.count("mediaFileFind.cgi?action=factory.close&object=08137"));
        assertEquals(1, device.count("mediaFileFind.cgi?action=factory.destroy&object=08137"));
    }

    @Test
    void searchesThatCountChannelsFromZeroAreFoundOutOnce() throws Exception {
        device.on(FIND + "0", "OK")
                .error(FIND + "1")
                .raw(NEXT, text(page(0, "00")), text(page(0, "00")), text("found=0"));
        DahuaDevice camera = device.connect(WORLD);
        assertEquals(1, camera.search(1, TEN_MINUTES).size());
        assertEquals("search-channels=0", camera.dialect().text());
        assertTrue(device.asked.contains(FIND + "0&condition.StartTime=2026-11-20%2015:00:00"
                + "&condition.EndTime=2026-11-20%2015:10:00&condition.Types[0]=dav"));
        long before = device.count("mediaFileFind.cgi?action=factory.create");
        camera.search(1, TEN_MINUTES);
        assertEquals(before + 1, device.count("mediaFileFind.cgi?action=factory.create"), "known now");
    }

    @Test
    void searchesThatCountChannelsFromOneAreFoundOutByTheChannelThatZeroWouldNotHave() throws Exception {
        device.on(
                "configManager.cgi?action=getConfig&name=ChannelTitle",
                "table.ChannelTitle[0].Name=A",
                "table.ChannelTitle[1].Name=B");
        device.error(FIND + "0").on(FIND + "1", "OK").on(FIND + "2", "OK");
        device.raw(NEXT, text(page(2, "05")), text(page(1, "07")), text("found=0"));
        DahuaDevice recorder = device.connect(WORLD);
        List<Segment> found = recorder.search(1, TEN_MINUTES);
        assertEquals(Dialect.Channels.FROM_ONE, recorder.dialect().search());
        assertEquals(Instant.parse("2026-11-20T08:07:00Z"), found.get(0).start());
        assertEquals(recorder.dialect(), Dialect.parse(recorder.dialect().text()));
    }

    @Test
    void ratherNoAnswerThanAnotherCamerasFootage() throws Exception {
        device.on(
                "configManager.cgi?action=getConfig&name=ChannelTitle",
                "table.ChannelTitle[0].Name=A",
                "table.ChannelTitle[1].Name=B",
                "table.ChannelTitle[2].Name=C");
        // Channel 1 holds footage: of camera 1 or of camera 2, and nothing says which.
        device.error(FIND + "0").on(FIND + "1", "OK").error(FIND + "2").error(FIND + "3");
        device.raw(NEXT, text(page(1, "05")), text("found=0"));
        DahuaDevice recorder = device.connect(WORLD);
        assertEquals(
                DahuaException.Cause.PROTOCOL,
                failure(() -> recorder.search(2, TEN_MINUTES)).reason());
        assertEquals(Dialect.UNKNOWN, recorder.dialect());
        device.raw(NEXT, text(page(7, "05")), text("found=0"));
        assertEquals(
                DahuaException.Cause.PROTOCOL,
                failure(() -> knowing(Dialect.Channels.FROM_ONE).search(1, TEN_MINUTES))
                        .reason());
    }

    @Test
    void aDeviceWithNothingRecordedLeavesTheCountingOpen() throws Exception {
        device.error(FIND);
        DahuaDevice empty = device.connect(WORLD);
        assertEquals(List.of(), empty.search(1, TEN_MINUTES));
        assertEquals("search-channels=?", empty.dialect().text());
        assertEquals(
                device.count("mediaFileFind.cgi?action=factory.create"),
                device.count("mediaFileFind.cgi?action=destroy"));
    }

    @Test
    void timesAreLocalAndTheUtcOfNewerFirmwareSettlesAutumn() throws Exception {
        device.on(FIND, "OK").on("configManager.cgi?action=getConfig&name=NTP", "table.NTP.TimeZone=1");
        device.on(
                "configManager.cgi?action=getConfig&name=Locales",
                "table.Locales.DSTEnable=true",
                "table.Locales.DSTStart.Month=3",
                "table.Locales.DSTStart.Week=-1",
                "table.Locales.DSTStart.Day=0",
                "table.Locales.DSTStart.Hour=2",
                "table.Locales.DSTEnd.Month=10",
                "table.Locales.DSTEnd.Week=-1",
                "table.Locales.DSTEnd.Day=0",
                "table.Locales.DSTEnd.Hour=3");
        String[] lines = {
            "found=1",
            "items[0].StartTime=2026-10-25 02:30:00",
            "items[0].EndTime=2026-10-25 02:40:00",
            "items[0].StartTimeRealUTC=2026-10-25 01:30:00",
            "items[0].EndTimeRealUTC=2026-10-25 01:40:00"
        };
        device.raw(NEXT, text(lines), text("found=0"));
        TimeSpan night = new TimeSpan(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T03:00:00Z"));
        Segment second = knowing(Dialect.Channels.FROM_ZERO).search(1, night).get(0);
        assertEquals(Instant.parse("2026-10-25T01:30:00Z"), second.start());
        lines[3] = "items[0].StartTimeRealUTC=1970-01-01 00:00:00";
        lines[4] = "items[0].EndTimeRealUTC=nonsense";
        device.raw(NEXT, text(lines), text("found=0"));
        Segment first = knowing(Dialect.Channels.FROM_ZERO).search(1, night).get(0);
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), first.start());
        assertTrue(device.asked.stream().anyMatch(a -> a.contains("StartTime=2026-10-25%2002:00:00")));
    }

    @Test
    void filesOfTheSubStreamAreNoAnswer() throws Exception {
        device.on(FIND, "OK");
        List<String> lines = new ArrayList<>(List.of(page(0, "00", "01")));
        lines.add("items[1].VideoStream=Extra1");
        device.raw(NEXT, text(lines.toArray(String[]::new)), text("found=0"));
        assertEquals(
                1, knowing(Dialect.Channels.FROM_ZERO).search(1, TEN_MINUTES).size());
    }

    @Test
    void theClockIsMeasuredInTheDevicesZoneFromWholeSeconds() throws Exception {
        TestWorld world = TestWorld.at("2026-11-20T08:00:00.100Z");
        device.raw(
                "global.cgi?action=getCurrentTime",
                text("result = 2026-11-20 15:00:30"),
                text("result=2026-11-20 15:00:30"),
                text("result=2026-11-20 15:00:30"),
                text("result=2026-11-20 15:00:31"));
        ClockReading clock = device.connect(world).clock();
        // Asked at .100, .340, .580 and .820: the second turned between the last two.
        assertEquals(Duration.ofMillis(30_300), clock.offset());
        assertTrue(clock.error().compareTo(Duration.ofMillis(130)) <= 0, clock.toString());
        assertTrue(clock.plausible());
        assertEquals(ZoneOffset.ofHours(7), clock.zone().standard());
        device.on("global.cgi?action=getCurrentTime", "result=2026-13-40 15:00:30");
        ClockReading none = device.connect(world).clock();
        assertFalse(none.known() || none.plausible());
        assertNull(none.error());
    }

    @Test
    void anUnknownZoneIsSaidAndCanBeGiven() throws Exception {
        device.on("configManager.cgi?action=getConfig&name=NTP", "table.NTP.TimeZone=99", "table.NTP.Address=a.vn");
        assertEquals(
                DahuaException.Cause.UNSUPPORTED,
                failure(() -> device.connect(WORLD).playbackUrl(1, TEN_MINUTES)).reason());
        assertEquals(new NtpSettings(false, "a.vn"), device.connect(WORLD).ntp());
        DahuaOptions told = DahuaOptions.STANDARD
                .withZone(DahuaZone.of(ZoneOffset.ofHours(7)))
                .withRtspPort(8554);
        assertEquals(
                "rtsp://127.0.0.1:8554/cam/playback?channel=1&subtype=0&starttime=2026_11_20_15_00_00"
                        + "&endtime=2026_11_20_15_10_00",
                device.connect(WORLD, told).playbackUrl(1, TEN_MINUTES).toString());
    }

    @Test
    void disksTellBytesWithADecimalPointAndAreSummedOverPartitions() throws Exception {
        device.on(
                "storageDevice.cgi?action=getDeviceAllInfo",
                "list.info[0].Detail[0].IsError=false",
                "list.info[0].Detail[0].TotalBytes=6000.000000",
                "list.info[0].Detail[0].UsedBytes=2500.000000",
                "list.info[0].Detail[1].IsError=true",
                "list.info[0].Detail[1].TotalBytes=100",
                "list.info[0].Detail[1].UsedBytes=100",
                "list.info[0].Name=/dev/sda",
                "list.info[0].State=Success",
                "list.info[1].Name=/dev/sdb",
                "list.info[1].State=Error");
        assertEquals(
                List.of(
                        new Disk("/dev/sda", "Success", true, 6100, 3500),
                        new Disk("/dev/sdb", "Error", false, -1, -1)),
                device.connect(WORLD).storage());
        device.on("storageDevice.cgi?action=getDeviceAllInfo", "list[0].Name=/dev/sda0", "list[0].State=Running");
        assertEquals("Running", device.connect(WORLD).storage().get(0).state());
    }

    @Test
    void usersAreNamesAndGroupsOnly() throws Exception {
        device.on(
                "userManager.cgi?action=getUserInfoAll",
                "users[0].Group=admin",
                "users[0].Name=admin",
                "users[0].Password=hunter2",
                "users[1].Group=user",
                "users[1].Name=trực ca");
        List<User> users = device.connect(WORLD).users();
        assertEquals(List.of(new User("admin", "admin"), new User("trực ca", "user")), users);
        assertFalse(users.toString().contains("hunter2"));
    }

    @Test
    void noEventsIsAnErrorThatMeansNone() throws Exception {
        device.on("eventManager.cgi?action=getEventIndexes&code=VideoLoss", "channels[0]=0", "channels[1]=3");
        device.on("eventManager.cgi?action=getEventIndexes&code=VideoBlind", "Error: No Events");
        DahuaDevice recorder = device.connect(WORLD);
        assertEquals(List.of(1, 4), recorder.eventIndexes(DahuaDevice.Event.VIDEO_LOSS));
        assertEquals(List.of(), recorder.eventIndexes(DahuaDevice.Event.VIDEO_BLIND));
    }

    @Test
    void aDownloadGoesToTheSinkAndWordsOfFailureDoNot() throws Exception {
        Deadline deadline = Deadline.in(WORLD, Duration.ofSeconds(5));
        device.raw("loadfile.cgi?action=startLoad", ScriptedDahua.ok("DHAV and more"));
        DahuaDevice camera = device.connect(WORLD);
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        assertEquals(13, camera.download(1, TEN_MINUTES, taken::writeBytes, 100, deadline));
        assertEquals("DHAV and more", taken.toString(java.nio.charset.StandardCharsets.US_ASCII));
        assertTrue(device.asked.contains("loadfile.cgi?action=startLoad&channel=1&startTime=2026-11-20%2015:00:00"
                + "&endTime=2026-11-20%2015:10:00&subtype=0"));
        taken.reset();
        device.raw("loadfile.cgi?action=startLoad", ScriptedDahua.ok("Error\r\nNo file"));
        DahuaException said = failure(() -> camera.download(1, TEN_MINUTES, taken::writeBytes, 100, deadline));
        assertEquals(DahuaException.Cause.FAULT, said.reason());
        assertEquals("Error No file", said.faultText());
        assertEquals(0, taken.size());
        device.raw("RPC_Loadfile", ScriptedDahua.ok("DHAV" + "x".repeat(200)));
        assertEquals(
                DahuaException.Cause.TOO_LARGE,
                failure(() -> camera.downloadFile("/mnt/sd/a b[0@0].dav", taken::writeBytes, 100, deadline))
                        .reason());
        assertTrue(device.asked.contains("RPC_Loadfile/mnt/sd/a%20b[0@0].dav"));
        device.raw("RPC_Loadfile", ScriptedDahua.http("503 Busy", "", ""));
        assertEquals(
                DahuaException.Cause.BUSY,
                failure(() -> camera.downloadFile("/mnt/sd/a.dav", taken::writeBytes, 100, deadline))
                        .reason());
    }

    @Test
    void hostileAnswersEndWithACauseAndNeverBeyondTheLimits() {
        DahuaOptions narrow =
                DahuaOptions.STANDARD.withLimits(4096, 10).withDialect(new Dialect(Dialect.Channels.FROM_ZERO));
        device.on("mediaFileFind.cgi?action=factory.create", "result=1&action=reboot");
        assertEquals(
                DahuaException.Cause.PROTOCOL,
                failure(() -> device.connect(WORLD, narrow).search(1, TEN_MINUTES))
                        .reason());
        device.on("mediaFileFind.cgi?action=factory.create", "result=08137").on(FIND, "OK");
        device.on(NEXT, page(0, "00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"));
        assertEquals(
                DahuaException.Cause.TOO_LARGE,
                failure(() -> device.connect(WORLD, narrow).search(1, TEN_MINUTES))
                        .reason());
        device.on("userManager.cgi", "users[0].Name=" + "a".repeat(5000));
        assertEquals(
                DahuaException.Cause.TOO_LARGE,
                failure(device.connect(WORLD, narrow)::users).reason());
        assertEquals(
                DahuaException.Cause.NOT_DAHUA,
                failure(device.connect(WORLD)::users).reason());
        device.raw("storageDevice.cgi", ScriptedDahua.http("400 Bad Request", "", "Error " + "x".repeat(3000)));
        assertEquals(256, failure(device.connect(WORLD)::storage).faultText().length());
        assertThrows(IllegalArgumentException.class, () -> device.connect(WORLD)
                .downloadFile("/mnt/../etc", bytes -> {}, 1, Deadline.in(WORLD, Duration.ofSeconds(1))));
    }

    @Test
    void aPathThatNoFileHasIsNotHandedOn() throws Exception {
        device.on(FIND, "OK");
        String[] lines = page(0, "00", "01");
        lines[4] = "items[0].FilePath=http://elsewhere/x.dav";
        lines[11] = "items[1].FilePath=/mnt/../etc/passwd";
        device.raw(NEXT, text(lines), text("found=0"));
        for (Segment segment : knowing(Dialect.Channels.FROM_ZERO).search(1, TEN_MINUTES)) {
            assertEquals("", segment.path());
        }
    }
}
