package vn.vigil.camera;

/**
 * Who may log in to a device.
 *
 * @param name the device's own text, not neutralised
 * @param level the device's own word for what they may do
 */
public record Account(String name, String level) {}
