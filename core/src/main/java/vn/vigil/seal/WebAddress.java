package vn.vigil.seal;

import java.net.URI;
import java.util.Locale;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Http;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.NetException;
import vn.vigil.net.TlsTrust;

/** An {@code http} or {@code https} address without user info, taken apart. */
record WebAddress(Endpoint endpoint, String target) {
    /** Null for an address of another kind. */
    static WebAddress of(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("https");
        if (!tls && !scheme.equals("http") || address.getHost() == null || address.getRawUserInfo() != null) {
            return null;
        }
        String host = address.getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new WebAddress(
                new Endpoint(bare, address.getPort() > 0 ? address.getPort() : tls ? 443 : 80, tls),
                (address.getRawPath() == null ? "" : address.getRawPath())
                        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
    }

    HttpReply send(World world, HttpRequest request, Deadline deadline) throws NetException {
        AddressRules rules = AddressRules.of(endpoint.host());
        return new Http(world, endpoint, rules, new TlsTrust.Authorities(), null, false).send(request, deadline);
    }
}
