package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.Ipv4Range;
import vn.vigil.net.NetInterface;

/** The question, and answers of every kind, over the loopback: a plain address stands for the multicast group. */
@Timeout(20)
class DiscoveryTest {
    private final World world = World.real();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private DatagramSocket group;

    /** Answers each question with these datagrams; {@code MSG} becomes the question's id. */
    private void responder(Function<String, List<String>> answers) throws Exception {
        group = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(() -> {
            byte[] buffer = new byte[65536];
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                    group.receive(packet);
                    String question = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
                    questions.add(question);
                    String id = id(question);
                    for (String answer : answers.apply(id)) {
                        byte[] bytes = answer.replace("MSG", id).getBytes(StandardCharsets.UTF_8);
                        group.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                    }
                }
            } catch (IOException e) {
                // closed: the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static String id(String question) {
        int from = question.indexOf("MessageID>") + 10;
        return question.substring(from, question.indexOf('<', from));
    }

    @AfterEach
    void close() {
        group.close();
    }

    private Discovery.Result probe() throws Exception {
        return probe(Duration.ofMillis(500));
    }

    private Discovery.Result probe(Duration length) throws Exception {
        NetInterface lo = new NetInterface("lo", "127.0.0.1", Ipv4Range.parse("127.0.0.0/8"), false, true);
        InetSocketAddress to = new InetSocketAddress("127.0.0.1", group.getLocalPort());
        return Discovery.probe(world, lo, to, Deadline.in(world, length));
    }

    private static String answer(String relatesTo, String match) {
        return "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\""
                + " xmlns:w=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
                + " xmlns:p=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\"><e:Header><w:RelatesTo>" + relatesTo
                + "</w:RelatesTo></e:Header><e:Body><p:ProbeMatches>" + match
                + "</p:ProbeMatches></e:Body></e:Envelope>";
    }

    private static String match(String reference, String xaddrs, String scopes) {
        return "<p:ProbeMatch><w:EndpointReference><w:Address>" + reference
                + "</w:Address></w:EndpointReference><p:Types/><p:Scopes>" + scopes + "</p:Scopes><p:XAddrs>" + xaddrs
                + "</p:XAddrs></p:ProbeMatch>";
    }

    @Test
    void aCameraThatAnswersEveryQuestionIsToldOnceWithWhatItSaysOfItself() throws Exception {
        responder(id -> List.of(answer(
                "MSG",
                match(
                        "urn:uuid:a",
                        "http://[fe80::1]/onvif/device_service http://127.0.0.1:8899/onvif/device_service",
                        "onvif://www.onvif.org/name/C%E1%BB%95ng%20A onvif://www.onvif.org/hardware/IPC-1\n"
                                + "onvif://www.onvif.org/location/city/Hue onvif://www.onvif.org/Profile/Streaming"
                                + " onvif://www.onvif.org/Profile/T http://example.org/name/other"))));
        Discovery.Result result = probe();
        assertEquals(1, result.devices().size());
        assertEquals(0, result.unusable());
        DiscoveredDevice device = result.devices().get(0);
        assertEquals("127.0.0.1", device.source());
        assertEquals("urn:uuid:a", device.reference());
        assertEquals(
                "http://127.0.0.1:8899/onvif/device_service", device.xaddr().toString());
        assertFalse(device.foreign());
        assertEquals("Cổng A", device.name());
        assertEquals("IPC-1", device.hardware());
        assertEquals("city/Hue", device.location());
        assertEquals(List.of("Streaming", "T"), device.profiles());
    }

    @Test
    void theQuestionIsPutSeveralTimesWithAFreshIdForBothTypes() throws Exception {
        responder(id -> List.of());
        Discovery.Result result = probe(Duration.ofSeconds(2));
        assertEquals(6, result.sent());
        assertEquals(6, questions.size());
        assertEquals(6, new HashSet<>(questions.stream().map(DiscoveryTest::id).toList()).size());
        assertEquals(
                3,
                questions.stream()
                        .filter(q -> q.contains("dn:NetworkVideoTransmitter"))
                        .count());
        assertEquals(3, questions.stream().filter(q -> q.contains("tds:Device")).count());
        assertTrue(questions.get(0).contains("http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe"));
    }

    @Test
    void anAddressElsewhereIsToldAsClaimedAndFlagged() throws Exception {
        responder(id -> List.of(answer("MSG", match("urn:uuid:b", "http://169.254.169.254/latest", ""))));
        DiscoveredDevice device = probe().devices().get(0);
        assertTrue(device.foreign());
        assertEquals("169.254.169.254", device.xaddr().host());
    }

    @Test
    void forgedAndSenselessAnswersAreCountedAndLeftOut() throws Exception {
        responder(id -> List.of(
                answer("urn:uuid:00000000-0000-4000-8000-000000000000", match("urn:uuid:c", "http://127.0.0.1/", "")),
                answer("", match("urn:uuid:c", "http://127.0.0.1/", "")),
                "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>",
                "<a>".repeat(4000),
                "no XML at all",
                "x".repeat(20_000)));
        Discovery.Result result = probe();
        assertEquals(List.of(), result.devices());
        assertTrue(result.unusable() >= 6, "" + result.unusable());
    }

    @Test
    void addressesThatAreNoneAndLoginsInThemAreNotTakenOver() throws Exception {
        responder(id -> List.of(
                answer("MSG", match("urn:uuid:d", "file:///etc/passwd ftp://127.0.0.1/ javascript:alert(1)", "")),
                answer("MSG", match("urn:uuid:e", "http://user:secret@127.0.0.1/onvif", "")),
                answer("MSG", match("urn:uuid:f", "http://127.0.0.1/" + "x".repeat(5000), ""))));
        Discovery.Result result = probe();
        assertEquals(3, result.devices().size());
        assertNull(result.devices().get(0).xaddr());
        assertEquals(
                "http://127.0.0.1:80/onvif", result.devices().get(1).xaddr().toString());
        assertNull(result.devices().get(2).xaddr());
    }

    @Test
    void oneSourceCannotFillTheList() throws Exception {
        responder(id -> {
            List<String> flood = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                flood.add(answer("MSG", match("urn:uuid:" + id + i, "http://127.0.0.1/", "")));
            }
            return flood;
        });
        Discovery.Result result = probe();
        assertTrue(result.devices().size() <= 32, "" + result.devices().size());
        assertTrue(result.unusable() > 100, "" + result.unusable());
    }
}
