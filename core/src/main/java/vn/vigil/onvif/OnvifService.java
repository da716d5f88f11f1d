package vn.vigil.onvif;

/**
 * One service of a device.
 *
 * @param namespace which service it is, see {@link OnvifNames}
 * @param address where it answers
 */
public record OnvifService(String namespace, DeviceAddress address) {}
