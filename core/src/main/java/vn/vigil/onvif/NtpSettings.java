package vn.vigil.onvif;

import java.util.List;

/**
 * By which time servers a device goes (GetNTP).
 *
 * @param fromDhcp the servers come from DHCP
 * @param servers names or addresses, as the device wrote them, at most 8, not neutralised
 */
public record NtpSettings(boolean fromDhcp, List<String> servers) {
    public NtpSettings {
        servers = List.copyOf(servers);
    }
}
