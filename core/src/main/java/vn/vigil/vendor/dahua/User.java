package vn.vigil.vendor.dahua;

/**
 * An account on a device.
 *
 * @param group {@code admin}, {@code user} or what the device calls it; or empty
 */
public record User(String name, String group) {}
