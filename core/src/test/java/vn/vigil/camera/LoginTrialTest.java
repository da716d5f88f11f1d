package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.camera.LoginTest.Answer;
import vn.vigil.net.Login;
import vn.vigil.testkit.ScriptedServer;

/** A login is offered to the web interfaces of Hikvision and Dahua once, whatever they answer. */
class LoginTrialTest {
    private static final Login LOGIN = new Login("admin", "kanari-1");
    private static final String ASKS = asks("unlock");

    @Test
    void acceptedAfterItsChallenge() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(ASKS, answer("200 OK", "", "<DeviceInfo/>"))) {
            assertEquals(Answer.ACCEPTED, offer(server, "hikvision"));
            assertTrue(server.requests().get(0).startsWith("GET /ISAPI/System/deviceInfo "));
            assertFalse(server.requests().get(0).contains("Authorization"), "nothing is offered unasked");
            assertTrue(server.requests().get(1).contains("Authorization: Digest"));
            assertFalse(server.requests().toString().contains("kanari"));
        }
    }

    @Test
    void refusedOnceAndNotOfferedAgain() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(ASKS, ASKS, answer("200 OK", "", ""))) {
            assertEquals(Answer.REFUSED, offer(server, "dahua"));
            assertTrue(server.requests().get(0).startsWith("GET /cgi-bin/magicBox.cgi?action=getSystemInfo "));
            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void lockedWhenItSaysSo() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(ASKS, asks("lock"))) {
            assertEquals(Answer.LOCKED, offer(server, "hikvision"));
        }
    }

    @Test
    void neitherOpenDoorsNorBasicNorForeignAnswersJudgeIt() throws Exception {
        try (ScriptedServer server = ScriptedServer.of(answer("200 OK", "", "type=IPC\r\n"))) {
            assertEquals(Answer.NOT_ASKED, offer(server, "dahua"));
        }
        try (ScriptedServer server =
                ScriptedServer.of(answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", ""))) {
            assertEquals(Answer.NOT_OFFERED, offer(server, "hikvision"));
        }
        try (ScriptedServer server = ScriptedServer.of(answer("404 Not Found", "", ""))) {
            assertEquals(Answer.UNCLEAR, offer(server, "hikvision"));
        }
        try (ScriptedServer server = ScriptedServer.of("SSH-2.0-x\r\n")) {
            assertEquals(Answer.UNCLEAR, offer(server, "hikvision"));
        }
    }

    private static Answer offer(ScriptedServer server, String driver) {
        CameraForm form = CameraForm.of(new CameraId("cam-1"))
                .with(CameraField.DRIVER, driver)
                .with(CameraField.ADDRESS, "127.0.0.1:" + server.port());
        World world = World.real();
        return new LoginTrial(world, false)
                .offer(ImportFiles.judged(form).camera(), LOGIN, Deadline.in(world, Duration.ofSeconds(3)));
    }

    private static String asks(String lockStatus) {
        return answer(
                "401 Unauthorized",
                "WWW-Authenticate: Digest qop=\"auth\", realm=\"DS-1\", nonce=\"4e5f\"\r\n",
                "<userCheck><statusValue>401</statusValue><lockStatus>" + lockStatus + "</lockStatus></userCheck>");
    }

    private static String answer(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
