package vn.vigil.onvif;

import java.time.Instant;

/**
 * What a device holds altogether. Times are the device's clock, UTC.
 *
 * @param from earliest data, null when not told
 * @param until latest data, null when not told
 * @param recordings number of recordings, 0 when not told
 */
public record RecordingSummary(Instant from, Instant until, int recordings) {}
