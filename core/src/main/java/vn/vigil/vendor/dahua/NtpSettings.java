package vn.vigil.vendor.dahua;

/**
 * How a device sets its clock.
 *
 * @param server as set on the device, its own words; or empty
 */
public record NtpSettings(boolean enabled, String server) {}
