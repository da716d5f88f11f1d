package vn.vigil.net;

import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An IPv4 address of an interface of this machine that is up.
 *
 * @param name as the system calls it, {@code eth0}
 * @param address dotted
 * @param range the network it is directly on
 * @param multicast whether it carries multicast
 * @param loopback whether it leads nowhere but to this machine
 */
public record NetInterface(String name, String address, Ipv4Range range, boolean multicast, boolean loopback) {
    /** All of them in the system's order; empty when there is none, or the system will not tell. */
    public static List<NetInterface> all() {
        List<NetInterface> found = new ArrayList<>();
        try {
            for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!one.isUp()) {
                    continue;
                }
                for (InterfaceAddress a : one.getInterfaceAddresses()) {
                    if (a.getAddress() instanceof Inet4Address address) {
                        Ipv4Range range = Ipv4Range.around(address.getAddress(), a.getNetworkPrefixLength());
                        found.add(new NetInterface(
                                one.getName(),
                                address.getHostAddress(),
                                range,
                                one.supportsMulticast(),
                                one.isLoopback()));
                    }
                }
            }
        } catch (SocketException e) {
            return found;
        }
        return found;
    }

    /**
     * Those a person means by a name or an address, or by null: every one that carries multicast to others. Of several addresses
     * in one network the first.
     */
    public static List<NetInterface> chosen(List<NetInterface> all, String nameOrAddress) {
        List<NetInterface> chosen = new ArrayList<>();
        for (NetInterface one : all) {
            boolean meant = nameOrAddress == null
                    ? one.multicast() && !one.loopback()
                    : one.name().equals(nameOrAddress) || one.address().equals(nameOrAddress);
            boolean again = chosen.stream()
                    .anyMatch(c -> c.name().equals(one.name()) && c.range().equals(one.range()));
            if (meant && !again) {
                chosen.add(one);
            }
        }
        return chosen;
    }
}
