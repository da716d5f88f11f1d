package vn.vigil.camera;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.store.Tx;

/** Changes of the inventory's own table. Every method works inside the transaction it is given. Stateless. */
final class SqlInventoryStore {
    private static final String SET;

    static {
        StringBuilder set = new StringBuilder();
        for (String column : SqlCameraStore.COLUMNS.split(",")) {
            set.append(set.length() == 0 ? "" : ", ").append(column.strip()).append(" = ?");
        }
        SET = set.toString();
    }

    /** Writes every fact of a camera that is there; its login keeps its number. */
    void update(Tx tx, Camera c) throws SQLException {
        tx.run(
                "update camera set " + SET + " where id = ? and removed_at_ms is null",
                SqlCameraStore.values(c, c.id().value()));
    }

    /** Takes it out; name and history stay. Its login begins a new number, so that nothing of the old one counts. */
    void remove(Tx tx, CameraId id, Instant at) throws SQLException {
        tx.run(
                "update camera set removed_at_ms = ?, login_user = null, login_version = login_version + 1"
                        + " where id = ? and removed_at_ms is null",
                at.toEpochMilli(),
                id.value());
        forgive(tx, id);
    }

    /** A camera that was removed, or null. */
    Removed removed(Tx tx, CameraId id) throws SQLException {
        List<Removed> found = removed(tx, " and id = ?", id.value());
        return found.isEmpty() ? null : found.get(0);
    }

    /** All cameras that were removed, by id. */
    List<Removed> removed(Tx tx) throws SQLException {
        return removed(tx, "");
    }

    private static List<Removed> removed(Tx tx, String where, Object... values) throws SQLException {
        List<Removed> all = new ArrayList<>();
        try (PreparedStatement statement = tx.prepare(
                        "select " + SqlCameraStore.COLUMNS
                                + ", removed_at_ms from camera where removed_at_ms is not null" + where
                                + " order by id",
                        values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Camera camera = SqlCameraStore.camera(rows);
                all.add(new Removed(camera, Instant.ofEpochMilli(rows.getLong("removed_at_ms")), false));
            }
        }
        return all;
    }

    /** Forgets that a login was refused: it may be tried again. */
    void forgive(Tx tx, CameraId id) throws SQLException {
        tx.run("delete from camera_refusal where camera_id = ?", id.value());
    }

    /** Which cameras refuse their present login, and since when. */
    Map<CameraId, Instant> refused(Tx tx) throws SQLException {
        Map<CameraId, Instant> all = new HashMap<>();
        try (PreparedStatement statement = tx.prepare(
                        "select r.camera_id, r.refused_at_ms from camera_refusal r join camera c on c.id = r.camera_id"
                                + " where r.login_version = c.login_version and c.removed_at_ms is null");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.put(new CameraId(rows.getString(1)), Instant.ofEpochMilli(rows.getLong(2)));
            }
        }
        return all;
    }
}
