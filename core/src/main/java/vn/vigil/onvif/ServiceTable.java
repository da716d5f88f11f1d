package vn.vigil.onvif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;
import vn.vigil.xml.Xml;

/** Asks a device which services it has and where. */
final class ServiceTable {
    private static final int LIMIT = 64;

    /** Where GetCapabilities keeps the addresses of the services that we speak. */
    private static final Map<String, List<String>> IN_CAPABILITIES = Map.of(
            OnvifNames.MEDIA1, List.of("Capabilities", "Media", "XAddr"),
            OnvifNames.MEDIA2, List.of("Capabilities", "Extension", "Media2", "XAddr"),
            OnvifNames.SEARCH, List.of("Capabilities", "Extension", "Search", "XAddr"),
            OnvifNames.REPLAY, List.of("Capabilities", "Extension", "Replay", "XAddr"));

    private ServiceTable() {}

    /** GetServices, and GetCapabilities from devices that do not know it. Addresses that must not be used are left out. */
    static List<OnvifService> ask(SoapChannel channel, String devicePath, Endpoint device, Deadline deadline)
            throws OnvifException {
        OnvifException.Step step = OnvifException.Step.SERVICES;
        Map<String, String> sent = new LinkedHashMap<>();
        try {
            Xml answer = channel.call(
                    step,
                    devicePath,
                    OnvifNames.DEVICE,
                    "GetServices",
                    "<IncludeCapability>false</IncludeCapability>",
                    deadline);
            for (Xml service : answer.all("Service")) {
                if (sent.size() < LIMIT) {
                    sent.putIfAbsent(service.word("Namespace"), text(service.at("XAddr")));
                }
            }
        } catch (OnvifException e) {
            if (!isAnswer(e)) {
                throw e;
            }
        }
        if (sent.isEmpty()) {
            Xml answer = channel.call(
                    step, devicePath, OnvifNames.DEVICE, "GetCapabilities", "<Category>All</Category>", deadline);
            IN_CAPABILITIES.forEach((namespace, path) -> {
                String address = text(answer.at(path.toArray(new String[0])));
                if (!address.isEmpty()) {
                    sent.put(namespace, address);
                }
            });
        }
        List<OnvifService> services = new ArrayList<>();
        for (Map.Entry<String, String> one : sent.entrySet()) {
            try {
                services.add(new OnvifService(one.getKey(), DeviceAddress.http(one.getValue(), device)));
            } catch (NetException e) {
                // A service that gives a forbidden address is a service we do not have.
            }
        }
        return services;
    }

    /** True for a failure after which another call has a chance: the device answered, and not about the login. */
    static boolean isAnswer(OnvifException e) {
        return switch (e.reason()) {
            case FAULT, UNSUPPORTED, PROTOCOL, NOT_ONVIF -> true;
            case UNREACHABLE, TIMEOUT, LOGIN_REFUSED, LOCKED, CLOCK_SKEW_SUSPECTED, TOO_LARGE -> false;
        };
    }

    static String text(Xml element) {
        return element == null ? "" : element.text();
    }
}
