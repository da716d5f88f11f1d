package vn.vigil.camera;

import vn.vigil.base.MessageKey;

/** The sentences about searching a network for cameras. */
public enum DiscoveryText implements MessageKey {
    CANNOT_SEARCH,
    TWO_PLACES,
    UNKNOWN_INTERFACE,
    KNOWN_INTERFACES,
    BAD_RANGE,
    FORBIDDEN_RANGE,
    LARGE_RANGE,
    HUGE_RANGE,
    PUBLIC_RANGE,
    NEXT_CONFIRM,
    LISTENING,
    KNOCKING,

    WHY_NO_INTERFACE,
    WHY_NOT_SENT,
    WHY_NOTHING_ANSWERED,
    WHY_NO_CAMERA_PORT,
    WHY_OTHER_NETWORK,
    WHY_NOBODY_THERE,
    NEXT_INTERFACE,
    NEXT_FIREWALL,
    NEXT_RANGE,
    NEXT_ONVIF,
    NEXT_PORTS,
    NEXT_ROUTE,
    NEXT_POWER;

    @Override
    public String catalogue() {
        return "discovery";
    }
}
