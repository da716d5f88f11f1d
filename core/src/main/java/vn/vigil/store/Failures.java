package vn.vigil.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/** Tells in sentences what the database told in codes. */
final class Failures {
    private Failures() {}

    static RuntimeException explain(Dialect dialect, Path file, SQLException e) {
        Dialect.Failure failure = dialect.failure(e);
        if (failure == null) {
            return new IllegalStateException("the store refused a statement", e);
        }
        VigilException told =
                switch (failure) {
                    case BUSY ->
                        new VigilException(ErrorKind.BUSY, "VG-STORE-BUSY", StoreText.BUSY.with())
                                .why(StoreText.BUSY_WHY.with());
                    case CORRUPT -> corrupt(file, List.of(String.valueOf(e.getMessage())));
                    case READ_ONLY -> readOnly(file);
                    case DISK_FULL -> new VigilException(ErrorKind.FAILED, "VG-STORE-FULL", StoreText.DISK_FULL.with());
                    case DISK_ERROR ->
                        new VigilException(ErrorKind.FAILED, "VG-STORE-DISK", StoreText.DISK_ERROR.with())
                                .next(StoreText.DISK_ERROR_NEXT.with());
                    case UNREACHABLE ->
                        new VigilException(ErrorKind.UNREACHABLE, "VG-STORE-UNREACHABLE", StoreText.UNREACHABLE.with());
                    case LOGIN_REFUSED ->
                        new VigilException(ErrorKind.DENIED, "VG-STORE-LOGIN", StoreText.LOGIN_REFUSED.with());
                };
        told.causedBy(e);
        return told;
    }

    /** Refuses a folder or device where the store's file should be. */
    static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-STORE-FOREIGN", StoreText.NOT_A_STORE.with(file));
        }
    }

    static VigilException noStore(Message where) {
        return new VigilException(ErrorKind.NO_STORE, "VG-STORE-MISSING", StoreText.NO_STORE.with())
                .why(where)
                .next(StoreText.RUN_INIT.with());
    }

    static VigilException older(int version) {
        return new VigilException(ErrorKind.NO_STORE, "VG-STORE-OLDER", StoreText.OLDER.with())
                .why(StoreText.OLDER_WHY.with(version, Upgrades.VERSION))
                .next(StoreText.RUN_INIT.with());
    }

    static VigilException newer(int version) {
        return new VigilException(ErrorKind.NO_STORE, "VG-STORE-NEWER", StoreText.FROM_THE_FUTURE.with())
                .why(StoreText.FROM_THE_FUTURE_WHY.with(version, Upgrades.VERSION))
                .next(StoreText.NEWER_VIGIL.with());
    }

    static VigilException corrupt(Path file, List<String> findings) {
        VigilException e = new VigilException(
                ErrorKind.FAILED, "VG-STORE-CORRUPT", StoreText.CORRUPT.with(file == null ? "PostgreSQL" : file));
        for (String finding : findings) {
            e.why(StoreText.CORRUPT_AT.with(finding));
        }
        return e.next(StoreText.RESTORE.with());
    }

    static VigilException readOnly(Path file) {
        return new VigilException(ErrorKind.FAILED, "VG-STORE-READ-ONLY", StoreText.READ_ONLY.with())
                .why(StoreText.READ_ONLY_WHY.with(file == null ? "PostgreSQL" : file));
    }
}
