package vn.vigil.sim;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.TimeSpan;

/**
 * The CGI of one simulated Dahua camera: one channel, its zone UTC+7, its recording in files of at most ten minutes. Searches
 * count channels from 0; a search for any other channel, or for nothing recorded, is answered by an error, as by many real
 * devices. Thread-safe.
 */
final class DahuaServices {
    static final String ROOT = "/cgi-bin/";
    static final ZoneOffset ZONE = ZoneOffset.ofHours(7);

    /** A device has few handles for searches, so that a client that leaks them is found out. */
    static final int MOST_HANDLES = 4;

    private static final int FILE_SECONDS = 600;
    private static final int MOST_DOWNLOAD_SECONDS = 900;
    private static final String FOLDER = "/mnt/sd/";
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH.mm.ss", Locale.ROOT);
    private static final Map<String, String> FIXED = Map.of(
            "magicBox.cgi?action=getDeviceType", "type=SIM-IPC",
            "magicBox.cgi?action=getSoftwareVersion", "version=2.800.0000000.1.R,build:2026-01-15",
            "magicBox.cgi?action=getHardwareVersion", "version=1.00",
            "configManager.cgi?action=getConfig&name=NTP",
                    "table.NTP.Address=pool.ntp.org\r\ntable.NTP.Enable=true\r\ntable.NTP.Port=123\r\n"
                            + "table.NTP.TimeZone=12\r\ntable.NTP.UpdatePeriod=60",
            "configManager.cgi?action=getConfig&name=Locales",
                    "table.Locales.DSTEnable=false\r\ntable.Locales.TimeFormat=yyyy-MM-dd HH:mm:ss",
            "storageDevice.cgi?action=getDeviceAllInfo",
                    "list.info[0].Detail[0].IsError=false\r\nlist.info[0].Detail[0].Path=/mnt/sd\r\n"
                            + "list.info[0].Detail[0].TotalBytes=64000000000.000000\r\n"
                            + "list.info[0].Detail[0].Type=ReadWrite\r\n"
                            + "list.info[0].Detail[0].UsedBytes=48000000000.000000\r\n"
                            + "list.info[0].Name=/dev/mmc0\r\nlist.info[0].State=Success");

    private final Device device;
    private final Map<String, List<File>> handles = new LinkedHashMap<>();
    private int made;

    DahuaServices(Device device) {
        this.device = device;
    }

    static String serial(CameraSpec spec) {
        return "SIM-" + spec.id();
    }

    /** @param body text or a file */
    record Reply(int status, String type, byte[] body) {
        static Reply text(String text) {
            return new Reply(200, "text/plain;charset=utf-8", (text + "\r\n").getBytes(StandardCharsets.UTF_8));
        }

