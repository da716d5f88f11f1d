package vn.vigil.camera;

import vn.vigil.base.VigilException;

/**
 * What came of asking one camera for its clock.
 *
 * @param tells whether anything at this camera tells the time without a stream; false: nobody was contacted
 * @param facts what it told, {@link ClockFacts#NONE} when nothing
 * @param failure why it did not answer, or null
 */
public record ClockAsked(Camera camera, boolean tells, ClockFacts facts, VigilException failure) {}
