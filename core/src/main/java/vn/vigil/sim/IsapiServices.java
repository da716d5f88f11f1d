package vn.vigil.sim;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import vn.vigil.base.TimeSpan;
import vn.vigil.xml.Xml;
import vn.vigil.xml.XmlException;
import vn.vigil.xml.XmlNames;
import vn.vigil.xml.XmlReader;

/**
 * The ISAPI of one simulated Hikvision camera: one channel, its zone UTC+7, its recording in files of at most ten minutes. What
 * it does not know it refuses as real ones do, the download of files among it. Thread-safe.
 */
final class IsapiServices {
    static final String ROOT = "/ISAPI/";
    private static final int FILE_SECONDS = 600;
    private static final int MOST_RESULTS = 64;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** An answer, always XML. */
    record Answer(int status, String reason, String xml) {}

    private final Device device;

    IsapiServices(Device device) {
        this.device = device;
    }

    Answer answer(Request request) {
        return switch (request.method() + " " + request.path().substring(ROOT.length())) {
            case "GET System/deviceInfo" -> deviceInfo();
            case "GET System/time" -> time();
            case "GET System/time/ntpServers" ->
                ok("<NTPServerList><NTPServer><id>1</id><addressingFormatType>hostname</addressingFormatType>"
                        + "<hostName>pool.ntp.org</hostName><portNo>123</portNo></NTPServer></NTPServerList>");
            case "GET System/Network/telnetd" -> ok("<Telnetd><enabled>false</enabled></Telnetd>");
            case "GET System/Network/UPnP" -> ok("<UPnP><enabled>true</enabled></UPnP>");
            case "GET ContentMgmt/Storage" -> storage();
            case "GET Security/users" -> users();
            case "POST ContentMgmt/search" -> search(request);
            case "POST ContentMgmt/record/tracks/101/dailyDistribution" -> days(request);
            default -> refusal(403, "Forbidden", 4, "Invalid Operation", "notSupport");
        };
    }

