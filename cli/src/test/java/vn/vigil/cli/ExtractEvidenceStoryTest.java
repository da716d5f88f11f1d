package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** {@code scripts/extract-evidence.sh} as the duty officer starts it, around the real vigil and a simulated camera. */
class ExtractEvidenceStoryTest {
    @TempDir
    Path folder;

    private int exit;
    private String said;

    private static Path scripts() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("scripts/extract-evidence.sh"))) {
            at = at.getParent();
        }
        return at.resolve("scripts");
    }

    private void run(Path home, String... words) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path vigil = bin.resolve("vigil");
        Files.writeString(
                vigil,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' vn.vigil.cli.Main \"$@\"\n");
        Files.setPosixFilePermissions(vigil, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", scripts().resolve("extract-evidence.sh").toString()));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().put("VIGIL_HOME", home.toString());
        builder.environment().put("VIGIL_LANG", "en");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(180, TimeUnit.SECONDS));
        exit = process.exitValue();
        said = Files.readString(out, StandardCharsets.UTF_8);
    }

    @Test
    void anApprovedRequestIsTakenSealedAndVerifiedAndNothingElseIs() throws Exception {
        Instant recorded = World.real().now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
        CameraSpec gate = CameraSpec.of("gate-1")
                .with(new PictureSpec(320, 180, 10, 1, 10))
                .withRecording(new TimeSpan(recorded, recorded.plusSeconds(1800)));
        try (SimulatedSite cameras = SimulatedSite.start(World.real(), SiteSpec.of(gate))) {
            Story story = new Story(folder.resolve("site"));
            story.world().jumpClock(World.real().now());
            story.run("init", "--no-input").ends(ExitCode.OK);
            story.run("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader")
                    .ends(ExitCode.OK);
            story.run("roster", "member", "add", "binh", "--name", "Trần Văn Bình", "--office", "board", "--as", "lan")
                    .ends(ExitCode.OK);
            story.run(
                            "roster",
                            "member",
                            "add",
                            "cuong",
                            "--name",
                            "Lê Văn Cường",
                            "--office",
                            "operator",
                            "--as",
                            "lan")
                    .ends(ExitCode.OK);
            story.run(
                            "camera",
                            "add",
                            "gate-1",
                            "--onvif",
                            cameras.camera("gate-1").onvifAddress(),
                            "--as",
                            "lan")
                    .ends(ExitCode.OK);
            story.run("extract", "key", "init", "--as", "lan").ends(ExitCode.OK);
            String scan = Files.writeString(folder.resolve("lenh.pdf"), "%PDF-1.7\nlệnh\n%%EOF\n")
                    .toString();
            String[] request = {
                "extract",
                "request",
                "--requester",
                "board",
                "--requester-name",
                "Ban Giám đốc",
                "--document",
                "07/QĐ-GĐ",
                "--document-date",
                today(story),
                "--purpose",
                "xác minh",
                "--recipient",
                "Phòng Hành chính",
                "--camera",
                "gate-1",
                "--from",
                recorded.plusSeconds(60).toString(),
                "--for",
                "2s",
                "--as",
                "lan"
            };
            story.run(request).ends(ExitCode.OK);
            run(story.home(), "EXT-2026-0001".replace("2026", year(story)), "--as", "cuong");
            assertEquals(ExitCode.REFUSED.number(), exit, said);
            assertTrue(!Files.exists(story.home().resolve("packages")), said);

            request[7] = "08/QĐ-GĐ";
            List<String> order = new ArrayList<>(List.of(request));
            order.addAll(List.of("--order", "--scan", scan, "--signed-by", "binh"));
            story.run(order.toArray(new String[0])).ends(ExitCode.OK);
            String id = "EXT-2026-0002".replace("2026", year(story));
            for (int i = 0; i < 2; i++) {
                run(story.home(), id, "--as", "cuong");
                assertEquals(ExitCode.NOT_TIMESTAMPED.number(), exit, said);
                assertTrue(said.contains("genuine, time not proven"), said);
                assertTrue(said.contains("approved on paper by Trần Văn Bình"), said);
                assertTrue(said.contains("next: vigil extract deliver " + id), said);
            }
        }
        run(folder, "nothing");
        assertEquals(ExitCode.USAGE.number(), exit, said);
    }

    private static String today(Story story) {
        return story.world()
                .now()
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toLocalDate()
                .toString();
    }

    private static String year(Story story) {
        return today(story).substring(0, 4);
    }
}
