package vn.vigil.register;

/**
 * What became of a scan.
 *
 * @param scan as it stands now, or would stand after a dry run
 * @param changed false: it was registered already
 */
public record SavedScan(Scan scan, boolean changed) {}
