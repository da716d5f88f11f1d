package vn.vigil.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every sentence stands in both languages, says the same with the same placeholders. */
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
}
