package vn.vigil.media;

import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;

/**
 * A stretch of drawn and encoded pictures that may be looped: it begins with a key frame and none refers outside.
 *
 * @param format the track, parameter sets included
 * @param units in decoding = presentation order, times from 0, track 0, no camera time
 * @param ticks length of one turn in ticks of the track's clock (90 kHz)
 */
public record Scene(TrackFormat format, List<AccessUnit> units, long ticks) {}
