package vn.vigil.cli.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed pages are what the command tree says today; {@code scripts/generate} writes them anew. */
class GeneratedPagesTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void committedPagesAreUpToDate() throws Exception {
        List<String> stale = new ArrayList<>();
        Map<String, String> pages = Generate.pages();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = ROOT.resolve(page.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) {
                stale.add(page.getKey());
            }
        }
        for (String folder : new String[] {"man", "man/vi"}) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = folder + "/" + file.getFileName();
                    if (!pages.containsKey(name)) {
                        stale.add(name);
                    }
                }
            }
        }
        assertEquals(List.of(), stale, "run scripts/generate");
    }

    @Test
    void nothingInAManualPageActsAsARequestByAccident() {
        assertEquals("\\&.TH", ManPage.text(".TH"));
        assertEquals("\\&'x", ManPage.text("'x"));
        assertEquals("a\\eb\\-c", ManPage.text("a\\b-c"));
    }

    @Test
    void completionKnowsEveryVerbAndStartsNoJvm() {
        String bash = Completion.bash();
        for (String verb : vn.vigil.cli.Commands.verbs()) {
            assertTrue(bash.contains("'" + verb + "')"), verb);
        }
        assertFalse(bash.contains("java"));
        assertFalse(Completion.zsh().contains("java"));
    }
}
