package vn.vigil.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.evidence.MaskSheet;
import vn.vigil.evidence.Sheet;
import vn.vigil.ledger.CanonicalJson;

/** A file of masks as a person edits it: JSON with a line for each mask. Stateless. */
final class MaskFile {
    private static final long MOST_BYTES = 8L << 20;

    private MaskFile() {}

    /** @throws VigilException USAGE when it is none, NOT_FOUND when it is not there */
    static MaskSheet read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw unreadable(ErrorKind.NOT_FOUND, file);
            }
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(ErrorKind.USAGE, file);
            }
            return Sheet.read(Files.readAllBytes(file), MaskSheet::of);
        } catch (Sheet.SheetException | IOException e) {
            throw unreadable(ErrorKind.USAGE, file).causedBy(e);
        }
    }

    private static VigilException unreadable(ErrorKind kind, Path file) {
        return new VigilException(kind, "VG-COPY-MASKS", CopyText.MASKS_UNREADABLE.with(file));
    }

    /** Members in reading order, each mask on a line of its own, so that one can be struck out with its line. */
    static byte[] bytes(MaskSheet sheet) {
        StringBuilder out = new StringBuilder("{\n");
        for (Map.Entry<String, Object> member : sheet.members().entrySet()) {
            out.append("  \"").append(member.getKey()).append("\": ");
            if (member.getValue() instanceof Iterable<?> masks) {
                String between = "[\n";
                for (Object mask : masks) {
                    out.append(between).append("    ").append(json(mask));
                    between = ",\n";
                }
                out.append(between.equals("[\n") ? "[]" : "\n  ]").append('\n');
            } else {
                out.append(json(member.getValue())).append(",\n");
            }
        }
        return out.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        String wrapped = new String(CanonicalJson.bytes(Map.of("v", value)), StandardCharsets.UTF_8);
        return wrapped.substring("{\"v\":".length(), wrapped.length() - 1);
    }
}
