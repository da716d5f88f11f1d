package vn.vigil.roster.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;

/** Files of the public benchmark: a small one made here, solved and scored by its own words, and files that are none. */
class CurtoisTest {
    static final String SMALL =
            """
            # An instance in the public form, made for this test.
            SECTION_HORIZON
            14

            SECTION_SHIFTS
            # ShiftID, Length in mins, Shifts which cannot follow this shift
            E,480,
            L,480,E
            N,600,E|L

            SECTION_STAFF
            An,E=14|L=14|N=3,4320,2400,5,2,2,1
            Binh,E=14|L=14|N=0,4320,2400,5,2,2,1
            Chi,E=0|L=14|N=4,4320,2400,4,2,2,1
            Dung,E=14|L=3|N=4,4800,2400,5,1,2,2
            Em,E=14|L=14,4320,0,5,2,3,1

            SECTION_DAYS_OFF
            An,0,1
            Chi,9

            SECTION_SHIFT_ON_REQUESTS
            An,4,E,3
            Binh,5,L,2

            SECTION_SHIFT_OFF_REQUESTS
            Chi,2,N,4
            Dung,11,E,1

            SECTION_COVER
            """;

    static String small() {
        StringBuilder text = new StringBuilder(SMALL);
        for (int d = 0; d < 14; d++) {
            text.append(d).append(",E,1,100,1\n");
            text.append(d).append(",L,1,100,1\n");
            text.append(d).append(",N,").append(d % 3 == 0 ? 1 : 0).append(",100,1\n");
        }
        return text.toString();
    }

    @Test
    void aSmallInstanceIsReadSolvedAndScoredByItsOwnWords() {
        Curtois.Instance instance = Curtois.parse("small", small());
        assertEquals(List.of("An", "Binh", "Chi", "Dung", "Em"), instance.staff());
        Found found = Search.solve(instance.problem(), Effort.of(1, 3000), Progress.NONE);
        String written = Curtois.write(instance, found.roster());
        TextScorer scorer = new TextScorer(small(), written);
        assertEquals(List.of(), scorer.violations());
        assertEquals(scorer.cost(), found.score().cost());
        assertEquals(5, written.lines().count());
        assertTrue(written.lines().allMatch(l -> l.split("\t", -1).length == 15), written);
    }

    @Test
    void theScorerOfThisTestSeesWhatIsBroken() {
        Curtois.Instance instance = Curtois.parse("small", small());
        int[][] rows = new int[5][14];
        for (int[] row : rows) {
            Arrays.fill(row, Choice.OFF);
        }
        rows[0] = new int[] {0, 2, 1, 0, 0, 0, 0, 0, 0, -1, 2, -1, 2, 2};
        Roster roster = Roster.of(rows);
        TextScorer scorer = new TextScorer(small(), Curtois.write(instance, roster));
        assertTrue(scorer.violations().size() >= 8, scorer.violations().toString());
        assertEquals(scorer.cost(), Judge.score(instance.problem(), roster).cost());
        int judged = Judge.breaches(instance.problem(), roster).size();
        assertTrue(judged >= 8, "only " + judged);
    }

    @Test
    void windowsLineEndsByteOrderMarkAndBlankFieldsAreRead() {
        Curtois.Instance plain = Curtois.parse("a", small());
        Curtois.Instance odd =
                Curtois.parse("b", "\uFEFF" + small().replace("\n", "\r\n").replace("14,4320", "14 , 4320"));
        assertEquals(plain.problem().demands(), odd.problem().demands());
        assertEquals(plain.problem().cellCosts(), odd.problem().cellCosts());
        assertEquals(plain.staff(), odd.staff());
    }

    @Test
    void allFaultsAreToldAtOnceByLineAndField() {
        VigilException e = refused(small().replace("An,4,E,3", "Anh,4,E,3")
                .replace("Binh,5,L,2", "Binh,14,L,2")
                .replace("Chi,2,N,4", "Chi,2,X,-4")
                .replace("0,E,1,100,1\n", "0,E,1,100\n"));
        assertEquals(ErrorKind.USAGE, e.kind());
        assertEquals(
                List.of(
                        "line 23, field EmployeeID: UNKNOWN_STAFF[Anh]",
                        "line 24, field Day: NOT_NUMBER[14, 0, 13]",
                        "line 27, field ShiftID: UNKNOWN_SHIFT[X]",
                        "line 27, field Weight: NOT_NUMBER[-4, 0, 1000000]",
                        "line 31, field Weight under: FIELD_COUNT[5, 4]"),
                faults(e).stream()
                        .map(f -> f.replace("WeightUnder", "Weight under"))
                        .toList()
                        .subList(0, 5));
    }

