package vn.vigil.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.store.Lease;
import vn.vigil.store.Store;
import vn.vigil.testkit.ClosedPort;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** What becomes of a message, on whichever database, with a real mail server at the other end. */
class OutboxTest {
    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    private static OutboxMessage alert(int n) {
        return OutboxMessage.mail("camera-alert/gate-1/" + n, "an@example.vn", "gate-1 mất hình", "Camera gate-1.\n");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsSentOnceHoweverOftenItIsWritten(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain();
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            assertTrue(house.put(alert(1)));
            assertFalse(house.put(alert(1)));
            assertEquals(new Delivery(false, 1, 0, 0), house.deliver());
            assertFalse(house.put(alert(1)), "also after it was sent");
            world.pass(Duration.ofDays(1));
            assertEquals(Delivery.NOTHING, house.deliver());
            assertEquals(1, server.mails.size());
            assertEquals(OutboxState.SENT, house.only().state());
            assertEquals(List.of(), house.store.verifySchema());
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesAreKeptUntilTheMailWentOut(Databases database) throws Exception {
        byte[] bytes = {'%', 'P', 'D', 'F'};
        List<Attachment> files = List.of(new Attachment("a.pdf", "application/pdf", bytes));
        try (SmtpServer server = SmtpServer.plain();
                OutboxHouse house = new OutboxHouse(database, world, folder)) {
            assertEquals(true, house.store.<Boolean>write(tx -> house.outbox.put(tx, alert(1), files)));
            assertEquals(false, house.store.<Boolean>write(tx -> house.outbox.put(tx, alert(1), files)));
            house.deliver();
            assertEquals(1, files(house));
            world.pass(Duration.ofHours(1));
            house.mailAt(server.port()).deliver();
            assertTrue(server.mails.get(0).contains("a.pdf"), server.mails.get(0));
            assertEquals(0, files(house));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> house.store.write(tx -> house.outbox.put(tx, OutboxMessage.webhook("w", "{}"), files)));
        }
    }

    private static int files(OutboxHouse house) {
        return house.store.read(
                tx -> SqlOutboxStore.files(tx, house.only().id()).size());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRolledBackIsNeverTold(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain();
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> house.store.write(tx -> {
                        house.outbox.put(tx, alert(1));
                        throw new IllegalArgumentException("the check failed");
                    }));
            assertEquals(Delivery.NOTHING, house.deliver());
            assertEquals(List.of(), server.commands);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mailIsDownForSixHoursAndThenEverythingArrivesOnce(Databases database) throws Exception {
        try (ClosedPort closed = new ClosedPort();
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(closed.number())) {
            for (int quarter = 0; quarter < 24; quarter++) {
                if (quarter % 4 == 0) {
                    house.put(alert(quarter / 4));
                }
                house.deliver();
                world.pass(Duration.ofMinutes(15));
            }
            OutboxStatus status = house.outbox.status();
            assertEquals(6, status.queued());
            assertEquals(Duration.ofHours(6), status.oldestAge(world.now()));
            OutboxEntry first = house.outbox.list(OutboxFilter.newest(9)).get(5);
            assertEquals(SendFault.UNREACHABLE, first.fault().kind());
            assertTrue(first.attempts() > 4, first.toString());
            try (SmtpServer server = SmtpServer.plain()) {
                house.mailAt(server.port());
                for (int quarter = 0; quarter < 5; quarter++) {
                    house.deliver();
                    world.pass(Duration.ofMinutes(15));
                }
                assertEquals(6, server.mails.size());
            }
            assertEquals(6, house.outbox.status().sent());
            assertNull(house.outbox.status().oldestQueued());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedAttemptIsRepeatedLessAndLessOftenAndGivenUpAfterSevenDays(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain().replies("RCPT", "451 later");
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            house.put(alert(1));
            Instant start = world.now();
            List<Long> minutes = new ArrayList<>();
            while (Duration.between(start, world.now()).toMinutes() < 90) {
                if (house.deliver().later() == 1) {
                    minutes.add(Duration.between(start, world.now()).toMinutes());
                }
                world.pass(Duration.ofMinutes(1));
            }
            assertEquals(List.of(0L, 1L, 3L, 8L, 23L, 83L), minutes);
            world.pass(Duration.ofDays(7));
            assertEquals(new Delivery(false, 0, 0, 1), house.deliver());
            assertEquals("try-later 451", house.only().fault().word());
            OutboxStatus status = house.outbox.status();
            assertEquals(1, status.failed());
            assertEquals(world.now(), status.latestFailed());

            server.behaves();
            long id = house.only().id();
            house.store.write(tx -> house.outbox.resend(tx, id));
            assertEquals(new Delivery(false, 1, 0, 0), house.deliver());
            VigilException again =
                    assertThrows(VigilException.class, () -> house.store.write(tx -> house.outbox.resend(tx, id)));
            assertEquals(ErrorKind.CONFLICT, again.kind());
            VigilException unknown =
                    assertThrows(VigilException.class, () -> house.store.write(tx -> house.outbox.resend(tx, 77)));
            assertEquals("VG-NOTIFY-NOT-FOUND", unknown.id());
        }
    }

    /** The store breaks when the mail is out and the note of it is due: what a kill at that moment leaves. */
    @ParameterizedTest
    @EnumSource
    void aCrashBetweenSendingAndNotingSendsTheSameMailAgain(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain();
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            house.put(alert(1));
            server.onMail = () -> sql(house, "alter table outbox_message rename to gone");
            assertThrows(IllegalStateException.class, house::deliver);
            server.onMail = () -> {};
            sql(house, "alter table gone rename to outbox_message");
            house.reopen();
            assertEquals(SendFault.INTERRUPTED, house.only().fault().kind());
            assertEquals(Delivery.NOTHING, house.deliver(), "not at once, so that a poisonous message does not spin");
            world.pass(Duration.ofMinutes(1));
            assertEquals(new Delivery(false, 1, 0, 0), house.deliver());
            assertEquals(2, server.mails.size());
            assertEquals(header(server.mails.get(0), "Message-ID"), header(server.mails.get(1), "Message-ID"));
            assertEquals(header(server.mails.get(0), "Date"), header(server.mails.get(1), "Date"));
        }
    }

    private static void sql(OutboxHouse house, String statement) {
        house.store.write(tx -> tx.run(statement));
    }

    @ParameterizedTest
    @EnumSource
    void twoProcessesDeliverAtOnceAndNothingGoesOutTwice(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain();
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            for (int i = 0; i < 12; i++) {
                house.put(alert(i));
            }
            ExecutorService pool = Executors.newFixedThreadPool(3);
            try {
                List<Future<Delivery>> all = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    all.add(pool.submit(() -> {
                        // Each with a connection of its own, as processes have.
                        try (Store own = Store.open(house.config.home(), house.config, world)) {
                            return new Outbox(world, own, house)
                                    .deliver(Deadline.in(world, Duration.ofSeconds(20)), 50);
                        }
                    }));
                }
                int sent = 0;
                for (Future<Delivery> f : all) {
                    sent += f.get().sent();
                }
                assertEquals(12, sent);
            } finally {
                pool.shutdownNow();
            }
            Set<String> ids = new TreeSet<>();
            server.mails.forEach(m -> ids.add(header(m, "Message-ID")));
            assertEquals(12, server.mails.size());
            assertEquals(12, ids.size());
        }
    }

