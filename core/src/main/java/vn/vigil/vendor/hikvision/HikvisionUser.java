package vn.vigil.vendor.hikvision;

/**
 * An account on the device; passwords are never read. Texts are the device's own, not neutralised.
 *
 * @param level {@code Administrator}, {@code Operator}, {@code Viewer}, …
 */
public record HikvisionUser(int id, String name, String level) {}
