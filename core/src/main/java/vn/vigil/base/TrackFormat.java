package vn.vigil.base;

import java.util.List;

/**
 * How one track of a camera is coded. The byte arrays are not copied; nobody changes them.
 *
 * @param codec what it is coded in
 * @param clockRate ticks a second of {@link AccessUnit#time()}: 90000 for video, the sampling rate for audio
 * @param channels audio channels, 0 for video
 * @param parameterSets H.264: SPS then PPS; H.265: VPS, SPS, PPS; each one NAL unit without start code or length. AAC: one
 *     entry, the AudioSpecificConfig (ISO 14496-3 §1.6.2.1). G.711: empty. Empty for video too while they are not known
 */
public record TrackFormat(Codec codec, int clockRate, int channels, List<byte[]> parameterSets) {
    public TrackFormat {
        parameterSets = List.copyOf(parameterSets);
    }
}
