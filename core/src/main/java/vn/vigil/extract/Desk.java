package vn.vigil.extract;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.evidence.ApprovalSheet;
import vn.vigil.evidence.RequestSheet;
import vn.vigil.evidence.Sheet;
import vn.vigil.hold.Holds;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.KeyCabinet;
import vn.vigil.people.People;
import vn.vigil.register.Register;
import vn.vigil.seal.Hash;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.TimeText;
import vn.vigil.text.Viet;

/**
 * What every act upon a request works with, and the record itself.
 *
 * @param holds opened only when footage is held or taken from a hold
 * @param packages finished packages
 * @param templates the user's own templates; need not exist
 */
record Desk(
        World world,
        Config config,
        Store store,
        Ledger ledger,
        People people,
        KeyCabinet keys,
        Register register,
        Supplier<Holds> holds,
        Path packages,
        Path templates) {

    /** The present as the store keeps it. */
    Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(world.now(), config.zone());
    }

    /** A moment as people at the site read it. */
    String local(Instant t) {
        return TimeText.print(t, config.zone());
    }

    /** @throws VigilException NOT_FOUND */
    SqlExtractStore.Row row(CaseId id) {
        return store.read(tx -> row(tx, id));
    }

    static SqlExtractStore.Row row(Tx tx, CaseId id) throws SQLException {
        SqlExtractStore.Row row = SqlExtractStore.get(tx, id);
        if (row == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-EXTRACT-NOT-FOUND", ExtractText.NO_REQUEST.with(id))
                    .next(ExtractText.NEXT_LIST.with());
        }
        return row;
    }

    static RequestSheet sheet(SqlExtractStore.Row row) {
        try {
            return Sheet.read(row.request(), RequestSheet::of);
        } catch (Sheet.SheetException e) {
            throw broken(row.id(), e);
        }
    }

    /** Null while nobody has approved. */
    static ApprovalSheet approval(SqlExtractStore.Row row) {
        if (row.approval() == null) {
            return null;
        }
        try {
            return Sheet.read(row.approval(), ApprovalSheet::of);
        } catch (Sheet.SheetException e) {
            throw broken(row.id(), e);
        }
    }

    private static VigilException broken(CaseId id, Sheet.SheetException e) {
        return new VigilException(ErrorKind.FAILED, "VG-EXTRACT-RECORD", ExtractText.RECORD_BROKEN.with(id))
                .causedBy(e);
    }

    /** Refuses what comes too late or too early. */
    static VigilException wrongState(SqlExtractStore.Row row) {
        return new VigilException(
                        ErrorKind.REFUSED,
                        "VG-EXTRACT-DECIDED",
                        ExtractText.DECIDED.with(row.id(), row.state().word()))
                .next(ExtractText.NEXT_SHOW.with(row.id()));
    }

    static void undecided(SqlExtractStore.Row row) {
        if (row.state() != ExtractState.REQUESTED) {
            throw wrongState(row);
        }
    }

    /** A request without what belongs to it. */
    static ExtractRequest line(SqlExtractStore.Row row) {
        return view(row, List.of(), List.of(), Map.of(), null);
    }

    /** A request with all that belongs to it. */
    static ExtractRequest whole(Tx tx, CaseId id) throws SQLException {
        return view(
                row(tx, id),
                SqlExtractStore.packages(tx, id),
                SqlExtractStore.deliveries(tx, id),
                SqlExtractStore.receipts(tx, id),
                SqlExtractStore.outcome(tx, id));
    }

    private static ExtractRequest view(
            SqlExtractStore.Row row,
            List<PackageFacts> packages,
            List<Delivery> deliveries,
            Map<Integer, String> receipts,
            CaseOutcome outcome) {
        ApprovalSheet approval = approval(row);
        return new ExtractRequest(
                row.id(),
                sheet(row).content(),
                row.state(),
                row.filedBy(),
                row.filedAt(),
                row.approvedBy(),
                row.decidedAt(),
                row.expiresAt(),
                row.refusedReason(),
                approval == null ? null : approval.paper(),
                row.laterPaper(),
                packages,
                deliveries,
                receipts,
                outcome);
    }

    Filed written(Tx tx, CaseId id) throws SQLException {
        return new Filed(whole(tx, id), writes(), List.of());
    }

    Filed unchanged(Tx tx, CaseId id) throws SQLException {
        return new Filed(whole(tx, id), Filed.Outcome.UNCHANGED, List.of());
    }

    Filed.Outcome writes() {
        return store.isRehearsal() ? Filed.Outcome.WOULD_WRITE : Filed.Outcome.WRITTEN;
    }

    static String sha256(byte[] bytes) {
        return Hash.hex(Hash.sha256(bytes));
    }

    /** Composed and trimmed, so that the same typed twice is the same; empty for null. */
    static String tidy(String text) {
        return text == null ? "" : Viet.nfc(text).strip();
    }

    /** As {@link #tidy}; null for what is empty. */
    static String tidyOrNull(String text) {
        String tidy = tidy(text);
        return tidy.isEmpty() ? null : tidy;
    }

    static void missing(List<Message> faults, String text, String flag) {
        if (text == null || text.isEmpty()) {
            faults.add(ExtractText.FIELD_MISSING.with(flag));
        }
    }

    /** Fails when there are faults, with all of them. */
    static void refuse(List<Message> faults) {
        if (!faults.isEmpty()) {
            VigilException e =
                    new VigilException(ErrorKind.USAGE, "VG-EXTRACT-REQUEST", ExtractText.REQUEST_FAULTS.with());
            faults.forEach(e::why);
            throw e;
        }
    }
}
