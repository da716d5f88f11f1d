package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Codec;
import vn.vigil.base.TimeSpan;
import vn.vigil.testkit.TestWorld;

/** A conversation from services to replay, with the quirks of real devices. */
class OnvifDeviceTest {
    private static final OnvifOptions ONCE = OnvifOptions.STANDARD.withClockSamples(1, Duration.ZERO);

    private final TestWorld world = TestWorld.create();

    /** Answers a call by name; a name that is not there by ActionNotSupported. */
    private interface Answers {
        String to(ScriptedDevice.Request request);
    }

    private static ScriptedDevice device(Answers answers) throws IOException {
        return new ScriptedDevice((r, out) -> {
            String answer = r.call().equals("GetSystemDateAndTime") ? ScriptedDevice.CLOCK : answers.to(r);
            answer(out, answer);
        });
    }

    private static void answer(OutputStream out, String answer) throws IOException {
        if (answer == null) {
            ScriptedDevice.fault(out, 400, "ActionNotSupported", "no such call");
        } else {
            ScriptedDevice.soap(out, answer);
        }
    }

    private static final String MEDIA2_PROFILES =
            "<tr2:GetProfilesResponse><tr2:Profiles token='main &amp; 1' fixed='true'>"
                    + "<tr2:Name>Cổng chính</tr2:Name><tr2:Configurations><tr2:VideoSource token='vs'><tt:Name>x</tt:Name>"
                    + "</tr2:VideoSource><tr2:VideoEncoder token='ve' GovLength='50' Profile='Main'><tt:Name>v</tt:Name>"
                    + "<tt:Encoding>H265</tt:Encoding><tt:Resolution><tt:Width>2560</tt:Width><tt:Height>1440</tt:Height>"
                    + "</tt:Resolution><tt:RateControl><tt:FrameRateLimit>12.5</tt:FrameRateLimit><tt:BitrateLimit>4096"
                    + "</tt:BitrateLimit></tt:RateControl><tt:Quality>5</tt:Quality></tr2:VideoEncoder></tr2:Configurations>"
                    + "</tr2:Profiles><tr2:Profiles token='audio'><tr2:Name>a</tr2:Name></tr2:Profiles></tr2:GetProfilesResponse>";

    private static final String MEDIA1_PROFILES =
            "<trt:GetProfilesResponse><trt:Profiles token='P1'><tt:Name>sub</tt:Name>"
                    + "<tt:VideoEncoderConfiguration token='v'><tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>640"
                    + "</tt:Width><tt:Height>360</tt:Height></tt:Resolution><tt:RateControl><tt:FrameRateLimit>10"
                    + "</tt:FrameRateLimit><tt:EncodingInterval>1</tt:EncodingInterval><tt:BitrateLimit>512</tt:BitrateLimit>"
                    + "</tt:RateControl><tt:H264><tt:GovLength>20</tt:GovLength><tt:H264Profile>Main</tt:H264Profile></tt:H264>"
                    + "</tt:VideoEncoderConfiguration></trt:Profiles></trt:GetProfilesResponse>";

    @Test
    void fourAnswersNarrowTheClock() throws Exception {
        try (ScriptedDevice device = new ScriptedDevice((r, out) -> {
            Instant ahead = world.now().plusSeconds(31);
            String time = ahead.toString();
            ScriptedDevice.soap(
                    out,
                    ScriptedDevice.clock("2026-3-2", "7:" + time.substring(14, 16) + ":" + time.substring(17, 19)));
        })) {
            ClockReading clock =
                    device.connect(world, null, OnvifOptions.STANDARD).clock();
            assertEquals(4, clock.samples());
            assertTrue(clock.offset().minusSeconds(31).abs().compareTo(clock.error()) <= 0, clock.toString());
            assertTrue(clock.error().toMillis() < 150, clock.toString());
            assertEquals("ICT-7", clock.timeZone());
        }
    }

