package vn.vigil.sim;

import java.net.URI;

/**
 * Where a simulated camera speaks its vendor's own protocol, without user info.
 *
 * @param http a first question: what device it is
 * @param live the main stream
 * @param playback the recording, without the span that a reader adds
 */
public record VendorAddresses(URI http, URI live, URI playback) {}
