package vn.vigil.base;

import java.time.Instant;

/**
 * One coded picture, or one packet's worth of audio, as the camera sent it. The bytes are not copied; nobody changes them.
 *
 * @param track index into the session's list of tracks
 * @param data video: its NAL units in order, each behind its length in 4 bytes, big end first (ISO 14496-15), parameter sets
 *     and SEI that came in the stream included; AAC: one raw frame; G.711: the samples
 * @param keyFrame video: decoding can start here (IDR, or an HEVC random access picture). Always true for audio
 * @param time presentation time in ticks of {@link TrackFormat#clockRate()}, unwrapped to 64 bits; only differences within
 *     one session mean something
 * @param cameraTime the camera's own wall clock for this unit (ONVIF replay extension, else RTCP sender report), or null
 *     while it is unknown
 * @param arrivedNanos when its last byte arrived, on {@link World#nanos()}
 * @param afterLoss packets were lost, or a hole was announced, between the unit before and this one
 */
public record AccessUnit(
        int track,
        byte[] data,
        boolean keyFrame,
        long time,
        Instant cameraTime,
        long arrivedNanos,
        boolean afterLoss) {}
