package vn.vigil.onvif;

import java.util.List;

/**
 * The profiles of a device, in its own order (the first is by custom the main stream).
 *
 * @param list at most {@link #LIMIT}
 * @param told how many the device listed
 */
public record MediaProfiles(List<MediaProfile> list, int told) {
    /** More profiles than this are left out. */
    public static final int LIMIT = 64;

    public MediaProfiles {
        list = List.copyOf(list);
    }
}
