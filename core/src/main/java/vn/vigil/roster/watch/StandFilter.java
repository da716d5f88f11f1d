package vn.vigil.roster.watch;

import java.util.Set;

/**
 * Which seats are asked for.
 *
 * @param post id of one post; null: all
 * @param zones zones that a camera belongs to, one of which the post must watch; null: no matter
 */
public record StandFilter(String post, Set<String> zones) {
    public static final StandFilter ALL = new StandFilter(null, null);
}