    /** A process that was suspended for long finds that another has taken over. */
    @ParameterizedTest
    @EnumSource
    void whoHasLostTheLeaseSendsNoMore(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain();
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            house.put(alert(1));
            house.put(alert(2));
            server.onMail = () -> {
                sql(house, "delete from lease"); // as when it has expired
                Lease.take(house.store, "outbox", Duration.ofMinutes(3));
            };
            assertEquals(new Delivery(false, 1, 0, 0), house.deliver());
            assertEquals(1, server.mails.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileAnotherDeliversNothingIsDone(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain();
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            house.put(alert(1));
            try (Lease other = Lease.take(house.store, "outbox", Duration.ofMinutes(3))) {
                assertNotNull(other);
                assertTrue(house.deliver().busy());
            }
            assertEquals(List.of(), server.commands);
            assertEquals(0, house.only().attempts());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRehearsalSendsNothing(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain();
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            house.put(alert(1));
            house.store.rehearse();
            assertEquals(Delivery.NOTHING, house.deliver());
            assertEquals(List.of(), server.commands);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMessageForLaterWaitsWithoutAgeing(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain();
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            house.put(alert(1).notBefore(world.now().plus(Duration.ofHours(2))));
            assertEquals(Delivery.NOTHING, house.deliver());
            world.pass(Duration.ofHours(1));
            assertEquals(Duration.ZERO, house.outbox.status().oldestAge(world.now()));
            world.pass(Duration.ofHours(1));
            assertEquals(new Delivery(false, 1, 0, 0), house.deliver());
        }
    }

    /** A clock that stood in 2031 for a while must not hold messages back until then. */
    @ParameterizedTest
    @EnumSource
    void aClockThatWasAheadHoldsNothingBack(Databases database) throws Exception {
        try (SmtpServer server = SmtpServer.plain().replies("RCPT", "451 later");
                OutboxHouse house = new OutboxHouse(database, world, folder).mailAt(server.port())) {
            Instant right = world.now();
            house.put(alert(1));
            world.jumpClock(Instant.parse("2031-01-01T00:00:00Z"));
            house.deliver();
            world.jumpClock(right.plusSeconds(60));
            server.behaves();
            house.store.write(tx -> tx.run("update outbox_message set state = 'queued'"));
            assertEquals(new Delivery(false, 1, 0, 0), house.deliver());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChannelThatIsDownKeepsNoOtherFromGoingOut(Databases database) throws IOException {
        try (OutboxHouse house = new OutboxHouse(database, world, folder)) {
            house.command = new CommandHook(Path.of("/bin/true"), Duration.ofSeconds(5));
            house.put(alert(1));
            house.put(OutboxMessage.command("camera-alert/gate-1/1/command", "", "{}"));
            assertEquals(new Delivery(false, 1, 1, 0), house.deliver());
            OutboxEntry mail = house.outbox
                    .list(new OutboxFilter(OutboxState.QUEUED, Channel.MAIL, 9))
                    .get(0);
            assertEquals(SendFault.NOT_CONFIGURED, mail.fault().kind());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsInAMessageIsStoredLiterally(Databases database) {
        try (OutboxHouse house = new OutboxHouse(database, world, folder)) {
            house.put(OutboxMessage.mail(
                    "k'; drop table outbox_message; --", "a'b@example.vn", "'; --", "x\u0000y\ud800\n"));
            OutboxEntry entry = house.only();
            assertEquals("k'; drop table outbox_message; --", entry.key());
            assertEquals("a'b@example.vn", entry.recipient());
            assertEquals("xy?\n", entry.body());
        }
    }

    static String header(String mail, String name) {
        for (String line : mail.split("\n")) {
            if (line.startsWith(name + ": ")) {
                return line.substring(name.length() + 2);
            }
        }
        return null;
    }
}
