package vn.vigil.notify;

import java.nio.file.Path;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.NetException;
import vn.vigil.net.TlsTrust;

/**
 * Where events are posted.
 *
 * @param url {@code https://…}, or {@code http://…} when the administrator wrote that
 * @param trust whom TLS believes
 * @param secretFile holds the key of the signature; null: unsigned
 */
public record Webhook(String url, TlsTrust trust, Path secretFile) {
    /** @throws VigilException USAGE when the address cannot be used */
    public Webhook {
        CameraUrl parsed = parse(url);
        if (parsed == null || parsed.login() != null || AddressRules.refuses(parsed.host())) {
            throw new VigilException(ErrorKind.USAGE, "VG-NOTIFY-WEBHOOK", NotifyText.WEBHOOK_UNUSABLE.with())
                    .why(NotifyText.BAD_URL.with());
        }
    }

    CameraUrl address() {
        return parse(url);
    }

    private static CameraUrl parse(String url) {
        try {
            return CameraUrl.parse(url, "https", "http");
        } catch (NetException e) {
            return null;
        }
    }

    /** The host alone: paths of webhooks often are their password. */
    @Override
    public String toString() {
        return "Webhook[" + address().endpoint() + "]";
    }
}
