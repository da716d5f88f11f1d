package vn.vigil.notify;

import vn.vigil.base.Deadline;

/** Carries messages of one channel. An attempt gives an outcome; it throws only for faults of the program. */
interface Messenger {
    Outcome send(OutboxEntry message, Deadline deadline);

    /** Tells one login from another without telling the secret; empty where there is no login. */
    String loginMark();
}
