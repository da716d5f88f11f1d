package vn.vigil.notify;

import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.net.AddressRules;
import vn.vigil.net.TlsTrust;

/**
 * Where mail is handed in.
 *
 * @param host name or address of the server
 * @param port 1–65535
 * @param trust whom TLS believes; without a pin, the server's name is checked too
 * @param from the address that mail comes from
 * @param login null: none is needed
 */
public record MailServer(String host, int port, MailSecurity security, TlsTrust trust, String from, MailLogin login) {
    /** @throws VigilException USAGE, REFUSED when the parts do not fit: a password never leaves this machine unprotected */
    public MailServer {
        Message fault = null;
        if (!MailAddress.isUsable(from)) {
            fault = NotifyText.BAD_FROM.with(Plain.line(from, 100));
        } else if (host.isEmpty()
                || !host.equals(Plain.line(host, 253))
                || port < 1
                || port > 65535
                || AddressRules.refuses(host)) {
            fault = NotifyText.BAD_HOST.with(Plain.line(host, 100));
        } else if (login != null && !login.user().equals(Plain.line(login.user(), 200))) {
            fault = NotifyText.BAD_USER.with();
        }
        if (fault != null) {
            throw new VigilException(ErrorKind.USAGE, "VG-NOTIFY-MAIL", NotifyText.MAIL_UNUSABLE.with()).why(fault);
        }
        if (login != null && security == MailSecurity.NONE && !isThisMachine(host)) {
            throw new VigilException(ErrorKind.REFUSED, "VG-NOTIFY-PLAIN-LOGIN", NotifyText.MAIL_UNUSABLE.with())
                    .why(NotifyText.PLAIN_LOGIN.with())
                    .next(NotifyText.PLAIN_LOGIN_NEXT.with());
        }
    }

    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("127.0.0.1") || host.equals("::1");
    }
}