    @Test
    void servicesAreReachedWhereTheDeviceIsWhateverItSays() throws Exception {
        try (ScriptedDevice device = device(r -> switch (r.call()) {
            case "GetServices" ->
                ScriptedDevice.services(OnvifNames.DEVICE, OnvifNames.MEDIA1)
                        .replace(
                                "</tds:GetServicesResponse>",
                                "<tds:Service><tds:Namespace>" + OnvifNames.SEARCH
                                        + "</tds:Namespace><tds:XAddr>file:///etc/passwd</tds:XAddr></tds:Service></tds:GetServicesResponse>");
            case "GetProfiles" -> MEDIA1_PROFILES;
            default -> null;
        })) {
            OnvifDevice onvif = device.connect(world, null, ONCE);
            assertEquals(1, onvif.profiles().list().size());
            assertEquals(
                    "/onvif/s1", device.requests.get(device.requests.size() - 1).target());
            List<OnvifService> services = onvif.services();
            assertEquals(2, services.size(), "the one with the forbidden address is left out");
            assertEquals(
                    "http://10.9.8.7:80/onvif/s1", services.get(1).address().original());
            assertEquals(1, device.count("GetServices"), "asked once");
            OnvifException e = assertThrows(OnvifException.class, onvif::recordings);
            assertEquals(OnvifException.Cause.UNSUPPORTED, e.reason());
        }
    }

    @Test
    void oldDevicesTellTheirServicesInCapabilities() throws Exception {
        try (ScriptedDevice device = device(r -> switch (r.call()) {
            case "GetCapabilities" ->
                "<tds:GetCapabilitiesResponse><tds:Capabilities><tt:Media><tt:XAddr>"
                        + "http://0.0.0.0/onvif/media</tt:XAddr></tt:Media><tt:Extension><tt:Search><tt:XAddr>"
                        + "http:///onvif/search</tt:XAddr></tt:Search></tt:Extension></tds:Capabilities>"
                        + "</tds:GetCapabilitiesResponse>";
            case "GetProfiles" -> MEDIA1_PROFILES;
            case "GetRecordingSummary" ->
                "<tse:GetRecordingSummaryResponse><tse:Summary><tt:DataFrom>2026-03-01T00:00:00Z"
                        + "</tt:DataFrom><tt:DataUntil>2026-03-02T07:05:00.25Z</tt:DataUntil><tt:NumberRecordings>2"
                        + "</tt:NumberRecordings></tse:Summary></tse:GetRecordingSummaryResponse>";
            default -> null;
        })) {
            OnvifDevice onvif = device.connect(world, null, ONCE);
            assertEquals("P1", onvif.profiles().list().get(0).token());
            RecordingSummary summary = onvif.recordingSummary();
            assertEquals(2, summary.recordings());
            assertEquals(Instant.parse("2026-03-02T07:05:00.250Z"), summary.until());
            assertEquals(
                    "/onvif/search",
                    device.requests.get(device.requests.size() - 1).target());
        }
    }

    @Test
    void h265IsSeenThroughMedia2() throws Exception {
        try (ScriptedDevice device = device(r -> switch (r.call()) {
            case "GetServices" -> ScriptedDevice.services(OnvifNames.MEDIA1, OnvifNames.MEDIA2);
            case "GetProfiles" -> r.target().equals("/onvif/s1") ? MEDIA2_PROFILES : MEDIA1_PROFILES;
            case "GetStreamUri" ->
                r.body().contains("<Protocol>RTSP</Protocol>")
                                && r.body().contains("<ProfileToken>main &amp; 1</ProfileToken>")
                        ? "<tr2:GetStreamUriResponse><tr2:Uri>rtsp://10.9.8.7:8554/h265?ch=1&sub=0</tr2:Uri></tr2:GetStreamUriResponse>"
                        : null;
            case "GetSnapshotUri" ->
                "<tr2:GetSnapshotUriResponse><tr2:Uri>http://10.9.8.7/snap.jpg</tr2:Uri></tr2:GetSnapshotUriResponse>";
            default -> null;
        })) {
            OnvifDevice onvif = device.connect(world, null, ONCE);
            MediaProfiles profiles = onvif.profiles();
            MediaProfile main = profiles.list().get(0);
            assertEquals(
                    new MediaProfile("main & 1", "Cổng chính", Codec.H265, 2560, 1440, 12.5, 4096, 50, true), main);
            assertNull(profiles.list().get(1).codec());
            DeviceAddress stream = onvif.streamUri(main);
            assertEquals("rtsp://127.0.0.1:8554/h265?ch=1&sub=0", stream.url().toString(), "bare ampersand and all");
            assertTrue(stream.rewritten());
            assertEquals(
                    "http://" + device.endpoint() + "/snap.jpg",
                    onvif.snapshotUri(main).url().toString());
        }
    }

