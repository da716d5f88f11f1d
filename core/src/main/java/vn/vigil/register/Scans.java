package vn.vigil.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.config.PrivateFiles;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.KeyCabinet;
import vn.vigil.store.Store;
import vn.vigil.text.Viet;

/** Scans of signed papers: what {@link Register} says of them. */
final class Scans {
    private static final int LIMIT = 64 << 20;
    private static final int LINE = 200;

    private final Store store;
    private final Ledger ledger;
    private final Path folder;
    private final Supplier<KeyCabinet> keys;

    Scans(Store store, Ledger ledger, Path folder, Supplier<KeyCabinet> keys) {
        this.store = store;
        this.ledger = ledger;
        this.folder = folder;
        this.keys = keys;
    }

    SavedScan take(
            Actor actor,
            String key,
            Path file,
            String signer,
            LocalDate signedDay,
            String number,
            Instant now,
            LocalDate today) {
        List<Message> faults = new ArrayList<>();
        if (key == null || !EntryReader.isKey(key)) {
            faults.add(RegisterText.FIELD_FAULT.with("key", RegisterText.BAD_KEY.with(String.valueOf(key))));
        }
        String signed = signer == null ? "" : Viet.nfc(signer.strip());
        if (signed.isEmpty() || signed.length() > LINE || !oneLine(signed)) {
            faults.add(RegisterText.FIELD_FAULT.with(
                    "signer", signed.isEmpty() ? RegisterText.MISSING.with() : RegisterText.BAD_TEXT.with(LINE)));
        }
        if (signedDay == null || signedDay.isAfter(today)) {
            faults.add(RegisterText.FIELD_FAULT.with(
                    "signedDay",
                    signedDay == null ? RegisterText.MISSING.with() : RegisterText.SIGNED_LATER.with(signedDay)));
        }
        String symbol = number == null ? null : OutsideNumber.read(number);
        if (number != null && symbol == null) {
            faults.add(RegisterText.FIELD_FAULT.with("number", RegisterText.BAD_NUMBER.with(number)));
        }
        byte[] content = content(file, faults);
        MediaType type = content == null ? null : MediaType.of(content);
        if (content != null && type == null) {
            faults.add(RegisterText.FIELD_FAULT.with("file", RegisterText.NOT_A_SCAN.with()));
        }
        if (!faults.isEmpty()) {
            VigilException e = new VigilException(
                    ErrorKind.USAGE, "VG-REGISTER-SCAN", RegisterText.CANNOT_SCAN.with(file.toString()));
            faults.forEach(e::why);
            throw e;
        }
        String sha256 = sha256(content);
        Scan asked = new Scan(
                key, sha256, type.word(), content.length, signed, signedDay, symbol, false, now, Register.by(actor));
        Scan there = store.read(tx -> find(SqlRegisterStore.scans(tx, key), sha256));
        if (there != null) {
            return unchanged(there, asked);
        }
        // The file first, under its fingerprint: should this end here, an unused file stays, which the next call takes.
        boolean sealed = put(sha256, type, content, now);
        return store.write(tx -> {
            Scan other = find(SqlRegisterStore.scans(tx, key), sha256);
            if (other != null) {
                return unchanged(other, asked);
            }
            Scan scan = new Scan(
                    key,
                    sha256,
                    type.word(),
                    content.length,
                    signed,
                    signedDay,
                    symbol,
                    sealed,
                    now,
                    Register.by(actor));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("sha256", sha256);
            details.put("mediaType", type.word());
            details.put("size", (long) content.length);
            details.put("signer", signed);
            details.put("signedDay", signedDay.toString());
            details.put("number", symbol);
            details.put("sealed", sealed);
            ledger.append(tx, new vn.vigil.ledger.Entry(actor.who(), "register.scan", key, details));
            SqlRegisterStore.insert(tx, scan);
            return new SavedScan(scan, true);
        });
    }

