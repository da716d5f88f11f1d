package vn.vigil.camera;

import java.time.Duration;

/**
 * Where to look for cameras.
 *
 * @param onInterface an interface's name or address; null for every one that carries multicast
 * @param range IPv4 addresses to knock at, {@code 192.168.1.0/24}; null to ask by multicast. Not together with an interface
 * @param answer how long answers are awaited, or one connection; null for the usual
 * @param confirmed whether the person has agreed to a large range, or to one of public addresses
 */
public record DiscoveryRequest(String onInterface, String range, Duration answer, boolean confirmed) {}
