package vn.vigil.cli.command.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.Cleanup;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Tone;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;
import vn.vigil.text.TimeText;

/** {@code vigil demo}: from an empty folder to a verified package, against three simulated cameras. */
@Command(name = "demo")
public final class DemoCommand extends CommandBase {
    private static final Duration RECORDED = Duration.ofMinutes(30);
    private static final Duration CAMERA_AHEAD = Duration.ofSeconds(1);

    @Option(names = "--dir", paramLabel = "DIR")
    private Path dir;

    @Option(names = "--keep")
    private boolean keep;

    private DemoShell shell;
    private volatile boolean interrupted;
    private Path home;

    @Override
    protected ExitCode run() throws Exception {
        home = folder();
        Instant now = world().now();
        Instant begin = now.minus(RECORDED).truncatedTo(ChronoUnit.MINUTES);
        String password = random();
        try (AutoCloseable forget = Cleanup.onInterrupt(this::interrupted);
                SimulatedSite site = SimulatedSite.start(
                        world(),
                        SiteSpec.of(
                                CameraSpec.of("gate-1")
                                        .withLogin("admin", password)
                                        .withClockOffset(CAMERA_AHEAD)
                                        .withRecording(new TimeSpan(begin, now)),
                                CameraSpec.of("yard-2")
                                        .withLogin("admin", password)
                                        .with(Fault.FROZEN),
                                CameraSpec.of("hall-3").with(Fault.DEAD)))) {
            Map<String, String> environment = new LinkedHashMap<>(world().environment());
            environment.put("VIGIL_HOME", home.toString());
            environment.put("VIGIL_LANG", lang().tag());
            // Results stand in columns, as the user's own terminal would show them.
            environment.put("VIGIL_TTY_SHOWN", "010");
            environment.put("NO_COLOR", "1");
            shell = new DemoShell(out(), home, DemoProgram.command(world().environment()), environment);
            story(site, begin.plus(RECORDED.dividedBy(2)), password);
            return ExitCode.OK;
        } catch (VigilException | IOException e) {
            if (interrupted) {
                return ExitCode.INTERRUPTED;
            }
            clear();
            throw e;
        }
    }

    private void story(SimulatedSite site, Instant from, String password) throws IOException, InterruptedException {
        Path secrets = Files.createDirectories(home.resolve("demo"));
        Path cameraPassword = secret(secrets.resolve("camera.password"), password);
        Path lanPass = secret(secrets.resolve("lan.passphrase"), random());
        Path binhPass = secret(secrets.resolve("binh.passphrase"), random());

        say(DemoText.INTRO);
        out().line("").line("$ export VIGIL_HOME=" + home, Tone.STRONG);
        expect(
                0,
                "init",
                "--no-input",
                "--body",
                "Trường Mô Phỏng",
                "--superior",
                "Phòng Mô Phỏng",
                "--place",
                "Mô Phỏng",
                "--ward-police",
                "Công an phường Mô Phỏng");
        say(DemoText.PEOPLE);
        member("lan", "Nguyễn Thị Mẫu", "team-leader");
        member("binh", "Trần Văn Thử", "board");
        member("cuong", "Lê Văn Ví Dụ", "operator");
        expect(0, "extract", "key", "init");
        expect(0, "extract", "key", "init", "--for", "lan", "--passphrase-file", lanPass.toString());
        expect(0, "extract", "key", "init", "--for", "binh", "--passphrase-file", binhPass.toString());

        say(DemoText.CAMERAS);
        onvif("gate-1", "Cổng chính", site, cameraPassword);
        onvif("yard-2", "Sân sau", site, cameraPassword);
        expect(
                0,
                "camera",
                "add",
                "hall-3",
                "--name",
                "Hành lang",
                "--url",
                site.camera("hall-3").liveUrl().toString());
        say(DemoText.CHECK);
        expect(2, "camera", "check");

        say(DemoText.INCIDENT);
        String at = TimeText.print(from, vigil().zone());
        DemoShell.Ran opened = expect(
                0,
                "incident",
                "open",
                "--as",
                "lan",
                "--kind",
                "theft",
                "--title",
                "Mất xe đạp ở cổng chính",
                "--at",
                at,
                "--camera",
                "gate-1");
        say(DemoText.REQUEST);
        DemoShell.Ran filed = expect(
                0,
                "extract",
                "request",
                "--as",
                "lan",
                "--requester",
                "state-agency",
                "--requester-name",
                "Công an phường Mô Phỏng",
                "--document",
                "12/CV-CAP",
                "--document-date",
                from.atZone(vigil().zone()).toLocalDate().toString(),
                "--purpose",
                "xác minh vụ mất xe đạp",
                "--recipient",
                "Công an phường Mô Phỏng",
                "--crime",
                "--guidance",
                "cán bộ trực ban hướng dẫn qua điện thoại",
                "--camera",
                "gate-1",
                "--from",
                at,
                "--for",
                "2m",
                "--incident",
                trimmed(opened.word("INC-")));
        String request = trimmed(filed.word("EXT-"));
        say(DemoText.OWN_APPROVAL);
        approve(16, request, "lan", lanPass);
        say(DemoText.APPROVAL);
        approve(0, request, "binh", binhPass);
        say(DemoText.WIDER);
        expect(16, "extract", "run", request, "--as", "cuong", "--from", at, "--for", "121s");
        say(DemoText.RUN);
        expect(0, "extract", "run", request, "--as", "cuong");
        Path sealed = newest(home.resolve("packages"));
        say(DemoText.VERIFY);
        Path root = home.resolve("trust").resolve("root.pem");
        expect(19, "extract", "verify", "--trust", root.toString(), sealed.toString());
        byHand(sealed);
        expect(0, "ledger", "verify");
        out().line("");
        out().line(DemoText.DONE.with(sealed), Tone.GOOD);
        out().line(DemoText.TRY_NEXT.with());
        out().line("  export VIGIL_HOME=" + home);
        out().line("  vigil extract show " + request);
        out().line("  vigil extract verify " + sealed);
        out().line("  vigil help clauses");
        out().line(DemoText.REMOVE.with(home));
    }

