/**
 * Hikvision's ISAPI, as its cameras and recorders, and those sold under other names, speak it:
 * {@link vn.vigil.vendor.hikvision.HikvisionDevice} is the way in.
 *
 * <p>Sources: Hikvision's "Intelligent Security API" guides, and the field reports named at each quirk. Devices contradict each
 * other, so what differs is found out and kept in a {@link vn.vigil.vendor.hikvision.Dialect}.
 */
package vn.vigil.vendor.hikvision;
