/**
 * A client for the CGI of Dahua and the brands that build on its firmware (Amcrest, IMOU, Intelbras, CP Plus): who the device
 * is, its clock, disks and users, what it recorded and the files themselves. Written after the vendor's HTTP API guides and
 * field reports; no such device was at hand. What a device sends is treated as hostile: bounded, and no address of its own is
 * ever used. {@link vn.vigil.vendor.dahua.DahuaDevice} is the way in.
 */
package vn.vigil.vendor.dahua;
