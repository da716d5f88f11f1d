package vn.vigil.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.net.TlsTrust;
import vn.vigil.notify.MailSecurity;
import vn.vigil.notify.MailServer;
import vn.vigil.secret.Vault;
import vn.vigil.testkit.TestWorld;

class ConfiguredTargetsTest {
    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    private ConfiguredTargets targets() {
        Home home = Home.of(world, folder);
        Config config = Config.load(world, home, null);
        return new ConfiguredTargets(config, new Vault(home, config, world));
    }

    @Test
    void whatIsNotSetLeadsNowhere() {
        assertNull(targets().mail());
        assertNull(targets().webhook());
        assertNull(targets().command());
    }

    @Test
    void tlsIsAskedForAndAuthoritiesAreBelievedUnlessTheSiteSaysOtherwise() {
        world.environment("VIGIL_MAIL_HOST", "mail.example.vn").environment("VIGIL_MAIL_FROM", "vigil@example.vn");
        MailServer mail = targets().mail();
        assertEquals(
                new MailServer(
                        "mail.example.vn",
                        587,
                        MailSecurity.STARTTLS,
                        new TlsTrust.Authorities(),
                        "vigil@example.vn",
                        null),
                mail);
        world.environment("VIGIL_MAIL_TLS", "smtps")
                .environment("VIGIL_MAIL_PIN", "ab".repeat(32))
                .environment("VIGIL_MAIL_USER", "vigil");
        mail = targets().mail();
        assertEquals(465, mail.port());
        assertEquals(new TlsTrust.Pinned("ab".repeat(32)), mail.trust());
        assertEquals("MailLogin[vigil]", mail.login().toString());
    }

    @Test
    void webhookAndCommandAreReadToo() {
        world.environment("VIGIL_WEBHOOK_URL", "https://example.vn/hook")
                .environment("VIGIL_WEBHOOK_SECRET_FILE", "/etc/vigil/hook.secret")
                .environment("VIGIL_NOTIFY_COMMAND", "/usr/local/bin/send-sms");
        assertEquals("Webhook[example.vn:443]", targets().webhook().toString());
        assertEquals(Path.of("/etc/vigil/hook.secret"), targets().webhook().secretFile());
        assertEquals(Path.of("/usr/local/bin/send-sms"), targets().command().program());
    }

    @Test
    void mailWithoutASenderIsRefused() {
        world.environment("VIGIL_MAIL_HOST", "mail.example.vn");
        assertEquals(
                "VG-NOTIFY-MAIL",
                assertThrows(VigilException.class, () -> targets().mail()).id());
    }

    @Test
    void valuesThatAreNoneAreToldWithTheOthers() {
        world.environment("VIGIL_MAIL_PORT", "70000")
                .environment("VIGIL_MAIL_TLS", "ssl")
                .environment("VIGIL_MAIL_PIN", "zz");
        VigilException e = assertThrows(VigilException.class, this::targets);
        assertEquals(3, e.why().size());
        assertTrue(e.why().toString().contains("mail.port"));
    }
}
