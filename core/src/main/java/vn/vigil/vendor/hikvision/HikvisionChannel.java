package vn.vigil.vendor.hikvision;

/**
 * A camera on a recorder, as the recorder sees it. Texts are the device's own, not neutralised.
 *
 * @param id channel number on the recorder; its main stream's track is {@code id * 100 + 1}
 * @param address where the recorder finds the camera; data, never contacted because it stands here
 * @param protocol how it speaks to it, e.g. {@code HIKVISION}, {@code ONVIF}
 * @param online whether the recorder has it
 * @param detail why not, in the recorder's word ({@code connect}, {@code netUnreachable}, {@code passwordError}, …); or empty
 */
public record HikvisionChannel(int id, String address, String protocol, boolean online, String detail) {}
