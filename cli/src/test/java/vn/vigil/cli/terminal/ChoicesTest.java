package vn.vigil.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;

/** What an answer at the terminal may mean, with and without accents. */
class ChoicesTest {
    private static final List<Choice> CAMERAS = List.of(
            new Choice("gate-1", "Cổng chính"), new Choice("gate-2", "Cổng phụ"), new Choice("yard", "Sân sau"));

    @Test
    void anAnswerIsTheOneThingItFits() {
        assertEquals("gate-1", Choices.meant(CAMERAS, "gate-1").value());
        assertEquals("gate-1", Choices.meant(CAMERAS, "CONG CHINH").value());
        assertEquals("yard", Choices.meant(CAMERAS, "sân").value());
        assertNull(Choices.meant(CAMERAS, "cong"), "two fit");
        assertNull(Choices.meant(CAMERAS, "kho"), "none fits");
        assertEquals(2, Choices.fitting(CAMERAS, "cong").size());
        assertEquals(3, Choices.fitting(CAMERAS, "").size());
    }

    @Test
    void completionTakesWhatStandsBehindTheLastComma() {
        ChoiceCompleter many = new ChoiceCompleter(CAMERAS, true);
        List<Candidate> found = new java.util.ArrayList<>();
        CompletingParsedLine line = (CompletingParsedLine) many.parse("yard, phu", 9, ParseContext.COMPLETE);
        many.complete(null, line, found);
        assertEquals("phu", line.word());
        assertEquals(List.of("gate-2"), found.stream().map(Candidate::value).toList());
        assertEquals("gate-2", many.exactMatch().value());
        many.complete(null, many.parse("ga", 2, ParseContext.COMPLETE), found);
        assertEquals("gate-", many.getCommonPrefix());
    }
}
