package vn.vigil.onvif;

/**
 * Who may log in to a device (GetUsers).
 *
 * @param name at most 256 characters, not neutralised
 * @param level {@code Administrator}, {@code Operator}, {@code User}, {@code Anonymous} or what else the device sent
 */
public record OnvifUser(String name, String level) {}
