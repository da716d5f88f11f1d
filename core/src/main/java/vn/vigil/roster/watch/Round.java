package vn.vigil.roster.watch;

import java.time.Instant;
import vn.vigil.base.CameraId;
import vn.vigil.base.MemberId;

/**
 * A camera was looked at by the person on watch.
 *
 * @param id from 1
 * @param found what was found amiss; null: nothing
 */
public record Round(
        long id,
        CameraId camera,
        Instant at,
        MemberId member,
        String found,
        String note,
        Instant enteredAt,
        String enteredBy) {}
