package vn.vigil.roster.book;

import java.time.LocalDate;
import java.util.Set;
import vn.vigil.people.Member;

/**
 * How a member takes part in the watch.
 *
 * @param member who, with membership and offices by date
 * @param watches whether they take watcher seats
 * @param leads whether they take lead seats
 * @param shadowUntil last day on which they only learn and never count as cover; null: none
 * @param posts ids of the posts they may stand at; empty: all
 */
public record Watcher(Member member, boolean watches, boolean leads, LocalDate shadowUntil, Set<String> posts) {
    public Watcher {
        posts = Set.copyOf(posts);
    }

    /** May they hold a seat of this role at this post on this day? Leave and rules are another matter. */
    public boolean fits(SeatRole role, String post, LocalDate day) {
        return member.on(day)
                && (role == SeatRole.LEAD ? leads : watches)
                && (shadowUntil == null || day.isAfter(shadowUntil))
                && (posts.isEmpty() || posts.contains(post));
    }
}
