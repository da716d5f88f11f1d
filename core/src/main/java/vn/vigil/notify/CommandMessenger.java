package vn.vigil.notify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

/**
 * Runs the program of the settings, without a shell, in {@code /}, with {@code PATH}, {@code HOME} and {@code LANG} as its only
 * environment. What it prints is thrown away unread: it could hold anything. Exit code 0 means taken.
 */
final class CommandMessenger implements Messenger {
    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";
    private static final Duration REAP = Duration.ofSeconds(2);

    private final World world;
    private final CommandHook hook;

    CommandMessenger(World world, CommandHook hook) {
        this.world = world;
        this.hook = hook;
    }

    @Override
    public String loginMark() {
        return "";
    }

    @Override
    public Outcome send(OutboxEntry message, Deadline deadline) {
        List<String> line = new ArrayList<>(List.of(hook.program().toString()));
        if (!message.recipient().isEmpty()) {
            line.add(message.recipient());
        }
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", PATH);
        environment.put("LANG", "C.UTF-8");
        String home = world.environment().get("HOME");
        if (home != null) {
            environment.put("HOME", home);
        }
        try {
            Process process = builder.start();
            feed(process, message.body());
            return await(process, deadline.within(hook.timeout()));
        } catch (IOException e) {
            return Outcome.down(SendFault.CANNOT_RUN);
        }
    }

    /** A thread of its own: a program that does not read must not hold us up. */
    private static void feed(Process process, String json) {
        Thread feeder = new Thread(
                () -> {
                    try (OutputStream in = process.getOutputStream()) {
                        in.write(json.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        // It need not read what it is told.
                    }
                },
                "notify-command");
        feeder.setDaemon(true);
        feeder.start();
    }

    private static Outcome await(Process process, Deadline deadline) {
        try {
            if (!process.waitFor(deadline.leftMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                return Outcome.down(SendFault.KILLED);
            }
            return process.exitValue() == 0 ? Outcome.SENT : Outcome.later(SendFault.EXIT_CODE, process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            killAll(process);
            return Outcome.down(SendFault.KILLED);
        }
    }

    private static void end(Process process) throws InterruptedException {
        killAll(process);
        process.waitFor(REAP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Those that it started first, while they can still be told from others. */
    private static void killAll(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
