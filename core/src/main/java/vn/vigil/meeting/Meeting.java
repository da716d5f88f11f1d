package vn.vigil.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.calendar.Quarter;
import vn.vigil.people.Capacity;

/**
 * A meeting as its entries left it.
 *
 * @param quarter for which it is due; null for what does not come round
 * @param day of its start, in the site's zone
 * @param length planned
 * @param place may be empty
 * @param chair who is to chair, or chairs; null: not said
 * @param secretary who keeps the minutes; null: not said
 * @param reason why it is on another day than the rule's, or was put off or called off; may be empty
 * @param incident what an urgent one is about, or null
 * @param postponed whether it was put off
 * @param sequence of its invitations: 0 for the first; -1 before it
 * @param invited members
 * @param opening null before it is opened
 * @param closed null before it is closed
 * @param next day of the next meeting, or null
 * @param text the minutes as approved; empty before
 * @param number in the register, or null
 * @param issued its day, or null
 * @param entries how many entries there are: what a draft was made from
 */
public record Meeting(
        CaseId id,
        MeetingKind kind,
        Quarter quarter,
        Instant start,
        LocalDate day,
        Duration length,
        String place,
        MemberId chair,
        MemberId secretary,
        MeetingState state,
        String reason,
        CaseId incident,
        boolean postponed,
        int sequence,
        List<MemberId> invited,
        List<String> guests,
        Opening opening,
        Instant closed,
        LocalDate next,
        List<AgendaItem> agenda,
        List<Attendee> attendees,
        List<Opinion> opinions,
        List<Decision> decisions,
        List<Signed> signatures,
        String text,
        String number,
        LocalDate issued,
        List<Erratum> errata,
        int entries) {
    /**
     * On what the chair rests.
     *
     * @param record absence or delegation; null where the chair holds the office
     * @param basis written document of a delegation; may be empty
     */
    public record Opening(Instant at, Capacity capacity, CaseId record, String basis) {}

    /**
     * @param standing word of the standing item; empty for one that was added
     * @param lines what the site's records say about it
     */
    public record AgendaItem(int number, String standing, String title, List<String> lines) {}

    /**
     * @param who member id, or a guest's name
     * @param spans when they were there; empty while nothing else is known than that they were
     * @param reason of an absence; may be empty
     * @param entry the latest that says so; 0 for chair and secretary, of whom none need say it
     */
    public record Attendee(String who, boolean guest, Presence how, List<Attended> spans, String reason, int entry) {}

    /** From when until when; either may be null: from the beginning, to the end. */
    public record Attended(Instant from, Instant to) {}

    /** @param who member id, or a guest's name; empty for what is told in nobody's name */
    public record Opinion(int entry, int item, String who, String words) {}

    /**
     * @param number within the meeting
     * @param voted false when all agreed and nobody counted
     */
    public record Decision(
            int entry, int number, int item, String words, boolean voted, int inFavour, int against, int abstained) {}

    /**
     * @param how {@code paper} or {@code key}
     * @param who who signed, as printed
     * @param sha256 of the scan or of the signed PDF
     */
    public record Signed(String how, String who, String sha256, LocalDate day) {}

    public record Erratum(int number, String was, String is, String reason, Instant at, String by) {}

    /** Whether a member chairs it or keeps its minutes. */
    boolean writes(MemberId member) {
        return member != null && (member.equals(chair) || member.equals(secretary));
    }

    /** Whether it was opened and not closed. */
    public boolean going() {
        return state == MeetingState.OPEN;
    }
}
