package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A device that tells how near its lock is, is listened to. */
class LockHintTest {
    @Test
    void aLockOrFewAttemptsLeftStopEveryGuess() {
        assertTrue(LockHint.near("<userCheck><lockStatus>lock</lockStatus><unlockTime>1795</unlockTime></userCheck>"));
        assertTrue(LockHint.near("<lockStatus>unlock</lockStatus><retryLoginTime>2</retryLoginTime>"));
        assertTrue(LockHint.near("You still have 2 attempt(s)"));
    }

    @Test
    void enoughAttemptsOrNoWordOfThemAllowOne() {
        assertFalse(LockHint.near("<lockStatus>unlock</lockStatus><retryLoginTime>5</retryLoginTime>"));
        assertFalse(LockHint.near("You still have 5 attempt(s)"));
        assertFalse(LockHint.near(""));
        assertFalse(LockHint.near("<html>401 Unauthorized</html>"));
    }
}
