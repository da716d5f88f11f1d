package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** A secretary edits Markdown, makes the papers of it and has their form checked. No site is needed for it. */
class ReportStoryTest {
    private static final String REPORT =
            """
            ---
            superior: SỞ KẾ HOẠCH VÀ ĐẦU TƯ
            body: TỔ NÒNG CỐT
            number: 05/BC-TNC
            place: Đồng Nai
            date: 2026-02-05
            kind: BÁO CÁO
            abstract: Kết quả trực tháng 01 năm 2026
            recipients:
              - Như trên
              - Lưu: VT, TNC
            signatures:
              - title: TM. TỔ NÒNG CỐT<br>KT. TỔ TRƯỞNG<br>TỔ PHÓ
                name: Trần Quốc Đạt
            ---

            Tổ đã trực đủ các ca./.
            """;

    @TempDir
    Path folder;

    private Story story;
    private Path source;

    @BeforeEach
    void write() throws IOException {
        story = new Story(folder.resolve("site"));
        source = Files.writeString(folder.resolve("bao-cao.md"), REPORT);
    }

    private Story.Run run(String... words) {
        return story.run(words);
    }

    @Test
    void papersAreMadeOnceAndFoundInOrder() throws IOException {
        Path docx = folder.resolve("bao-cao.docx");
        Path pdf = folder.resolve("bao-cao.pdf");
        run("report", "render", source.toString(), "--dry-run")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("would write " + docx);
        assertFalse(Files.exists(docx));
        run("report", "render", source.toString())
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("written: " + docx);
        assertTrue(Files.size(docx) > 1000 && Files.size(pdf) > 1000);
        byte[] first = Files.readAllBytes(pdf);
        run("report", "render", source.toString(), "--lang", "vi")
                .ends(ExitCode.OK)
                .says("không thay đổi: " + pdf)
                .saysNot("đã ghi");
        assertEquals(java.util.Arrays.hashCode(first), java.util.Arrays.hashCode(Files.readAllBytes(pdf)));
        for (Path paper : new Path[] {source, docx, pdf}) {
            run("report", "check", paper.toString())
                    .ends(ExitCode.OK)
                    .withoutOutput()
                    .complains("the form is in order");
        }
        run("report", "check", "--quiet", docx.toString())
                .ends(ExitCode.OK)
                .withoutOutput()
                .withoutComplaint();
    }

    @Test
    void anotherPaperInTheWayIsLeftAlone() throws IOException {
        Path html = folder.resolve("ra.html");
        Files.writeString(html, "của người khác");
        String prefix = folder.resolve("ra").toString();
        run("report", "render", source.toString(), "-f", "html,md", "-o", prefix)
                .ends(ExitCode.CONFLICT)
                .withoutOutput()
                .complains(html + " has other content")
                .complains("--force");
        assertEquals("của người khác", Files.readString(html));
        assertFalse(Files.exists(folder.resolve("ra.md")));
        run("report", "render", source.toString(), "-f", "html,md", "-o", prefix, "--force", "--json")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.report.render/1\"")
                .says("{\"form\":\"html\",\"file\":\"" + html + "\",\"state\":\"replaced\",\"bytes\":")
                .says("{\"form\":\"md\",\"file\":\"" + folder.resolve("ra.md") + "\",\"state\":\"new\",\"bytes\":");
        assertEquals(REPORT, Files.readString(folder.resolve("ra.md")));
    }

    @Test
    void faultsOfFormAreNamedWithTheirRule() throws IOException {
        Files.writeString(
                source,
                REPORT.replace("05/BC-TNC", "5 / BC-TNC")
                        .replace("  - Lưu: VT, TNC\n", "")
                        .replace("TỔ PHÓ", "TỔ VIÊN"));
        run("report", "check", source.toString())
                .ends(ExitCode.CRITICAL)
                .says("critical\tnumber\tno blanks around the strokes")
                .says("\tSố: 5 / BC-TNC\tNĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.3\n")
                .says("critical\trecipients\t")
                .says("critical\tsignature\t\"KT.\" is signed by a deputy");
        run("report", "check", source.toString(), "--lang", "vi", "--json")
                .ends(ExitCode.CRITICAL)
                .says("\"schema\":\"vigil.report.check/1\"")
                .says("\"kind\":\"md\",\"verdict\":\"critical\",\"judged\":[\"paper\",")
                .says("\"severity\":\"critical\",\"point\":\"recipients\",\"found\":\"nơi nhận không có dòng cuối");
        Files.writeString(source, REPORT.replace("các ca./.", "các ca."));
        run("report", "check", source.toString()).ends(ExitCode.FAILED).says("warning\tending\t");
    }

    @Test
    void whatCannotBeReadIsNotJudged() throws IOException {
        Files.writeString(source, REPORT.replace("kind:", "kinds:").replace("2026-02-05", "5/2/2026"));
        run("report", "render", source.toString())
                .ends(ExitCode.USAGE)
                .complains("line 7: unknown key kinds; did you mean kind?")
                .complains("line 6: the date is written like 2026-02-05");
        assertFalse(Files.exists(folder.resolve("bao-cao.docx")));
        run("report", "check", source.toString()).ends(ExitCode.UNKNOWN).withoutOutput();
        Path fake = Files.write(folder.resolve("x.pdf"), "%PDF-1.7\nkhông phải PDF".getBytes(StandardCharsets.UTF_8));
        run("report", "check", fake.toString())
                .ends(ExitCode.UNKNOWN)
                .withoutOutput()
                .complains("it is no readable PDF");
        run("report", "check", folder.resolve("none.docx").toString()).ends(ExitCode.NOT_FOUND);
    }
}
