package vn.vigil.camera;

import java.time.Duration;
import vn.vigil.base.Codec;

/**
 * The measured facts of a received stream.
 *
 * @param codec what the video is coded in
 * @param width decoded width in pixels; 0 when nothing could be decoded
 * @param height decoded height in pixels; 0 when nothing could be decoded
 * @param framesPerSecond measured over the time watched; 0 while fewer than two pictures came
 * @param bitsPerSecond of video over the time watched; 0 while unknown
 * @param firstFrame from the connection's first packet out to the first key frame in
 * @param packets RTP packets of video received
 * @param lost RTP packets of video missing by their sequence numbers
 * @param luma mean brightness of the last decoded picture, 0–255; −1 when nothing was decoded
 */
public record PictureFacts(
        Codec codec,
        int width,
        int height,
        double framesPerSecond,
        long bitsPerSecond,
        Duration firstFrame,
        long packets,
        long lost,
        double luma) {
    /** Share of lost packets, 0–1. */
    public double loss() {
        return packets + lost == 0 ? 0 : (double) lost / (packets + lost);
    }
}