    private static Answer ok(String element) {
        return new Answer(
                200,
                "OK",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + element.replaceFirst(
                                "[ >]", " version=\"2.0\" xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"$0"));
    }

    private static Answer refusal(int status, String reason, int code, String text, String sub) {
        return new Answer(
                status,
                reason,
                ok("<ResponseStatus><statusCode>" + code + "</statusCode><statusString>" + text
                                + "</statusString><subStatusCode>" + sub + "</subStatusCode></ResponseStatus>")
                        .xml());
    }

    private static Answer badXml() {
        return refusal(400, "Bad Request", 6, "Invalid XML Content", "badXmlContent");
    }

    private Answer deviceInfo() {
        return ok(
                "<DeviceInfo><deviceName>" + Soap.escape(device.spec().id().value()) + "</deviceName>"
                        + "<model>SIM-CD2000</model><serialNumber>SIM-CD2000-"
                        + device.spec().id() + "</serialNumber>"
                        + "<macAddress>02:00:00:00:00:01</macAddress><firmwareVersion>V5.7.0</firmwareVersion>"
                        + "<firmwareReleasedDate>build 260115</firmwareReleasedDate><deviceType>IPCamera</deviceType></DeviceInfo>");
    }

    private Answer time() {
        OffsetDateTime now = device.clock().atOffset(HikvisionStreams.ZONE);
        // POSIX writes zones with the sign turned round.
        return ok("<Time><timeMode>NTP</timeMode><localTime>" + LOCAL.format(now)
                + "</localTime><timeZone>CST-7:00:00</timeZone></Time>");
    }

    private static Answer storage() {
        return ok("<storage><hddList size=\"1\"><hdd><id>1</id><hddName>hdd1</hddName><hddType>SD</hddType>"
                + "<status>ok</status><capacity>60906</capacity><freeSpace>0</freeSpace><property>RW</property></hdd>"
                + "</hddList><nasList size=\"0\"/></storage>");
    }

    private Answer users() {
        String name =
                device.spec().login() == null ? "admin" : device.spec().login().user();
        return ok("<UserList><User><id>1</id><userName>" + Soap.escape(name)
                + "</userName><userLevel>Administrator</userLevel></User></UserList>");
    }

    private Answer search(Request request) {
        Xml asked = read(request);
        boolean old = device.spec().vendor() == Vendor.HIKVISION_LOCAL_TIME;
        Xml span = asked == null ? null : asked.at("timeSpanList", "timeSpan");
        if (span == null || asked.at(old ? "trackList" : "trackIDList") == null) {
            return badXml();
        }
        Instant from;
        Instant to;
        try {
            from = Instant.parse(span.word("startTime"));
            to = Instant.parse(span.word("endTime"));
        } catch (DateTimeException e) {
            return badXml();
        }
        List<String> found = new ArrayList<>();
        if (asked.word(old ? "trackList" : "trackIDList", "trackID").equals("101")) {
            for (TimeSpan file : files()) {
                Instant start = written(file.from());
                Instant end = written(file.to());
                if (end.isAfter(from) && start.isBefore(to) && start.isBefore(end)) {
                    found.add(item(file, start, end));
                }
            }
        }
        int first = Math.min(found.size(), asked.count("searchResultPostion"));
        int last = Math.min(found.size(), first + Math.min(MOST_RESULTS, Math.max(1, asked.count("maxResults"))));
        String status = found.isEmpty() ? "NO MATCHES" : last < found.size() ? "MORE" : "OK";
        return ok("<CMSearchResult><searchID>" + Soap.escape(asked.word("searchID")) + "</searchID>"
                + "<responseStatus>true</responseStatus><responseStatusStrg>" + status + "</responseStatusStrg>"
                + "<numOfMatches>" + (last - first) + "</numOfMatches><matchList>\n"
                + String.join("", found.subList(first, last)) + "</matchList></CMSearchResult>");
    }

    private Instant written(Instant trueTime) {
        return HikvisionStreams.written(device, trueTime).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The address names no host that could be used, as on real devices behind a router. */
    private String item(TimeSpan file, Instant start, Instant end) {
        String address = "rtsp://0.0.0.0:" + device.rtspPort() + HikvisionStreams.address(device, file) + "&name="
                + String.format(Locale.ROOT, "%017d", start.getEpochSecond());
        return "<searchMatchItem><trackID>101</trackID><timeSpan><startTime>" + start + "</startTime><endTime>" + end
                + "</endTime></timeSpan><mediaSegmentDescriptor><contentType>video</contentType>"
                + "<codecType>H.264-BP</codecType><playbackURI>" + Soap.escape(address)
                + "</playbackURI><lockStatus>unlock</lockStatus></mediaSegmentDescriptor></searchMatchItem>";
    }

    private Answer days(Request request) {
        Xml asked = read(request);
        YearMonth month;
        try {
            month = YearMonth.of(
                    asked == null ? 0 : asked.count("year"), asked == null ? 0 : asked.count("monthOfYear"));
        } catch (DateTimeException e) {
            return badXml();
        }
        TreeSet<LocalDate> recorded = new TreeSet<>();
        for (TimeSpan file : files()) {
            recorded.add(day(file.from()));
            recorded.add(day(file.to().minusMillis(1)));
        }
        StringBuilder days = new StringBuilder();
        for (int i = 1; i <= month.lengthOfMonth(); i++) {
            days.append("<day><id>")
                    .append(i)
                    .append("</id><dayOfMonth>")
                    .append(i)
                    .append("</dayOfMonth><record>");
            days.append(recorded.contains(month.atDay(i))).append("</record></day>");
        }
        return ok("<trackDailyDistribution><dayList>" + days + "</dayList></trackDailyDistribution>");
    }

    private LocalDate day(Instant trueTime) {
        return device.cameraTime(trueTime).atOffset(HikvisionStreams.ZONE).toLocalDate();
    }

    /** The recording in files of true time, cut at whole ten minutes of the camera's clock. */
    private List<TimeSpan> files() {
        List<TimeSpan> files = new ArrayList<>();
        PictureSpec shape = device.spec().picture();
        for (Recording.Segment segment : device.recording().segments()) {
            Instant end = Recording.instant(shape, segment.end());
            for (Instant from = Recording.instant(shape, segment.first()); from.isBefore(end); ) {
                long second = device.cameraTime(from).getEpochSecond();
                Instant next = device.trueTime(Instant.ofEpochSecond((second / FILE_SECONDS + 1) * FILE_SECONDS));
                Instant to = next.isBefore(end) ? next : end;
                files.add(new TimeSpan(from, to));
                from = to;
            }
        }
        return files;
    }

    private static Xml read(Request request) {
        try {
            return XmlReader.read(XmlReader.decode(request.body()), XmlNames.ANY);
        } catch (XmlException e) {
            return null;
        }
    }
}
