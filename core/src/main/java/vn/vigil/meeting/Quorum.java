package vn.vigil.meeting;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.MemberId;

/**
 * How many of those who belong there came. The regulation sets no quorum (A12): it is told, never enforced. Pure.
 *
 * @param unsaid of whom nobody said whether they came
 */
record Quorum(int there, int expected, List<MemberId> unsaid) {
    static Quorum of(Meeting meeting, List<MemberId> expected) {
        int there = 0;
        List<MemberId> unsaid = new ArrayList<>();
        for (MemberId member : expected) {
            Meeting.Attendee found = null;
            for (Meeting.Attendee one : meeting.attendees()) {
                found = one.who().equals(member.value()) ? one : found;
            }
            if (found == null) {
                unsaid.add(member);
            }
            there += found != null && found.how().there() ? 1 : 0;
        }
        return new Quorum(there, expected.size(), unsaid);
    }
}
