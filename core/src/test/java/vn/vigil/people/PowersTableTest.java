package vn.vigil.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of docs/design/powers.md is the table of the code. */
class PowersTableTest {
    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("../docs/design/powers.md"));
    }

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                break;
            }
            if (line.startsWith("| ") && !line.startsWith("| power")) {
                rows.add(line);
            }
        }
        List<String> expected = new ArrayList<>();
        for (Power power : Power.values()) {
            List<String> offices = new ArrayList<>();
            for (Office office : power.holders()) {
                offices.add(office.id());
            }
            String who = power.holders().equals(EnumSet.allOf(Office.class)) ? "any" : String.join(", ", offices);
            expected.add("| " + power.id() + " | " + who + " | " + (power.forAccounts() ? "yes" : "no") + " |");
        }
        assertEquals(expected, rows);
    }
}
