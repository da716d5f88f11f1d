package vn.vigil.camera;

import java.util.List;
import vn.vigil.base.CameraId;

/**
 * Something that may be a camera. All but the address is the answerer's word, which anybody on the network can give; nobody was
 * contacted because of it. Texts are not neutralised.
 *
 * @param address dotted; where the answer came from, or where a port is open
 * @param name by its own account; empty when it gave none or was not asked, likewise the next two
 * @param profiles of ONVIF, by its own account
 * @param ports that took a connection; empty when none was tried
 * @param xaddr its ONVIF service by its own account, {@code http://host:port/path}; null without
 * @param onvif {@code host[:port]} of it, as {@code camera add} takes it; null without, or at a foreign host
 * @param foreign whether {@code xaddr} is at another host than the answer came from
 * @param cameras of the inventory at this address; cameras kept there by host name are not recognised, since no name is
 *     resolved
 */
public record Discovered(
        String address,
        String name,
        String hardware,
        String location,
        List<String> profiles,
        List<Integer> ports,
        String xaddr,
        String onvif,
        boolean foreign,
        List<CameraId> cameras) {}
