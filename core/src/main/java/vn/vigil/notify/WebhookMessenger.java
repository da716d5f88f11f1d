package vn.vigil.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.vigil.base.Deadline;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Http;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.NetException;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretFile;

/**
 * Posts JSON. {@code X-Vigil-Message} holds the message's key, by which a receiver knows a second copy. With a secret,
 * {@code X-Vigil-Signature: t=SECONDS,v1=HEX} holds the HMAC-SHA-256 over {@code SECONDS.BODY}: a receiver that also looks at
 * the time refuses copies that somebody else sends later.
 */
final class WebhookMessenger implements Messenger {
    private static final int MAX_REPLY = 64 * 1024;

    private final World world;
    private final Webhook webhook;

    WebhookMessenger(World world, Webhook webhook) {
        this.world = world;
        this.webhook = webhook;
    }

    @Override
    public String loginMark() {
        return "";
    }

    @Override
    public Outcome send(OutboxEntry message, Deadline deadline) {
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("X-Vigil-Message", ascii(message.key()));
        if (webhook.secretFile() != null) {
            try (Secret secret = SecretFile.read(webhook.secretFile())) {
                headers.put("X-Vigil-Signature", signature(secret, world.now().getEpochSecond(), message.body()));
            } catch (VigilException e) {
                return Outcome.down(SendFault.SECRET_UNUSABLE);
            }
        }
        CameraUrl url = webhook.address();
        HttpRequest request = new HttpRequest("POST", url.target(), headers, body, MAX_REPLY);
        try {
            Http http = new Http(world, url.endpoint(), AddressRules.of(url.host()), webhook.trust(), null, false);
            HttpReply reply = http.sendWithoutLogin(request, deadline);
            if (reply.status() < 200 || reply.status() > 299) {
                // 5xx: the receiver is unwell; anything else may be about this one message.
                return reply.status() >= 500
                        ? Outcome.down(SendFault.HTTP_STATUS, reply.status())
                        : Outcome.later(SendFault.HTTP_STATUS, reply.status());
            }
            return isPage(reply.body()) ? Outcome.down(SendFault.WEB_PAGE) : Outcome.SENT;
        } catch (NetException e) {
            return Outcome.down(NetFaults.of(e));
        }
    }

    static String signature(Secret secret, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.text().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] over = (seconds + "." + body).getBytes(StandardCharsets.UTF_8);
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(over));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whether markup came back. The content type tells nothing: many a small receiver answers a bare {@code ok} as
     * {@code text/html}.
     */
    private static boolean isPage(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 256), StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "");
        return start.strip().startsWith("<");
    }

    /** A header's value carries ASCII alone; what is not is percent-escaped, as in an address. */
    private static String ascii(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7f && b != '%') {
                out.append((char) b);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }
}
