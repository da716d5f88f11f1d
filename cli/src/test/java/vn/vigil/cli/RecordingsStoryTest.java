package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.TimeSpan;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** Clocks are asked, recorders searched and the past is looked up, on a Monday at 14:05. Nothing is streamed. */
class RecordingsStoryTest {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);
    private static final TimeSpan RECORDED =
            new TimeSpan(Instant.parse("2026-03-02T05:00:00Z"), Instant.parse("2026-03-02T07:05:00Z"));
    private static final TimeSpan HOLE =
            new TimeSpan(Instant.parse("2026-03-02T06:10:00Z"), Instant.parse("2026-03-02T06:20:00Z"));

    @TempDir
    Path folder;

    private Story story;
    private SimulatedSite site;

    @BeforeEach
    void open() {
        story = new Story(folder.resolve("site"));
        site = SimulatedSite.start(
                story.world(),
                SiteSpec.of(
                        CameraSpec.of("gate").with(SMALL).withRecording(RECORDED, HOLE),
                        CameraSpec.of("late").with(SMALL).with(Fault.WRONG_CLOCK),
                        CameraSpec.of("bare").with(SMALL),
                        CameraSpec.of("locked").with(SMALL).withLogin("admin", "secret-word"),
                        CameraSpec.of("dead").with(SMALL).with(Fault.DEAD)));
        story.run("init", "--no-input").ends(ExitCode.OK);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void addByOnvif(String id) {
        story.run("camera", "add", id, "--onvif", site.camera(id).onvifAddress())
                .ends(ExitCode.OK);
    }

    private void addByUrl(String id) {
        story.run("camera", "add", id, "--url", site.camera(id).liveUrl().toString())
                .ends(ExitCode.OK);
    }

    @Test
    void aClockIsAskedAndItsReadingsAreKept() {
        addByOnvif("late");
        story.world().pass(Duration.ofHours(1));
        Story.Run asked = story.run("camera", "clock", "late").ends(ExitCode.OK).withoutComplaint();
        asked.says(" min ").says(" ± 0.1 s").says("asking the device (ONVIF)").says("Readings stored: 2");
        story.run("camera", "clock", "late", "--for", "10m")
                .says("Readings stored: 2")
                .saysNot("Readings stored: 3");
        story.run("camera", "clock", "late", "--stored", "--lang", "vi").says("Số lần đo đã lưu: 3");
        story.run("camera", "clock", "late", "--at", "2026-03-02 14:20")
                .ends(ExitCode.OK)
                .says("how its clock stood at 2026-03-02T14:20:00+07:00")
                .saysNot("Readings");
        story.run("camera", "clock", "late", "--at", "now", "--from", "-1h").ends(ExitCode.USAGE);
        story.run("camera", "clock").ends(ExitCode.USAGE).complains("--all");
    }

    @Test
    void aCameraWithoutOnvifTellsNoTimeAndADeadOneDoesNotHideTheOthers() {
        addByUrl("bare");
        story.run("camera", "clock", "bare").ends(ExitCode.OK).says("tells no time without a stream");
        addByOnvif("late");
        story.run("camera", "import", csv()).ends(ExitCode.OK);
        story.run("camera", "clock", "dead").ends(ExitCode.UNREACHABLE).withoutOutput();
        String[] rows = story.run("camera", "clock", "--all")
                .ends(ExitCode.PARTIAL)
                .withoutComplaint()
                .out()
                .split("\n");
        assertEquals(3, rows.length);
        assertTrue(rows[0].startsWith("bare\tbare\t\t\t\t\t\t\t\tno-clock"), rows[0]);
        assertTrue(rows[1].endsWith("\tunreachable"), rows[1]);
        assertTrue(rows[2].startsWith("late\t"), rows[2]);
        story.run("camera", "clock", "--all", "--stored").ends(ExitCode.OK);
    }

    private String csv() {
        try {
            return java.nio.file.Files.writeString(
                            folder.resolve("dead.csv"),
                            "id,onvif\ndead," + site.camera("dead").onvifAddress() + "\n")
                    .toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aRecorderTellsWhatItHoldsAndWhatIsMissing() {
        addByOnvif("gate");
        Story.Run plain = story.run("camera", "recordings", "gate", "--from", "2026-03-02 13:00", "--for", "1h")
                .ends(ExitCode.OK)
                .withoutComplaint();
        String[] rows = plain.out().split("\n");
        assertEquals(3, rows.length, plain.out());
        // By the recorder's clock as it was measured, to a tenth of a second.
        assertTrue(
                rows[0].matches("present\t2026-03-02T13:00:00\\+07:00\t2026-03-02T13:(09:59|10:00)\\S*\t.*\t"),
                rows[0]);
        assertTrue(rows[1].matches("hole\t2026-03-02T13:(09:59|10:00)\\S*\t\\S*\t.*\tunknown"), rows[1]);
        story.run("camera", "recordings", "gate", "--from", "2026-02-02 13:00", "--for", "1h")
                .ends(ExitCode.NOT_FOUND)
                .says("never-recorded");
        Story.Run seen = story.onTerminal()
                .run("camera", "recordings", "gate", "--from", "2026-03-02 13:00", "--for", "1h", "--color", "never");
        seen.says("\n" + "█".repeat(9))
                .says("░".repeat(9))
                .says("█".repeat(39) + "\n")
                .says("2026-03-02T13:00:00+07:00          2026-03-02T14:00:00+07:00\n")
                .says(" of 1h00m00s")
                .says("reason unknown");
        addByUrl("bare");
        story.run("camera", "recordings", "bare").ends(ExitCode.NOT_FOUND).says("nothing records this camera");
        story.run("camera", "recordings", "gate", "--to", "now").ends(ExitCode.USAGE);
    }

    @Test
    void readinessIsWorstOfAllAndSaysWhy() {
        addByOnvif("gate");
        story.run("camera", "ready", "--at", "2026-03-02 13:30")
                .ends(ExitCode.OK)
                .says("gate (Simulated camera)\tno\tyes\t");
        story.run("camera", "ready", "--at", "2026-03-02 13:05", "--for", "10m")
                .ends(ExitCode.FAILED)
                .says("partly\tholes");
        story.run("camera", "ready", "--at", "2026-02-01")
                .ends(ExitCode.CRITICAL)
                .says("no\tnothing-recorded");
        story.run("camera", "import", csv()).ends(ExitCode.OK);
        story.run("camera", "ready", "dead").ends(ExitCode.CRITICAL).says("no\tno-recorder");
        story.run("camera", "ready", "--quiet", "gate").ends(ExitCode.OK).withoutOutput();
        story.run("camera", "ready", "--essential")
                .ends(ExitCode.OK)
                .withoutOutput()
                .complains("no cameras");
        story.run("camera", "ready", "--at", "2026-03-02 13:30", "--lang", "vi", "--format", "table")
                .says("không có thiết bị nào ghi hình camera này");
    }

    @Test
    void historyCountsWhatWasLookedAtAndNothingElse() throws Exception {
        addByUrl("dead");
        addByUrl("bare");
        story.run("camera", "history").ends(ExitCode.OK).withoutOutput().complains("no cameras");
        story.world().pass(Duration.ofMinutes(1));
        story.run("camera", "history", "--format", "table").ends(ExitCode.OK).says("no data");
        for (int i = 0; i < 4; i++) {
            story.run("camera", "check", "dead").ends(ExitCode.CRITICAL);
            story.world().pass(Duration.ofMinutes(5));
        }
        story.run("camera", "history", "dead", "--format", "table").says("4 looks");
        story.run("camera", "check", "dead").ends(ExitCode.CRITICAL);
        Story.Run table = story.run("camera", "history", "--quarter", "2026-Q1", "--format", "table", "--lang", "vi");
        table.ends(ExitCode.OK)
                .says("0.0 %")
                .says("95.2 %")
                .says("chưa có số liệu")
                .says("từ 2026-01-01 đến 2026-03-31");
        String[] rows = story.run("camera", "history", "--days", "1").out().split("\n");
        assertTrue(rows[0].startsWith("bare\tbare\tno\t0\t\t\t0.000000\t\t0\t"), rows[0]);
        assertTrue(rows[1].startsWith("dead\tdead\tno\t5\t0.000000\t0.000000\t0.952381\t0.000000\t1\t"), rows[1]);
        story.run("camera", "history", "--transitions", "dead")
                .ends(ExitCode.OK)
                .says("2026-03-02T14:06:00+07:00\t\t1200\tdown\tunreachable\n");
        story.run("camera", "history", "--quarter", "2026-Q5")
                .ends(ExitCode.USAGE)
                .complains("2026-Q3");
        story.run("camera", "history", "--days", "3", "--quarter", "2026-Q1").ends(ExitCode.USAGE);
        story.run("camera", "history", "nobody").ends(ExitCode.NOT_FOUND);
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "from",
                        "to",
                        "cameras",
                        "id",
                        "name",
                        "essential",
                        "looks",
                        "availability",
                        "grossAvailability",
                        "coverage",
                        "degradedShare",
                        "outages",
                        "loss",
                        "recordedSeconds",
                        "holeSeconds",
                        "recordedDays",
                        "totalSeconds",
                        "upSeconds",
                        "degradedSeconds",
                        "downSeconds",
                        "plannedSeconds",
                        "plannedDownSeconds",
                        "driftMs",
                        "fps",
                        "kbps",
                        "fleet",
                        "cameras",
                        "essentialFleet",
                        "cameras"),
                withoutRepeats(
                        keys(story.run("camera", "history", "dead", "--json").says("vigil.camera.history/1"))));
    }

    @Test
    void theDoctorNamesTheFirstBrokenStepAndWhatToDo() throws Exception {
        addByUrl("dead");
        String[] rungs = story.run("camera", "doctor", "dead")
                .ends(ExitCode.CRITICAL)
                .withoutComplaint()
                .out()
                .split("\n");
        assertEquals(10, rungs.length);
        assertTrue(rungs[0].startsWith("route\tok\t"), rungs[0]);
        assertTrue(rungs[1].startsWith("tcp\tbroken\t") && rungs[1].contains("\tport-closed\t"), rungs[1]);
        assertEquals("describe\tnot-reached\t\t\t", rungs[5]);
        addByUrl("locked");
        story.run("camera", "doctor", "locked", "--format", "table")
                .ends(ExitCode.CRITICAL)
                .says("breaks at login: the camera asks for a login, and none is known")
                .says("next: vigil camera credential set locked");
        story.run("camera", "doctor", "locked", "--no-login", "--lang", "vi", "--format", "table")
                .ends(ExitCode.UNKNOWN)
                .says("chưa thấy bước nào hỏng");
        story.run("camera", "doctor", "nobody").ends(ExitCode.NOT_FOUND);
        story.run("camera", "doctor").ends(ExitCode.UNKNOWN);
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "camera",
                        "at",
                        "severity",
                        "firstBroken",
                        "trouble",
                        "what",
                        "next",
                        "saved",
                        "rungs",
                        "rung",
                        "outcome",
                        "ms",
                        "trouble",
                        "facts",
                        "name",
                        "value"),
                keys(story.run("camera", "doctor", "dead", "--json").says("vigil.camera.doctor/1"))
                        .subList(0, 18));
    }

    @Test
    void theJsonDocumentsKeepTheirKeys() throws Exception {
        addByOnvif("gate");
        List<String> clock = List.of("clock", "offsetMs", "errorMs", "how", "measuredAt");
        List<String> expected = new ArrayList<>(List.of("schema", "zone", "cameras", "id", "name", "asked", "failure"));
        expected.addAll(clock);
        expected.addAll(List.of(
                "tellsTime",
                "implausible",
                "localAsUtcSuspected",
                "deviceZone",
                "mode",
                "family",
                "servers",
                "history"));
        List<String> told = keys(story.run("camera", "clock", "gate", "--json").says("vigil.camera.clock/1"));
        assertEquals(expected, told.subList(0, expected.size()));
        assertEquals(
                List.of("offsetMs", "errorMs", "how", "measuredAt"),
                told.subList(expected.size(), expected.size() + 4));

        List<String> report = new ArrayList<>(List.of(
                "source", "whole", "present", "from", "to", "from", "to", "holes", "from", "to", "reason", "oldest",
                "newest"));
        report.addAll(clock);
        List<String> recordings = new ArrayList<>(List.of("schema", "zone", "camera", "from", "to"));
        recordings.addAll(report);
        assertEquals(
                recordings,
                keys(story.run("camera", "recordings", "gate", "--from", "2026-03-02 13:00", "--for", "1h", "--json")
                        .says("vigil.camera.recordings/1")));
        List<String> ready = new ArrayList<>(List.of(
                "schema",
                "zone",
                "from",
                "to",
                "cameras",
                "id",
                "name",
                "essential",
                "answer",
                "obstacles",
                "recordings",
                "from",
                "to"));
        ready.addAll(report);
        assertEquals(
                ready,
                keys(story.run("camera", "ready", "--at", "2026-03-02 13:00", "--for", "1h", "--json")
                        .says("vigil.camera.ready/1")));
    }

    /** Objects of the same shape tell the same keys again: those seen since the document began are left out, group names not. */
    private static List<String> withoutRepeats(List<String> keys) {
        List<String> once = new ArrayList<>();
        for (String key : keys) {
            if (!once.contains(key) || key.equals("cameras")) {
                once.add(key);
            }
        }
        assertFalse(once.isEmpty());
        return once;
    }

    private static List<String> keys(Story.Run run) throws Exception {
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(run.out())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                }
            }
        }
        return keys;
    }
}
