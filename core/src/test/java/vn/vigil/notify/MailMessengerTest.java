package vn.vigil.notify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.net.TlsTrust;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** What is said to mail servers, good and bad. */
class MailMessengerTest {
    private static final String CANARY = "Mật-khẩu \\\"%21<canary>";

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    private static OutboxEntry entry(String to, String subject, String body) {
        Instant time = Instant.parse("2026-03-02T07:05:00Z");
        OutboxMessage m = OutboxMessage.mail("alert/1", to, subject, body);
        return new OutboxEntry(
                17,
                m.key(),
                m.channel(),
                m.recipient(),
                m.subject(),
                m.body(),
                time,
                time,
                time,
                0,
                null,
                null,
                OutboxState.QUEUED,
                null,
                List.of());
    }

    private Outcome send(MailServer server, OutboxEntry entry) {
        return new MailMessenger(world, server).send(entry, Deadline.in(world, Duration.ofSeconds(5)));
    }

    private Outcome send(MailServer server) {
        return send(server, entry("an@example.vn", "gate-1 mất hình", "Xin chào"));
    }

    private static MailServer plain(SmtpServer server) {
        return new MailServer(
                "127.0.0.1", server.port(), MailSecurity.NONE, new TlsTrust.Authorities(), OutboxHouse.FROM, null);
    }

    private MailServer secure(SmtpServer server, MailSecurity security, String host, TlsTrust trust) {
        Path file = OutboxHouse.secretFile(folder, "mail.password", CANARY + "\n");
        return new MailServer(
                host, server.port(), security, trust, OutboxHouse.FROM, MailLogin.ofFile("trực ban", file));
    }

    private static String word(Outcome outcome) {
        return outcome.kind() + " "
                + (outcome.fault() == null ? "" : outcome.fault().word());
    }

    @Test
    void aVietnameseMailArrivesAsItWasWritten() throws Exception {
        String text = "Camera cổng Đông mất hình từ 14:05.\n.\nMột dòng bắt đầu bằng dấu chấm ở trên.\n";
        try (SmtpServer server = SmtpServer.plain()) {
            assertEquals(Outcome.SENT, send(plain(server), entry("an@example.vn", "Cổng Đông: mất hình ⚠", text)));
            String raw = server.mails.get(0);
            assertTrue(raw.chars().allMatch(c -> c < 127), raw);
            MimeMessage mail = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
            assertEquals("Cổng Đông: mất hình ⚠", mail.getSubject());
            assertEquals(text, mail.getContent().toString().replace("\r\n", "\n"));
            assertEquals("an@example.vn", mail.getAllRecipients()[0].toString());
            assertEquals(OutboxHouse.FROM, mail.getFrom()[0].toString());
            assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
            assertEquals("Mon, 2 Mar 2026 07:05:00 +0000", mail.getHeader("Date")[0]);
            assertTrue(mail.getMessageID().matches("<17\\.[0-9a-f]{20}@phuong\\.example\\.vn>"), mail.getMessageID());
            assertTrue(server.commands.contains("EHLO [127.0.0.1]"), server.commands.toString());
            assertTrue(server.commands.contains("MAIL FROM:<" + OutboxHouse.FROM + ">"), server.commands.toString());
        }
    }

