package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** A search says where it looks before it looks, and why it found nothing. */
class DiscoverStoryTest {
    /** Dahua's port: free to open without rights, and seldom taken. */
    private static final int PORT = 37777;

    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void site() {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
    }

    private static ServerSocket camera(String address) throws IOException {
        ServerSocket port = new ServerSocket();
        try {
            port.bind(new InetSocketAddress(address, PORT));
        } catch (IOException e) {
            port.close();
            assumeTrue(false, "only Linux answers on all of 127.0.0.0/8");
        }
        return port;
    }

    @Test
    void aRangeIsNamedThenKnockedAtAndWhatIsOpenIsShown() throws Exception {
        try (ServerSocket port = camera("127.69.0.5")) {
            assertEquals(PORT, port.getLocalPort());
            story.run("camera", "add", "gate-1", "--url", "rtsp://127.69.0.5:554/live")
                    .ends(ExitCode.OK);
            Map<String, String> before = story.files();
            Story.Run run = story.run("camera", "discover", "--cidr", "127.69.0.4/30")
                    .ends(ExitCode.OK)
                    .complains("trying 2 addresses in 127.69.0.4/30, ports 80, 554, 8000, 8554, 34567, 37777")
                    .complains("1 with an open port");
            assertEquals("127.69.0.5\t\t\t\t37777\t\tno\t\tgate-1\n", run.out());
            assertTrue(!run.err().contains("vigil camera add"), "nothing to add: it is in the inventory");
            story.run("camera", "discover", "--cidr", "127.69.0.4/30", "--json")
                    .ends(ExitCode.OK)
                    .says("\"schema\":\"vigil.camera.discover/1\"")
                    .says("\"interfaces\":[{\"name\":\"lo\",\"address\":\"127.0.0.1\",\"range\":\"127.0.0.0/8\"}],"
                            + "\"range\":\"127.69.0.4/30\",\"ports\":[80,554,8000,8554,34567,37777],\"complete\":true,"
                            + "\"unusableAnswers\":0,\"nothing\":null,\"found\":[{\"address\":\"127.69.0.5\","
                            + "\"name\":\"\",\"hardware\":\"\",\"location\":\"\",\"profiles\":[],\"ports\":[37777],"
                            + "\"xaddr\":null,\"foreignXaddr\":false,\"onvif\":null,\"cameras\":[\"gate-1\"]}]");
            assertEquals(before, story.files(), "nothing is added to the inventory");
        }
    }

    @Test
    void findingNothingIsExplainedAndNoFailure() throws Exception {
        try (ServerSocket other = camera("127.70.0.1")) {
            assertEquals(PORT, other.getLocalPort());
            story.run("camera", "discover", "--cidr", "127.70.0.4/30")
                    .ends(ExitCode.OK)
                    .withoutOutput()
                    .complains("nothing found: there are hosts in this range, but none of the usual ports")
                    .complains("next: if a camera uses other ports");
        }
    }

    @Test
    void aDryRunSaysWhereItWouldLookAndSendsNothing() {
        story.run("camera", "discover", "--cidr", "192.168.77.0/24", "--dry-run")
                .ends(ExitCode.OK)
                .withoutOutput()
                .complains("trying 254 addresses in 192.168.77.0/24")
                .complains("nothing was sent");
    }

    @Test
    void whatIsTooMuchOrNoNetworkIsRefusedInWords() {
        story.run("camera", "discover", "--cidr", "10.0.0.0/16")
                .ends(ExitCode.REFUSED)
                .withoutOutput()
                .complains("10.0.0.0/16 has 65534 addresses")
                .complains("--yes");
        story.run("camera", "discover", "--cidr", "yard").ends(ExitCode.USAGE).complains("192.168.1.0/24");
        story.run("camera", "discover", "--interface", "no-such0")
                .ends(ExitCode.NOT_FOUND)
                .complains("no interface no-such0");
        story.run("camera", "discover", "--cidr", "127.0.0.0/30", "--interface", "lo")
                .ends(ExitCode.USAGE);
    }
}
