package vn.vigil.meeting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

class DraftReaderTest {
    private static final String FRONT = "---\nmeeting: MTG-2026-0001\nentries: 3\nchair: lan\nsecretary: hoa\n"
            + "opened: 2026-10-05 08:00\nclosed:\npresent:\n  - dung online 08:10-08:30 08:40-\nexcused:\n"
            + "  - nam: đi họp: ở Sở\nguests:\n  - Ông A: công an\n---\n";

    private static List<String> faults(String text) {
        VigilException e = assertThrows(VigilException.class, () -> DraftReader.read("d.md", text));
        return e.why().stream().map(m -> Texts.render(m, Lang.EN)).toList();
    }

    @Test
    void everythingIsReadWithItsLine() {
        Draft draft = DraftReader.read(
                "d.md",
                FRONT + "\n## 1. Trực\n> số liệu\n- [2] dung: sửa\n  thêm dòng\n"
                        + "- Quyết định: Khóa cổng (3/1/0)\n- việc: Thay khóa | phụ trách: dung | hạn: 2026-11-30\n");
        assertEquals("MTG-2026-0001", draft.meeting().toString());
        assertEquals(4, draft.people().size());
        assertEquals(LocalTime.of(8, 30), draft.people().get(0).to());
        assertEquals(Presence.ONLINE, draft.people().get(1).how());
        assertEquals("đi họp: ở Sở", draft.people().get(2).reason());
        assertEquals("Ông A: công an", draft.people().get(3).who());
        List<Draft.Said> said = draft.items().get(1).said;
        assertEquals(2, said.get(0).entry());
        assertEquals("sửa thêm dòng", said.get(0).words());
        assertEquals("dung", said.get(0).who());
        assertArrayEquals(new int[] {3, 1, 0}, said.get(1).votes());
        assertEquals("2026-11-30", said.get(2).fields().get("due"));
    }

    @Test
    void everyFaultIsTold() {
        List<String> faults = faults(
                FRONT.replace("chair:", "chiar:").replace("08:00", "25:00").replace("excused:", "excused")
                        + "lạ\n- [x] y\n- VIỆC: không hạn | phụ trách: dung\n- VIỆC: z | hạn: 2026-13-01 | phụ trách: a\n");
        assertEquals(7, faults.size(), faults.toString());
        assertTrue(faults.get(0).startsWith("line 4: there is no field chiar"), faults.toString());
        assertTrue(faults.get(1).contains("no colon after excused"), faults.toString());
        assertTrue(faults.get(2).startsWith("line 15: not understood: lạ"), faults.toString());
        assertEquals(List.of("line 1: there is no front matter: the first line must be ---"), faults("# x\n"));
        assertTrue(faults("---\nmeeting: MTG-2026-0001\n").get(0).contains("not closed"));
    }

    @Test
    void aLineWithoutEndIsRefusedAtOnce() {
        String blanks = " ".repeat(500_000);
        assertTrue(faults(FRONT + "- QUYẾT ĐỊNH: a" + blanks + "b\n").get(0).startsWith("line 15:"));
        String many = "x\n".repeat(100_000);
        assertEquals(
                "VG-MEETING-DIFF",
                assertThrows(VigilException.class, () -> TextDiff.of(many, many))
                        .id());
    }

    @Test
    void whateverIsTypedItIsReadOrRefused() {
        SplittableRandom random = new SplittableRandom(7);
        String alphabet = "-#:|[]()/>0123456789 aàđ\n\t\"'.\u0301";
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : FRONT);
            for (int n = random.nextInt(60); n > 0; n--) {
                text.insert(random.nextInt(text.length() + 1), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                DraftReader.read("d.md", text.toString());
            } catch (VigilException e) {
                assertTrue(!e.why().isEmpty(), text.toString());
            }
        }
    }
}
