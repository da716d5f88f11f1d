package vn.vigil.hold;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.World;
import vn.vigil.config.PrivateFiles;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretRef;
import vn.vigil.secret.Vault;

/** The encrypted files of holds, {@code holds/<id>/<name>.sealed}, and their keys in the vault. One thread. */
final class Coffer {
    private static final String SEALED = ".sealed";
    private static final int BUFFER = 256 * 1024;

    private final World world;
    private final Path holds;
    private final Vault vault;

    Coffer(World world, Path holds, Vault vault) {
        this.world = world;
        this.holds = holds;
        this.vault = vault;
    }

    /** Seals a file under a name; it lies whole on the disk once this returns. Returns the SHA-256 of the file, hex. */
    String put(CaseId hold, String name, Path file) throws IOException {
        SecretRef ref = ref(hold);
        if (!vault.has(ref)) {
            byte[] fresh = new byte[32];
            world.random().nextBytes(fresh);
            vault.put(ref, Secret.of(HexFormat.of().formatHex(fresh)));
            Arrays.fill(fresh, (byte) 0);
        }
        Path folder = PrivateFiles.folder(holds.resolve(hold.toString()));
        Path target = folder.resolve(name + SEALED);
        Path fresh = folder.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        byte[] key = key(hold);
        try {
            PrivateFiles.newFile(fresh);
            String sha256;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                    FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
                sha256 = SealedCopy.seal(in, out, key, world.random());
                out.flush();
                channel.force(true);
            }
            PrivateFiles.rename(fresh, target);
            PrivateFiles.syncFolder(holds);
            return sha256;
        } finally {
            Arrays.fill(key, (byte) 0);
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Opens a sealed file.
     *
     * @param target where the bytes go, made new; null: nowhere, they are only looked at
     * @return the SHA-256 of the file, hex
     * @throws SealedCopy.Broken when it is not what was sealed, or it or its key is gone
     */
    String open(CaseId hold, String name, Path target) throws IOException {
        Path sealed = holds.resolve(hold.toString()).resolve(name + SEALED);
        if (!Files.isRegularFile(sealed) || !vault.has(ref(hold))) {
            throw new SealedCopy.Broken("gone");
        }
        byte[] key = key(hold);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(sealed), BUFFER);
                OutputStream out = target == null
                        ? OutputStream.nullOutputStream()
                        : new BufferedOutputStream(Files.newOutputStream(PrivateFiles.newFile(target)), BUFFER)) {
            return SealedCopy.open(in, out, key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Removes files that no record names: a copy that was broken off left them. */
    void sweep(CaseId hold, Set<String> names) throws IOException {
        Path folder = holds.resolve(hold.toString());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.endsWith(SEALED) || !names.contains(name.substring(0, name.length() - SEALED.length()))) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Erases key and files; without the key, what the disk may still hold of them tells nothing. */
    void erase(CaseId hold) throws IOException {
        vault.forget(ref(hold));
        sweep(hold, Set.of());
        Files.deleteIfExists(holds.resolve(hold.toString()));
    }

    private byte[] key(CaseId hold) {
        try (Secret secret = vault.get(ref(hold))) {
            return HexFormat.of().parseHex(secret.text());
        }
    }

    private static SecretRef ref(CaseId hold) {
        return new SecretRef("hold/" + hold.toString().toLowerCase(Locale.ROOT));
    }
}
