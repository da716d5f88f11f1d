/**
 * Coded pictures and sound: into files without re-encoding, back from disk for checking, out of the decoder for judging,
 * and drawn for the simulated site. The only package that touches FFmpeg (raw bindings of JavaCV). FFmpeg gets bytes and
 * callbacks from here and never opens a file, let alone an address, by itself. Loading its natives costs some 0.2 s once a
 * process: {@link vn.vigil.media.ParameterSets}, {@link vn.vigil.media.Luma} and {@link vn.vigil.media.LumaThumb} do without.
 */
package vn.vigil.media;
