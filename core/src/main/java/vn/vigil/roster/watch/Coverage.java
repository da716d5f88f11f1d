package vn.vigil.roster.watch;

import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;

/**
 * How the watch was kept. Minutes are whole; what is not over yet is left out.
 *
 * @param span the time asked for, cut at the present; null when none of it is over
 * @param duties how many are over whose holders are asked to say that they came
 */
public record Coverage(TimeSpan span, List<OfPost> posts, List<OfMember> members, int duties, List<NoShow> noShows) {
    public Coverage {
        posts = List.copyOf(posts);
        members = List.copyOf(members);
        noShows = List.copyOf(noShows);
    }

    /**
     * One post. Of a moment at which several stood there counts the strongest record: entered at the time, then from the paper
     * book, then unnamed guards, then what is not asked to be entered.
     *
     * @param watched when the post was to be watched
     * @param requiredMinutes of it
     * @param plannedMinutes of those, somebody was on the roster
     * @param keptMinutes of those, somebody was there; the following four add up to it, but for seconds
     * @param enteredMinutes by what was entered at the time
     * @param paperMinutes by the paper book alone
     * @param guardMinutes by guards alone, who stand it unnamed
     * @param assumedMinutes by duties alone whose holders are not asked to say that they came
     * @param lateDuties duties that began late
     * @param lateMinutes by how much altogether
     * @param gaps when nobody was there
     */
    public record OfPost(
            String post,
            String name,
            TimeSpan watched,
            long requiredMinutes,
            long plannedMinutes,
            long keptMinutes,
            long enteredMinutes,
            long paperMinutes,
            long guardMinutes,
            long assumedMinutes,
            int lateDuties,
            long lateMinutes,
            List<TimeSpan> gaps) {
        public OfPost {
            gaps = List.copyOf(gaps);
        }

        public long gapMinutes() {
            return requiredMinutes - keptMinutes;
        }
    }

    /**
     * One member, in all seats.
     *
     * @param keptMinutes there, the paper book included
     * @param paperMinutes of those, by the paper book
     */
    public record OfMember(
            MemberId member,
            String name,
            long plannedMinutes,
            long keptMinutes,
            long paperMinutes,
            int lateDuties,
            long lateMinutes,
            int noShows) {}

    /** A duty that its holder never came to. */
    public record NoShow(String slot, MemberId member, TimeSpan span) {}
}
