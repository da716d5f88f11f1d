package vn.vigil.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.text.Dong;
import vn.vigil.text.Viet;

/** Reads what people wrote, and collects all that is wrong with it; fields are named as their options. For one input. */
final class Faults {
    static final int LINE = 200;
    static final int NOTE = 2000;
    static final int MAX_DAYS = 31;
    static final int MAX_AGREED_DAYS = 366;
    static final int MAX_QUANTITY = 100_000;
    static final int MAX_PARTS = 200;
    static final int MAX_MONTHS = 120;
    private static final long MAX_PHOTO = 256L << 20;

    private final List<Message> all;

    Faults(List<Message> misread) {
        all = new ArrayList<>(misread);
    }

    void add(String field, Message what) {
        all.add(UpkeepText.FIELD_FAULT.with(field, what));
    }

    /** Whether something is wrong with that field already: what could not be read is not also missing. */
    private boolean told(String field) {
        for (Message fault : all) {
            if (fault.args().contains(field)) {
                return true;
            }
        }
        return false;
    }

    boolean none() {
        return all.isEmpty();
    }

    /** @throws VigilException USAGE with every fault, when there is one */
    void refuse(String id, Message what) {
        if (!all.isEmpty()) {
            VigilException e = new VigilException(ErrorKind.USAGE, id, what);
            all.forEach(e::why);
            throw e;
        }
    }

    /** One line in NFC; null when nothing was written. */
    String text(String field, String written, int max) {
        String text = written == null ? "" : Viet.nfc(written.strip());
        boolean bad = text.length() > max;
        for (int i = 0; i < text.length() && !bad; i++) {
            bad = Character.isISOControl(text.charAt(i));
        }
        if (bad) {
            add(field, UpkeepText.BAD_TEXT.with(max));
        }
        return text.isEmpty() ? null : text;
    }

    /** As {@link #text}, and a fault when nothing was written. */
    String demanded(String field, String written, int max) {
        String text = text(field, written, max);
        if (text == null) {
            add(field, UpkeepText.MISSING.with());
        }
        return text;
    }

    /** Null when nothing was written. */
    Long money(String field, String written) {
        if (written == null) {
            return null;
        }
        long amount = Dong.parse(written);
        if (amount < 0) {
            add(field, UpkeepText.BAD_MONEY.with(written));
            return null;
        }
        return amount;
    }

    /** {@code 3mo} or {@code 1y} in months; null when nothing was written. */
    Integer every(String field, String written) {
        if (written == null) {
            return null;
        }
        String text = written.strip();
        int unit = text.endsWith("mo") ? 1 : text.endsWith("y") ? 12 : 0;
        String digits = text.substring(0, Math.max(0, text.length() - (unit == 1 ? 2 : 1)));
        if (unit == 0 || !digits.matches("[0-9]{1,3}")) {
            add(field, UpkeepText.BAD_EVERY.with(written));
            return null;
        }
        int months = Integer.parseInt(digits) * unit;
        if (months < 1 || months > MAX_MONTHS) {
            add(field, UpkeepText.BAD_EVERY.with(written));
            return null;
        }
        return months;
    }

    /** Each {@code name:quantity:unit price}; a name may hold colons. */
    List<Part> parts(String field, List<String> written) {
        List<Part> parts = new ArrayList<>();
        if (written.size() > MAX_PARTS) {
            add(field, UpkeepText.TOO_MANY_PARTS.with(MAX_PARTS));
            return parts;
        }
        long sum = 0;
        for (String text : written) {
            Part part = part(field, text);
            if (part != null) {
                parts.add(part);
                sum = Math.min(Dong.MAX + 1, sum + Math.min(Dong.MAX + 1, part.price()));
            }
        }
        if (sum > Dong.MAX) {
            add(field, UpkeepText.SUM_TOO_LARGE.with(Dong.MAX));
            return List.of();
        }
        return parts;
    }

    private Part part(String field, String text) {
        int last = text.lastIndexOf(':');
        int middle = last < 0 ? -1 : text.lastIndexOf(':', last - 1);
        if (middle < 0) {
            add(field, UpkeepText.BAD_PART.with(text));
            return null;
        }
        String name = text(field, text.substring(0, middle), LINE);
        String count = text.substring(middle + 1, last).strip();
        int quantity = count.matches("[0-9]{1,6}") ? Integer.parseInt(count) : 0;
        long price = Dong.parse(text.substring(last + 1));
        if (name == null || quantity < 1 || quantity > MAX_QUANTITY || price < 0) {
            add(field, UpkeepText.BAD_PART.with(text));
            return null;
        }
        return new Part(name, quantity, price);
    }

    /** The window; null when it is none. */
    TimeSpan window(Instant from, Instant to, boolean longAgreed) {
        if (from == null && !told("--from")) {
            add("--from", UpkeepText.MISSING.with());
        }
        if (to == null && !told("--to")) {
            add("--to", UpkeepText.NO_END.with());
        }
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            add("--to", UpkeepText.BACKWARDS.with());
            return null;
        }
        Duration length = Duration.between(from, to);
        if (length.compareTo(Duration.ofDays(MAX_AGREED_DAYS)) > 0) {
            add("--to", UpkeepText.MUCH_TOO_LONG.with(MAX_AGREED_DAYS));
        } else if (!longAgreed && length.compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
            add("--to", UpkeepText.TOO_LONG.with(MAX_DAYS));
        }
        return new TimeSpan(from, to);
    }

    /** The reference and, where it names a file, that file's hash; null when nothing was written. */
    Photo photo(String field, String written) {
        String reference = text(field, written, LINE);
        if (reference == null) {
            return null;
        }
        Path file;
        try {
            file = Path.of(reference);
        } catch (InvalidPathException e) {
            return new Photo(reference, null);
        }
        if (!Files.isRegularFile(file)) {
            return new Photo(reference, null);
        }
        try {
            if (Files.size(file) > MAX_PHOTO) {
                add(field, UpkeepText.PHOTO_TOO_LARGE.with(MAX_PHOTO >> 20));
                return null;
            }
            return new Photo(reference, sha256(file));
        } catch (IOException e) {
            add(field, UpkeepText.PHOTO_UNREADABLE.with(reference));
            return null;
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[64 << 10];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
