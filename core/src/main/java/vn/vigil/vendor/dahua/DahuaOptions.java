package vn.vigil.vendor.dahua;

import java.time.Duration;

/**
 * Limits of a conversation.
 *
 * @param callDeadline for one request and its whole answer; downloads have their own
 * @param stepDeadline for one step with all its requests; a search is one step
 * @param maxBody bytes of one answer
 * @param maxItems entries of one list: files found, users
 * @param clockSamples how often the clock is asked
 * @param clockSpacing pause between two of these questions; about a second divided by the samples, since the device tells
 *     whole seconds
 * @param rtspPort where the device's RTSP is reached
 * @param allowBasic whether HTTP Basic may be used without TLS, for devices that know nothing better
 * @param zone the device's zone when it must not be asked (a login without the right to read its settings), or null: ask
 * @param dialect what is known of the device from before
 */
public record DahuaOptions(
        Duration callDeadline,
        Duration stepDeadline,
        int maxBody,
        int maxItems,
        int clockSamples,
        Duration clockSpacing,
        int rtspPort,
        boolean allowBasic,
        DahuaZone zone,
        Dialect dialect) {
    /** 8 s a call, 30 s a step, 1 MiB, 20,000 entries, four clock samples a quarter of a second apart, port 554, no Basic. */
    public static final DahuaOptions STANDARD = new DahuaOptions(
            Duration.ofSeconds(8),
            Duration.ofSeconds(30),
            1 << 20,
            20_000,
            4,
            Duration.ofMillis(240),
            554,
            false,
            null,
            Dialect.UNKNOWN);

    public DahuaOptions {
        if (clockSamples < 1 || clockSamples > 64 || maxBody < 1 || maxItems < 1 || rtspPort < 1 || rtspPort > 65535) {
            throw new IllegalArgumentException("limits out of range");
        }
    }

    public DahuaOptions withDeadlines(Duration call, Duration step) {
        return new DahuaOptions(
                call, step, maxBody, maxItems, clockSamples, clockSpacing, rtspPort, allowBasic, zone, dialect);
    }

    public DahuaOptions withLimits(int body, int items) {
        return new DahuaOptions(
                callDeadline,
                stepDeadline,
                body,
                items,
                clockSamples,
                clockSpacing,
                rtspPort,
                allowBasic,
                zone,
                dialect);
    }

    public DahuaOptions withClockSamples(int samples, Duration spacing) {
        return new DahuaOptions(
                callDeadline, stepDeadline, maxBody, maxItems, samples, spacing, rtspPort, allowBasic, zone, dialect);
    }

    public DahuaOptions withRtspPort(int port) {
        return new DahuaOptions(
                callDeadline,
                stepDeadline,
                maxBody,
                maxItems,
                clockSamples,
                clockSpacing,
                port,
                allowBasic,
                zone,
                dialect);
    }

    public DahuaOptions withBasicAllowed() {
        return new DahuaOptions(
                callDeadline,
                stepDeadline,
                maxBody,
                maxItems,
                clockSamples,
                clockSpacing,
                rtspPort,
                true,
                zone,
                dialect);
    }

    public DahuaOptions withZone(DahuaZone known) {
        return new DahuaOptions(
                callDeadline,
                stepDeadline,
                maxBody,
                maxItems,
                clockSamples,
                clockSpacing,
                rtspPort,
                allowBasic,
                known,
                dialect);
    }

    public DahuaOptions withDialect(Dialect known) {
        return new DahuaOptions(
                callDeadline,
                stepDeadline,
                maxBody,
                maxItems,
                clockSamples,
                clockSpacing,
                rtspPort,
                allowBasic,
                zone,
                known);
    }
}
