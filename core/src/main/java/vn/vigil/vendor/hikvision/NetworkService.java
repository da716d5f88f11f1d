package vn.vigil.vendor.hikvision;

/** Services of the device that an audit wants to find off. */
public enum NetworkService {
    TELNET("/ISAPI/System/Network/telnetd"),
    SSH("/ISAPI/System/Network/ssh"),
    UPNP("/ISAPI/System/Network/UPnP");

    final String path;

    NetworkService(String path) {
        this.path = path;
    }
}
