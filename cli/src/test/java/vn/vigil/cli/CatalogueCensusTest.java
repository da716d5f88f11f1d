package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
}
