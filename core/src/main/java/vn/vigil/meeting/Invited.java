package vn.vigil.meeting;

import java.util.List;
import vn.vigil.base.MemberId;

/**
 * Who was told of a meeting.
 *
 * @param sequence of the invitation: 0 for the first
 * @param sent members with the channels the message goes by
 * @param without members who have no channel: they get the paper
 * @param unchanged whether they had all been told already
 */
public record Invited(Meeting meeting, int sequence, List<MemberId> sent, List<MemberId> without, boolean unchanged) {}
