package vn.vigil.vendor.hikvision;

/**
 * A disk or network store.
 *
 * @param id the device's number for it
 * @param name e.g. {@code hdd1}; may be empty
 * @param network whether it is a network store
 * @param status the device's word: {@code ok}, {@code unformatted}, {@code error}, {@code idle}, {@code mismatch}, {@code
 *     offline}, {@code smartFailed}, …; not neutralised
 * @param capacityMegabytes 0 when not told
 * @param freeMegabytes 0 on a full disk that overwrites its oldest footage, which is the usual state
 */
public record HikvisionDisk(
        String id, String name, boolean network, String status, long capacityMegabytes, long freeMegabytes) {
    /** Whether the device calls it usable. */
    public boolean usable() {
        return switch (status.toLowerCase(java.util.Locale.ROOT)) {
            case "ok", "normal", "idle", "online", "sleeping" -> true;
            default -> false;
        };
    }
}
