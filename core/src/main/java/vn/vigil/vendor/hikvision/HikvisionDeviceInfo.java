package vn.vigil.vendor.hikvision;

/**
 * What a device says it is. Every text is the device's own, at most 256 characters, not neutralised; empty when not told.
 *
 * @param type {@code IPCamera}, {@code NVR}, {@code DVR}, {@code hybirdNVR} (so spelt), …
 * @param firmware version with its build, e.g. {@code V5.6.3 build 190923}
 * @param firmwareDate its release, e.g. {@code build 190923}
 * @param channels video channels it tells of, 0 when it tells none
 */
public record HikvisionDeviceInfo(
        String name,
        String model,
        String serial,
        String firmware,
        String firmwareDate,
        String mac,
        String type,
        int channels) {}
