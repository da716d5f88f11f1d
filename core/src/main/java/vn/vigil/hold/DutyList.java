package vn.vigil.hold;

import java.time.Instant;
import java.util.List;

/** Knows whom to wake for a release of footage; implemented above this room. */
public interface DutyList {
    /** Who may decide, first; then who leads the watch. */
    List<ToWake> toWake(Instant at);
}
