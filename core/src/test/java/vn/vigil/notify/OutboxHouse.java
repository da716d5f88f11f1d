package vn.vigil.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import vn.vigil.base.Deadline;
import vn.vigil.config.Config;
import vn.vigil.net.TlsTrust;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** An outbox over an empty store, with channels that the test sets. */
final class OutboxHouse implements AutoCloseable, Targets {
    static final String FROM = "vigil@phuong.example.vn";

    final TestWorld world;
    final Config config;
    final Store store;
    Outbox outbox;
    MailServer mail;
    Webhook webhook;
    CommandHook command;

    OutboxHouse(Databases database, TestWorld world, Path folder) {
        this.world = world;
        this.config = database.config(world, folder);
        this.store = Store.create(config.home(), config, world);
        reopen();
    }

    /** As another process would find it. */
    void reopen() {
        outbox = new Outbox(world, store, this);
    }

    OutboxHouse mailAt(int port) {
        mail = new MailServer("127.0.0.1", port, MailSecurity.NONE, TlsTrust.anyKey(), FROM, null);
        reopen();
        return this;
    }

    boolean put(OutboxMessage message) {
        return store.write(tx -> outbox.put(tx, message));
    }

    Delivery deliver() {
        return outbox.deliver(Deadline.in(world, Duration.ofSeconds(5)), 50);
    }

    /** The one message there is. */
    OutboxEntry only() {
        var all = outbox.list(OutboxFilter.newest(10));
        if (all.size() != 1) {
            throw new AssertionError("not one message: " + all);
        }
        return all.get(0);
    }

    /** A file of mode 0600. */
    static Path secretFile(Path folder, String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MailServer mail() {
        return mail;
    }

    @Override
    public Webhook webhook() {
        return webhook;
    }

    @Override
    public CommandHook command() {
        return command;
    }

    @Override
    public void close() {
        store.close();
    }
}
