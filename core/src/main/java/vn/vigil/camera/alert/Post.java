package vn.vigil.camera.alert;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.vigil.store.Tx;

/** What carries messages out of the house. It decides by which channels a message goes. */
public interface Post {
    /** Takes a message in the transaction of what it tells, so that both are there or neither. A known key changes nothing. */
    void put(Tx tx, PostedMessage message) throws SQLException;

    /** When the oldest message that still waits was put; null when none does. */
    Instant oldestWaiting(Tx tx) throws SQLException;

    /** Tries those of these messages that still wait, now; not inside a transaction. One answer a message and channel. */
    List<Delivery> deliver(Set<String> keys);
}
