package vn.vigil.media;

/** From the first to the end of the last of some pictures, whatever order they come in; in ticks of 90 kHz. For one thread. */
public final class Extent {
    /** A picture is taken to last so long where it is the only one: 1/25 s. */
    private static final long USUAL_STEP = 3_600;

    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;
    private long count;

    /** One more picture. */
    public void add(long time) {
        least = Math.min(least, time);
        most = Math.max(most, time);
        count++;
    }

    /** Whether there was one. */
    public boolean begun() {
        return count > 0;
    }

    /** The time of the earliest; call it once there was one. */
    public long begin() {
        return least;
    }

    /** The time after the latest, if it lasts as long as the others do on average; call it once there was one. */
    public long end() {
        return most + (count < 2 ? USUAL_STEP : Math.max(1, (most - least) / (count - 1)));
    }
}