    private static SavedScan unchanged(Scan there, Scan asked) {
        boolean same = there.signer().equals(asked.signer())
                && there.signedDay().equals(asked.signedDay())
                && Objects.equals(there.number(), asked.number());
        if (same) {
            return new SavedScan(there, false);
        }
        VigilException e = new VigilException(
                ErrorKind.CONFLICT, "VG-REGISTER-SCAN-DIFFERENT", RegisterText.DIFFERENT_SCAN.with(there.key()));
        differ(e, "signer", there.signer(), asked.signer());
        differ(e, "signedDay", there.signedDay(), asked.signedDay());
        differ(e, "number", there.number(), asked.number());
        throw e;
    }

    private static void differ(VigilException e, String field, Object there, Object asked) {
        if (!Objects.equals(there, asked)) {
            Object nothing = RegisterText.NOTHING.with();
            e.why(RegisterText.DIFFERENCE.with(
                    field, there == null ? nothing : there.toString(), asked == null ? nothing : asked.toString()));
        }
    }

    private static Scan find(List<Scan> scans, String sha256) {
        for (Scan scan : scans) {
            if (scan.sha256().equals(sha256)) {
                return scan;
            }
        }
        return null;
    }

    /** Stores the file, and beside it the department's signature where there is a key. Returns whether it is sealed. */
    private boolean put(String sha256, MediaType type, byte[] content, Instant now) {
        if (store.isRehearsal()) {
            return keys.get().hasDepartmentKey();
        }
        Path target = folder.resolve(sha256 + "." + type.ending());
        Path signature = folder.resolve(sha256 + ".p7s");
        try {
            PrivateFiles.folder(folder);
            if (!Files.exists(target) || !sha256.equals(sha256(Files.readAllBytes(target)))) {
                PrivateFiles.replace(target, content);
            }
            if (!Files.exists(signature)) {
                byte[] signed = Sealing.sign(keys.get(), content, now);
                if (signed == null) {
                    return false;
                }
                PrivateFiles.replace(signature, signed);
            }
            return true;
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.FAILED, "VG-REGISTER-WRITE", RegisterText.UNWRITABLE.with(folder.toString()))
                    .causedBy(e);
        }
    }

    List<Scan> list(String key) {
        return store.read(tx -> SqlRegisterStore.scans(tx, key));
    }

    Path file(Scan scan) {
        Path file = folder.resolve(
                scan.sha256() + "." + MediaType.of(scan.mediaType()).ending());
        try {
            if (Files.size(file) == scan.size()
                    && sha256(Files.readAllBytes(file)).equals(scan.sha256())) {
                return file;
            }
        } catch (NoSuchFileException e) {
            throw new VigilException(
                    ErrorKind.NOT_GENUINE, "VG-REGISTER-SCAN-GONE", RegisterText.SCAN_GONE.with(scan.key()));
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.FAILED, "VG-REGISTER-READ", RegisterText.CANNOT_SCAN.with(file.toString()))
                    .why(RegisterText.UNREADABLE.with())
                    .causedBy(e);
        }
        throw new VigilException(
                ErrorKind.NOT_GENUINE, "VG-REGISTER-SCAN-CHANGED", RegisterText.SCAN_CHANGED.with(scan.key()));
    }

    private static boolean oneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The file's bytes; null, and a fault, when it cannot be taken. */
    private static byte[] content(Path file, List<Message> faults) {
        RegisterText fault;
        try {
            if (!Files.exists(file)) {
                fault = RegisterText.NO_FILE;
            } else if (!Files.isRegularFile(file)) {
                // A pipe would never end.
                fault = RegisterText.NOT_A_FILE;
            } else {
                try (InputStream in = Files.newInputStream(file)) {
                    byte[] content = in.readNBytes(LIMIT + 1);
                    if (content.length > 0 && content.length <= LIMIT) {
                        return content;
                    }
                    fault = content.length == 0 ? RegisterText.EMPTY_FILE : RegisterText.TOO_LARGE;
                }
            }
        } catch (IOException e) {
            fault = RegisterText.UNREADABLE;
        }
        faults.add(RegisterText.FIELD_FAULT.with(
                "file", fault == RegisterText.TOO_LARGE ? fault.with(LIMIT >> 20) : fault.with()));
        return null;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