    @Test
    void media1ServesWhereMedia2IsOnlyAnnounced() throws Exception {
        try (ScriptedDevice device = device(r -> switch (r.call()) {
            case "GetServices" -> ScriptedDevice.services(OnvifNames.MEDIA2, OnvifNames.MEDIA1);
            case "GetProfiles" -> r.target().equals("/onvif/s1") ? MEDIA1_PROFILES : null;
            case "GetStreamUri" ->
                r.body().contains("RTP-Unicast")
                        ? "<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>rtsp://127.0.0.1/live</tt:Uri></trt:MediaUri>"
                                + "</trt:GetStreamUriResponse>"
                        : null;
            default -> null;
        })) {
            OnvifDevice onvif = device.connect(world, null, ONCE.withRtspPort(9554));
            MediaProfile only = onvif.profiles().list().get(0);
            assertEquals(new MediaProfile("P1", "sub", Codec.H264, 640, 360, 10, 512, 20, false), only);
            assertEquals(
                    "rtsp://127.0.0.1:9554/live", onvif.streamUri(only).url().toString());
            OnvifException e = assertThrows(OnvifException.class, () -> onvif.snapshotUri(only));
            assertEquals(OnvifException.Cause.UNSUPPORTED, e.reason());
            assertEquals("ActionNotSupported", e.faultCode());
        }
    }

    @Test
    void media2OfTheOlderWordIsAskedAgain() throws Exception {
        try (ScriptedDevice device = new ScriptedDevice((r, out) -> {
            switch (r.call()) {
                case "GetSystemDateAndTime" -> ScriptedDevice.soap(out, ScriptedDevice.CLOCK);
                case "GetServices" -> ScriptedDevice.soap(out, ScriptedDevice.services(OnvifNames.MEDIA2));
                case "GetProfiles" -> ScriptedDevice.soap(out, MEDIA2_PROFILES);
                default -> {
                    if (r.body().contains("RtspUnicast")) {
                        ScriptedDevice.soap(
                                out,
                                "<tr2:GetStreamUriResponse><tr2:Uri>rtsp://h/x</tr2:Uri></tr2:GetStreamUriResponse>");
                    } else {
                        ScriptedDevice.fault(out, 400, "InvalidArgVal", "protocol");
                    }
                }
            }
        })) {
            OnvifDevice onvif = device.connect(world, null, ONCE);
            MediaProfile main = onvif.profiles().list().get(0);
            assertEquals("rtsp://127.0.0.1:554/x", onvif.streamUri(main).url().toString());
        }
    }

    private static final String RECORDING =
            "<tt:RecordingInformation><tt:RecordingToken>R1</tt:RecordingToken><tt:Source>"
                    + "<tt:SourceId>s</tt:SourceId><tt:Name>gate</tt:Name></tt:Source><tt:EarliestRecording>2026-03-01T00:00:00Z"
                    + "</tt:EarliestRecording><tt:LatestRecording>2026-03-02T07:05:00Z</tt:LatestRecording><tt:Content>c"
                    + "</tt:Content><tt:Track><tt:TrackToken>V</tt:TrackToken><tt:TrackType>Video</tt:TrackType><tt:Description/>"
                    + "<tt:DataFrom>2026-03-01T00:00:00Z</tt:DataFrom><tt:DataTo>2026-03-02T07:05:00Z</tt:DataTo></tt:Track>"
                    + "<tt:RecordingStatus>Recording</tt:RecordingStatus></tt:RecordingInformation>";

    private static String results(String call, String state, String inside) {
        return "<tse:" + call + "Response><tse:ResultList><tt:SearchState>" + state + "</tt:SearchState>" + inside
                + "</tse:ResultList></tse:" + call + "Response>";
    }

