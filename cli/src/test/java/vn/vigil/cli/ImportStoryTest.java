package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.document.SheetColumn;
import vn.vigil.document.SheetPlan;
import vn.vigil.document.Sheets;

/** The first day from the command line. */
class ImportStoryTest {
    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
    }

    private Path list(String office) throws Exception {
        List<SheetColumn> people = List.of(
                SheetColumn.of("Họ và tên", 20), SheetColumn.of("Điện thoại", 20), SheetColumn.of("Chức vụ", 20));
        List<SheetColumn> cameras = List.of(SheetColumn.of("Tên ngắn", 20), SheetColumn.of("Địa chỉ luồng", 20));
        return Files.write(
                folder.resolve("list.xlsx"),
                Sheets.bytes(List.of(
                        new SheetPlan("Người", people, List.of(Arrays.asList("Nguyễn Văn An", "912345678", office))),
                        new SheetPlan("Camera", cameras, List.of(List.of("cong-1", "rtsp://192.0.2.1/a"))))));
    }

    @Test
    void aListIsRehearsedImportedAndImportedAgain() throws Exception {
        String file = list("Tổ trưởng").toString();
        Map<String, String> before = story.files();
        story.run("import", file, "--dry-run")
                .ends(ExitCode.OK)
                .says("People: 1 new, 0 unchanged")
                .says("nothing was written")
                .complains("Người!A2: Nguyễn Văn An gets the short name annv")
                .complains("Người!B2: 912345678 got its leading 0 back: 0912345678");
        assertEquals(before, story.files());
        story.run("import", file, "--lang", "vi")
                .ends(ExitCode.OK)
                .says("Người: 1 mới, 0 không đổi")
                .says("đã nhập xong");
        story.run("import", file)
                .ends(ExitCode.OK)
                .says("Cameras: 0 new, 1 unchanged")
                .says("\nunchanged")
                .complains("leading 0");
        story.run("import", file, "--json", "-q")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("\"schema\":\"vigil.import/1\"")
                .says("{\"sheet\":\"people\",\"added\":[],\"unchanged\":[\"annv\"]}");
        story.run("camera", "show", "cong-1").ends(ExitCode.OK);
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void aFaultNamesItsCellAndNothingIsWritten() throws Exception {
        String file = list("Tổ trươnk").toString();
        Map<String, String> before = story.files();
        story.run("import", file)
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("1 faults, 0 differences")
                .complains("Người!C2: there is no office");
        assertEquals(before, story.files());
        story.run("import").ends(ExitCode.USAGE).complains("name a workbook");
        story.run("import", file, "--template", "x.xlsx").ends(ExitCode.USAGE);
        story.run("import", "none.xlsx").ends(ExitCode.NOT_FOUND);
        assertEquals(before, story.files());
    }

    @Test
    void theTemplateIsWrittenOnce() {
        Path file = folder.resolve("mau.xlsx");
        story.run("import", "--template", file.toString(), "--dry-run")
                .ends(ExitCode.OK)
                .says("nothing was written");
        assertFalse(Files.exists(file));
        story.run("import", "--template", file.toString(), "--lang", "vi")
                .ends(ExitCode.OK)
                .says("đã ghi tệp mẫu");
        assertTrue(Files.exists(file));
        story.run("import", "--template", file.toString(), "--lang", "vi")
                .ends(ExitCode.OK)
                .says("không thay đổi gì");
        story.run("import", "--template", file.toString(), "--lang", "en")
                .ends(ExitCode.CONFLICT)
                .withoutOutput();
        story.run("import", file.toString(), "--lang", "vi").ends(ExitCode.OK).says("không thay đổi gì");
    }
}
