package vn.vigil.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.seal.AsiceReader;
import vn.vigil.seal.Envelope;
import vn.vigil.seal.Pkcs12;

/**
 * Opens a package for whoever received it: decrypts, judges, unpacks. Needs no site, no settings, no network. Nothing lies under the
 * folder's name before all of it is there and judged.
 */
public final class Opener {
    private static final String ENCRYPTED = ".p7m";
    private static final String PACKAGE = ".asice";

    private final World world;

    public Opener(World world) {
        this.world = world;
    }

    /**
     * What to open.
     *
     * @param file the package, or the package encrypted
     * @param key the recipient's key file (PKCS#12); null for a package that is not encrypted
     * @param passphrase of that file; null with it
     * @param folder where to; made, and must not be there
     * @param trust roots that are believed
     * @param anyway unpack what is not genuine too, into a folder whose name says so
     */
    public record Order(Path file, Path key, char[] passphrase, Path folder, Collection<Path> trust, boolean anyway) {}

    /** The folder that a package is unpacked into when nobody says another: its name without endings, beside the caller. */
    public static Path folderOf(Path file) {
        String name = file.getFileName().toString();
        name = cut(cut(name, ENCRYPTED), PACKAGE);
        return Path.of(name.equals(file.getFileName().toString()) ? name + "-mo" : name);
    }

    private static String cut(String name, String ending) {
        return name.endsWith(ending) && name.length() > ending.length()
                ? name.substring(0, name.length() - ending.length())
                : name;
    }

    /**
     * Opens it.
     *
     * @throws VigilException CONFLICT when the folder is there; DENIED, NOT_GENUINE, USAGE as {@link Envelope#decrypt}; FAILED when
     *     it cannot be written
     */
    public Opened open(Order order, Progress progress) {
        Path wanted = order.folder().toAbsolutePath().normalize();
        if (Files.exists(wanted)) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-EVIDENCE-FOLDER", EvidenceText.FOLDER_THERE.with(wanted));
        }
        byte[] mark = new byte[6];
        world.random().nextBytes(mark);
        Path partial = wanted.resolveSibling(
                "." + wanted.getFileName() + "." + java.util.HexFormat.of().formatHex(mark) + ".part");
        try {
            Files.createDirectory(partial);
            boolean encrypted = !order.file().getFileName().toString().endsWith(PACKAGE);
            Path file = order.file();
            if (encrypted) {
                if (order.key() == null) {
                    throw new VigilException(
                                    ErrorKind.USAGE,
                                    "VG-EVIDENCE-KEY",
                                    EvidenceText.KEY_NEEDED.with(file.getFileName()))
                            .next(EvidenceText.KEY_NEEDED_NEXT.with(file.getFileName()));
                }
                file = partial.resolve(cut(order.file().getFileName().toString(), ENCRYPTED));
                new Envelope(world).decrypt(order.file(), file, Pkcs12.open(order.key(), order.passphrase()), progress);
            }
            Judgement judgement = PackageVerifier.judge(file, order.trust(), world.now(), progress);
            boolean genuine = judgement.verdict() != Judgement.Verdict.NOT_GENUINE;
            if (!genuine && !order.anyway() || isUnreadable(judgement)) {
                return new Opened(judgement, null, encrypted);
            }
            unpack(file, partial);
            Path into = genuine ? wanted : wanted.resolveSibling(wanted.getFileName() + "-KHONG-XAC-THUC");
            Files.move(partial, into);
            return new Opened(judgement, into, encrypted);
        } catch (IOException e) {
            VigilException told =
                    new VigilException(ErrorKind.FAILED, "VG-EVIDENCE-UNPACK", EvidenceText.NOT_UNPACKED.with(wanted));
            told.causedBy(e);
            throw told;
        } finally {
            clear(partial);
        }
    }

    /** A container that is none holds nothing that could be unpacked safely. */
    private static boolean isUnreadable(Judgement judgement) {
        return judgement.failed() != null && judgement.failed().name().equals("container");
    }

    private static void unpack(Path file, Path folder) throws IOException {
        try (AsiceReader reader = AsiceReader.open(file)) {
            for (String name : reader.names()) {
                Path target = folder.resolve(name).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("outside: " + name);
                }
                Files.createDirectories(target.getParent());
                try (InputStream in = reader.open(name)) {
                    Files.copy(in, target);
                }
            }
        }
    }

    private static void clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> all = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
