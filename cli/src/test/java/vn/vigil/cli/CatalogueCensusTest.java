package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.vigil.text.CatalogueCensus;

/** Every sentence stands in both languages, says the same with the same placeholders, and is used. */
class CatalogueCensusTest {
    private static final CatalogueCensus CENSUS = new CatalogueCensus();

    @Test
    void everyKeyHasItsSentenceInBothLanguagesAndNoSentenceIsOrphaned() {
        assertEquals(List.of(), CENSUS.incomplete());
    }

    @Test
    void bothLanguagesUseTheSamePlaceholdersAndVietnameseIsComposed() {
        assertEquals(List.of(), CENSUS.unlike());
    }

    @Test
    void everyKeyIsUsed() {
        assertEquals(List.of(), CENSUS.unused());
    }

    /** Sentences are no patterns of {@code MessageFormat}: a quote that is doubled is printed twice. */
    @Test
    void noQuoteIsDoubled() throws IOException {
        List<String> doubled = new ArrayList<>();
        for (String module : List.of("../core", ".")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src", "main", "resources"))) {
                for (Path file :
                        files.filter(p -> p.toString().endsWith(".properties")).toList()) {
                    if (Files.readString(file).contains("''")) {
                        doubled.add(file.toString());
                    }
                }
            }
        }
        assertEquals(List.of(), doubled);
    }
}
