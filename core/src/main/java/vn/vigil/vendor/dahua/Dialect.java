package vn.vigil.vendor.dahua;

/**
 * What was found out about the way in which one device means its own protocol. Kept by the caller as text and handed back
 * through {@link DahuaOptions#withDialect}, so that it is found out once. To be dropped when the firmware changes: a search
 * that counts channels wrongly finds nothing or another camera.
 *
 * @param search how the search for files counts channels
 */
public record Dialect(Channels search) {
    /** Nothing found out yet. */
    public static final Dialect UNKNOWN = new Dialect(Channels.UNKNOWN);

    private static final String KEY = "search-channels=";

    /** The number of the first channel in {@code condition.Channel}. */
    public enum Channels {
        FROM_ZERO,
        FROM_ONE,
        UNKNOWN;

        /** @param channel from 1, as in addresses of streams */
        int number(int channel) {
            return this == FROM_ONE ? channel : channel - 1;
        }
    }

    /** Reads {@link #text()} back; text that is none is {@link #UNKNOWN}. */
    public static Dialect parse(String text) {
        for (Channels one : Channels.values()) {
            if (text.strip().equals(new Dialect(one).text())) {
                return new Dialect(one);
            }
        }
        return UNKNOWN;
    }

    /** {@code search-channels=0}, {@code search-channels=1} or {@code search-channels=?}. */
    public String text() {
        return KEY
                + switch (search) {
                    case FROM_ZERO -> "0";
                    case FROM_ONE -> "1";
                    case UNKNOWN -> "?";
                };
    }
}
