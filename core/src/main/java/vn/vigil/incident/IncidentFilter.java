package vn.vigil.incident;

import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.text.Viet;

/**
 * Which incidents; what is null matters not.
 *
 * @param open true: those that are open; false: those that are closed
 * @param kind word of a kind
 * @param within when it happened
 * @param camera that may have seen it
 * @param text found in number, title and place, with or without accents
 */
public record IncidentFilter(Boolean open, String kind, TimeSpan within, CameraId camera, String text) {
    public static final IncidentFilter ALL = new IncidentFilter(null, null, null, null, null);
    public static final IncidentFilter OPEN = new IncidentFilter(true, null, null, null, null);

    boolean matches(Incident i) {
        return (open == null || open == i.open())
                && (kind == null || kind.equals(i.kind().word()))
                && (within == null
                        || !i.told().happenedAt().isBefore(within.from())
                                && i.told().happenedAt().isBefore(within.to()))
                && (camera == null || i.told().cameras().contains(camera))
                && (text == null
                        || Viet.fold(i.id() + " " + i.told().title() + " "
                                        + i.told().place())
                                .contains(Viet.fold(text)));
    }
}
