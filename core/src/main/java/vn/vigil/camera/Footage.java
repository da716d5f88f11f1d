package vn.vigil.camera;

import java.util.List;
import vn.vigil.base.TimeSpan;

/**
 * What a recorder says it holds of an asked span. All times are camera time, as the device itself counts.
 *
 * @param source who said so
 * @param present what is recorded within the asked span, in order, not overlapping; empty also while not told
 * @param gaps what is missing within the asked span, in order; empty while not told
 */
public record Footage(Source source, List<TimeSpan> present, List<TimeSpan> gaps) {
    /** Where the answer comes from. */
    public enum Source {
        /** The device's recording search (ONVIF Profile G, or its maker's own), or the files in a recorder's folder. */
        RECORDER,
        /** Replay is possible, but nothing tells beforehand what is there: it shows when the replay runs. */
        NOT_TOLD,
        /** This camera has no recordings that vigil could reach. */
        NONE
    }

    public Footage {
        present = List.copyOf(present);
        gaps = List.copyOf(gaps);
    }
}