    /** The outsider's way to the same verdict: no vigil, only what every Linux has. */
    private void byHand(Path sealed) throws IOException, InterruptedException {
        say(DemoText.BY_HAND);
        String name = sealed.getFileName().toString();
        expectLine("sha256sum -c " + name + ".sha256", sealed.getParent());
        Path folder = Files.createDirectories(home.resolve("demo").resolve("unpacked"));
        expectLine((shell.has("unzip") ? "unzip -q -o " : "jar xf ") + "\"$VIGIL_HOME\"/packages/" + name, folder);
        expectLine("sha256sum -c --quiet manifest-sha256.txt tagmanifest-sha256.txt && echo OK", folder);
        if (!shell.has("openssl")) {
            out().line(DemoText.NO_OPENSSL.with(), Tone.WARNING);
            return;
        }
        // The lists could have been written anew along with a changed file; the signed manifest holds the digest of the
        // lists.
        expectLine(
                "grep -F \"$(openssl dgst -sha256 -binary tagmanifest-sha256.txt | openssl base64 -A)\""
                        + " META-INF/ASiCManifest001.xml",
                folder);
        String verify = "openssl cms -verify -cades -binary -inform DER -purpose any -out /dev/null"
                + " -CAfile \"$VIGIL_HOME\"/trust/root.pem -in ";
        expectLine(verify + "META-INF/signature001.p7s -content META-INF/ASiCManifest001.xml", folder);
        expectLine(verify + "data/approval.p7s -content data/approval.json", folder);
    }

    private void member(String id, String name, String office) throws IOException, InterruptedException {
        expect(0, "roster", "member", "add", id, "--name", name, "--office", office);
    }

    private void onvif(String id, String name, SimulatedSite site, Path password)
            throws IOException, InterruptedException {
        expect(
                0,
                "camera",
                "add",
                id,
                "--name",
                name,
                "--onvif",
                site.camera(id).onvifAddress(),
                "--user",
                "admin",
                "--password-file",
                password.toString());
    }

    private void approve(int exit, String request, String who, Path passphrase)
            throws IOException, InterruptedException {
        expect(
                exit,
                "extract",
                "approve",
                request,
                "--as",
                who,
                "--key",
                home.resolve("keys").resolve(who + ".p12").toString(),
                "--passphrase-file",
                passphrase.toString());
    }

    private DemoShell.Ran expect(int exit, String... arguments) throws IOException, InterruptedException {
        return held(exit, shell.vigil(arguments), "vigil " + arguments[0]);
    }

    private void expectLine(String line, Path folder) throws IOException, InterruptedException {
        held(0, shell.line(line, folder), line.substring(0, line.indexOf(' ')));
    }

    private static DemoShell.Ran held(int exit, DemoShell.Ran ran, String what) {
        if (ran.exit() != exit) {
            throw new VigilException(
                    ErrorKind.FAILED, "VG-DEMO-STEP", DemoText.STEP_FAILED.with(what, ran.exit(), exit));
        }
        return ran;
    }

    private void say(DemoText text) {
        out().line("").line("# " + out().text(text.with()), Tone.FAINT);
    }

    private Path folder() throws IOException {
        if (dir == null) {
            return Files.createTempDirectory("vigil-demo-");
        }
        Path wanted = dir.toAbsolutePath().normalize();
        if (Files.exists(wanted)) {
            try (Stream<Path> inside = Files.list(wanted)) {
                if (inside.findAny().isPresent()) {
                    throw new VigilException(ErrorKind.USAGE, "VG-DEMO-DIR", DemoText.NOT_EMPTY.with(wanted));
                }
            }
        }
        return Files.createDirectories(wanted);
    }

    private void interrupted() {
        interrupted = true;
        if (shell != null) {
            shell.stop();
        }
        clear();
    }

    private synchronized void clear() {
        if (keep || !Files.exists(home)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path p : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            streams().err(out().text(DemoText.REMOVE.with(home)) + "\n");
        }
    }

    private static Path newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".asice"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path secret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private String random() {
        byte[] bytes = new byte[12];
        world().random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** An id out of a sentence, without the punctuation behind it. */
    private static String trimmed(String id) {
        int end = id.length();
        while (!Character.isLetterOrDigit(id.charAt(end - 1))) {
            end--;
        }
        return id.substring(0, end);
    }

    /** How this very program is started. */
    private static final class DemoProgram {
        static List<String> command(Map<String, String> environment) {
            String launcher = environment.get("VIGIL_LAUNCHER");
            return launcher != null
                    ? List.of(launcher)
                    : List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "vn.vigil.cli.Main");
        }
    }
}
