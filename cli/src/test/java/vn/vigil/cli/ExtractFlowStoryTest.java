package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** The way of a request by commands: order, emergency, taking back, its log, and who may do what. */
class ExtractFlowStoryTest {
    private static final String FROM = "2026-03-02T00:10:00Z";

    @TempDir
    Path folder;

    private Story story;
    private String scan;

    @BeforeEach
    void site() throws IOException {
        story = new Story(folder.resolve("home"));
        story.run("init", "--no-input").ends(ExitCode.OK);
        story.run("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader")
                .ends(ExitCode.OK);
        story.run("roster", "member", "add", "binh", "--name", "Trần Văn Bình", "--office", "board", "--as", "lan")
                .ends(ExitCode.OK);
        story.run("roster", "member", "add", "cuong", "--name", "Lê Văn Cường", "--office", "operator", "--as", "lan")
                .ends(ExitCode.OK);
        story.run("camera", "add", "gate-1", "--url", "rtsp://127.0.0.1:1/a", "--as", "lan")
                .ends(ExitCode.OK);
        story.run("extract", "key", "init", "--as", "lan").ends(ExitCode.OK);
        scan = Files.writeString(folder.resolve("lenh.pdf"), "%PDF-1.7\nlệnh\n%%EOF\n")
                .toString();
    }

    private Story.Run request(String... more) {
        List<String> words = new ArrayList<>(List.of("extract", "request", "--requester", "board"));
        words.addAll(List.of(
                "--requester-name", "Ban Giám đốc", "--purpose", "xác minh", "--recipient", "Phòng Hành chính"));
        words.addAll(List.of("--as", "lan"));
        words.addAll(List.of(more));
        return story.run(words.toArray(new String[0]));
    }

    @Test
    void anOrderIsApprovedAtOnceAndTheSecondPersonIsTheOperator() {
        request("--document", "07/QĐ-GĐ", "--document-date", "2026-03-02", "--span", "gate-1@" + FROM, "--order")
                .ends(ExitCode.USAGE);
        String span = "gate-1@" + FROM + "/2026-03-02T00:12:00Z";
        String[] order = {
            "--document",
            "07/QĐ-GĐ",
            "--document-date",
            "2026-03-02",
            "--span",
            span,
            "--order",
            "--scan",
            scan,
            "--signed-by"
        };
        request(with(order, "cuong")).ends(ExitCode.DENIED).complains("could not approve on");
        story.run("extract", "list").ends(ExitCode.OK).saysNot("EXT-");
        request(with(order, "binh", "--json"))
                .ends(ExitCode.OK)
                .says("\"state\":\"approved\"")
                .says("\"approvedBy\":\"binh\"")
                .says("\"approvedOnPaper\":{\"scanSha256\":\"")
                .says("\"number\":\"07/QĐ-GĐ\",\"date\":\"2026-03-02\",\"registrar\":\"lan\"}")
                .complains("There is no footage of gate-1 to be held");
        story.run("extract", "run", "EXT-2026-0001", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("who entered the paper approval");
        story.run("extract", "log", "EXT-2026-0001")
                .ends(ExitCode.OK)
                .says("Nguyễn Thị Lan (paper)\tapproved\t")
                .says("scan registered");
        story.run("extract", "log", "EXT-2026-0001", "--lang", "vi")
                .ends(ExitCode.OK)
                .says("phê duyệt");
        story.run("extract", "show", "EXT-2026-0001", "--lang", "vi")
                .ends(ExitCode.OK)
                .says("văn bản 07/QĐ-GĐ ngày 2026-03-02, Nguyễn Thị Lan nhập");
        story.run("extract", "deliver", "EXT-2026-0001", "--to", "Ông Minh", "--medium", "USB", "--as", "cuong")
                .ends(ExitCode.REFUSED)
                .complains("has no package yet");
        story.run("extract", "upgrade", "--all", "--as", "cuong")
                .ends(ExitCode.OK)
                .says("Nothing waits");
        story.run("extract", "withdraw", "EXT-2026-0001", "--reason", "thôi", "--as", "cuong")
                .ends(ExitCode.DENIED);
        story.run("extract", "withdraw", "EXT-2026-0001", "--reason", "thôi", "--as", "lan", "--json")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.extract.withdraw/1\"")
                .says("\"state\":\"withdrawn\"")
                .says("\"withdrawnReason\":\"thôi\"");
        story.run("extract", "list", "--open").ends(ExitCode.OK).saysNot("EXT-");
        story.run("extract", "list", "--state", "withdrawn").ends(ExitCode.OK).says("EXT-2026-0001\twithdrawn\t");
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    @Test
    void anEmergencyWaitsForItsPaper() {
        request("--camera", "gate-1", "--from", FROM, "--for", "2m", "--emergency", "--crime")
                .ends(ExitCode.REFUSED);
        request(
                        "--camera",
                        "gate-1",
                        "--from",
                        FROM,
                        "--for",
                        "2m",
                        "--emergency",
                        "--crime",
                        "--no-guidance-reason",
                        "không liên lạc được",
                        "--json")
                .ends(ExitCode.OK)
                .says("\"emergency\":true")
                .says("\"noGuidanceReason\":\"không liên lạc được\"")
                .says("\"laterPaper\":{\"due\":\"")
                .says("\"document\":null");
        story.run("extract", "list").ends(ExitCode.OK).says("paper due by");
        story.run("extract", "check").ends(ExitCode.OK).says("Nothing waits");
        story.run(
                        "extract",
                        "regularise",
                        "EXT-2026-0001",
                        "--document",
                        "9/CV",
                        "--document-date",
                        "2026-03-02",
                        "--as",
                        "cuong")
                .ends(ExitCode.OK);
        story.run("extract", "list", "--lang", "vi").ends(ExitCode.OK).says("đã có văn bản 9/CV ngày 2026-03-02");
        story.run(
                        "extract",
                        "regularise",
                        "EXT-2026-0009",
                        "--document",
                        "9/CV",
                        "--document-date",
                        "2026-03-02",
                        "--as",
                        "lan")
                .ends(ExitCode.NOT_FOUND);
    }

    /** The table of docs/design/powers.md names each verb once. */
    @Test
    void theTableOfPowersNamesEachVerb() throws IOException {
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../docs/design/powers.md"))) {
            if (line.startsWith("| extract ")) {
                String[] verbs = line.substring("| extract ".length(), line.indexOf(" |", 2))
                        .split(", ");
                for (String verb : verbs) {
                    told.add("extract " + verb);
                }
            }
        }
        List<String> there = new ArrayList<>();
        for (String verb : Commands.verbs()) {
            if (verb.startsWith("extract ")) {
                there.add(verb);
            }
        }
        Collections.sort(told);
        Collections.sort(there);
        assertEquals(there, told);
    }
}
