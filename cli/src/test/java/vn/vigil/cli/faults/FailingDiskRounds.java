package vn.vigil.cli.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.seal.TestCa;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/**
 * The verbs of a case, one after another, each on a disk whose N-th change fails, for every N, once for a moment and once for good.
 * After each failure the ledger holds, nothing half-made lies about, and the same call on a healthy disk does the work. Runs in a JVM
 * of its own whose disk is a {@link FailingDisk}; prints what went wrong, then {@code ROUNDS n}. With {@code all} as the second
 * argument every change has its turn both ways; without it only the first six do, then every seventh, so that it fits in a build.
 */
public final class FailingDiskRounds {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);

    private final Path folder;
    private final Path home;
    private final Story story;
    private final List<String> wrong = new ArrayList<>();
    private final boolean all;
    private int rounds;

    private FailingDiskRounds(Path folder, boolean all) {
        this.folder = folder;
        this.all = all;
        this.home = folder.resolve("site");
        this.story = new Story(home);
        story.world().environment("VIGIL_INCIDENT_HOLD_BEFORE", "1s").environment("VIGIL_INCIDENT_HOLD_AFTER", "2s");
    }

    /** An empty folder, and perhaps {@code all}. */
    public static void main(String[] args) throws IOException {
        FailingDiskRounds all = new FailingDiskRounds(Path.of(args[0]), args.length > 1 && args[1].equals("all"));
        Instant recorded = World.real().now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
        CameraSpec gate = CameraSpec.of("gate-1")
                .with(SMALL)
                .withLogin("admin", "a password")
                .withRecording(new TimeSpan(recorded, recorded.plusSeconds(1800)));
        try (SimulatedSite cameras = SimulatedSite.start(World.real(), SiteSpec.of(gate))) {
            all.story.world().jumpClock(World.real().now());
            all.site(cameras.camera("gate-1").onvifAddress());
            all.verbs(recorded.plusSeconds(60));
        }
        all.wrong.forEach(System.out::println);
        System.out.println("ROUNDS " + all.rounds);
    }

    private String secret(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text + "\n").toString();
    }

    private void site(String onvif) throws IOException {
        ok("init", "--no-input");
        ok("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader");
        ok("roster", "member", "add", "binh", "--name", "Trần Văn Bình", "--office", "board", "--as", "lan");
        ok("roster", "member", "add", "cuong", "--name", "Lê Văn Cường", "--office", "operator", "--as", "lan");
        String password = secret("camera-password", "a password");
        ok("roster", "member", "add", "quan-tri", "--name", "Đỗ Quản Trị", "--office", "administrator", "--as", "lan");
        ok("camera", "add", "gate-1", "--onvif", onvif, "--user", "admin", "--password-file", password, "--as", "lan");
    }

    private void verbs(Instant from) throws IOException {
        String passphrase = secret("passphrase", "trial and no error");
        each("extract", "key", "init", "--as", "lan");
        each("extract", "key", "init", "--for", "binh", "--passphrase-file", passphrase, "--as", "lan");
        each(
                "incident",
                "open",
                "--kind",
                "theft",
                "--title",
                "Mất xe",
                "--camera",
                "gate-1",
                "--at",
                from.toString(),
                "--as",
                "lan");
        String incident = story.run("incident", "list").out().split("\t")[0];
        each("incident", "note", incident, "đóng cổng", "--action", "--as", "lan");
        each("incident", "tip", "add", "tin", "--source-file", secret("source", "Bà Tư"), "--as", "lan");
        each(
                "incident",
                "export",
                incident,
                "--format",
                "md",
                "-o",
                home.resolve("report").toString());
        each("meeting", "plan", "huddle", "--date", "today", "--secretary", "quan-tri", "--as", "lan");
        each("meeting", "open", "MTG-2026-0001", "--at", "-1h", "--as", "lan");
        each("meeting", "close", "MTG-2026-0001", "--as", "lan");
        each("meeting", "approve", "MTG-2026-0001", "--as", "lan");
        each("report", "activity", "add", "Họp", "--kind", "propaganda", "--as", "lan");
        String data = story.run("report", "quarter", "last", "--json")
                .out()
                .replaceFirst("(?s).*\"dataSha256\":\"([0-9a-f]{64}).*", "$1");
        String scan = Files.writeString(folder.resolve("scan.pdf"), "%PDF-1.4\n%%EOF\n")
                .toString();
        each("report", "sign", "last", "--scan", scan, "--data", data, "--as", "lan");
        each("report", "issue", "last", "--as", "lan");
        each("incident", "close", incident, "--outcome", "xong", "--anyway", "thử", "--as", "lan");
        each(
                "extract",
                "request",
                "--requester",
                "state-agency",
                "--requester-name",
                "Công an phường",
                "--document",
                "12/CV",
                "--document-date",
                "2026-01-20",
                "--purpose",
                "xác minh",
                "--recipient",
                "Công an phường",
                "--camera",
                "gate-1",
                "--from",
                from.toString(),
                "--for",
                "2s",
                "--as",
                "lan");
        String request = story.run("extract", "list").out().split("\t")[0];
        String key = home.resolve("keys").resolve("binh.p12").toString();
        each("extract", "approve", request, "--as", "binh", "--key", key, "--passphrase-file", passphrase);
        each("extract", "run", request, "--as", "cuong");
        ok("extract", "key", "revoke", "binh", "--reason", "mất máy tính", "--as", "lan");
        each("extract", "key", "confirm", "binh", "--as", "quan-tri");
        each("extract", "key", "init", "--for", "binh", "--passphrase-file", passphrase, "--as", "lan");
        ok("extract", "key", "revoke", "department", "--reason", "mất máy tính", "--as", "lan");
        ok("extract", "key", "confirm", "department", "--as", "quan-tri");
        each("extract", "key", "init", "--as", "lan");
        // What was lost and replaced takes two: one requests, the other installs.
        each("extract", "key", "request", "--as", "lan");
        Instant now = World.real().now();
        TestCa ca = new TestCa(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
        byte[] issued =
                TestCa.pkcs7(ca.issue(Files.readString(home.resolve("keys").resolve("department.csr"))));
        Files.write(home.resolve("trust").resolve("ca.pem"), TestCa.rootPem());
        String file = Files.write(folder.resolve("issued.p7b"), issued).toString();
        each("extract", "key", "install", file, "--as", "quan-tri");
    }

    private void ok(String... words) {
        Story.Run run = story.run(words);
        if (run.exit() != ExitCode.OK.number()) {
            throw new IllegalStateException(run.toString());
        }
    }

    /** Every round of one verb; the site is then as the verb leaves it. */
    private void each(String... words) throws IOException {
        Path before = folder.resolve("before");
        copy(home, before);
        for (boolean staysFull : new boolean[] {true, false}) {
            int n = 0;
            boolean failed = true;
            while (failed) {
                n += all || n < 6 ? 1 : 7;
                remove(home);
                copy(before, home);
                FailingDisk.arm(n, staysFull);
                Story.Run run;
                try {
                    run = story.run(words);
                } finally {
                    failed = FailingDisk.disarm();
                }
                if (failed) {
                    rounds++;
                    judge(String.join(" ", words) + " [" + n + (staysFull ? " on]" : "]"), run, words);
                }
            }
        }
        remove(home);
        copy(before, home);
        remove(before);
        ok(words);
    }

    private void judge(String what, Story.Run run, String... words) throws IOException {
        if (run.exit() == ExitCode.BUG.number()) {
            wrong.add(what + ": internal error: " + run.err());
        }
        if (run.exit() != 0 && run.err().isBlank()) {
            wrong.add(what + ": failed without a word");
        }
        Story.Run ledger = story.run("ledger", "verify");
        if (ledger.exit() != 0) {
            wrong.add(what + ": the ledger does not hold: " + ledger.out() + ledger.err());
        }
        Story.Run again = story.run(words);
        if (again.exit() != 0) {
            wrong.add(what + ": after " + run.exit() + " " + run.err() + " again ends with " + again.exit() + " "
                    + again.err());
        }
        try (Stream<Path> left = Files.walk(home)) {
            left.filter(p -> p.toString().endsWith(".new")
                            || p.toString().endsWith(".tmp")
                            || p.toString().contains(".part"))
                    .forEach(p -> wrong.add(what + ": left behind " + home.relativize(p)));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path p : all.toList()) {
                Files.copy(p, to.resolve(from.relativize(p).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
