package vn.vigil.sim;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ONVIF services of one simulated camera: each call as an element, each answer as the text of an element. Thread-safe. */
final class OnvifServices {
    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    static {
        PATHS.put(Soap.DEVICE, "/onvif/device_service");
        PATHS.put(Soap.MEDIA, "/onvif/media_service");
        PATHS.put(Soap.MEDIA2, "/onvif/media2_service");
        PATHS.put(Soap.RECORDING, "/onvif/recording_service");
        PATHS.put(Soap.SEARCH, "/onvif/search_service");
        PATHS.put(Soap.REPLAY, "/onvif/replay_service");
    }

    private final Device device;
    private final TokenGate tokens;
    private final MediaAnswers media;
    private final RecordingAnswers recordings;

    OnvifServices(Device device) {
        this.device = device;
        this.tokens = new TokenGate(device);
        this.media = new MediaAnswers(device);
        this.recordings = new RecordingAnswers(device);
    }

    TokenGate tokens() {
        return tokens;
    }

    static String devicePath() {
        return PATHS.get(Soap.DEVICE);
    }

    String answer(Soap.Call call) throws Soap.Fault {
        String answer =
                switch (call.namespace()) {
                    case Soap.DEVICE -> device(call);
                    case Soap.MEDIA -> media.media1(call);
                    case Soap.MEDIA2 -> media.media2(call);
                    case Soap.RECORDING -> recordings.recording(call);
                    case Soap.SEARCH -> recordings.search(call);
                    case Soap.REPLAY -> recordings.replay(call);
                    default -> null;
                };
        if (answer == null) {
            throw new Soap.Fault(500, "Receiver", "Optional Action Not Implemented", "ActionNotSupported");
        }
        return answer;
    }

    private String device(Soap.Call call) throws Soap.Fault {
        String inner =
                switch (call.name()) {
                    case "GetSystemDateAndTime" -> dateAndTime();
                    case "GetDeviceInformation" ->
                        "<tds:Manufacturer>" + device.spec().vendor().maker() + "</tds:Manufacturer>"
                                + "<tds:Model>Simulated camera</tds:Model><tds:FirmwareVersion>1.0</tds:FirmwareVersion>"
                                + "<tds:SerialNumber>SIM-" + device.spec().id() + "</tds:SerialNumber>"
                                + "<tds:HardwareId>simulated</tds:HardwareId>";
                    case "GetServices" -> services();
                    case "GetServiceCapabilities" ->
                        "<tds:Capabilities><tds:Network/>" + security() + "<tds:System/></tds:Capabilities>";
                    case "GetCapabilities" -> capabilities();
                    case "GetScopes" ->
                        scope("type/video_encoder")
                                + scope("Profile/Streaming")
                                + scope("Profile/G")
                                + scope("Profile/T")
                                + scope("name/" + device.spec().id())
                                + scope("hardware/simulated");
                    case "GetHostname" ->
                        "<tds:HostnameInformation><tt:FromDHCP>false</tt:FromDHCP><tt:Name>"
                                + device.spec().id() + "</tt:Name></tds:HostnameInformation>";
                    case "GetNTP" ->
                        "<tds:NTPInformation><tt:FromDHCP>false</tt:FromDHCP><tt:NTPManual><tt:Type>DNS</tt:Type>"
                                + "<tt:DNSname>pool.ntp.org</tt:DNSname></tt:NTPManual></tds:NTPInformation>";
                    case "GetUsers" -> users();
                    case "GetNetworkInterfaces" ->
                        "<tds:NetworkInterfaces token=\"lo\"><tt:Enabled>true</tt:Enabled>"
                                + "<tt:Info><tt:Name>lo</tt:Name><tt:HwAddress>00:00:00:00:00:00</tt:HwAddress></tt:Info>"
                                + "</tds:NetworkInterfaces>";
                    case "SetUser" -> setUser(call);
                    case "GetEndpointReference" ->
                        "<tds:GUID>urn:vigil:simulated:" + device.spec().id() + "</tds:GUID>";
                    default -> null;
                };
        return inner == null
                ? null
                : "<tds:" + call.name() + "Response>" + inner + "</tds:" + call.name() + "Response>";
    }

    private String users() {
        Login login = device.gate().login();
        return "<tds:User><tt:Username>viewer</tt:Username><tt:UserLevel>User</tt:UserLevel></tds:User>"
                + (login == null
                        ? ""
                        : "<tds:User><tt:Username>" + Soap.escape(login.user())
                                + "</tt:Username><tt:UserLevel>Administrator</tt:UserLevel></tds:User>")
                + (device.spec().has(Fault.ANONYMOUS)
                        ? "<tds:User><tt:Username>guest</tt:Username><tt:UserLevel>Anonymous</tt:UserLevel></tds:User>"
                        : "");
    }

