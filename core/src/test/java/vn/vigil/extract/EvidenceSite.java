package vn.vigil.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.app.Vigil;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Deadline;
import vn.vigil.base.MemberId;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.camera.CameraField;
import vn.vigil.camera.CameraForm;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Judgement;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.evidence.Requester;
import vn.vigil.evidence.Wanted;
import vn.vigil.people.KeySource;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;
import vn.vigil.sim.Vendor;

/**
 * A whole site for tests: members lan (leader), binh (board) and cuong (operator) with keys, and one simulated camera gate-1 that
 * has recorded the last half hour but for ten seconds.
 */
final class EvidenceSite implements AutoCloseable {
    static final char[] PASSPHRASE = "trial and no error".toCharArray();
    static final CameraId GATE = new CameraId("gate-1");

    final Path home;
    final World world;
    final Vigil vigil;
    final SimulatedSite cameras;
    /** Start of the recording, on a whole minute. */
    final Instant recorded;

    EvidenceSite(Path home, Duration clockOffset) throws IOException {
        this(home, clockOffset, Vendor.NONE);
    }

    /** @param vendor whose own protocol gate-1 speaks beside ONVIF */
    EvidenceSite(Path home, Duration clockOffset, Vendor vendor) throws IOException {
        this.home = home;
        world = new Running(home);
        recorded = world.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MINUTES);
        Path password = home.resolve("camera-password");
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, "mật khẩu%21@:/");
        cameras = SimulatedSite.start(
                world,
                SiteSpec.of(CameraSpec.of("gate-1")
                        .withLogin("admin", "mật khẩu%21@:/")
                        .withClockOffset(clockOffset)
                        .withVendor(vendor)
                        .withRecording(
                                new TimeSpan(recorded, world.now()),
                                new TimeSpan(recorded.plusSeconds(300), recorded.plusSeconds(310)))));
        vigil = Vigil.open(world, new Vigil.Options(home, null, null, null, false));
        vigil.createStore();
        person("lan", "Nguyễn Thị Lan", Office.TEAM_LEADER);
        person("binh", "Trần Văn Bình", Office.BOARD);
        person("cuong", "Lê Văn Cường", Office.OPERATOR);
        vigil.keys().initDepartment(as(null).actor());
        for (String id : List.of("lan", "binh")) {
            vigil.keys().issue(as(null).actor(), new MemberId(id), PASSPHRASE);
        }
        vigil.cameras()
                .add(
                        CameraForm.of(GATE)
                                .with(CameraField.NAME, "Cổng chính")
                                .with(
                                        CameraField.ONVIF,
                                        cameras.camera("gate-1").onvifAddress())
                                .with(CameraField.USER, "admin")
                                .with(CameraField.PASSWORD_FILE, password.toString())
                                .with(CameraField.ESSENTIAL, "yes")
                                .with(CameraField.PLACE, "Cổng"),
                        as(null).actor(),
                        Deadline.in(world, Duration.ofSeconds(20)));
    }

    private void person(String id, String name, Office office) {
        vigil.people()
                .add(
                        as(null).actor(),
                        new NewMember(new MemberId(id), name, null, null, null, null, Set.of(office), null, null),
                        false);
    }

    /** The same site, acting as another member. */
    Vigil as(String member) {
        return Vigil.open(world, new Vigil.Options(home, null, null, member, false));
    }

    FileRequest asking(Instant from, Duration length) {
        return asking(Asked.recorded(new TimeSpan(from, from.plus(length))));
    }

    FileRequest asking(Asked asked) {
        return new FileRequest(
                Requester.STATE_AGENCY,
                "Công an phường",
                "12/CV-CAP",
                LocalDate.parse("2026-01-20"),
                "",
                "xác minh vụ mất xe",
                "Công an phường",
                null,
                List.of(new Wanted(GATE, asked)),
                false,
                null,
                null,
                false,
                null,
                null);
    }

    CaseId request(FileRequest r) {
        try (Vigil lan = as("lan")) {
            return lan.extracts().request(lan.actor(), r).request().id();
        }
    }

    Filed approve(String member, CaseId id, String keyOf) {
        try (Vigil v = as(member)) {
            return v.extracts()
                    .approve(
                            v.actor(),
                            id,
                            KeySource.file(home.resolve("keys").resolve(keyOf + ".p12"), PASSPHRASE),
                            Extracts.APPROVAL_VALIDITY);
        }
    }

    RunResult run(CaseId id) {
        return run(new RunRequest(id, null, null, null, null, false));
    }

    RunResult run(RunRequest request) {
        try (Vigil cuong = as("cuong")) {
            return cuong.extracts().run(cuong.actor(), request, Progress.NONE);
        }
    }

    Judgement judge(Path file) {
        return PackageVerifier.judge(
                file, List.of(home.resolve("trust").resolve("root.pem")), world.now(), Progress.NONE);
    }

    @Override
    public void close() {
        vigil.close();
        cameras.close();
    }

    /** The real clock, with an environment and login of its own. */
    private record Running(Path home) implements World {
        @Override
        public Instant now() {
            return World.real().now();
        }

        @Override
        public long nanos() {
            return World.real().nanos();
        }

        @Override
        public void sleep(Duration length) {
            World.real().sleep(length);
        }

        @Override
        public SecureRandom random() {
            return World.real().random();
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("VIGIL_HOME", home.toString());
        }

        @Override
        public String osUser() {
            return "tester";
        }
    }
}
