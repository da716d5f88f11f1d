package vn.vigil.camera;

import java.util.List;
import java.util.Locale;
import vn.vigil.base.Message;

/** Why a search found nothing, as far as this machine can tell. */
public enum NothingFound {
    /** No interface is up that carries multicast. */
    NO_INTERFACE,
    /** The system let no question out: a firewall of this machine, or no route. */
    NOT_SENT,
    /** The questions went out, nobody answered. */
    NOTHING_ANSWERED,
    /** Hosts are there, but none of the ports of cameras is open. */
    NO_CAMERA_PORT,
    /** Nobody is there, and no interface of this machine is on that network. */
    OTHER_NETWORK,
    /** Nobody is there, on a network that this machine is on. */
    NOBODY_THERE;

    /** {@code "nothing-answered"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason in words. */
    public Message why() {
        return switch (this) {
            case NO_INTERFACE -> DiscoveryText.WHY_NO_INTERFACE.with();
            case NOT_SENT -> DiscoveryText.WHY_NOT_SENT.with();
            case NOTHING_ANSWERED -> DiscoveryText.WHY_NOTHING_ANSWERED.with();
            case NO_CAMERA_PORT -> DiscoveryText.WHY_NO_CAMERA_PORT.with();
            case OTHER_NETWORK -> DiscoveryText.WHY_OTHER_NETWORK.with();
            case NOBODY_THERE -> DiscoveryText.WHY_NOBODY_THERE.with();
        };
    }

    /** What a person can do about it, in order. */
    public List<Message> next() {
        return switch (this) {
            case NO_INTERFACE -> List.of(DiscoveryText.NEXT_INTERFACE.with());
            case NOT_SENT -> List.of(DiscoveryText.NEXT_FIREWALL.with(), DiscoveryText.NEXT_RANGE.with());
            case NOTHING_ANSWERED -> List.of(DiscoveryText.NEXT_RANGE.with(), DiscoveryText.NEXT_ONVIF.with());
            case NO_CAMERA_PORT -> List.of(DiscoveryText.NEXT_PORTS.with());
            case OTHER_NETWORK -> List.of(DiscoveryText.NEXT_ROUTE.with());
            case NOBODY_THERE -> List.of(DiscoveryText.NEXT_POWER.with());
        };
    }
}