        static Reply error() {
            return new Reply(400, "text/plain", "Error\r\nBad Request!\r\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One recorded file, wall time; its pictures lie in the half-open span of true time. */
    private record File(LocalDateTime from, LocalDateTime to, TimeSpan span) {
        String path() {
            return FOLDER + NAME.format(from) + "-" + NAME.format(to) + "[R][0@0][0].dav";
        }
    }

    Reply answer(Request request) {
        String call = request.target().substring(ROOT.length());
        if (call.startsWith("RPC_Loadfile/")) {
            return file(call.substring("RPC_Loadfile".length()));
        }
        if (FIXED.containsKey(call)) {
            return Reply.text(FIXED.get(call));
        }
        Map<String, String> query = query(request.target());
        String script = call.substring(0, Math.max(0, call.indexOf('?')));
        String action = query.getOrDefault("action", "");
        return switch (script + " " + action) {
            case "magicBox.cgi getSystemInfo" ->
                Reply.text("deviceType=SIM-IPC\r\nhardwareVersion=1.00\r\n" + "processor=SIMULATED\r\nserialNumber="
                        + serial(device.spec()));
            case "magicBox.cgi getSerialNo" -> Reply.text("sn=" + serial(device.spec()));
            case "global.cgi getCurrentTime" -> Reply.text("result=" + PLAIN.format(wall(device.clock())));
            case "userManager.cgi getUserInfoAll" -> users();
            case "configManager.cgi getConfig" ->
                query.getOrDefault("name", "").equals("ChannelTitle")
                        ? Reply.text(
                                "table.ChannelTitle[0].Name=" + device.spec().id())
                        : Reply.error();
            case "eventManager.cgi getEventIndexes" ->
                new Reply(200, "text/plain", "Error: No Events\r\n".getBytes(StandardCharsets.UTF_8));
            case "loadfile.cgi startLoad" -> load(query);
            case "mediaFileFind.cgi factory.create" -> create();
            case "mediaFileFind.cgi findFile" -> find(query);
            case "mediaFileFind.cgi findNextFile" -> page(query);
            case "mediaFileFind.cgi close" -> Reply.text("OK");
            case "mediaFileFind.cgi destroy" -> destroy(query);
            default -> Reply.error();
        };
    }

    private Reply users() {
        String name =
                device.spec().login() == null ? "admin" : device.spec().login().user();
        return Reply.text("users[0].Group=admin\r\nusers[0].Id=1\r\nusers[0].Memo=\r\nusers[0].Name=" + name
                + "\r\nusers[0].Sharable=true");
    }

    private synchronized Reply create() {
        if (handles.size() >= MOST_HANDLES) {
            return Reply.error();
        }
        String handle = String.format(Locale.ROOT, "%05d", 8137 + made++);
        handles.put(handle, List.of());
        return Reply.text("result=" + handle);
    }

    private synchronized Reply find(Map<String, String> query) {
        TimeSpan asked = span(device, query.get("condition.StartTime"), query.get("condition.EndTime"), PLAIN);
        String handle = query.get("object");
        if (!handles.containsKey(handle)
                || asked == null
                || !query.getOrDefault("condition.Channel", "").equals("0")) {
            return Reply.error();
        }
        List<File> found =
                files().stream().filter(file -> file.span().overlaps(asked)).toList();
        if (found.isEmpty()) {
            return Reply.error();
        }
        handles.put(handle, new ArrayList<>(found));
        return Reply.text("OK");
    }

    private synchronized Reply page(Map<String, String> query) {
        List<File> left = handles.get(query.get("object"));
        if (left == null) {
            return Reply.error();
        }
        int count = query.getOrDefault("count", "").matches("[0-9]{1,3}")
                ? Math.min(100, Integer.parseInt(query.get("count")))
                : 100;
        List<File> page = left.subList(0, Math.min(count, left.size()));
        StringBuilder out = new StringBuilder("found=" + page.size());
        for (int i = 0; i < page.size(); i++) {
            String item = "\r\nitems[" + i + "].";
            File file = page.get(i);
            out.append(item).append("Channel=0");
            out.append(item).append("EndTime=").append(PLAIN.format(file.to()));
            out.append(item).append("FilePath=").append(file.path());
            out.append(item).append("Flags[0]=Timing");
            out.append(item).append("StartTime=").append(PLAIN.format(file.from()));
            out.append(item).append("Type=dav");
            out.append(item).append("VideoStream=Main");
        }
        handles.put(query.get("object"), new ArrayList<>(left.subList(page.size(), left.size())));
        return Reply.text(out.toString());
    }

    private synchronized Reply destroy(Map<String, String> query) {
        return handles.remove(query.get("object")) == null ? Reply.error() : Reply.text("OK");
    }

    synchronized int openHandles() {
        return handles.size();
    }

    private List<File> files() {
        List<File> files = new ArrayList<>();
        PictureSpec shape = device.spec().picture();
        for (Recording.Segment segment : device.recording().segments()) {
            Instant end = Recording.instant(shape, segment.end());
            for (Instant from = Recording.instant(shape, segment.first()); from.isBefore(end); ) {
                long second = device.cameraTime(from).getEpochSecond();
                Instant next = device.trueTime(Instant.ofEpochSecond((second / FILE_SECONDS + 1) * FILE_SECONDS));
                Instant to = next.isBefore(end) ? next : end;
                files.add(new File(wall(device.cameraTime(from)), wall(device.cameraTime(to)), new TimeSpan(from, to)));
                from = to;
            }
        }
        return files;
    }

    private Reply load(Map<String, String> query) {
        TimeSpan asked = span(device, query.get("startTime"), query.get("endTime"), PLAIN);
        return asked == null || !query.getOrDefault("channel", "").equals("1") ? Reply.error() : pictures(asked);
    }

    private Reply file(String escaped) {
        String path = URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
        for (File file : files()) {
            if (file.path().equals(path)) {
                return pictures(file.span());
            }
        }
        return Reply.error();
    }

    private Reply pictures(TimeSpan span) {
        PictureSpec shape = device.spec().picture();
        Recording recording = device.recording();
        if (recording.isEmpty() || span.length().toSeconds() > MOST_DOWNLOAD_SECONDS) {
            return Reply.error();
        }
        long end = Recording.atOrAfter(shape, span.to());
        DavWriter out = new DavWriter(shape);
        Loop loop = device.loop();
        for (long n = recording.at(span.from()); n < end; n = recording.next(n)) {
            Instant time = device.cameraTime(Recording.instant(shape, n));
            List<byte[]> nals = new ArrayList<>();
            if (shape.isKey(n)) {
                nals.addAll(List.of(loop.sps(), loop.pps()));
            }
            nals.addAll(loop.picture(n));
            out.picture(shape.isKey(n), wall(time), time.toEpochMilli(), nals);
        }
        byte[] bytes = out.bytes();
        return bytes.length == 0 ? Reply.error() : new Reply(200, "application/octet-stream", bytes);
    }

    static LocalDateTime wall(Instant cameraTime) {
        return LocalDateTime.ofInstant(cameraTime, ZONE);
    }

    /** A span of wall time as true time, or null when it is none. */
    static TimeSpan span(Device device, String from, String to, DateTimeFormatter form) {
        try {
            Instant start = LocalDateTime.parse(String.valueOf(from), form).toInstant(ZONE);
            Instant end = LocalDateTime.parse(String.valueOf(to), form).toInstant(ZONE);
            return start.isBefore(end) ? new TimeSpan(device.trueTime(start), device.trueTime(end)) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static Map<String, String> query(String target) {
        Map<String, String> found = new LinkedHashMap<>();
        int mark = target.indexOf('?');
        for (String pair : mark < 0 ? new String[0] : target.substring(mark + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}
