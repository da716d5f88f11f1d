package vn.vigil.onvif;

import java.time.Duration;

/**
 * Limits of a conversation.
 *
 * @param callDeadline for one request and its whole answer
 * @param stepDeadline for one step with all its requests; a search for recordings is one step
 * @param maxBody bytes of one answer
 * @param clockSamples how often the clock is asked
 * @param clockSpacing pause between two of these questions; about a second divided by the samples, since ONVIF tells whole
 *     seconds
 * @param devicePath where the device service lies on its host
 * @param rtspPort port for RTSP addresses when it is mapped, or 0: the one that the device gives
 * @param allowBasic whether HTTP Basic may be used without TLS, for cameras that know nothing better
 */
public record OnvifOptions(
        Duration callDeadline,
        Duration stepDeadline,
        int maxBody,
        int clockSamples,
        Duration clockSpacing,
        String devicePath,
        int rtspPort,
        boolean allowBasic) {
    /** 8 s a call, 30 s a step, 4 MiB, four clock samples a quarter of a second apart, no Basic. */
    public static final OnvifOptions STANDARD = new OnvifOptions(
            Duration.ofSeconds(8),
            Duration.ofSeconds(30),
            4 << 20,
            4,
            Duration.ofMillis(240),
            OnvifNames.DEVICE_PATH,
            0,
            false);

    public OnvifOptions {
        if (clockSamples < 1
                || clockSamples > 64
                || maxBody < 1
                || rtspPort < 0
                || rtspPort > 65535
                || !devicePath.startsWith("/")) {
            throw new IllegalArgumentException("limits out of range");
        }
    }

    public OnvifOptions withDeadlines(Duration call, Duration step) {
        return new OnvifOptions(call, step, maxBody, clockSamples, clockSpacing, devicePath, rtspPort, allowBasic);
    }

    public OnvifOptions withClockSamples(int samples, Duration spacing) {
        return new OnvifOptions(
                callDeadline, stepDeadline, maxBody, samples, spacing, devicePath, rtspPort, allowBasic);
    }

    public OnvifOptions withDevicePath(String path) {
        return new OnvifOptions(
                callDeadline, stepDeadline, maxBody, clockSamples, clockSpacing, path, rtspPort, allowBasic);
    }

    public OnvifOptions withRtspPort(int port) {
        return new OnvifOptions(
                callDeadline, stepDeadline, maxBody, clockSamples, clockSpacing, devicePath, port, allowBasic);
    }

    public OnvifOptions withBasicAllowed() {
        return new OnvifOptions(
                callDeadline, stepDeadline, maxBody, clockSamples, clockSpacing, devicePath, rtspPort, true);
    }
}
