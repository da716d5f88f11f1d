package vn.vigil.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.net.Ipv4Range;
import vn.vigil.net.NetException;
import vn.vigil.net.NetInterface;

/** From what a person asked for to where a search will look; sends nothing. */
final class DiscoveryPlanner {
    /** Web pages and ONVIF, RTSP, Hikvision, Dahua, RTSP again, Xiongmai. */
    static final List<Integer> PORTS = List.of(80, 554, 8000, 8554, 34567, 37777);

    private static final int LARGE = 4096;
    private static final int HUGE = 65_536;
    private static final Duration ANSWERS = Duration.ofSeconds(4);
    private static final Duration CONNECTION = Duration.ofSeconds(1);

    private DiscoveryPlanner() {}

    /**
     * @param interfaces of this machine
     * @throws VigilException USAGE, NOT_FOUND for an unknown interface, REFUSED for a range that wants confirmation
     */
    static DiscoveryPlan plan(DiscoveryRequest request, List<NetInterface> interfaces) {
        if (request.range() == null) {
            return multicast(request, interfaces);
        }
        if (request.onInterface() != null) {
            throw usage(DiscoveryText.TWO_PLACES.with());
        }
        Ipv4Range range = range(request.range());
        judge(range, request.confirmed());
        List<DiscoveryPlan.Network> networks = new ArrayList<>();
        for (NetInterface one : interfaces) {
            if (one.range().overlaps(range)) {
                networks.add(network(one));
            }
        }
        Duration wait = request.answer() == null ? CONNECTION : request.answer();
        return new DiscoveryPlan(networks, range.toString(), (int) range.size(), PORTS, wait);
    }

    private static DiscoveryPlan multicast(DiscoveryRequest request, List<NetInterface> interfaces) {
        List<DiscoveryPlan.Network> networks = new ArrayList<>();
        for (NetInterface one : NetInterface.chosen(interfaces, request.onInterface())) {
            networks.add(network(one));
        }
        if (networks.isEmpty() && request.onInterface() != null) {
            StringBuilder known = new StringBuilder();
            for (NetInterface one : interfaces) {
                known.append(known.length() == 0 ? "" : ", ")
                        .append(one.name())
                        .append(" (")
                        .append(one.address())
                        .append(')');
            }
            throw new VigilException(
                            ErrorKind.NOT_FOUND,
                            "VG-DISCOVER-INTERFACE",
                            DiscoveryText.UNKNOWN_INTERFACE.with(request.onInterface()))
                    .why(DiscoveryText.KNOWN_INTERFACES.with(known.toString()));
        }
        return new DiscoveryPlan(networks, null, 0, List.of(), request.answer() == null ? ANSWERS : request.answer());
    }

    static Ipv4Range range(String text) {
        try {
            return Ipv4Range.parse(text);
        } catch (NetException e) {
            throw usage(DiscoveryText.BAD_RANGE.with(text));
        }
    }

    private static void judge(Ipv4Range range, boolean confirmed) {
        if (range.size() > HUGE) {
            throw usage(DiscoveryText.HUGE_RANGE.with(range.toString(), range.size(), HUGE));
        }
        if (!range.usable()) {
            throw usage(DiscoveryText.FORBIDDEN_RANGE.with(range.toString()));
        }
        if (confirmed) {
            return;
        }
        Message why = range.size() > LARGE
                ? DiscoveryText.LARGE_RANGE.with(range.toString(), range.size(), LARGE)
                : range.isPrivate() ? null : DiscoveryText.PUBLIC_RANGE.with(range.toString());
        if (why != null) {
            throw new VigilException(ErrorKind.REFUSED, "VG-DISCOVER-CONFIRM", DiscoveryText.CANNOT_SEARCH.with())
                    .why(why)
                    .next(DiscoveryText.NEXT_CONFIRM.with());
        }
    }

    private static DiscoveryPlan.Network network(NetInterface one) {
        return new DiscoveryPlan.Network(one.name(), one.address(), one.range().toString());
    }

    private static VigilException usage(Message why) {
        return new VigilException(ErrorKind.USAGE, "VG-DISCOVER-RANGE", DiscoveryText.CANNOT_SEARCH.with()).why(why);
    }
}
