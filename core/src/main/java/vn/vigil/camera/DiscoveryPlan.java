package vn.vigil.camera;

import java.time.Duration;
import java.util.List;

/**
 * Where exactly a search will look, before anything is sent.
 *
 * @param networks interfaces that are asked by multicast, or that lie in the range; may be empty
 * @param range the range that is knocked at, null when the search is by multicast
 * @param hosts addresses in the range; 0 without
 * @param ports tried at each of them; empty without
 * @param answer for answers, or for one connection
 */
public record DiscoveryPlan(List<Network> networks, String range, int hosts, List<Integer> ports, Duration answer) {
    /**
     * One interface of this machine.
     *
     * @param name {@code eth0}
     * @param address its own, dotted
     * @param range the network it is directly on
     */
    public record Network(String name, String address, String range) {}
}
