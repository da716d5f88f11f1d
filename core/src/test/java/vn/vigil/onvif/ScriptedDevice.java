package vn.vigil.onvif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Login;
import vn.vigil.net.LoopbackServer;
import vn.vigil.net.TlsTrust;

/**
 * A device on a loopback port that answers as a script says and keeps every request. The answers are written after the ONVIF
 * WSDL files and the field reports that the tests name; none is copied from a device.
 */
final class ScriptedDevice implements AutoCloseable {
    /** One request as it came. */
    record Request(String target, Map<String, String> headers, String body) {
        /** The name of the call. */
        String call() {
            int from = body.indexOf("<s:Body><") + 9;
            int to = from;
            while (Character.isLetterOrDigit(body.charAt(to))) {
                to++;
            }
            return body.substring(from, to);
        }

        boolean hasDigest() {
            return headers.getOrDefault("authorization", "").startsWith("Digest ");
        }

        boolean hasToken() {
            return body.contains("<UsernameToken>");
        }
    }

    /** Answers one request; what is written goes out as it is, then the connection is closed. */
    interface Script {
        void answer(Request request, OutputStream out) throws IOException;
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;
    private final int port;

    ScriptedDevice(Script script) throws IOException {
        server = LoopbackServer.open("scripted");
        port = server.listen(0, connection -> {
                    connection.readTimeout(5_000);
                    Request request = read(connection.in());
                    requests.add(request);
                    script.answer(request, connection.out());
                })
                .number();
    }

    Endpoint endpoint() {
        return new Endpoint("127.0.0.1", port, false);
    }

    OnvifDevice connect(World world, Login login, OnvifOptions options) throws OnvifException {
        return OnvifDevice.connect(world, endpoint(), AddressRules.of("127.0.0.1"), TlsTrust.anyKey(), login, options);
    }

    /** How often that call was made. */
    long count(String call) {
        return requests.stream().filter(r -> r.call().equals(call)).count();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static Request read(InputStream in) throws IOException {
        String[] first = line(in).split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(first[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    static void reply(OutputStream out, int status, String type, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(
                "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.flush();
    }

    static void soap(OutputStream out, String body) throws IOException {
        reply(out, 200, "application/soap+xml", envelope(body));
    }

    static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><env:Envelope xmlns:env=\"" + OnvifNames.SOAP_12
                + "\" xmlns:tds=\"" + OnvifNames.DEVICE + "\" xmlns:tt=\"" + OnvifNames.SCHEMA + "\" xmlns:trt=\""
                + OnvifNames.MEDIA1 + "\" xmlns:tr2=\"" + OnvifNames.MEDIA2 + "\" xmlns:tse=\"" + OnvifNames.SEARCH
                + "\" xmlns:trp=\"" + OnvifNames.REPLAY + "\" xmlns:wsnt=\"" + OnvifNames.NOTIFICATION
                + "\" xmlns:ter=\"" + OnvifNames.ERROR + "\"><env:Body>" + body + "</env:Body></env:Envelope>";
    }

    static void fault(OutputStream out, int status, String subcode, String text, String... headers) throws IOException {
        reply(
                out,
                status,
                "application/soap+xml",
                envelope("<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>ter:" + subcode
                        + "</env:Value></env:Subcode></env:Code><env:Reason><env:Text xml:lang=\"en\">" + text
                        + "</env:Text></env:Reason></env:Fault>"),
                headers);
    }

    /** The clock of a device at 07:05:00 UTC of the test world's day. */
    static final String CLOCK = clock("2026-3-2", "7:5:0");

    static String clock(String date, String time) {
        String[] d = date.split("-");
        String[] t = time.split(":");
        return "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>NTP</tt:DateTimeType>"
                + "<tt:DaylightSavings>false</tt:DaylightSavings><tt:TimeZone><tt:TZ>ICT-7</tt:TZ></tt:TimeZone>"
                + "<tt:UTCDateTime><tt:Time><tt:Hour>" + t[0] + "</tt:Hour><tt:Minute>" + t[1]
                + "</tt:Minute><tt:Second>" + t[2] + "</tt:Second></tt:Time><tt:Date><tt:Year>" + d[0]
                + "</tt:Year><tt:Month>" + d[1] + "</tt:Month><tt:Day>" + d[2]
                + "</tt:Day></tt:Date></tt:UTCDateTime></tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>";
    }

    static final String INFORMATION = "<tds:GetDeviceInformationResponse><tds:Manufacturer>Vendor</tds:Manufacturer>"
            + "<tds:Model>C-1</tds:Model><tds:FirmwareVersion>1.2</tds:FirmwareVersion><tds:SerialNumber>S7"
            + "</tds:SerialNumber><tds:HardwareId>H</tds:HardwareId></tds:GetDeviceInformationResponse>";

    /** GetServices with inner addresses, as behind address translation. */
    static String services(String... namespaces) {
        StringBuilder all = new StringBuilder("<tds:GetServicesResponse>");
        for (int i = 0; i < namespaces.length; i++) {
            all.append("<tds:Service><tds:Namespace>")
                    .append(namespaces[i])
                    .append("</tds:Namespace><tds:XAddr>")
                    .append("http://10.9.8.7:80/onvif/s")
                    .append(i)
                    .append(
                            "</tds:XAddr><tds:Version><tt:Major>2</tt:Major><tt:Minor>0</tt:Minor></tds:Version></tds:Service>");
        }
        return all + "</tds:GetServicesResponse>";
    }
}
