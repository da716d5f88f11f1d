package vn.vigil.witness;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.PrivateFiles;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Checkpoint;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.LedgerReport;
import vn.vigil.ledger.Remembered;
import vn.vigil.ledger.VKey;
import vn.vigil.people.KeyCabinet;
import vn.vigil.people.People;
import vn.vigil.seal.Hash;
import vn.vigil.seal.TimestampClient;
import vn.vigil.seal.TimestampException;
import vn.vigil.seal.TimestampToken;
import vn.vigil.seal.TrustAnchors;

/** Signs heads of the ledger, and holds the ledger against heads that others kept. One thread. */
public final class Witness {
    private final World world;
    private final Config config;
    private final Ledger ledger;
    private final People people;
    private final KeyCabinet keys;

    public Witness(World world, Config config, Ledger ledger, People people, KeyCabinet keys) {
        this.world = world;
        this.config = config;
        this.ledger = ledger;
        this.people = people;
        this.keys = keys;
    }

    /**
     * Signs the ledger as it stands, has it timestamped where an authority is named, and remembers it. The ledger itself stays as it
     * is: a head that were an entry would be out of date at once.
     *
     * @param tsa authority for this once; null for the setting's
     * @param trust roots that it is believed by, besides those of the site
     */
    public SignedHead checkpoint(URI tsa, List<Path> trust) {
        byte[] note = ledger.sign(keys.logKey());
        VKey key = ledger.vkey();
        Checkpoint head = Checkpoint.open(note, key);
        for (Remembered one : ledger.remembered()) {
            if (Arrays.equals(one.note(), note) && one.token() != null) {
                return new SignedHead(head, note, key.text(), one.token(), time(one.token(), note, trust), null, true);
            }
        }
        TimestampToken token = null;
        Message missing = null;
        TimestampClient authority = authority(tsa, trust);
        if (authority != null) {
            try {
                token = authority.stamp(Hash.sha256(note));
            } catch (TimestampException e) {
                missing = e.reason();
            }
        }
        ledger.remember(note, token == null ? null : token.bytes());
        return new SignedHead(
                head,
                note,
                key.text(),
                token == null ? null : token.bytes(),
                token == null ? null : token.time(),
                missing,
                false);
    }

    private java.time.Instant time(byte[] token, byte[] note, List<Path> trust) {
        try {
            return TimestampToken.verify(token, Hash.sha256(note), anchors(trust), world.now())
                    .time();
        } catch (TimestampException e) {
            return null;
        }
    }

    private TimestampClient authority(URI tsa, List<Path> trust) {
        String setting = config.text(Setting.TSA_URL);
        URI address = tsa != null ? tsa : setting == null ? null : URI.create(setting);
        return address == null ? null : new TimestampClient(world, address, anchors(trust));
    }

    private TrustAnchors anchors(List<Path> trust) {
        List<X509Certificate> roots = new ArrayList<>(TrustAnchors.read(trust).roots());
        roots.addAll(people.trustAnchors().roots());
        return new TrustAnchors(roots);
    }

    /**
     * Checks the ledger, also against heads from elsewhere.
     *
     * @param against files with a signed note, or {@code SIZE/ROOT} as it is printed on paper
     * @throws VigilException USAGE when one is neither; NOT_GENUINE when a note is not signed by this ledger's key
     */
    public LedgerReport verify(List<String> against) {
        List<Checkpoint> heads = new ArrayList<>();
        for (String one : against) {
            heads.add(head(one));
        }
        return ledger.verify(heads);
    }

    private Checkpoint head(String text) {
        Checkpoint typed = Checkpoint.typed(text);
        if (typed != null) {
            return typed;
        }
        byte[] note;
        try {
            note = Files.readAllBytes(Path.of(text));
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new VigilException(ErrorKind.USAGE, "VG-LEDGER-CHECKPOINT", WitnessText.NO_CHECKPOINT.with(text))
                    .why(WitnessText.NO_CHECKPOINT_WHY.with());
        }
        VKey key = ledger.vkey();
        if (key == null) {
            throw new VigilException(ErrorKind.NOT_GENUINE, "VG-LEDGER-NO-KEY", WitnessText.NO_KEY.with())
                    .next(WitnessText.NO_KEY_NEXT.with());
        }
        Checkpoint head = Checkpoint.open(note, key);
        if (head == null) {
            throw new VigilException(ErrorKind.NOT_GENUINE, "VG-LEDGER-OTHER-KEY", WitnessText.OTHER_KEY.with(text));
        }
        return head;
    }

    /** @throws VigilException NOT_FOUND when there is no such entry */
    public byte[] proof(long seq) {
        if (seq < 1 || ledger.list(null, seq, 1).isEmpty()) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-LEDGER-NO-ENTRY", WitnessText.NO_ENTRY.with(seq));
        }
        return ledger.proof(seq, keys.logKey());
    }

    /**
     * Writes the log as others read it: {@code log.jsonl} with one entry a line, {@code checkpoint}, {@code log.vkey}.
     *
     * @param folder is made when it is not there; holds none of these files
     * @return the head that was written
     */
    public SignedHead export(Path folder, URI tsa, List<Path> trust) {
        SignedHead signed = checkpoint(tsa, trust);
        try {
            PrivateFiles.folder(folder);
            Path log = PrivateFiles.newFile(folder.resolve("log.jsonl"));
            try (BufferedWriter out =
                    Files.newBufferedWriter(log, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING)) {
                long[] left = {signed.head().size()};
                ledger.bodies(body -> {
                    // What was entered since is not in the signed head.
                    if (left[0]-- > 0) {
                        line(out, body);
                    }
                });
            }
            write(folder.resolve("checkpoint"), signed.note());
            write(folder.resolve("log.vkey"), (signed.vkey() + "\n").getBytes(StandardCharsets.UTF_8));
            if (signed.token() != null) {
                write(folder.resolve("checkpoint.tst"), signed.token());
            }
            PrivateFiles.syncFolder(folder);
        } catch (FileAlreadyExistsException e) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-LEDGER-EXPORT", WitnessText.NOT_EMPTY.with(folder));
        } catch (IOException | UncheckedIOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-LEDGER-EXPORT", WitnessText.UNWRITABLE.with(folder))
                    .causedBy(e);
        }
        return signed;
    }

    private static void line(BufferedWriter out, String body) {
        try {
            out.write(body);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(PrivateFiles.newFile(file), bytes);
    }

    /**
     * Writes a head, and its token beside as {@code FILE.tst}.
     *
     * @throws VigilException CONFLICT when another file is there
     */
    public void write(SignedHead signed, Path file) {
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), signed.note())) {
                return;
            }
            write(file, signed.note());
            if (signed.token() != null) {
                write(Path.of(file + ".tst"), signed.token());
            }
        } catch (FileAlreadyExistsException e) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-LEDGER-EXPORT", WitnessText.NOT_EMPTY.with(file));
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-LEDGER-EXPORT", WitnessText.UNWRITABLE.with(file))
                    .causedBy(e);
        }
    }
}
