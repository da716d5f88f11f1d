package vn.vigil.notify;

import vn.vigil.net.NetException;

/** What a failed connection is called here. */
final class NetFaults {
    private NetFaults() {}

    static SendFault of(NetException e) {
        return switch (e.cause()) {
            case UNRESOLVED, FORBIDDEN_ADDRESS -> SendFault.UNRESOLVED;
            case UNREACHABLE, CONNECTION_REFUSED -> SendFault.UNREACHABLE;
            case TIMEOUT -> SendFault.TIMEOUT;
            case TLS -> SendFault.TLS;
            case PIN_CHANGED -> SendFault.PIN_CHANGED;
            case CLOSED -> SendFault.CLOSED;
            case TOO_LARGE, PROTOCOL, BAD_URL -> SendFault.PROTOCOL;
        };
    }
}
