package vn.vigil.camera;

import vn.vigil.base.TimeSpan;

/** Where nothing is recorded, in site time, and why as far as the records say. */
public record Hole(TimeSpan span, HoleReason reason) {}
