package vn.vigil.onvif;

import vn.vigil.base.Codec;

/**
 * One media profile.
 *
 * @param token what the device calls it in requests
 * @param name what it calls it to people, at most 256 characters, not neutralised
 * @param codec the video codec; null when the profile has no video encoder, or (Media 1) does not tell
 * @param width in pixels, 0 when unknown
 * @param height in pixels, 0 when unknown
 * @param framesPerSecond the configured limit, 0 when unknown
 * @param kilobitsPerSecond the configured limit, 0 when unknown
 * @param keyFrameInterval in pictures, 0 when unknown
 * @param media2 true when it comes from Media 2
 */
public record MediaProfile(
        String token,
        String name,
        Codec codec,
        int width,
        int height,
        double framesPerSecond,
        int kilobitsPerSecond,
        int keyFrameInterval,
        boolean media2) {}
