package vn.vigil.roster.watch;

import java.util.List;
import vn.vigil.roster.plan.Duty;

/**
 * A member who is told of a duty.
 *
 * @param what what they are told
 * @param channels by which it goes: {@code mail}, {@code command}; empty when there is none for this person
 */
public record Reminder(Duty duty, Stand.Person person, What what, List<String> channels) {
    public Reminder {
        channels = List.copyOf(channels);
    }

    /** What somebody is told of a duty. */
    public enum What implements vn.vigil.base.MessageKey {
        /** It begins soon. */
        REMIND,
        /** It was somebody else's and is theirs now. */
        CHANGED,
        /** It was theirs and is somebody else's now. */
        RELEASE;

        @Override
        public String catalogue() {
            return "reminder";
        }
    }
}
