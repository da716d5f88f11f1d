package vn.vigil.onvif;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.Multicast;
import vn.vigil.net.NetException;
import vn.vigil.net.NetInterface;
import vn.vigil.xml.Xml;
import vn.vigil.xml.XmlException;
import vn.vigil.xml.XmlNames;
import vn.vigil.xml.XmlReader;

/**
 * Asks a network which ONVIF devices are on it (WS-Discovery of April 2005, as ONVIF Core "Device discovery" takes it). Anyone
 * on the network can answer anything: answers are claims, bounded, not neutralised, and nobody who answers is contacted.
 */
public final class Discovery {
    /** Where WS-Discovery is spoken. */
    public static final InetSocketAddress GROUP = group();

    private static final String SOAP = OnvifNames.SOAP_12;
    private static final String WSA = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    private static final String WSD = "http://schemas.xmlsoap.org/ws/2005/04/discovery";
    private static final XmlNames NAMES = new XmlNames(
            Map.of(
                    "s",
                    SOAP,
                    "env",
                    SOAP,
                    "soap",
                    SOAP,
                    "SOAP-ENV",
                    SOAP,
                    "wsa",
                    WSA,
                    "a",
                    WSA,
                    "wsadis",
                    WSA,
                    "d",
                    WSD,
                    "wsdd",
                    WSD),
            SOAP,
            OnvifNames.SOAP_11,
            WSA,
            "http://www.w3.org/2005/08/addressing",
            WSD,
            "http://docs.oasis-open.org/ws-dd/ns/discovery/");

    /** Devices answer to one of these types or to the other; a probe that names both asks for a device that is both. */
    private static final String[] TYPES = {
        "xmlns:dn=\"http://www.onvif.org/ver10/network/wsdl\">dn:NetworkVideoTransmitter",
        "xmlns:tds=\"" + OnvifNames.DEVICE + "\">tds:Device"
    };
    /** Datagrams get lost, so each question is put so often. */
    private static final int ROUNDS = 3;

    private static final Duration APART = Duration.ofMillis(150);
    private static final int MOST_DEVICES = 4096;

    /**
     * What a network answered.
     *
     * @param devices each once, in the order of their answers
     * @param sent questions that left; 0 when the system refused all
     * @param unusable answers that were no answers to these questions, or beyond the bounds
     */
    public record Result(List<DiscoveredDevice> devices, int sent, int unusable) {}

    private final World world;
    private final List<String> messages = new ArrayList<>();
    private final Map<String, DiscoveredDevice> devices = new LinkedHashMap<>();
    private int unusable;

    private Discovery(World world) {
        this.world = world;
    }

    /**
     * Asks on one interface and listens until the deadline.
     *
     * @param group {@link #GROUP}, but for tests
     * @throws NetException when that interface cannot be used
     */
    public static Result probe(World world, NetInterface local, InetSocketAddress group, Deadline deadline)
            throws NetException {
        return new Discovery(world).run(local, group, deadline);
    }

    private Result run(NetInterface local, InetSocketAddress group, Deadline deadline) throws NetException {
        List<byte[]> questions = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (String type : TYPES) {
                questions.add(question(type));
            }
        }
        Multicast.Traffic traffic = Multicast.ask(world, local, group, questions, APART, deadline, this::take);
        return new Result(List.copyOf(devices.values()), traffic.sent(), unusable + traffic.dropped());
    }

    private byte[] question(String type) {
        byte[] random = new byte[16];
        world.random().nextBytes(random);
        random[6] = (byte) (random[6] & 0x0f | 0x40); // RFC 9562 §5.4
        random[8] = (byte) (random[8] & 0x3f | 0x80);
        ByteBuffer bits = ByteBuffer.wrap(random);
        String id = new UUID(bits.getLong(), bits.getLong()).toString();
        messages.add(id);
        String header = "<a:Action>" + WSD + "/Probe</a:Action><a:MessageID>urn:uuid:" + id
                + "</a:MessageID><a:ReplyTo><a:Address>" + WSA + "/role/anonymous</a:Address></a:ReplyTo>"
                + "<a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To>";
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<s:Envelope xmlns:s=\"" + SOAP + "\" xmlns:a=\"" + WSA
                        + "\" xmlns:d=\"" + WSD + "\"><s:Header>" + header + "</s:Header><s:Body><d:Probe><d:Types "
                        + type + "</d:Types></d:Probe></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void take(String source, byte[] data) {
        try {
            Xml envelope = XmlReader.read(XmlReader.decode(data).strip(), NAMES);
            Xml matches = envelope.at("Body", "ProbeMatches");
            if (matches == null || !ours(envelope.word("Header", "RelatesTo"))) {
                unusable++;
                return;
            }
            for (Xml match : matches.all("ProbeMatch")) {
                DiscoveredDevice device = DiscoveredDevice.read(source, match);
                String key = source + " " + device.reference();
                if (devices.size() < MOST_DEVICES || devices.containsKey(key)) {
                    devices.merge(key, device, (before, again) -> before.xaddr() == null ? again : before);
                } else {
                    unusable++;
                }
            }
        } catch (XmlException e) {
            unusable++;
        }
    }

    /** Whether an answer names one of our questions; how devices write the urn around it varies. */
    private boolean ours(String relatesTo) {
        String text = relatesTo.toLowerCase(Locale.ROOT);
        return messages.stream().anyMatch(text::endsWith);
    }

    private static InetSocketAddress group() {
        try {
            byte[] address = {(byte) 239, (byte) 255, (byte) 255, (byte) 250};
            return new InetSocketAddress(InetAddress.getByAddress(address), 3702);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
