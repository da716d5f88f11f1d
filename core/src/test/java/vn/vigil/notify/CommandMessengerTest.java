package vn.vigil.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.Deadline;
import vn.vigil.base.VigilException;
import vn.vigil.testkit.TestWorld;

class CommandMessengerTest {
    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();

    private Path script(String body) throws Exception {
        Path file = folder.resolve("hook");
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private String run(Path program, String recipient, String json, Duration timeout) {
        Instant time = Instant.parse("2026-03-02T07:05:00Z");
        OutboxEntry entry = new OutboxEntry(
                3,
                "k",
                Channel.COMMAND,
                recipient,
                "",
                json,
                time,
                time,
                time,
                0,
                null,
                null,
                OutboxState.QUEUED,
                null,
                List.of());
        Outcome outcome = new CommandMessenger(world, new CommandHook(program, timeout))
                .send(entry, Deadline.in(world, Duration.ofSeconds(10)));
        return outcome.kind()
                + (outcome.fault() == null ? "" : " " + outcome.fault().word());
    }

    @Test
    void theProgramFindsItsArgumentLiterallyAndTheJsonOnItsInput() throws Exception {
        String evil = "0912 345 678; touch $HOME/x `id` $(id) | * \"'\\ & > y";
        Path out = folder.resolve("out");
        world.environment("HOME", folder.toString()).environment("VIGIL_STORE_PASSWORD", "canary");
        Path program = script("{ printf '%s\\n' \"$#\" \"$1\"; cat; echo; env; pwd; } > " + out);
        assertEquals("SENT", run(program, evil, "{\"a\":\"Đ\"}", Duration.ofSeconds(10)));
        List<String> lines = Files.readAllLines(out);
        assertEquals("1", lines.get(0));
        assertEquals(evil, lines.get(1));
        assertEquals("{\"a\":\"Đ\"}", lines.get(2));
        assertEquals("/", lines.get(lines.size() - 1));
        for (String line : lines.subList(3, lines.size() - 1)) {
            assertTrue(line.matches("(PATH|HOME|LANG|PWD|OLDPWD|SHLVL|_)=.*"), line);
        }
        assertFalse(Files.exists(folder.resolve("x")));
        assertEquals("SENT", run(script("[ $# = 0 ]"), "", "{}", Duration.ofSeconds(10)));
    }

    @Test
    void itsExitCodeDecides() throws Exception {
        assertEquals("LATER exit-code 7", run(script("exit 7"), "", "{}", Duration.ofSeconds(10)));
        assertEquals("DOWN cannot-run", run(folder.resolve("none"), "", "{}", Duration.ofSeconds(10)));
        Path notExecutable = script("exit 0");
        Files.setPosixFilePermissions(notExecutable, PosixFilePermissions.fromString("rw-------"));
        assertEquals("DOWN cannot-run", run(notExecutable, "", "{}", Duration.ofSeconds(10)));
        assertThrows(VigilException.class, () -> new CommandHook(Path.of("hook"), Duration.ofSeconds(1)));
    }

    @Test
    void aProgramThatFloodsItsOutputAndDoesNotReadHoldsNothingUp() throws Exception {
        Path program = script("head -c 5000000 /dev/zero; head -c 5000000 /dev/zero >&2; exit 0");
        assertEquals("SENT", run(program, "", "{\"a\":\"" + "x".repeat(60_000) + "\"}", Duration.ofSeconds(10)));
    }

    @Test
    void aProgramThatHangsIsEndedWithAllThatItStarted() throws Exception {
        Path pid = folder.resolve("pid");
        Path program = script("sleep 300 & echo $! > " + pid + "; wait");
        assertEquals("DOWN killed", run(program, "", "{}", Duration.ofMillis(700)));
        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle handle = ProcessHandle.of(child).orElse(null);
        if (handle != null) {
            handle.onExit().get(5, java.util.concurrent.TimeUnit.SECONDS);
        }
        assertTrue(ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }
}