    private static String state(String time, boolean present, boolean start) {
        return "<tt:Result><tt:RecordingToken>R1</tt:RecordingToken><tt:TrackToken>V</tt:TrackToken><tt:Time>" + time
                + "</tt:Time><tt:Event><wsnt:Topic>tns1:RecordingHistory/Track/State</wsnt:Topic><wsnt:Message><tt:Message"
                + " UtcTime='" + time + "'><tt:Source><tt:SimpleItem Name='RecordingToken' Value='R1'/><tt:SimpleItem"
                + " Name='Track' Value='V'/></tt:Source><tt:Data><tt:SimpleItem Name='IsDataPresent' Value='" + present
                + "'/></tt:Data></tt:Message></wsnt:Message></tt:Event><tt:StartStateEvent>" + start
                + "</tt:StartStateEvent></tt:Result>";
    }

    private static String recorder(ScriptedDevice.Request r, int fetched) {
        return switch (r.call()) {
            case "GetServices" -> ScriptedDevice.services(OnvifNames.SEARCH, OnvifNames.REPLAY);
            case "FindRecordings", "FindEvents" ->
                "<tse:" + r.call() + "Response><tse:SearchToken>S&amp;1</tse:SearchToken></tse:" + r.call()
                        + "Response>";
            case "GetRecordingSearchResults" -> results(r.call(), "Completed", RECORDING);
            case "GetEventSearchResults" ->
                fetched == 1
                        ? results(r.call(), "Searching", state("2026-03-02T06:00:00Z", true, true))
                        : results(
                                r.call(),
                                "Completed",
                                state("2026-03-02T06:10:00.5Z", false, false)
                                        + state("2026-03-02T06:20:00Z", true, false));
            case "GetReplayUri" ->
                r.body().contains("<RecordingToken>R1</RecordingToken>")
                        ? "<trp:GetReplayUriResponse><trp:Uri>rtsp://192.168.1.4/replay/R1</trp:Uri></trp:GetReplayUriResponse>"
                        : null;
            default -> null;
        };
    }

    @Test
    void theHolesOfARecordingAreFound() throws Exception {
        int[] fetched = {0};
        try (ScriptedDevice device = device(r -> {
            fetched[0] += r.call().equals("GetEventSearchResults") ? 1 : 0;
            return recorder(r, fetched[0]);
        })) {
            OnvifDevice onvif = device.connect(world, null, ONCE);
            Recording recording = onvif.recordings().get(0);
            assertEquals("gate", recording.source());
            assertEquals("Video", recording.tracks().get(0).type());
            TimeSpan asked = new TimeSpan(Instant.parse("2026-03-02T06:00:00Z"), Instant.parse("2026-03-02T08:00:00Z"));
            Coverage coverage = onvif.coverage("R1", asked);
            assertEquals(Coverage.Source.EVENTS, coverage.source());
            assertEquals(
                    List.of(
                            new TimeSpan(asked.from(), Instant.parse("2026-03-02T06:10:00.500Z")),
                            new TimeSpan(Instant.parse("2026-03-02T06:20:00Z"), Instant.parse("2026-03-02T07:05:00Z"))),
                    coverage.spans());
            assertEquals(0, device.count("EndSearch"), "Completed has ended it");
            String find = device.requests.stream()
                    .filter(r -> r.call().equals("FindEvents"))
                    .findFirst()
                    .orElseThrow()
                    .body();
            assertTrue(find.contains("<StartPoint>2026-03-02T06:00:00.000Z</StartPoint>"), find);
            assertTrue(find.contains("<IncludeStartState>true</IncludeStartState>"), find);
            assertEquals(
                    "rtsp://127.0.0.1:554/replay/R1",
                    onvif.replayUri("R1").url().toString());
        }
    }

    @Test
    void withoutEventsTheEndsOfTheRecordingServe() throws Exception {
        try (ScriptedDevice device = device(r -> r.call().equals("FindEvents") ? null : recorder(r, 0))) {
            OnvifDevice onvif = device.connect(world, null, ONCE);
            TimeSpan asked = new TimeSpan(Instant.parse("2026-03-02T06:00:00Z"), Instant.parse("2026-03-02T08:00:00Z"));
            Coverage coverage = onvif.coverage("R1", asked);
            assertEquals(Coverage.Source.EXTENT, coverage.source());
            assertEquals(List.of(new TimeSpan(asked.from(), Instant.parse("2026-03-02T07:05:00Z"))), coverage.spans());
        }
    }
}
