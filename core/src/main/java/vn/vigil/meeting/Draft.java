package vn.vigil.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;

/**
 * What an edited draft of minutes says, line by line.
 *
 * @param entries how many entries the meeting had when the draft was made
 * @param opened null: not said
 * @param closed null: not said
 * @param noAction that nothing is set to be done, in so many words
 */
record Draft(
        CaseId meeting,
        int entries,
        String chair,
        String secretary,
        String place,
        LocalDateTime opened,
        LocalDateTime closed,
        LocalDate next,
        boolean noAction,
        List<Person> people,
        List<Item> items) {
    /** @param line in the file; @param from null: from the beginning */
    record Person(int line, boolean guest, String who, Presence how, LocalTime from, LocalTime to, String reason) {}

    /** An item of the agenda. */
    static final class Item {
        final int line;
        final int number;
        final String title;
        final List<Said> said = new ArrayList<>();

        Item(int line, int number, String title) {
            this.line = line;
            this.number = number;
            this.title = title;
        }
    }

    /** What a line under an item tells. */
    enum Kind {
        OPINION,
        DECISION,
        ACTION
    }

    /**
     * @param entry the one it changes; 0: a new one
     * @param action the one it repeats; null: a new one
     * @param who of an opinion; may be empty
     * @param votes three numbers, or null
     * @param fields of an action: owner, with, due, division
     */
    record Said(
            int line,
            Kind kind,
            int entry,
            CaseId action,
            String who,
            String words,
            int[] votes,
            Map<String, String> fields) {}
}
