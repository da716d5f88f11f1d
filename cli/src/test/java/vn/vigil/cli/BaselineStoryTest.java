package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** A camera's usual look: shown beside now, accepted by name, begun anew. */
class BaselineStoryTest {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 4);
    private static SimulatedSite site;

    @TempDir
    Path folder;

    private Story story;

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(
                        CameraSpec.of("yard").with(SMALL),
                        CameraSpec.of("black").with(SMALL).with(Fault.BLACK)));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
        story.run("roster", "member", "add", "an", "--name", "Nguyễn An", "--office", "team-member")
                .ends(ExitCode.OK);
        String url = site.camera("yard").liveUrl().toString();
        story.run("camera", "add", "gate-1", "--url", url).ends(ExitCode.OK);
    }

    @Test
    void aViewIsAcceptedByNameShownAndForgotten() {
        story.run("camera", "baseline", "show", "gate-1", "--stored")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("Learned since\tnothing learned yet")
                .says("Accepted\tby nobody yet")
                .says("Day\t0 looks learned; 8 more")
                .saysNot("Now\t");
        story.run("camera", "baseline", "accept", "gate-1")
                .ends(ExitCode.DENIED)
                .withoutOutput()
                .complains("VG-PEOPLE-WHO");
        Map<String, String> before = story.files();
        story.run("camera", "baseline", "accept", "gate-1", "--as", "an", "--dry-run")
                .ends(ExitCode.OK)
                .says("would be accepted by Nguyễn An")
                .says("nothing was written");
        assertEquals(before, story.files());
        story.run("camera", "baseline", "accept", "gate-1", "--as", "an")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("the view of camera gate-1 is accepted by Nguyễn An, 2026-03-02T14:05:00+07:00")
                .says("learning begins anew with this view; 0 looks forgotten")
                .says("7 more looks (Day)");

        Story.Run shown = story.run("camera", "baseline", "show", "gate-1").ends(ExitCode.OK);
        shown.says("Accepted\t2026-03-02T14:05:00+07:00 by Nguyễn An (an)")
                .says("Day\t1 looks learned; 7 more")
                .says("whether the view is right cannot be told");
        assertTrue(shown.out().matches("(?s).*\nbrightness\t[0-9.]+ ± 0\\.0\t\t[0-9.]+\n.*"), shown.out());
        story.run("--lang", "vi", "camera", "baseline", "show", "gate-1", "--stored")
                .says("Xác nhận\t2026-03-02T14:05:00+07:00, Nguyễn An (an)")
                .says("Ban ngày\tđã ghi nhận 1 lần; cần thêm 7 lần nữa");

        before = story.files();
        story.run("camera", "baseline", "set", "gate-1", "--dry-run")
                .ends(ExitCode.OK)
                .says("1 looks forgotten; nothing was written");
        assertEquals(before, story.files());
        story.run("camera", "baseline", "set", "gate-1").ends(ExitCode.USAGE).complains("--yes");
        story.run("camera", "baseline", "set", "gate-1", "--yes")
                .ends(ExitCode.OK)
                .says("1 looks forgotten")
                .says("accepted before by Nguyễn An");
        story.run("camera", "baseline", "set", "gate-1", "--yes")
                .ends(ExitCode.OK)
                .says("unchanged");
        story.run("camera", "baseline", "show", "gate-1", "--stored").says("Learned since\t2026-03-02T14:05:00");
        story.run("ledger", "verify").ends(ExitCode.OK);
        story.run("camera", "baseline", "show", "gate-9").ends(ExitCode.NOT_FOUND);
    }

    @Test
    void aBlackPictureIsNoView() {
        story.run(
                        "camera",
                        "add",
                        "gate-2",
                        "--url",
                        site.camera("black").liveUrl().toString())
                .ends(ExitCode.OK);
        story.run("camera", "baseline", "accept", "gate-2", "--as", "an")
                .ends(ExitCode.REFUSED)
                .withoutOutput()
                .complains("the view of camera gate-2 is not accepted")
                .complains("the picture is black")
                .complains("vigil camera baseline show gate-2");
        story.run("--lang", "vi", "camera", "baseline", "accept", "gate-2", "--as", "an")
                .complains("chưa xác nhận được góc quay của camera gate-2")
                .complains("hình đen");
    }

    @Test
    void theDocumentsKeepTheirKeys() {
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "outcome",
                        "camera",
                        "acceptedBy",
                        "acceptedAt",
                        "acceptedBefore",
                        "light",
                        "begunAnew",
                        "forgotten",
                        "missing",
                        "cleared"),
                keys(story.run("camera", "baseline", "accept", "gate-1", "--as", "an", "--json")
                        .ends(ExitCode.OK)
                        .says("\"schema\":\"vigil.camera.baseline.accept/1\"")
                        .says("\"outcome\":\"accepted\"")));
        List<String> report = keys(story.run("camera", "baseline", "show", "gate-1", "--json")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.camera.baseline.show/1\"")
                .says("\"light\":\"day\",\"samples\":1,\"missing\":7,\"learned\":false")
                .says("\"measure\":\"layout\",\"day\":1.0"));
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "camera",
                        "begunAt",
                        "updatedAt",
                        "acceptedBy",
                        "acceptedAt",
                        "lights",
                        "light",
                        "samples",
                        "missing",
                        "learned",
                        "light",
                        "samples",
                        "missing",
                        "learned",
                        "today",
                        "at",
                        "state",
                        "light",
                        "judged",
                        "findings",
                        "measures",
                        "measure",
                        "day",
                        "daySpread",
                        "night",
                        "nightSpread",
                        "now"),
                report.subList(0, 29));
        assertEquals(
                List.of("schema", "zone", "outcome", "camera", "begunAt", "forgotten", "acceptedBefore"),
                keys(story.run("camera", "baseline", "set", "gate-1", "--yes", "--json")
                        .ends(ExitCode.OK)
                        .says("\"schema\":\"vigil.camera.baseline.set/1\"")
                        .says("\"outcome\":\"begun\"")));
    }

    private static List<String> keys(Story.Run run) {
        Matcher key = Pattern.compile("\"(\\w+)\":").matcher(run.out());
        List<String> keys = new ArrayList<>();
        while (key.find()) {
            keys.add(key.group(1));
        }
        return keys;
    }

    @Test
    void onATerminalTheTwoPicturesStandSideBySide() {
        story.onTerminal()
                .world()
                .environment("TERM", "xterm")
                .environment("COLUMNS", "82")
                .environment("LINES", "40");
        Story.Run accepted = story.run("camera", "baseline", "accept", "gate-1", "--as", "an")
                .ends(ExitCode.OK)
                .says("\u2580")
                .says("the accepted view");
        assertEquals(82, widest(accepted.out()), "one picture fills the window");
        Story.Run shown = story.run("camera", "baseline", "show", "gate-1")
                .ends(ExitCode.OK)
                .says("left: the accepted view; right: now");
        assertEquals(82, widest(shown.out()), "two pictures share it");
        story.run("camera", "baseline", "show", "gate-1", "--stored", "--no-show")
                .saysNot("\u2580");
    }

    /** The most half blocks on one line. */
    private static int widest(String out) {
        int widest = 0;
        for (String line : out.split("\n")) {
            widest =
                    Math.max(widest, (int) line.chars().filter(c -> c == 0x2580).count());
        }
        return widest;
    }
}
