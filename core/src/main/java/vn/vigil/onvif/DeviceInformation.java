package vn.vigil.onvif;

/** What a device says it is. Each text is at most 256 characters, not neutralised, and empty when the device left it out. */
public record DeviceInformation(String manufacturer, String model, String firmware, String serial, String hardware) {}
