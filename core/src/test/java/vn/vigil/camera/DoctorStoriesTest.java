package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CameraId;
import vn.vigil.base.Severity;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.camera.Rung.Fact;
import vn.vigil.camera.Rung.Kind;
import vn.vigil.camera.Rung.Outcome;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** Every fault breaks the ladder at its own rung, and the rungs below it stand. */
class DoctorStoriesTest {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);
    private static final String PASSWORD = "pass word/1";

    @TempDir
    static Path folder;

    private static SimulatedSite site;

    /** A doctor's visit is waiting for the most part: those to cameras that nothing else is asked of are made at once. */
    private static final Map<String, Future<Diagnosis>> EXAMINED = new HashMap<>();

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(
                        recorded("good"),
                        recorded("frozen").with(Fault.FROZEN),
                        recorded("black").with(Fault.BLACK),
                        recorded("dead").with(Fault.DEAD),
                        recorded("refusing").with(Fault.REFUSES_LOGIN),
                        recorded("stalling").with(Fault.STALLS),
                        recorded("late").with(Fault.WRONG_CLOCK),
                        recorded("busy").with(Fault.BUSY),
                        recorded("forgetful").with(Fault.NO_RECORDING),
                        recorded("cut").with(Fault.CUTS_OFF)));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            for (String id :
                    List.of("good", "frozen", "black", "dead", "stalling", "late", "busy", "forgetful", "cut")) {
                EXAMINED.put(id, pool.submit(() -> {
                    try (CameraHouse house = house(id, id, PASSWORD)) {
                        return examine(house, id, true);
                    }
                }));
            }
        } finally {
            pool.shutdown();
        }
    }

    private static CameraSpec recorded(String id) {
        Instant now = World.real().now();
        return CameraSpec.of(id)
                .with(SMALL)
                .withLogin("admin", PASSWORD)
                .withRecording(new TimeSpan(now.minus(Duration.ofHours(3)), now.plus(Duration.ofHours(1))));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** A camera known by its ONVIF address alone, as a file would tell it: nobody is contacted before the doctor is. */
    private static CameraHouse house(String name, String id, String password) throws Exception {
        CameraHouse house = new CameraHouse(World.real(), folder.resolve(name));
        Path csv = house.folder.resolve("cameras.csv");
        String login = password == null
                ? ","
                : "admin," + house.passwordFile(id, password).getFileName();
        Files.writeString(
                csv,
                "id,onvif,user,password-file\n" + id + "," + site.camera(id).onvifAddress() + "," + login + "\n");
        house.cameras.importFile(new ImportRequest(csv, null, false), house.actor);
        return house;
    }

    private static Diagnosis examine(CameraHouse house, String id, boolean withLogin) {
        return house.cameras.doctor(new CameraId(id), withLogin, Duration.ofSeconds(4), house.deadline());
    }

    private static Diagnosis examine(String id) throws Exception {
        return EXAMINED.get(id).get();
    }

    /** The first broken rung is this one, everything below it stands, and what is wrong is told. */
    private static void breaksAt(Kind kind, Trouble trouble, Severity severity, Diagnosis d) {
        assertNotNull(d.firstBroken(), d.toString());
        assertEquals(kind, d.firstBroken().kind(), d.toString());
        assertEquals(trouble, d.trouble(), d.toString());
        assertEquals(severity, d.severity(), d.toString());
        assertNotNull(d.next());
        for (Kind below : Kind.values()) {
            if (below.compareTo(kind) < 0) {
                assertEquals(Outcome.OK, d.rung(below).outcome(), below + " of " + d);
            }
        }
    }

    private static Object fact(Diagnosis d, Kind kind, Fact.Name name) {
        return d.rung(kind).facts().stream()
                .filter(f -> f.name() == name)
                .map(Fact::value)
                .findFirst()
                .orElse(null);
    }

    @Test
    void aGoodCameraIsClimbedToTheTop() throws Exception {
        Diagnosis d = examine("good");
        assertNull(d.firstBroken(), d.toString());
        assertEquals(Severity.OK, d.severity(), d.toString());
        assertNull(d.next());
        for (Rung rung : d.rungs()) {
            assertEquals(Outcome.OK, rung.outcome(), d.toString());
        }
        assertEquals("127.0.0.1", fact(d, Kind.ROUTE, Fact.Name.ADDRESS));
        assertEquals("digest MD5", fact(d, Kind.LOGIN, Fact.Name.SCHEMES));
        assertEquals("320 x 180", fact(d, Kind.KEY_FRAME, Fact.Name.SIZE));
        assertEquals("tcp", fact(d, Kind.PLAY, Fact.Name.TRANSPORT));
        assertEquals(0L, fact(d, Kind.PLAY, Fact.Name.LOST));
    }

    @Test
    void nothingListens() throws Exception {
        Diagnosis d = examine("dead");
        breaksAt(Kind.TCP, Trouble.PORT_CLOSED, Severity.CRITICAL, d);
        assertEquals(Outcome.NOT_REACHED, d.rung(Kind.LOGIN).outcome());
    }

    @Test
    void aWrongClockDoesNotHideWhatStandsAboveIt() throws Exception {
        Diagnosis d = examine("late");
        breaksAt(Kind.CLOCK, Trouble.CLOCK_WRONG, Severity.WARNING, d);
        Duration offset = (Duration) fact(d, Kind.CLOCK, Fact.Name.OFFSET);
        assertTrue(offset.minus(Duration.ofMinutes(31)).abs().compareTo(Duration.ofSeconds(2)) < 0, offset.toString());
        assertEquals(Outcome.OK, d.rung(Kind.PICTURE).outcome());
        assertEquals(Outcome.OK, d.rung(Kind.RECORDINGS).outcome());
    }

    @Test
    void aRefusedLoginIsOfferedOnceAndThenNeverAgain() throws Exception {
        try (CameraHouse house = house("refusing", "refusing", PASSWORD)) {
            breaksAt(Kind.LOGIN, Trouble.WRONG_PASSWORD, Severity.CRITICAL, examine(house, "refusing", true));
            Diagnosis again = examine(house, "refusing", true);
            breaksAt(Kind.LOGIN, Trouble.QUARANTINED, Severity.CRITICAL, again);
            assertEquals(Outcome.NOT_REACHED, again.rung(Kind.DESCRIBE).outcome());
            assertEquals(
                    1,
                    house.ledger.linesOf("camera/refusing").stream()
                            .filter(l -> l.contains("camera.login-refused"))
                            .count());
            Diagnosis without = examine(house, "refusing", false);
            assertNull(without.firstBroken(), without.toString());
            assertEquals(Trouble.LOGIN_WITHHELD, without.trouble());
            assertEquals(Severity.UNKNOWN, without.severity());
        }
    }

    @Test
    void aLoginIsAskedForAndNoneIsKnown() throws Exception {
        try (CameraHouse house = house("anonymous", "good", null)) {
            breaksAt(Kind.LOGIN, Trouble.LOGIN_MISSING, Severity.CRITICAL, examine(house, "good", true));
        }
    }

    @Test
    void aStreamAddressAloneHasFewerRungs() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder.resolve("url"))) {
            house.add(house.byUrl("good", site.camera("good").liveUrl().toString(), "admin", "wrong"));
            Diagnosis d = examine(house, "good", true);
            assertEquals(Kind.LOGIN, d.firstBroken().kind());
            assertEquals(Trouble.WRONG_PASSWORD, d.trouble());
            assertEquals(Outcome.NOT_APPLICABLE, d.rung(Kind.SERVICES).outcome());
            assertEquals(Trouble.QUARANTINED, examine(house, "good", true).trouble());
            house.add(house.byUrl("good", site.camera("good").liveUrl().toString(), "admin", PASSWORD));
            Diagnosis right = examine(house, "good", true);
            assertEquals(Severity.OK, right.severity(), right.toString());
            assertEquals(Outcome.NOT_APPLICABLE, right.rung(Kind.CLOCK).outcome());
            assertEquals(Outcome.NOT_APPLICABLE, right.rung(Kind.RECORDINGS).outcome());
        }
    }

    @Test
    void aBusyCameraIsNotBroken() throws Exception {
        breaksAt(Kind.PLAY, Trouble.BUSY, Severity.UNKNOWN, examine("busy"));
    }

    @Test
    void aStreamThatSendsNothing() throws Exception {
        breaksAt(Kind.PLAY, Trouble.NO_PACKETS, Severity.CRITICAL, examine("stalling"));
    }

    @Test
    void aStreamThatBreaksOffAfterItsPicturesIsFineAsFarAsItWasWatched() throws Exception {
        Diagnosis d = examine("cut");
        assertEquals(Outcome.OK, d.rung(Kind.KEY_FRAME).outcome(), d.toString());
    }

    @Test
    void aFrozenAndABlackPicture() throws Exception {
        breaksAt(Kind.PICTURE, Trouble.FROZEN, Severity.WARNING, examine("frozen"));
        breaksAt(Kind.PICTURE, Trouble.BLACK, Severity.WARNING, examine("black"));
    }

    @Test
    void aDeviceThatRecordsNothing() throws Exception {
        Diagnosis d = examine("forgetful");
        breaksAt(Kind.RECORDINGS, Trouble.NO_RECORDING, Severity.WARNING, d);
        assertEquals(List.of(), d.rung(Kind.RECORDINGS).facts());
    }

    @Test
    void aClosedOnvifPortIsTheFirstThingBrokenThoughThePictureIsThere() throws Exception {
        try (CameraHouse house = new CameraHouse(World.real(), folder.resolve("half"))) {
            Path csv = house.folder.resolve("cameras.csv");
            house.passwordFile("half", PASSWORD);
            Files.writeString(
                    csv,
                    "id,onvif,url,user,password-file\nhalf,"
                            + site.camera("dead").onvifAddress() + ","
                            + site.camera("good").liveUrl() + ",admin,half.pw\n");
            house.cameras.importFile(new ImportRequest(csv, null, false), house.actor);
            Diagnosis d = examine(house, "half", true);
            breaksAt(Kind.TCP, Trouble.PORT_CLOSED, Severity.WARNING, d);
            assertEquals(Outcome.OK, d.rung(Kind.PICTURE).outcome(), d.toString());
            assertEquals(Outcome.NOT_REACHED, d.rung(Kind.RECORDINGS).outcome());
        }
    }

    @Test
    void whatACameraAnswersInsteadOfItsStreamIsToldApart() throws Exception {
        String sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=x\r\nt=0 0\r\nm=audio 0 RTP/AVP 8\r\n"
                + "a=control:rtsp://elsewhere.example/audio\r\n";
        String audio = "200 OK\r\nContent-Type: application/sdp\r\nContent-Length: " + sdp.length();
        Map<String, Trouble> answers = new HashMap<>();
        answers.put("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"", Trouble.BASIC_ONLY);
        answers.put("401 Unauthorized\r\nWWW-Authenticate: Negotiate", Trouble.SCHEME_UNKNOWN);
        answers.put("404 Not Found", Trouble.NO_SUCH_STREAM);
        answers.put("302 Found\r\nLocation: rtsp://192.0.2.1/other", Trouble.REDIRECT);
        answers.put("400 Bad Request", Trouble.TALK_BROKEN);
        answers.put(audio, Trouble.NO_VIDEO);
        int number = 0;
        for (Map.Entry<String, Trouble> one : answers.entrySet()) {
            String id = "answer-" + number++;
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                    CameraHouse house = new CameraHouse(World.real(), folder.resolve(id))) {
                Thread thread = new Thread(
                        () -> answer(server, one.getKey(), one.getKey().equals(audio) ? sdp : ""));
                thread.setDaemon(true);
                thread.start();
                house.add(house.byUrl(id, "rtsp://127.0.0.1:" + server.getLocalPort() + "/x", "admin", PASSWORD));
                Diagnosis d = examine(house, id, true);
                assertEquals(one.getValue(), d.trouble(), d.toString());
                assertEquals(Severity.CRITICAL, d.severity(), d.toString());
                assertTrue(d.rung(Kind.LOGIN).outcome() != Outcome.OK, "nobody has taken the login: " + d);
                assertEquals(
                        List.of(),
                        house.ledger.linesOf("camera/" + id).stream()
                                .filter(l -> l.contains("login-refused"))
                                .toList());
                if (one.getValue() == Trouble.NO_VIDEO) {
                    assertEquals("foreign-host elsewhere.example", fact(d, Kind.DESCRIBE, Fact.Name.ODDITY));
                }
            }
        }
    }

    /** Gives every request on every connection the same answer. */
    private static void answer(ServerSocket server, String head, String body) {
        while (true) {
            try (Socket socket = server.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
                String cseq = "";
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    cseq = line.startsWith("CSeq:") ? line : cseq;
                    if (line.isEmpty()) {
                        String reply = "RTSP/1.0 " + head + "\r\n" + cseq + "\r\n\r\n" + body;
                        socket.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
                    }
                }
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }
}
