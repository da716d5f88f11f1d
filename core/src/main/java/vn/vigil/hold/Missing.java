package vn.vigil.hold;

import vn.vigil.base.TimeSpan;

/** A part of the held span that is not on our disk, site time, and why. */
public record Missing(TimeSpan span, HoldReason why) {}
