package vn.vigil.notify;

import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import vn.vigil.net.LentSockets;

/** Angus's SMTP, which tells the server our address instead of asking the resolver for this machine's name. */
final class MailTransport extends SMTPTransport {
    private final LentSockets sockets;

    MailTransport(Session session, LentSockets sockets) {
        super(session, null);
        this.sockets = sockets;
    }

    @Override
    public synchronized String getLocalHost() {
        return sockets.localLiteral();
    }
}
