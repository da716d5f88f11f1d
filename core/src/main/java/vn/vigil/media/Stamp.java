package vn.vigil.media;

import java.time.Duration;

/** What is written into each picture of a copy. Called once a picture, by one thread. */
public interface Stamp {
    /**
     * Writing for one picture, to be laid at its lower edge.
     *
     * @param width of the picture in pixels
     * @param height of the picture
     * @param time since the clip's first picture
     */
    Ink of(int width, int height, Duration time);

    /**
     * Writing on a darkened band as wide as the picture.
     *
     * @param width of the band in pixels
     * @param height of the band
     * @param cover how much white covers each pixel, 0 to 255, row by row
     */
    record Ink(int width, int height, byte[] cover) {}
}