    @Test
    void filesThatAreNoInstanceAreRefused() {
        for (String[] bad : new String[][] {
            {"", "MISSING_SECTION"},
            {"14\n", "OUTSIDE_SECTION"},
            {small().replace("SECTION_COVER", "SECTION_COVERS"), "UNKNOWN_SECTION"},
            {small().replace("\n14\n", "\n0\n"), "NOT_NUMBER[0, 1, 366]"},
            {small().replace("\n14\n", "\n99999999999999999999\n"), "NOT_NUMBER"},
            {small().replace("\n14\n", "\n14\n15\n"), "TWICE[15]"},
            {small().replace("L,480,E\n", "L,480,Q\n"), "UNKNOWN_SHIFT[Q]"},
            {small().replace("L,480,E\n", "L,480,E\nL,480,E\n"), "TWICE[L]"},
            {small().replace("E,480,\n", "E,4e2,\n"), "NOT_NUMBER[4e2, 0, 2880]"},
            {small().replace("Binh,E", "An,E"), "TWICE[An]"},
            {small().replace("Binh,E", "Bi\u0007nh,E"), "BAD_ID"},
            {small().replace("Binh,E", "x".repeat(65) + ",E"), "BAD_ID"},
            {small().replace("4320,2400,5,2,2,1", "4320,2400,5,2"), "FIELD_COUNT[8, 6]"},
            {small().replace("4320,2400,5,2,2,1", "4320,2400,5,2,2,1,7"), "FIELD_COUNT[8, 9]"},
            {small().replace("E=14|L=3|N=4", "E=14|L|N=4"), "UNKNOWN_SHIFT[L]"},
            {small() + "SECTION_COVER\n", "TWICE[SECTION_COVER]"},
            {small() + "14,E,1,1,1\n", "NOT_NUMBER[14, 0, 13]"},
        }) {
            List<String> faults = faults(refused(bad[0]));
            assertTrue(faults.get(0).contains(bad[1]), () -> bad[1] + " expected, got " + faults);
        }
    }

    @Test
    void aThousandFaultsAreCountedNotListed() {
        StringBuilder text = new StringBuilder(small());
        for (int i = 0; i < 1000; i++) {
            text.append("x\n");
        }
        assertEquals(21, refused(text.toString()).why().size());
    }

    @Test
    void hugeAndBinaryFilesAreRefusedUnread(@TempDir Path folder) throws Exception {
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, 0x28, 0, 1});
        assertEquals("NOT_UTF8", key(assertThrows(VigilException.class, () -> Curtois.read(binary))));
        Path huge = folder.resolve("huge");
        byte[] block = "# remark\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(huge)) {
            for (int i = 0; i < 20; i++) {
                out.write(block);
            }
        }
        assertEquals("FILE_TOO_LARGE", key(assertThrows(VigilException.class, () -> Curtois.read(huge))));
        VigilException none = assertThrows(VigilException.class, () -> Curtois.read(folder.resolve("none")));
        assertEquals(ErrorKind.NOT_FOUND, none.kind());
    }

    private static VigilException refused(String text) {
        return assertThrows(VigilException.class, () -> Curtois.parse("bad", text));
    }

    private static String key(VigilException e) {
        return e.why().get(0).key().name();
    }

    private static List<String> faults(VigilException e) {
        return e.why().stream()
                .filter(m -> m.args().size() == 3)
                .map(m -> "line " + m.args().get(0) + ", field " + m.args().get(1) + ": "
                        + ((Message) m.args().get(2)).key().name()
                        + (((Message) m.args().get(2)).args().isEmpty()
                                ? ""
                                : ((Message) m.args().get(2)).args()))
                .toList();
    }
}
