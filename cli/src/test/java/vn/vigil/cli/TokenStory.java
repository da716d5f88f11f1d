package vn.vigil.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
 * Approving, running and countersigning by keys that a token made and keeps, as typed. Runs in a JVM of its own, since SoftHSM finds its
 * token by an environment variable; prints {@code HELD} when all held.
 */
final class TokenStory {
    private final Path folder;
    private final Path home;
    private final String module;
    private final String pin;
    private final Story story;
    private final StringBuilder said = new StringBuilder();

    private TokenStory(Path folder, String module, String pin) {
        this.folder = folder;
        this.home = folder.resolve("site");
        this.module = module;
        this.pin = pin;
        this.story = new Story(home);
    }

    /** An empty folder, the PKCS#11 library, and the file with the PIN. */
    public static void main(String[] args) throws IOException {
        String pin = Files.readString(Path.of(args[2])).strip();
        Files.createDirectories(Path.of(args[0]));
        TokenStory told = new TokenStory(Path.of(args[0]), args[1], pin);
        Instant recorded = World.real().now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
        CameraSpec gate = CameraSpec.of("gate-1")
                .with(new PictureSpec(320, 180, 10, 1, 10))
                .withLogin("admin", "a password")
                .withRecording(new TimeSpan(recorded, recorded.plusSeconds(600)));
        try (SimulatedSite cameras = SimulatedSite.start(World.real(), SiteSpec.of(gate))) {
            told.story.world().jumpClock(World.real().now());
            told.site(cameras.camera("gate-1").onvifAddress());
            told.tell(args[2], recorded.plusSeconds(60));
        }
        told.pinIsNowhere();
        System.out.println("HELD");
    }

    private String secret(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text + "\n").toString();
    }

    private void run(ExitCode end, String... words) {
        Story.Run run = story.run(words).ends(end);
        said.append(run.line()).append('\n').append(run.out()).append(run.err());
    }

    private void ok(String... words) {
        run(ExitCode.OK, words);
    }

    private void site(String onvif) throws IOException {
        ok("init", "--no-input");
        ok("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader");
        ok("roster", "member", "add", "binh", "--name", "Trần Văn Bình", "--office", "board", "--as", "lan");
        ok("roster", "member", "add", "cuong", "--name", "Lê Văn Cường", "--office", "operator", "--as", "lan");
        String password = secret("camera-password", "a password");
        ok("camera", "add", "gate-1", "--onvif", onvif, "--user", "admin", "--password-file", password, "--as", "lan");
        ok("extract", "key", "init", "--as", "lan");
        Files.write(home.resolve("trust").resolve("ca.pem"), TestCa.rootPem());
    }

    /** One key RSA and one EC, both made on the token; what the authority issues for them lies beside them there. */
    private void tell(String pinFile, Instant from) throws IOException {
        String[] slot = {"--token-module", module, "--token-slot", "0", "--passphrase-file", pinFile};
        Instant now = World.real().now();
        TestCa ca = new TestCa(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
        for (String person : List.of("binh", "cuong")) {
            String[] request = {"extract", "key", "request", "--for", person, "--token", person + "-2026", "--as", "lan"
            };
            if (person.equals("binh")) {
                request = with(request, "--rsa");
            }
            ok(with(request, slot));
            ok(with(request, slot));
            String csr = Files.readString(home.resolve("keys").resolve(person + ".csr"));
            Path issued = Files.write(folder.resolve(person + ".p7b"), TestCa.pkcs7(ca.issue(csr)));
            String[] install = {"extract", "key", "install", issued.toString(), "--as", "lan"};
            ok(with(with(install, slot), "--dry-run"));
            ok(with(install, slot));
            ok(with(install, slot));
        }
        ok(
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
        String id = story.run("extract", "list").out().split("\t")[0];
        String wrong = secret("wrong-pin", "87654321");
        String[] binh = {"--as", "binh", "--token", "binh-2026"};
        String[] cuong = {"--as", "cuong", "--token", "cuong-2026"};
        String[] approve = with(new String[] {"extract", "approve", id}, binh);
        run(ExitCode.USAGE, with(with(approve, slot), "--passphrase-file", wrong));
        run(ExitCode.DENIED, with(approve, "--token-module", module, "--passphrase-file", wrong));
        run(
                ExitCode.DENIED,
                with(with(new String[] {"extract", "approve", id, "--as", "binh", "--token", "cuong-2026"}, slot)));
        ok(with(approve, slot));
        run(ExitCode.OK, with(with(new String[] {"extract", "run", id}, cuong), slot));
        run(ExitCode.OK, with(with(new String[] {"extract", "countersign", id}, binh), slot));
        Path sealed;
        try (Stream<Path> packages = Files.list(home.resolve("packages"))) {
            sealed = packages.filter(p -> p.toString().endsWith(".asice"))
                    .max(java.util.Comparator.comparing(p -> p.toString().length()))
                    .orElseThrow();
        }
        // Two seals, both by certificates of the authority; the time is the signers' word.
        Story.Run verified = story.run("extract", "verify", sealed.toString(), "--json");
        if (verified.exit() != ExitCode.NOT_TIMESTAMPED.number()
                || !verified.out().contains("Lê Văn Cường")
                || !verified.out().contains("Trần Văn Bình")) {
            throw new AssertionError(verified.toString());
        }
    }

    private static String[] with(String[] words, String... more) {
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    /** Not on a command line, in no answer, and in no file of the site. */
    private void pinIsNowhere() throws IOException {
        if (said.indexOf(pin) >= 0) {
            throw new AssertionError("the PIN was shown");
        }
        byte[] looked = pin.getBytes(StandardCharsets.US_ASCII);
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(new String(looked, StandardCharsets.ISO_8859_1))) {
                    throw new AssertionError("the PIN lies in " + file);
                }
            }
        }
    }
}