    /** As cameras do: at most 16 characters, and the level must come with it. */
    private String setUser(Soap.Call call) throws Soap.Fault {
        Login login = device.gate().login();
        String password = call.text("Password", "");
        if (login == null || !login.user().equals(call.text("Username", ""))) {
            throw Soap.Fault.invalid("Username not recognized", "UsernameMissing");
        }
        if (!call.text("UserLevel", "").equals("Administrator")) {
            throw Soap.Fault.invalid("Fixed user", "FixedUser");
        }
        if (password.length() < 8 || password.length() > 16) {
            throw Soap.Fault.invalid("Password not allowed", "Password");
        }
        if (!device.spec().has(Fault.KEEPS_PASSWORD)) {
            device.gate().setPassword(password);
        }
        return "";
    }

    private String security() {
        return "<tds:Security UsernameToken=\"true\" HttpDigest=\""
                + (device.spec().authentication() != Authentication.USERNAME_TOKEN) + "\"/>";
    }

    private String dateAndTime() {
        OffsetDateTime utc = device.clock().atOffset(ZoneOffset.UTC);
        OffsetDateTime local = utc.withOffsetSameInstant(ZoneOffset.ofHours(7));
        // POSIX writes zones with the sign turned round: UTC+7 is ICT-7.
        return "<tds:SystemDateAndTime><tt:DateTimeType>Manual</tt:DateTimeType><tt:DaylightSavings>false</tt:DaylightSavings>"
                + "<tt:TimeZone><tt:TZ>ICT-7</tt:TZ></tt:TimeZone>"
                + "<tt:UTCDateTime>" + dateTime(device.spec().has(Fault.LOCAL_AS_UTC) ? local : utc)
                + "</tt:UTCDateTime>"
                + "<tt:LocalDateTime>" + dateTime(local) + "</tt:LocalDateTime></tds:SystemDateAndTime>";
    }

    private static String dateTime(OffsetDateTime t) {
        return "<tt:Time><tt:Hour>" + t.getHour() + "</tt:Hour><tt:Minute>" + t.getMinute() + "</tt:Minute><tt:Second>"
                + t.getSecond() + "</tt:Second></tt:Time><tt:Date><tt:Year>" + t.getYear() + "</tt:Year><tt:Month>"
                + t.getMonthValue() + "</tt:Month><tt:Day>" + t.getDayOfMonth() + "</tt:Day></tt:Date>";
    }

    private String services() {
        StringBuilder all = new StringBuilder();
        PATHS.forEach(
                (namespace, path) -> all.append("<tds:Service><tds:Namespace>")
                        .append(namespace)
                        .append("</tds:Namespace><tds:XAddr>")
                        .append(device.http(path))
                        .append(
                                "</tds:XAddr><tds:Version><tt:Major>2</tt:Major><tt:Minor>60</tt:Minor></tds:Version></tds:Service>"));
        return all.toString();
    }

    private String capabilities() {
        return "<tds:Capabilities><tt:Device>" + xaddr(Soap.DEVICE) + "</tt:Device><tt:Media>" + xaddr(Soap.MEDIA)
                + "<tt:StreamingCapabilities><tt:RTPMulticast>false</tt:RTPMulticast><tt:RTP_TCP>false</tt:RTP_TCP>"
                + "<tt:RTP_RTSP_TCP>true</tt:RTP_RTSP_TCP></tt:StreamingCapabilities></tt:Media><tt:Extension>"
                + "<tt:Recording>" + xaddr(Soap.RECORDING) + "</tt:Recording><tt:Search>" + xaddr(Soap.SEARCH)
                + "<tt:MetadataSearch>false</tt:MetadataSearch></tt:Search><tt:Replay>" + xaddr(Soap.REPLAY)
                + "</tt:Replay></tt:Extension></tds:Capabilities>";
    }

    private String xaddr(String namespace) {
        return "<tt:XAddr>" + device.http(PATHS.get(namespace)) + "</tt:XAddr>";
    }

    private static String scope(String end) {
        return "<tds:Scopes><tt:ScopeDef>Fixed</tt:ScopeDef><tt:ScopeItem>onvif://www.onvif.org/" + end
                + "</tt:ScopeItem></tds:Scopes>";
    }
}
