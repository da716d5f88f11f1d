package vn.vigil.vendor.hikvision;

import java.time.Duration;

/**
 * Limits of a conversation, and what is known of the device.
 *
 * @param callDeadline for one request and its whole answer
 * @param stepDeadline for one question with all its requests; a search with all its pages is one
 * @param maxBody bytes of one answer
 * @param clockSamples how often the clock is asked
 * @param clockSpacing pause between two of these questions; about a second divided by the samples, since whole seconds are told
 * @param rtspPort port for RTSP addresses when it is mapped, or 0: the one that the device gives, else 554
 * @param allowBasic whether HTTP Basic may be used without TLS, for cameras that know nothing better
 * @param dialect what was found out about the device before
 */
public record HikvisionOptions(
        Duration callDeadline,
        Duration stepDeadline,
        int maxBody,
        int clockSamples,
        Duration clockSpacing,
        int rtspPort,
        boolean allowBasic,
        Dialect dialect) {
    /** 8 s a call, 60 s a question, 4 MiB, four clock samples a quarter of a second apart, no Basic, nothing known. */
    public static final HikvisionOptions STANDARD = new HikvisionOptions(
            Duration.ofSeconds(8),
            Duration.ofSeconds(60),
            4 << 20,
            4,
            Duration.ofMillis(240),
            0,
            false,
            Dialect.UNKNOWN);

    public HikvisionOptions {
        if (clockSamples < 1 || clockSamples > 64 || maxBody < 1 || rtspPort < 0 || rtspPort > 65535) {
            throw new IllegalArgumentException("limits out of range");
        }
    }

    public HikvisionOptions withDeadlines(Duration call, Duration step) {
        return new HikvisionOptions(call, step, maxBody, clockSamples, clockSpacing, rtspPort, allowBasic, dialect);
    }

    public HikvisionOptions withClockSamples(int samples, Duration spacing) {
        return new HikvisionOptions(
                callDeadline, stepDeadline, maxBody, samples, spacing, rtspPort, allowBasic, dialect);
    }

    public HikvisionOptions withRtspPort(int port) {
        return new HikvisionOptions(
                callDeadline, stepDeadline, maxBody, clockSamples, clockSpacing, port, allowBasic, dialect);
    }

    public HikvisionOptions withBasicAllowed() {
        return new HikvisionOptions(
                callDeadline, stepDeadline, maxBody, clockSamples, clockSpacing, rtspPort, true, dialect);
    }

    public HikvisionOptions withDialect(Dialect known) {
        return new HikvisionOptions(
                callDeadline, stepDeadline, maxBody, clockSamples, clockSpacing, rtspPort, allowBasic, known);
    }
}
