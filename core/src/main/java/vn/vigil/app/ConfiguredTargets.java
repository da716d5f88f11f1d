package vn.vigil.app;

import java.nio.file.Path;
import java.time.Duration;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.net.TlsTrust;
import vn.vigil.notify.CommandHook;
import vn.vigil.notify.MailLogin;
import vn.vigil.notify.MailSecurity;
import vn.vigil.notify.MailServer;
import vn.vigil.notify.Outbox;
import vn.vigil.notify.Targets;
import vn.vigil.notify.Webhook;
import vn.vigil.secret.SecretRef;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;

/** The channels of the settings. */
final class ConfiguredTargets implements Targets {
    /** Where the vault holds the password of the mail server when the settings name no file. */
    private static final SecretRef MAIL_PASSWORD = new SecretRef("notify/mail");

    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(20);

    private final Config config;
    private final Vault vault;

    ConfiguredTargets(Config config, Vault vault) {
        this.config = config;
        this.vault = vault;
    }

    /** Made here, so that what opens a site names no class of a channel. */
    static Outbox outbox(World world, Store store, Config config, Vault vault) {
        return new Outbox(world, store, new ConfiguredTargets(config, vault));
    }

    @Override
    public MailServer mail() {
        String host = config.text(Setting.MAIL_HOST);
        if (host == null) {
            return null;
        }
        MailSecurity security = MailSecurity.of(config.text(Setting.MAIL_TLS));
        String port = config.text(Setting.MAIL_PORT);
        String from = config.text(Setting.MAIL_FROM);
        return new MailServer(
                host,
                port == null ? security.port() : Integer.parseInt(port),
                security,
                trust(Setting.MAIL_PIN),
                from == null ? "" : from,
                login());
    }

    private MailLogin login() {
        String user = config.text(Setting.MAIL_USER);
        if (user == null) {
            return null;
        }
        Path file = config.path(Setting.MAIL_PASSWORD_FILE);
        return file == null ? MailLogin.ofVault(user, vault, MAIL_PASSWORD) : MailLogin.ofFile(user, file);
    }

    @Override
    public Webhook webhook() {
        String url = config.text(Setting.WEBHOOK_URL);
        return url == null
                ? null
                : new Webhook(url, trust(Setting.WEBHOOK_PIN), config.path(Setting.WEBHOOK_SECRET_FILE));
    }

    @Override
    public CommandHook command() {
        Path program = config.path(Setting.NOTIFY_COMMAND);
        return program == null ? null : new CommandHook(program, COMMAND_TIMEOUT);
    }

    private TlsTrust trust(Setting pin) {
        String fingerprint = config.text(pin);
        return fingerprint == null ? new TlsTrust.Authorities() : new TlsTrust.Pinned(fingerprint);
    }
}
