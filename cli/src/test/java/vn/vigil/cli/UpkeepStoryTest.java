package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** Maintenance is planned, done and paid, and positions are surveyed, from the command line. It is Monday 2 March 2026, 14:05. */
class UpkeepStoryTest {
    private static final String[] CLEANING = {
        "camera",
        "maintain",
        "plan",
        "gate-2",
        "gate-1",
        "--kind",
        "preventive",
        "--what",
        "Vệ sinh ống kính",
        "--from",
        "2026-03-02 15:00",
        "--for",
        "4h",
        "--firm",
        "Công ty ABC",
        "--planned-cost",
        "2.000.000",
        "--every",
        "3mo",
        "--as",
        "lan"
    };

    private static final String[] DONE = {
        "camera",
        "maintain",
        "done",
        "MNT-2026-0001",
        "--at",
        "2026-03-02 16:30",
        "--part",
        "Nắp kính:2:150,000 đ",
        "--part",
        "Dây: loại 1:1:12.200.000",
        "--as",
        "lan"
    };

    private static final String[] SURVEY = {
        "camera",
        "survey",
        "add",
        "--place",
        "Bãi xe sau",
        "--why",
        "Góc khuất",
        "--priority",
        "high",
        "--camera",
        "gate-2",
        "--cost",
        "8.500.000",
        "--as",
        "hoa"
    };

    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        run("init", "--no-input").ends(ExitCode.OK);
        run("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader")
                .ends(ExitCode.OK);
        run("roster", "member", "add", "hoa", "--name", "Trần Thị Hoa", "--office", "team-member", "--as", "lan")
                .ends(ExitCode.OK);
        for (String camera : List.of("gate-1", "gate-2")) {
            run("camera", "add", camera, "--url", "rtsp://192.0.2.1/" + camera, "--as", "lan")
                    .ends(ExitCode.OK);
        }
    }

    private Story.Run run(String... words) {
        return story.run(words);
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void workIsPlannedDoneAndPaidInBothLanguages() {
        run(CLEANING)
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("MNT-2026-0001 is planned: Vệ sinh ống kính")
                .says("left out from 2026-03-02T15:00:00+07:00 to 2026-03-02T19:00:00+07:00: planned beforehand")
                .says("2,000,000 đ");
        run(with(CLEANING, "--lang", "vi")).ends(ExitCode.OK).says("không thay đổi gì");
        run("camera", "maintain", "list", "--state", "planned")
                .says("MNT-2026-0001\tplanned\tno\tpreventive\tgate-1 gate-2\t");
        story.world().pass(Duration.ofHours(3));
        run(with(DONE, "--lang", "vi"))
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("Đã hoàn thành MNT-2026-0001: Vệ sinh ống kính")
                .says("Nắp kính: 2 × 150.000 đ = 300.000 đ")
                .says("12.500.000 đ")
                .says("2026-06-02");
        run(DONE).ends(ExitCode.OK).says("unchanged");
        run("camera", "maintain", "show", "mnt-2026-0001")
                .says("12,500,000 đ")
                .says("to 2026-03-02T16:30:00+07:00: planned");
        run("camera", "maintain", "cost", "--by", "camera")
                .ends(ExitCode.OK)
                .says("gate-1\t1\t1000000\t6250000\t6250000\t0\t0\n")
                .says("total\t1\t2000000\t12500000\t12500000\t0\t0\n");
        story.onTerminal();
        run("camera", "maintain", "cost", "--color", "never").says("Total").says("12,500,000 đ");
        run("camera", "maintain", "cost", "--lang", "vi", "--color", "never")
                .says("Tổng cộng")
                .says("định kỳ")
                .says("12.500.000 đ");
        story.world().pass(Duration.ofDays(120));
        run("camera", "maintain", "list", "--state", "overdue", "--lang", "vi", "--color", "never")
                .says("hoàn thành; lần sau quá hạn từ 2026-06-02");
        run(
                        "camera",
                        "maintain",
                        "plan",
                        "--next",
                        "MNT-2026-0001",
                        "--from",
                        "2026-07-06 08:00",
                        "--to",
                        "2026-07-06 12:00",
                        "--as",
                        "lan")
                .ends(ExitCode.OK)
                .says("MNT-2026-0002");
        run("camera", "maintain", "list", "--state", "overdue", "--format", "csv")
                .saysNot("MNT-")
                .complains("no such work");
        run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void workEnteredLateIsOnRecordAndItsDowntimeCounts() {
        String[] repair = {
            "camera",
            "maintain",
            "plan",
            "gate-1",
            "--kind",
            "corrective",
            "--what",
            "Thay nguồn",
            "--from",
            "2026-03-02 10:00",
            "--to",
            "2026-03-02 12:00",
            "--by",
            "tran thi hoa",
            "--as",
            "lan"
        };
        run(repair).ends(ExitCode.OK).says("MNT-2026-0001 is on record").complains("downtime during this work counts");
        run(repair).ends(ExitCode.OK).says("unchanged").withoutComplaint();
        run("camera", "maintain", "show", "MNT-2026-0001", "--lang", "vi")
                .says("vẫn tính từ 2026-03-02T10:00:00+07:00");
        run("camera", "maintain", "list")
                .says("MNT-2026-0001\toverdue\tyes\tcorrective\tgate-1\tThay nguồn\t")
                .says("\tno\thoa\t");
        run("camera", "maintain", "cancel", "MNT-2026-0001", "--reason", "Không ai đến", "--as", "lan", "--lang", "vi")
                .ends(ExitCode.OK)
                .says("Đã hủy MNT-2026-0001");
        run("camera", "maintain", "done", "MNT-2026-0001", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .withoutOutput()
                .complains("it was cancelled: Không ai đến");
    }

    @Test
    void whatIsWrongIsToldAtOnceAndNothingIsWritten() {
        run(CLEANING).ends(ExitCode.OK);
        run(SURVEY).ends(ExitCode.OK);
        Map<String, String> before = story.files();
        run("camera", "maintain", "plan", "gaet-1", "gate-9", "--kind", "corrective", "--what", "x", "--as", "lan")
                .ends(ExitCode.NOT_FOUND)
                .complains("gaet-1")
                .complains("gate-9")
                .complains("the nearest known name is gate-1");
        run(
                        "camera",
                        "maintain",
                        "plan",
                        "gate-1",
                        "--from",
                        "soon",
                        "--planned-cost",
                        "12.5",
                        "--every",
                        "5w",
                        "--as",
                        "lan")
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("--from: time not understood")
                .complains("--kind: is missing")
                .complains("--what: is missing")
                .complains("--to: a window must have an end")
                .complains("--by: say who does the work")
                .complains("\"12.5\" is no amount")
                .complains("\"5w\" is no repetition");
        Story.Run twice = run("camera", "maintain", "plan", "gate-1", "--from", "soon", "--as", "lan");
        assertEquals(1, twice.err().split("--from", -1).length - 1, "what is not understood is not also missing");
        String[] other = CLEANING.clone();
        other[14] = "Công ty XYZ";
        run(with(other, "--lang", "vi"))
                .ends(ExitCode.CONFLICT)
                .withoutOutput()
                .complains("--firm: đang ghi là Công ty ABC, lệnh này ghi Công ty XYZ");
        run(with(CLEANING, "--by", "hoa")).ends(ExitCode.USAGE).complains("--firm: give either");
        String[] long32 = CLEANING.clone();
        long32[12] = "32d";
        run(with(long32, "--lang", "vi"))
                .ends(ExitCode.USAGE)
                .complains("dài hơn 31 ngày; nếu đúng là như vậy, hãy thêm --yes");
        run(with(long32, "--yes", "-n")).ends(ExitCode.OK);
        String[] others = CLEANING.clone();
        others[20] = "hoa";
        run(others).ends(ExitCode.DENIED).withoutOutput();
        run("camera", "maintain", "done", "MNT-2026-0011", "--as", "lan", "--lang", "vi")
                .ends(ExitCode.NOT_FOUND)
                .complains("gần giống nhất là MNT-2026-0001");
        run("camera", "maintain", "done", "1", "--as", "lan").ends(ExitCode.USAGE);
        run("camera", "maintain", "list", "--camera", "gate-9").ends(ExitCode.NOT_FOUND);
        run("camera", "survey", "add", "--cost", "x", "--on", "2099-01-01", "--as", "hoa")
                .ends(ExitCode.USAGE)
                .complains("--place: is missing")
                .complains("--why: is missing")
                .complains("--cost:")
                .complains("--on: is later than now");
        run("camera", "survey", "propose", "SUR-2026-0009", "--as", "hoa").ends(ExitCode.NOT_FOUND);
        assertEquals(before, story.files());
    }

    @Test
    void aDryRunWritesNothing() {
        run(CLEANING).ends(ExitCode.OK);
        run(SURVEY).ends(ExitCode.OK);
        story.world().pass(Duration.ofHours(3));
        for (String[] words : List.of(
                DONE,
                new String[] {"camera", "maintain", "cancel", "MNT-2026-0001", "--reason", "x", "--as", "lan"},
                new String[] {
                    "camera", "maintain", "correct", "MNT-2026-0001", "--what", "y", "--reason", "x", "--as", "lan"
                },
                new String[] {"camera", "survey", "propose", "SUR-2026-0001", "--as", "hoa"},
                new String[] {
                    "camera", "survey", "correct", "SUR-2026-0001", "--why", "y", "--reason", "x", "--as", "hoa"
                })) {
            Map<String, String> before = story.files();
            run(with(words, "--dry-run")).ends(ExitCode.OK).says("nothing was written");
            run(with(words, "--dry-run", "-q"))
                    .ends(ExitCode.OK)
                    .withoutOutput()
                    .withoutComplaint();
            assertEquals(before, story.files(), String.join(" ", words));
        }
    }

    @Test
    void aCorrectionIsMadeWithItsReason() {
        run(CLEANING).ends(ExitCode.OK);
        story.world().pass(Duration.ofHours(3));
        run(DONE).ends(ExitCode.OK);
        run("camera", "maintain", "correct", "MNT-2026-0001", "--cost", "13.000.000", "--as", "lan")
                .ends(ExitCode.USAGE);
        String[] right = {
            "camera",
            "maintain",
            "correct",
            "MNT-2026-0001",
            "--cost",
            "13.000.000",
            "--reason",
            "Hóa đơn",
            "--as",
            "lan"
        };
        run(right).ends(ExitCode.OK).says("MNT-2026-0001 is corrected").says("13,000,000 đ");
        run(right).ends(ExitCode.OK).says("unchanged");
        run("camera", "maintain", "correct", "MNT-2026-0001", "--cost", "1", "--reason", "x", "--as", "lan")
                .ends(ExitCode.USAGE)
                .complains("the parts alone cost 12500000 đ");
        run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void positionsAreSurveyedAndProposed() throws Exception {
        Path photo = Files.writeString(folder.resolve("bai-xe.jpg"), "abc");
        run(with(SURVEY, "--photo", photo.toString(), "--lang", "vi"))
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("Đã ghi sổ SUR-2026-0001: Bãi xe sau")
                .says("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .says("8.500.000 đ");
        run(with(SURVEY, "--photo", photo.toString())).ends(ExitCode.OK).says("unchanged");
        run(with(SURVEY, "--on", "today")).ends(ExitCode.CONFLICT).complains("--photo: on record is " + photo);
        run("camera", "survey", "list", "--state", "proposed").withoutOutput().complains("no such survey");
        run("camera", "survey", "propose", "SUR-2026-0001", "--as", "lan")
                .ends(ExitCode.OK)
                .says("SUR-2026-0001 is proposed for the next meeting");
        run("camera", "survey", "propose", "SUR-2026-0001", "--as", "lan", "--lang", "vi")
                .ends(ExitCode.OK)
                .says("không thay đổi gì");
        run("camera", "survey", "list", "--state", "proposed")
                .says("SUR-2026-0001\tproposed\thigh\tBãi xe sau\tGóc khuất\tgate-2\t8500000\t");
        story.onTerminal();
        run("camera", "survey", "list", "--lang", "vi", "--color", "never")
                .says("đã đề xuất")
                .says("8.500.000 đ");
    }

    @Test
    void theJsonDocumentsKeepTheirKeys() throws Exception {
        run(CLEANING).ends(ExitCode.OK);
        story.world().pass(Duration.ofHours(3));
        List<String> work = new ArrayList<>(List.of(
                "id",
                "state",
                "overdue",
                "kind",
                "what",
                "cameras",
                "from",
                "to",
                "by",
                "firm",
                "plannedCost",
                "everyMonths",
                "follows",
                "followedBy",
                "enteredAt",
                "enteredBy",
                "windows",
                "from",
                "to",
                "plannedBeforehand"));
        List<String> open = new ArrayList<>(work);
        open.addAll(List.of("done", "cancelled"));
        List<String> done = new ArrayList<>(work);
        done.addAll(List.of(
                "done",
                "at",
                "note",
                "cost",
                "partsCost",
                "parts",
                "name",
                "quantity",
                "unitPrice",
                "price",
                "name",
                "quantity",
                "unitPrice",
                "price",
                "photo",
                "photoSha256",
                "nextDue",
                "enteredAt",
                "enteredBy",
                "cancelled"));
        document(
                List.of("schema", "zone", "works"),
                open,
                run("camera", "maintain", "list", "--json").says("vigil.camera.maintain.list/1"));
        document(
                List.of("schema", "zone", "outcome", "work"),
                done,
                run(with(DONE, "--json"))
                        .says("vigil.camera.maintain.done/1")
                        .says("\"outcome\":\"written\"")
                        .says("\"cost\":12500000,"));
        document(
                List.of("schema", "zone"),
                done,
                run("camera", "maintain", "show", "MNT-2026-0001", "--json").says("vigil.camera.maintain.show/1"));
        List<String> sums = List.of("done", "planned", "cost", "parts", "open", "openPlanned");
        List<String> cost = new ArrayList<>(List.of("group"));
        cost.addAll(sums);
        cost.add("total");
        cost.addAll(sums);
        document(
                List.of("schema", "zone", "groups"),
                cost,
                run("camera", "maintain", "cost", "--by", "quarter", "--json")
                        .says("vigil.camera.maintain.cost/1")
                        .says("\"group\":\"2026-Q1\""));
        List<String> survey = List.of(
                "id",
                "state",
                "priority",
                "place",
                "why",
                "camera",
                "estimatedCost",
                "photo",
                "photoSha256",
                "surveyedBy",
                "surveyedOn",
                "enteredAt",
                "enteredBy",
                "proposedAt",
                "proposedBy");
        document(
                List.of("schema", "zone", "outcome", "survey"),
                survey,
                run(with(SURVEY, "--json")).says("vigil.camera.survey.add/1"));
        document(
                List.of("schema", "zone", "surveys"),
                survey,
                run("camera", "survey", "list", "--json").says("vigil.camera.survey.list/1"));
    }

    private static void document(List<String> head, List<String> rest, Story.Run run) throws Exception {
        run.ends(ExitCode.OK);
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(run.out())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                }
            }
        }
        assertEquals(Stream.concat(head.stream(), rest.stream()).toList(), keys);
    }
}
