package vn.vigil.camera;

/**
 * What a device says of itself (ONVIF Core, GetDeviceInformation). Each field is null when not told. Text of a device is
 * data: views neutralise it before it reaches a terminal.
 */
public record DeviceFacts(String maker, String model, String firmware, String serial, String hardware) {
    /** Nothing known. */
    public static final DeviceFacts NONE = new DeviceFacts(null, null, null, null, null);

    public boolean known() {
        return maker != null || model != null || firmware != null || serial != null || hardware != null;
    }
}
