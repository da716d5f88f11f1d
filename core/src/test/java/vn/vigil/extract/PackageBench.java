package vn.vigil.extract;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.vigil.app.Vigil;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.CaseId;
import vn.vigil.base.Progress;
import vn.vigil.camera.Camera;
import vn.vigil.camera.DeviceFacts;
import vn.vigil.camera.SourceFacts;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.FileRequest;
import vn.vigil.footage.FootageTaker;
import vn.vigil.footage.Planned;
import vn.vigil.ledger.Custody;
import vn.vigil.ledger.Entry;
import vn.vigil.media.Captured;
import vn.vigil.media.ClipFacts;
import vn.vigil.media.Mp4Writer;
import vn.vigil.seal.Revocations;
import vn.vigil.seal.SigningKey;

/**
 * Makes a genuine package of a given size by the product's own path, from coded pictures in memory to the sealed file, for
 * {@code scripts/bench/extract}. Arguments: an empty folder, mebibytes. Prints {@code PACK wall-ms cpu-ms peak-KiB
 * clip package root}; the peak is the whole process's.
 */
public final class PackageBench {
    private static final int PICTURES_A_SECOND = 25;
    private static final int BYTES_A_PICTURE = 40_000;

    private PackageBench() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        Path home = Path.of(args[0]).toAbsolutePath();
        int pictures = (int) (Long.parseLong(args[1]) * (1 << 20) / BYTES_A_PICTURE);
        try (EvidenceSite site = new EvidenceSite(home, Duration.ZERO);
                Vigil cuong = site.as("cuong")) {
            Instant start = site.recorded;
            Duration length = Duration.ofMillis(1000L * pictures / PICTURES_A_SECOND);
            CaseId id = site.request(site.asking(start, length));
            site.approve("binh", id, "binh");
            SqlExtractStore.Row row = cuong.store().read(tx -> SqlExtractStore.get(tx, id));
            FileRequest content = Desk.sheet(row).content();
            Camera camera = cuong.cameras().get(EvidenceSite.GATE);
            SigningKey key = cuong.keys().sealer(cuong.actor().member(), null);
            List<AccessUnit> units = units();
            Path work = Files.createDirectories(home.resolve("bench"));

            OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long wall = site.world.nanos();
            long cpu = os.getProcessCpuTime();
            ClipFacts facts = write(work.resolve("clip.mp4"), units, pictures, start, length);
            Instant begun = site.world.now();
            long intent = cuong.ledger().intent(new Entry(cuong.actor().who(), Acts.RUN, id.toString(), Map.of()));
            Custody custody =
                    cuong.ledger().custody(id.toString(), intent, cuong.keys().logKey());
            Planned planned = new Planned(
                    content.wanted().get(0),
                    content.wanted().get(0).asked().span(),
                    Duration.ZERO,
                    Duration.ofMillis(100),
                    List.of());
            SourceFacts source = new SourceFacts(
                    "onvif-replay",
                    DeviceFacts.NONE,
                    "rtsp://127.0.0.1/replay",
                    pictures,
                    0,
                    Duration.ZERO,
                    List.of(),
                    null,
                    null);
            Packager.Made made = new Packager(desk(site, cuong))
                    .pack(
                            row,
                            List.of(FootageTaker.measure(
                                    new ClipSheet.Camera(
                                            camera.id().value(),
                                            camera.name(),
                                            null,
                                            null,
                                            null,
                                            source.url(),
                                            source.driver()),
                                    planned,
                                    facts,
                                    start,
                                    last(start, pictures),
                                    null,
                                    source,
                                    begun)),
                            Map.of(),
                            custody,
                            work,
                            Long.MAX_VALUE,
                            new ExtractRun.Sealer(
                                    key,
                                    null,
                                    new Revocations(
                                            site.world, null, cuong.people().trustAnchors()),
                                    null,
                                    null),
                            begun,
                            Progress.NONE);
            out.println(
                    "PACK " + (site.world.nanos() - wall) / 1_000_000 + " " + (os.getProcessCpuTime() - cpu) / 1_000_000
                            + " " + peak() + " " + work.resolve("clip.mp4") + " "
                            + made.packages().get(0).file() + " "
                            + home.resolve("trust").resolve("root.pem"));
        }
    }

    /** The most memory that this process ever had, in KiB. */
    private static String peak() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return line.replaceAll("[^0-9]", "");
            }
        }
        return "0";
    }

    private static Desk desk(EvidenceSite site, Vigil cuong) {
        return new Desk(
                site.world,
                cuong.config(),
                cuong.store(),
                cuong.ledger(),
                cuong.people(),
                cuong.keys(),
                cuong.register(),
                cuong::holds,
                cuong.config().packages(),
                cuong.home().templates());
    }

    private static ClipFacts write(Path file, List<AccessUnit> units, int pictures, Instant start, Duration length) {
        int step = 90_000 / PICTURES_A_SECOND;
        try (Mp4Writer writer = Mp4Writer.create(file, List.of(Captured.h264().format()), length)) {
            for (int i = 0; i < pictures; i++) {
                AccessUnit u = units.get(i % units.size());
                writer.write(new AccessUnit(
                        0, u.data(), true, (long) i * step, start.plusMillis(1000L * i / PICTURES_A_SECOND), 0, false));
            }
            return writer.finish();
        }
    }

    private static Instant last(Instant start, int pictures) {
        return start.plusMillis(1000L * (pictures - 1) / PICTURES_A_SECOND);
    }

    /** Key frames of a real encoder, each made as long as a large camera's by a filler NAL unit (H.264 §7.3.2.7) of noise. */
    private static List<AccessUnit> units() throws Exception {
        AccessUnit key = Captured.h264().units().stream()
                .filter(AccessUnit::keyFrame)
                .findFirst()
                .orElseThrow();
        Random noise = new Random(1);
        List<AccessUnit> units = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            byte[] filler = new byte[BYTES_A_PICTURE - key.data().length - 4];
            noise.nextBytes(filler);
            filler[0] = 12;
            for (int b = 1; b < filler.length; b++) {
                // Never zero, so that no start code arises inside.
                filler[b] |= 1;
            }
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.write(key.data());
            data.write(ByteBuffer.allocate(4).putInt(filler.length).array());
            data.write(filler);
            units.add(new AccessUnit(0, data.toByteArray(), true, 0, null, 0, false));
        }
        return units;
    }
}
