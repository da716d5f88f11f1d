package vn.vigil.camera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Who;
import vn.vigil.store.Store;

/** The advisories in force: those shipped, under those that the site imported. Stateless. */
final class AdvisoryBook {
    private static final int MAX_MIB = 4;
    private static final int MAX_FAULTS = 100;

    private final World world;
    private final ZoneId zone;
    private final Store store;
    private final Ledger ledger;
    private final SqlAuditStore sql = new SqlAuditStore();

    AdvisoryBook(World world, ZoneId zone, Store store, Ledger ledger) {
        this.world = world;
        this.zone = zone;
        this.store = store;
        this.ledger = ledger;
    }

    /** @param importedAt null while only the shipped table counts */
    record InForce(Advisories table, Instant importedAt) {}

    InForce inForce() {
        SqlAuditStore.Imported imported = store.read(sql::advisories);
        Advisories shipped = Advisories.shipped();
        if (imported == null) {
            return new InForce(shipped, null);
        }
        // It was read without a fault when it came in.
        Advisories own = Advisories.read(imported.text(), LocalDate.MAX).table();
        return new InForce(shipped.with(own), imported.at());
    }

    AdvisoriesImported take(Path file, Who who) {
        String text = text(file);
        Advisories.Reading reading = Advisories.read(text, LocalDate.ofInstant(world.now(), zone));
        if (!reading.faults().isEmpty()) {
            throw refuse(file, reading.faults());
        }
        Advisories table = reading.table();
        SqlAuditStore.Imported there = store.read(sql::advisories);
        if (there != null && there.text().equals(text)) {
            return new AdvisoriesImported(table.date(), table.rows().size(), true);
        }
        if (there != null && table.date().isBefore(there.date())) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-AUDIT-TABLE-OLDER", AuditText.TABLE_OLDER.with(file))
                    .why(AuditText.TABLE_OLDER_WHY.with(table.date(), there.date()));
        }
        Instant now = world.now();
        store.write(tx -> {
            sql.saveAdvisories(tx, new SqlAuditStore.Imported(now, table.date(), text));
            ledger.append(
                    tx,
                    new Entry(
                            who,
                            "camera.advisories",
                            "camera/advisories",
                            Map.of("date", table.date().toString(), "rows", (long)
                                    table.rows().size())));
            return null;
        });
        return new AdvisoriesImported(table.date(), table.rows().size(), false);
    }

    private static String text(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new VigilException(ErrorKind.NOT_FOUND, "VG-AUDIT-TABLE-FILE", CameraText.NO_FILE.with(file));
            }
            if (Files.size(file) > (long) MAX_MIB << 20) {
                throw refuse(file, List.of(AuditText.TABLE_TOO_LARGE.with(MAX_MIB)));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refuse(file, List.of(CameraText.IMPORT_NOT_UTF8.with()));
        } catch (IOException e) {
            throw refuse(file, List.of(AuditText.TABLE_NOT_READ.with())).causedBy(e);
        }
    }

    private static VigilException refuse(Path file, List<Message> faults) {
        VigilException e = new VigilException(
                ErrorKind.USAGE, "VG-AUDIT-TABLE", AuditText.CANNOT_IMPORT.with(file, faults.size()));
        faults.subList(0, Math.min(MAX_FAULTS, faults.size())).forEach(e::why);
        return e;
    }
}
