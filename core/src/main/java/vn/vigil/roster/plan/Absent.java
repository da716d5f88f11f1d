package vn.vigil.roster.plan;

import vn.vigil.base.TimeSpan;

/**
 * Somebody who could be away, as a question.
 *
 * @param who a member by id or name
 * @param span when; null: all the time
 */
public record Absent(String who, TimeSpan span) {}
