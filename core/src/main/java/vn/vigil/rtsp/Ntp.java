package vn.vigil.rtsp;

import java.time.Instant;

/** 64-bit NTP timestamps (RFC 5905 §6), as RTCP and ONVIF replay carry them. */
final class Ntp {
    private static final long UNIX_EPOCH = 2_208_988_800L;

    private Ntp() {}

    /** The instant, rounded to nanoseconds; seconds below 2³¹ are of the era that begins in 2036. */
    static Instant instant(long ntp) {
        long seconds = ntp >>> 32;
        if (seconds < 0x8000_0000L) {
            seconds += 1L << 32;
        }
        long nanos = (ntp & 0xffff_ffffL) * 1_000_000_000L + 0x8000_0000L >>> 32;
        return Instant.ofEpochSecond(seconds - UNIX_EPOCH, nanos);
    }
}
