package vn.vigil.roster.paper;

import java.time.Instant;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SlotKey;

/** One thing that happened to a seat. */
sealed interface SeatChange {
    SlotKey slot();

    Instant at();

    /** The order of what happened at one moment. */
    int rank();

    /**
     * It was given to somebody else.
     *
     * @param number in the order of entering
     */
    record Given(SlotKey slot, Instant at, long number, MemberId before, MemberId after) implements SeatChange {
        @Override
        public int rank() {
            return 0;
        }
    }

    /** Somebody else was to stand a part of it. */
    record Stood(SlotKey slot, Instant at, long id, TimeSpan span, MemberId member) implements SeatChange {
        @Override
        public int rank() {
            return 1;
        }
    }

    /** That was taken back. */
    record TakenBack(SlotKey slot, Instant at, long id) implements SeatChange {
        @Override
        public int rank() {
            return 2;
        }
    }

    /** It was published as it was then. */
    record Published(SlotKey slot, Instant at, String publication, MemberId member) implements SeatChange {
        @Override
        public int rank() {
            return 3;
        }
    }
}
