package vn.vigil.vendor.dahua;

/**
 * One medium that a device records on.
 *
 * @param name {@code /dev/sda} or the like
 * @param state the device's own word: {@code Success}, {@code Running}, {@code Active}, {@code Error}, …
 * @param error a partition of it reports an error
 * @param totalBytes over its partitions, −1 when not told. Some firmware counts other units than bytes and does not say so
 * @param freeBytes −1 when not told. Recorders write in a circle: a full disk is no fault
 */
public record Disk(String name, String state, boolean error, long totalBytes, long freeBytes) {}
