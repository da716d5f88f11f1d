package vn.vigil.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import vn.vigil.base.Deadline;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.LentSockets;
import vn.vigil.net.NetException;
import vn.vigil.secret.Secret;

/**
 * Hands mail in by SMTP (RFC 5321), a connection a message. The protocol is Angus Mail's; sockets and TLS are {@code net}'s. This
 * class, {@link MailTransport} and {@link Letter} alone name classes of that library, so that it is loaded when a mail is sent
 * and not before.
 */
final class MailMessenger implements Messenger {
    private final World world;
    private final MailServer server;

    MailMessenger(World world, MailServer server) {
        this.world = world;
        this.server = server;
    }

    @Override
    public String loginMark() {
        return server.login() == null
                ? ""
                : server.host() + ":" + server.port() + " " + server.login().mark();
    }

    @Override
    public Outcome send(OutboxEntry message, Deadline deadline) {
        if (!MailAddress.isUsable(message.recipient())) {
            return Outcome.never(SendFault.BAD_ADDRESS, 0);
        }
        Endpoint endpoint = new Endpoint(server.host(), server.port(), server.security() == MailSecurity.SMTPS);
        LentSockets sockets;
        try {
            sockets = LentSockets.to(world, endpoint, AddressRules.of(server.host()), server.trust(), deadline);
        } catch (NetException e) {
            return Outcome.down(NetFaults.of(e));
        }
        if (server.login() == null) {
            return converse(message, sockets, null);
        }
        try (Secret password = server.login().password()) {
            return converse(message, sockets, password);
        } catch (VigilException e) {
            return Outcome.down(SendFault.SECRET_UNUSABLE);
        }
    }

    private Outcome converse(OutboxEntry message, LentSockets sockets, Secret password) {
        Session session = Session.getInstance(properties(sockets));
        SMTPTransport transport = new MailTransport(session, sockets);
        try {
            try {
                transport.connect(
                        sockets.address(),
                        server.port(),
                        password == null ? null : server.login().user(),
                        password == null ? null : password.text());
            } catch (AuthenticationFailedException e) {
                return refusedLogin(e, transport, sockets);
            } catch (MessagingException e) {
                return notConnected(e, transport, sockets);
            }
            Letter letter = new Letter(session, message, server.from());
            transport.sendMessage(letter, letter.getAllRecipients());
            return Outcome.SENT;
        } catch (MessagingException e) {
            return notTaken(e, transport, sockets);
        } finally {
            close(transport);
        }
    }

    /** All that Angus reads, so that no property of the process decides. */
    private Properties properties(LentSockets sockets) {
        Properties p = new Properties();
        p.put("mail.smtp.socketFactory", sockets.connecting());
        p.setProperty("mail.smtp.socketFactory.fallback", "false");
        p.put("mail.smtp.ssl.socketFactory", sockets.securing());
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean starttls = server.security() == MailSecurity.STARTTLS;
        p.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        p.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        p.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        p.setProperty("mail.smtp.from", server.from());
        p.setProperty("mail.smtp.quitwait", "false");
        return p;
    }

    /** Only 5xx is a verdict about the password (RFC 4954 §6). */
    private static Outcome refusedLogin(AuthenticationFailedException e, SMTPTransport transport, LentSockets sockets) {
        int code = transport.getLastReturnCode();
        NetException network = sockets.explain(e);
        if (network != null) {
            return Outcome.down(NetFaults.of(network));
        }
        if (code >= 500) {
            return new Outcome(Outcome.Kind.LOGIN_REFUSED, new Fault(SendFault.LOGIN_REFUSED, code));
        }
        return code >= 400 ? Outcome.down(SendFault.TRY_LATER, code) : Outcome.down(noCode(transport));
    }

    /** Angus gives no code both where nothing more came, which it words {@code [EOF]}, and where what came is no reply. */
    private static SendFault noCode(SMTPTransport transport) {
        return "[EOF]".equals(transport.getLastServerResponse()) ? SendFault.CLOSED : SendFault.PROTOCOL;
    }

    private Outcome notConnected(MessagingException e, SMTPTransport transport, LentSockets sockets) {
        int code = transport.getLastReturnCode();
        NetException network = sockets.explain(e);
        if (network != null) {
            return Outcome.down(NetFaults.of(network));
        }
        if (code >= 400 && code < 500) {
            return Outcome.down(SendFault.TRY_LATER, code);
        }
        if (code >= 500) {
            return Outcome.down(SendFault.SERVER_REFUSED, code);
        }
        // EHLO was answered well and yet there was no going on: TLS was not among what was offered.
        boolean noTls = code == 250 && server.security() == MailSecurity.STARTTLS;
        return Outcome.down(noTls ? SendFault.NO_STARTTLS : noCode(transport));
    }

    private static Outcome notTaken(MessagingException e, SMTPTransport transport, LentSockets sockets) {
        for (Exception x = e; x != null; x = x instanceof MessagingException m ? m.getNextException() : null) {
            if (x instanceof SMTPAddressFailedException refused) {
                return refused(SendFault.RECIPIENT_REFUSED, refused.getReturnCode(), true, transport);
            }
            if (x instanceof SMTPSendFailedException refused) {
                String command = String.valueOf(refused.getCommand());
                boolean sender = command.startsWith("MAIL");
                // Whom the server lets write as whom is a matter of settings: such a message can still be saved.
                SendFault what = sender ? SendFault.SENDER_REFUSED : SendFault.MESSAGE_REFUSED;
                return refused(what, refused.getReturnCode(), !sender, transport);
            }
        }
        NetException network = sockets.explain(e);
        return Outcome.down(network == null ? SendFault.PROTOCOL : NetFaults.of(network));
    }

    private static Outcome refused(SendFault what, int code, boolean forGood, SMTPTransport transport) {
        if (code == 421) { // the server closes the connection, whatever was asked (RFC 5321 §3.8)
            return Outcome.down(SendFault.TRY_LATER, code);
        }
        if (code < 400) {
            return Outcome.down(noCode(transport));
        }
        if (code < 500) {
            return Outcome.later(SendFault.TRY_LATER, code);
        }
        return forGood ? Outcome.never(what, code) : Outcome.later(what, code);
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The verdict has fallen; how the parting goes does not matter.
        }
    }
}
