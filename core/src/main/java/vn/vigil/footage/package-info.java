/**
 * Footage being taken: what a camera will be asked for, its pictures into files that nobody re-encoded, each measured from disk.
 * Whoever keeps footage (holds, extractions) takes it here.
 */
package vn.vigil.footage;