    @Test
    void anInvitationArrivesAsOneAndWithItsFiles() throws Exception {
        byte[] ics = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] pdf = {'%', 'P', 'D', 'F', 0, (byte) 0xff, 13, 10};
        OutboxEntry entry = entry("an@example.vn", "Mời họp", "Kính mời\n")
                .with(List.of(
                        new Attachment("moi.ics", "text/calendar; method=REQUEST; charset=UTF-8", ics),
                        new Attachment("giấy mời\r\nBcc: x@y.vn.pdf", "application/pdf", pdf)));
        try (SmtpServer server = SmtpServer.plain()) {
            assertEquals(Outcome.SENT, send(plain(server), entry));
            String raw = server.mails.get(0);
            assertFalse(raw.contains("\nBcc:"), raw);
            MimeMessage mail = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
            MimeMultipart mixed = (MimeMultipart) mail.getContent();
            MimeMultipart readings = (MimeMultipart) mixed.getBodyPart(0).getContent();
            assertEquals(
                    "Kính mời", readings.getBodyPart(0).getContent().toString().strip());
            assertTrue(readings.getBodyPart(1).getContentType().startsWith("text/calendar; method=REQUEST"));
            assertArrayEquals(ics, mixed.getBodyPart(1).getInputStream().readAllBytes());
            assertEquals("attachment", mixed.getBodyPart(2).getDisposition());
            assertArrayEquals(pdf, mixed.getBodyPart(2).getInputStream().readAllBytes());
        }
    }

    @Test
    void nothingInSubjectOrTextBecomesAHeaderOrACommand() throws Exception {
        try (SmtpServer server = SmtpServer.plain()) {
            String evil = "x\r\nBcc: thief@example.com\r\n\r\nbody\u2028y\u202e\u001b[2J";
            assertEquals(
                    Outcome.SENT, send(plain(server), entry("an@example.vn", evil, "a\r\n.\r\nRCPT TO:<b@c.vn>\r\n")));
            String raw = server.mails.get(0);
            String head = raw.substring(0, raw.indexOf("\n\n"));
            assertFalse(head.contains("\nBcc"), head);
            assertEquals(
                    1,
                    server.commands.stream().filter(c -> c.startsWith("RCPT")).count());
            assertEquals(
                    1,
                    server.commands.stream().filter(c -> c.startsWith("DATA")).count());
        }
    }

    @Test
    void anAddressThatIsNoneIsNeverSaidToTheServer() throws Exception {
        try (SmtpServer server = SmtpServer.plain()) {
            for (String address : List.of(
                    "",
                    "an",
                    "an@",
                    "@example.vn",
                    "an@a@b.vn",
                    "an@example.vn>\r\nRCPT TO:<b@c.vn",
                    "an o@example.vn",
                    "An <an@example.vn>",
                    "ân@example.vn",
                    "an@exa_mple.vn",
                    "a..b@example.vn",
                    "an@[127.0.0.1]",
                    "\"a b\"@example.vn",
                    "an@-example.vn",
                    "an@example.vn,b@c.vn")) {
                assertEquals("NEVER bad-address", word(send(plain(server), entry(address, "s", "t"))), address);
            }
            assertEquals(List.of(), server.commands);
        }
        for (String good : List.of("an@example.vn", "to-dan-pho.3+camera@x.gov.vn", "root@localhost")) {
            assertTrue(MailAddress.isUsable(good), good);
        }
    }

    @Test
    void startTlsAndLoginAgainstAPinnedKey() throws Exception {
        TestKeys keys = new TestKeys();
        try (SmtpServer server = SmtpServer.starttls(keys.serverContext())) {
            TlsTrust pin = new TlsTrust.Pinned(keys.pin());
            assertEquals(Outcome.SENT, send(secure(server, MailSecurity.STARTTLS, "127.0.0.1", pin)));
            assertTrue(server.lastWasTls);
            assertEquals(List.of("\u0000trực ban\u0000" + CANARY), plainLogins(server));
        }
    }

    private static List<String> plainLogins(SmtpServer server) {
        return server.logins.stream()
                .map(l -> l.substring(Math.max(0, l.indexOf('\u0000'))))
                .toList();
    }

    @Test
    void tlsFromTheFirstByte() throws Exception {
        TestKeys keys = new TestKeys();
        try (SmtpServer server = SmtpServer.smtps(keys.serverContext())) {
            TlsTrust pin = new TlsTrust.Pinned(keys.pin());
            assertEquals(Outcome.SENT, send(secure(server, MailSecurity.SMTPS, "127.0.0.1", pin)));
            assertEquals(
                    "DOWN pin-changed",
                    word(send(secure(server, MailSecurity.SMTPS, "127.0.0.1", new TlsTrust.Pinned("0".repeat(64))))));
            assertEquals(1, server.mails.size());
        }
    }

    @Test
    void aKeyThatIsNotTrustedGetsNoPassword() throws Exception {
        TestKeys keys = new TestKeys();
        for (boolean atOnce : new boolean[] {false, true}) {
            try (SmtpServer server =
                    atOnce ? SmtpServer.smtps(keys.serverContext()) : SmtpServer.starttls(keys.serverContext())) {
                MailSecurity security = atOnce ? MailSecurity.SMTPS : MailSecurity.STARTTLS;
                TlsTrust authorities = new TlsTrust.Authorities();
                assertEquals("DOWN tls", word(send(secure(server, security, "localhost", authorities))));
                assertEquals(
                        "DOWN pin-changed",
                        word(send(secure(server, security, "localhost", new TlsTrust.Pinned("0".repeat(64))))));
                keys.trustedByTheRuntime(folder, () -> {
                    assertEquals(
                            "DOWN tls",
                            word(send(secure(server, security, "127.0.0.1", authorities))),
                            "the name is another one");
                    assertEquals(Outcome.SENT, send(secure(server, security, "localhost", authorities)));
                });
                assertEquals(1, server.logins.size(), "once, to the one that was trusted");
            }
        }
    }

    @Test
    void aServerThatHidesItsTlsGetsNeitherPasswordNorMail() throws Exception {
        TestKeys keys = new TestKeys();
        try (SmtpServer server = SmtpServer.starttls(keys.serverContext())) {
            MailServer mail = secure(server, MailSecurity.STARTTLS, "127.0.0.1", new TlsTrust.Pinned(keys.pin()));
            server.offersTls = false;
            assertEquals("DOWN no-starttls", word(send(mail)));
            server.offersTls = true;
            server.replies("STARTTLS", "454 not now");
            assertEquals("DOWN try-later 454", word(send(mail)));
            assertEquals(List.of(), server.logins);
            assertEquals(List.of(), server.mails);
        }
    }

    @Test
    void aPasswordNeverCrossesTheNetworkInTheClear() {
        VigilException e = assertThrows(
                VigilException.class,
                () -> new MailServer(
                        "mail.example.vn",
                        25,
                        MailSecurity.NONE,
                        new TlsTrust.Authorities(),
                        OutboxHouse.FROM,
                        MailLogin.ofFile("an", folder.resolve("p"))));
        assertEquals(ErrorKind.REFUSED, e.kind());
        assertEquals("VG-NOTIFY-PLAIN-LOGIN", e.id());
        assertThrows(
                VigilException.class,
                () -> new MailServer(
                        "mail.example.vn\r\n",
                        25,
                        MailSecurity.NONE,
                        new TlsTrust.Authorities(),
                        OutboxHouse.FROM,
                        null));
        assertThrows(
                VigilException.class,
                () -> new MailServer(
                        "mail.example.vn", 25, MailSecurity.NONE, new TlsTrust.Authorities(), "vigil\n@x.vn", null));
    }

    @Test
    void eachRefusalHasItsOwnConsequence() throws Exception {
        String[][] cases = {
            {"RCPT", "550 no such user", "NEVER recipient-refused 550"},
            {"RCPT", "552 full", "NEVER recipient-refused 552"},
            {"RCPT", "450 greylisted", "LATER try-later 450"},
            {"MAIL", "553 not your address", "LATER sender-refused 553"},
            {"MAIL", "451 busy", "LATER try-later 451"},
            {"DATA", "554 no", "NEVER message-refused 554"},
            {"END", "554 spam", "NEVER message-refused 554"},
            {"END", "452 disk full", "LATER try-later 452"},
            {"GREETING", "554 go away", "DOWN server-refused 554"},
            {"GREETING", "421 too busy", "DOWN try-later 421"},
            {"GREETING", "HTTP/1.1 400 Bad Request", "DOWN protocol"},
            {"GREETING", SmtpServer.DROP, "DOWN closed"},
            {"RCPT", SmtpServer.DROP, "DOWN closed"},
            {"END", SmtpServer.DROP, "DOWN closed"},
        };
        for (String[] c : cases) {
            try (SmtpServer server = SmtpServer.plain().replies(c[0], c[1])) {
                assertEquals(c[2], word(send(plain(server))), c[0] + " " + c[1]);
                assertEquals(List.of(), server.mails);
            }
        }
    }

    @Test
    void aServerThatHangsEndsAtTheDeadline() throws Exception {
        for (String step : List.of("GREETING", "EHLO", "RCPT", "END")) {
            try (SmtpServer server = SmtpServer.plain().replies(step, SmtpServer.HANG)) {
                Outcome outcome = new MailMessenger(world, plain(server))
                        .send(entry("an@example.vn", "s", "t"), Deadline.in(world, Duration.ofMillis(200)));
                assertEquals("DOWN timeout", word(outcome), step);
            }
        }
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            MailServer smtps = new MailServer(
                    "127.0.0.1", silent.getLocalPort(), MailSecurity.SMTPS, TlsTrust.anyKey(), OutboxHouse.FROM, null);
            Outcome outcome = new MailMessenger(world, smtps)
                    .send(entry("an@example.vn", "s", "t"), Deadline.in(world, Duration.ofMillis(200)));
            assertEquals("DOWN timeout", word(outcome), "a handshake that nobody answers");
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        try (SmtpServer server = SmtpServer.plain().replies("EHLO", "250-" + "x".repeat(2 << 20))) {
            assertEquals("DOWN protocol", word(send(plain(server))));
        }
    }

    /** Servers lock out who keeps trying: one refusal, then silence until a person has done something. */
    @Test
    void aRefusedLoginIsNotTriedAgainUntilItIsChanged() throws Exception {
        TestKeys keys = new TestKeys();
        try (SmtpServer server = SmtpServer.starttls(keys.serverContext()).replies("AUTH", "535 wrong");
                OutboxHouse house = new OutboxHouse(Databases.SQLITE, world, folder)) {
            house.mail = secure(server, MailSecurity.STARTTLS, "127.0.0.1", new TlsTrust.Pinned(keys.pin()));
            for (int i = 0; i < 3; i++) {
                house.put(OutboxMessage.mail("alert/" + i, "an@example.vn", "s", "t"));
            }
            for (int hour = 0; hour < 5; hour++) {
                house.deliver();
                world.pass(Duration.ofHours(1));
            }
            assertEquals(1, server.logins.size());
            assertEquals(Set.of(Channel.MAIL), house.outbox.status().stopped());
            assertEquals(3, house.outbox.status().queued());

            Path file = OutboxHouse.secretFile(folder, "mail.password", "the right one\n");
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-02T12:00:00Z")));
            server.behaves();
            house.reopen();
            assertEquals(new Delivery(false, 3, 0, 0), house.deliver());
            assertEquals(Set.of(), house.outbox.status().stopped());
        }
    }

    @Test
    void aTemporaryTroubleWithTheLoginStopsNothing() throws Exception {
        TestKeys keys = new TestKeys();
        try (SmtpServer server = SmtpServer.starttls(keys.serverContext()).replies("AUTH", "454 directory down")) {
            MailServer mail = secure(server, MailSecurity.STARTTLS, "127.0.0.1", new TlsTrust.Pinned(keys.pin()));
            assertEquals("DOWN try-later 454", word(send(mail)));
            server.replies("AUTH", SmtpServer.DROP);
            assertEquals("DOWN closed", word(send(mail)));
        }
    }

    @Test
    void aPasswordFileThatOthersCanReadIsNotUsed() throws Exception {
        TestKeys keys = new TestKeys();
        try (SmtpServer server = SmtpServer.starttls(keys.serverContext())) {
            MailServer mail = secure(server, MailSecurity.STARTTLS, "127.0.0.1", new TlsTrust.Pinned(keys.pin()));
            Files.setPosixFilePermissions(
                    folder.resolve("mail.password"),
                    java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            assertEquals("DOWN secret-unusable", word(send(mail)));
            assertEquals(List.of(), server.commands);
        }
    }

    @Test
    void thePasswordStandsNowhere() throws Exception {
        TestKeys keys = new TestKeys();
        String base64 = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
        try (SmtpServer server = SmtpServer.starttls(keys.serverContext())
                        .replies("AUTH", "535 you said " + CANARY + " " + base64);
                OutboxHouse house = new OutboxHouse(Databases.SQLITE, world, folder)) {
            house.mail = secure(server, MailSecurity.STARTTLS, "127.0.0.1", new TlsTrust.Pinned(keys.pin()));
            house.put(OutboxMessage.mail("alert/1", "an@example.vn", "s", "t"));
            StringBuilder seen = new StringBuilder();
            seen.append(house.deliver()).append(house.mail).append(house.mail.login());
            seen.append(house.only())
                    .append(house.outbox.status())
                    .append(house.only().fault().sentence());
            house.store.close();
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.endsWith("mail.password")) {
                        seen.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                    }
                }
            }
            String canary = "<canary>";
            assertTrue(server.logins.get(0).contains(canary), "it was really used");
            assertFalse(seen.toString().contains(canary));
            assertFalse(seen.toString().contains(base64));
            assertTrue(seen.toString().contains("login-refused 535"), "the rows were really looked at");
        }
    }
}
