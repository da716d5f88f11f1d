package vn.vigil.camera;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.media.LumaThumb;
import vn.vigil.store.Tx;
import vn.vigil.store.Work;

/** The tables of cameras. Every method works inside the transaction it is given. Stateless. */
final class SqlCameraStore {
    static final String COLUMNS = "id, name, url, sub_url, onvif, replay_url, recording, login_user, essential, place,"
            + " maker, model, firmware, serial, hardware,"
            + " driver, address, channel, folder, basic_allowed, tls_pin, dialect,"
            + " group_names, site, purpose, retention_days, installed_day, supplier, warranty_day, uplink";

    /** A camera's number, by which the tables that grow name it. */
    private static final String NUMBER = "(select no from camera where id = ?)";

    /** Parameters: camera, when, offset, error, how. */
    static final String SAVE_CLOCK =
            "insert into camera_clock (camera_no, measured_at_ms, offset_ms, error_ms, how) values ("
                    + NUMBER + ", ?, ?, ?, ?) on conflict (camera_no, measured_at_ms) do update set"
                    + " offset_ms = excluded.offset_ms, error_ms = excluded.error_ms, how = excluded.how";

    /** A login that a camera refused. */
    record Refusal(long loginVersion, Instant at) {}

    /** {@link #all} as a class of its own, since lambdas cost start-up time. */
    record Listing(SqlCameraStore sql) implements Work<List<Camera>> {
        @Override
        public List<Camera> in(Tx tx) throws SQLException {
            return sql.all(tx);
        }
    }

    List<Camera> all(Tx tx) throws SQLException {
        List<Camera> cameras = new ArrayList<>();
        try (PreparedStatement statement =
                        tx.prepare("select " + COLUMNS + " from camera where removed_at_ms is null order by id");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                cameras.add(camera(rows));
            }
        }
        return cameras;
    }

    /** The camera, or null. */
    Camera find(Tx tx, CameraId id) throws SQLException {
        try (PreparedStatement statement = tx.prepare(
                        "select " + COLUMNS + " from camera where id = ? and removed_at_ms is null", id.value());
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? camera(rows) : null;
        }
    }

    static Camera camera(ResultSet r) throws SQLException {
        return new Camera(
                new CameraId(r.getString(1)),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getString(8),
                r.getLong(9) == 1,
                r.getString(10),
                new DeviceFacts(r.getString(11), r.getString(12), r.getString(13), r.getString(14), r.getString(15)),
                new Route(
                        DriverKind.of(r.getString(16)),
                        r.getString(17),
                        r.getInt(18),
                        r.getString(19),
                        r.getLong(20) == 1,
                        r.getString(21),
                        r.getString(22)),
                card(r));
    }

    private static Card card(ResultSet r) throws SQLException {
        String groups = r.getString(23);
        String installed = r.getString(27);
        String warranty = r.getString(29);
        String site = r.getString(24);
        String purpose = r.getString(25);
        String supplier = r.getString(28);
        String uplink = r.getString(30);
        return new Card(
                groups.isEmpty() ? List.of() : List.of(groups.split(",")),
                site,
                purpose,
                r.getInt(26),
                installed == null ? null : LocalDate.parse(installed),
                supplier,
                warranty == null ? null : LocalDate.parse(warranty),
                uplink);
    }

    void insert(Tx tx, Camera c, Instant now) throws SQLException {
        tx.run(
                "insert into camera (" + COLUMNS + ", login_version, added_at_ms, no)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, (select coalesce(max(no), 0) + 1 from camera))",
                values(c, c.user() == null ? 0 : 1, now.toEpochMilli()));
    }

    /** The values of {@link #COLUMNS}, then {@code more}. */
    static Object[] values(Camera c, Object... more) {
        Route route = c.route();
        Card card = c.card();
        List<Object> all = new ArrayList<>(java.util.Arrays.asList(
                c.id().value(),
                c.name(),
                c.url(),
                c.subUrl(),
                c.onvif(),
                c.replayUrl(),
                c.recording(),
                c.user(),
                c.essential() ? 1 : 0,
                c.place(),
                c.device().maker(),
                c.device().model(),
                c.device().firmware(),
                c.device().serial(),
                c.device().hardware(),
                route.driver().word(),
                route.address(),
                route.channel(),
                route.folder(),
                route.basicAllowed() ? 1 : 0,
                route.pin(),
                route.dialect(),
                String.join(",", card.groups()),
                card.site(),
                card.purpose(),
                card.retentionDays(),
                card.installed() == null ? null : card.installed().toString(),
                card.supplier(),
                card.warrantyUntil() == null ? null : card.warrantyUntil().toString(),
                card.uplink()));
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** Keeps what a device told of itself and its streams, unless somebody said where they are in the meantime. */
    void saveFound(Tx tx, Camera c) throws SQLException {
        tx.run(
                "update camera set url = ?, sub_url = ?, replay_url = ?, recording = ?, maker = ?, model = ?, firmware = ?,"
                        + " serial = ?, hardware = ? where id = ? and url is null",
                c.url(),
                c.subUrl(),
                c.replayUrl(),
                c.recording(),
                c.device().maker(),
                c.device().model(),
                c.device().firmware(),
                c.device().serial(),
                c.device().hardware(),
                c.id().value());
    }

    /** Keeps what was found out about how a device speaks. */
    void saveDialect(Tx tx, CameraId id, String dialect) throws SQLException {
        tx.run("update camera set dialect = ? where id = ?", dialect, id.value());
    }

    /** Begins a new version of the login. */
    void setUser(Tx tx, CameraId id, String user) throws SQLException {
        tx.run("update camera set login_user = ?, login_version = login_version + 1 where id = ?", user, id.value());
    }

    /** Which login it is by number; 0 when it never had one. */
    long loginVersion(Tx tx, CameraId id) throws SQLException {
        try (PreparedStatement statement = tx.prepare("select login_version from camera where id = ?", id.value());
                ResultSet r = statement.executeQuery()) {
            return r.next() ? r.getLong(1) : 0;
        }
    }

    /** What the checks before left, or null. */
    Remembered remembered(Tx tx, CameraId id) throws SQLException {
        try (PreparedStatement statement = tx.prepare(
                        "select k.state, k.since_ms, k.thumb, c.serial, k.checked_at_ms, k.findings, c.added_at_ms, b.learned,"
                                + " r.asked_ms, r.oldest_ms, r.newest_ms, r.recorded_s, r.hole_s, r.holes, k.broken_step"
                                + " from camera_check k join camera c on c.id = k.camera_id"
                                + " left join camera_baseline b on b.camera_id = c.id"
                                + " left join camera_recorder r on r.camera_id = c.id where k.camera_id = ?",
                        id.value());
                ResultSet r = statement.executeQuery()) {
            if (!r.next()) {
                return null;
            }
            byte[] thumb = r.getBytes(3);
            byte[] learned = r.getBytes(8);
            return new Remembered(
                    state(r.getString(1)),
                    Instant.ofEpochMilli(r.getLong(2)),
                    findings(r.getString(6)),
                    r.getString(15) == null ? null : step(r.getString(15)),
                    thumb == null || thumb.length != LumaThumb.WIDTH * LumaThumb.HEIGHT ? null : new LumaThumb(thumb),
                    r.getString(4),
                    Instant.ofEpochMilli(r.getLong(5)),
                    SqlLookStore.baseline(learned),
                    SqlLookStore.recorder(r, 9),
                    Instant.ofEpochMilli(r.getLong(7)));
        }
    }

    /** The last verdict as it was stored, without the picture's facts; null when the camera was never checked. */
    CameraVerdict lastVerdict(Tx tx, Camera camera) throws SQLException {
        try (PreparedStatement statement = tx.prepare(
                        "select state, findings, broken_step, checked_at_ms, since_ms from camera_check where camera_id = ?",
                        camera.id().value());
                ResultSet r = statement.executeQuery()) {
            if (!r.next()) {
                return null;
            }
            List<Finding> findings = findings(r.getString(2));
            String step = r.getString(3);
            return new CameraVerdict(
                    camera,
                    state(r.getString(1)),
                    findings,
                    step == null ? null : step(step),
                    true,
                    Instant.ofEpochMilli(r.getLong(4)),
                    Instant.ofEpochMilli(r.getLong(5)),
                    clock(tx, camera.id()),
                    null);
        }
    }

    static CameraState state(String word) {
        for (CameraState s : CameraState.values()) {
            if (s.word().equals(word)) {
                return s;
            }
        }
        return CameraState.NOT_CHECKED;
    }

    private static Step step(String word) {
        for (Step s : Step.values()) {
            if (s.word().equals(word)) {
                return s;
            }
        }
        return null;
    }

    static List<Finding> findings(String words) {
        List<Finding> findings = new ArrayList<>();
        for (Finding f : Finding.values()) {
            if ((" " + words + " ").contains(" " + f.word() + " ")) {
                findings.add(f);
            }
        }
        return findings;
    }

    static String words(List<Finding> findings) {
        StringBuilder words = new StringBuilder();
        for (Finding f : findings) {
            words.append(words.length() == 0 ? "" : " ").append(f.word());
        }
        return words.toString();
    }

    /** A settled state from four columns: state, since, findings, the last looks. */
    static Settled settled(ResultSet r, int first) throws SQLException {
        return new Settled(
                state(r.getString(first)),
                Instant.ofEpochMilli(r.getLong(first + 1)),
                findings(r.getString(first + 2)),
                r.getString(first + 3));
    }

    /** The last reading of the camera's clock, or null. */
    ClockReading clock(Tx tx, CameraId id) throws SQLException {
        try (PreparedStatement statement = tx.prepare(
                        "select offset_ms, error_ms, how, measured_at_ms from camera_clock where camera_no = " + NUMBER
                                + " order by measured_at_ms desc limit 1",
                        id.value());
                ResultSet r = statement.executeQuery()) {
            return r.next() ? clock(r, 1) : null;
        }
    }

    /** How the camera's clock stood at some time, as far as readings tell; null when there is none. */
    ClockReading clockAt(Tx tx, CameraId id, Instant at) throws SQLException {
        ClockReading before = reading(tx, "measured_at_ms <= ? order by measured_at_ms desc", id, at.toEpochMilli());
        ClockReading behind = reading(tx, "measured_at_ms > ? order by measured_at_ms", id, at.toEpochMilli());
        return ClockBook.at(before, behind, at);
    }

    private static ClockReading reading(Tx tx, String which, CameraId id, long ms) throws SQLException {
        try (PreparedStatement statement = tx.prepare(
                        "select offset_ms, error_ms, how, measured_at_ms from camera_clock where camera_no = " + NUMBER
                                + " and " + which + " limit 1",
                        id.value(),
                        ms);
                ResultSet r = statement.executeQuery()) {
            return r.next() ? clock(r, 1) : null;
        }
    }

    /** Readings of a span, newest first. */
    List<ClockReading> clocks(Tx tx, CameraId id, TimeSpan within) throws SQLException {
        List<ClockReading> all = new ArrayList<>();
        try (PreparedStatement statement = tx.prepare(
                        "select offset_ms, error_ms, how, measured_at_ms from camera_clock where camera_no = " + NUMBER
                                + " and measured_at_ms >= ? and measured_at_ms < ? order by measured_at_ms desc",
                        id.value(),
                        within.from().toEpochMilli(),
                        within.to().toEpochMilli());
                ResultSet r = statement.executeQuery()) {
            while (r.next()) {
                all.add(clock(r, 1));
            }
        }
        return all;
    }

    /** A reading from four columns: offset, error, how, when. */
    static ClockReading clock(ResultSet r, int first) throws SQLException {
        return new ClockReading(
                Duration.ofMillis(r.getLong(first)),
                Duration.ofMillis(r.getLong(first + 1)),
                ClockReading.How.values()[r.getInt(first + 2) - 1],
                Instant.ofEpochMilli(r.getLong(first + 3)));
    }

    /** When the camera entered the inventory. */
    Instant addedAt(Tx tx, CameraId id) throws SQLException {
        try (PreparedStatement statement = tx.prepare("select added_at_ms from camera where id = ?", id.value());
                ResultSet r = statement.executeQuery()) {
            return r.next() ? Instant.ofEpochMilli(r.getLong(1)) : Instant.EPOCH;
        }
    }

    /** Rounds to milliseconds, which widens the error by one at most. */
    void saveClock(Tx tx, CameraId id, ClockReading c) throws SQLException {
        try (PreparedStatement statement = tx.prepare(SAVE_CLOCK)) {
            saveClock(statement, id, c);
        }
    }

    /** @param statement {@link #SAVE_CLOCK} */
    static void saveClock(PreparedStatement statement, CameraId id, ClockReading c) throws SQLException {
        statement.setString(1, id.value());
        statement.setLong(2, c.measuredAt().toEpochMilli());
        statement.setLong(3, c.offset().toMillis());
        statement.setLong(4, c.error().toMillis() + 1);
        statement.setLong(5, c.how().ordinal() + 1);
        statement.executeUpdate();
    }

    /** The refused login of a camera, or null. */
    Refusal refusal(Tx tx, CameraId id) throws SQLException {
        try (PreparedStatement statement = tx.prepare(
                        "select login_version, refused_at_ms from camera_refusal where camera_id = ?", id.value());
                ResultSet r = statement.executeQuery()) {
            return r.next() ? new Refusal(r.getLong(1), Instant.ofEpochMilli(r.getLong(2))) : null;
        }
    }

    void saveRefusal(Tx tx, CameraId id, Refusal refusal) throws SQLException {
        tx.run(
                "insert into camera_refusal (camera_id, login_version, refused_at_ms) values (?, ?, ?)"
                        + " on conflict (camera_id) do update set login_version = excluded.login_version,"
                        + " refused_at_ms = excluded.refused_at_ms",
                id.value(),
                refusal.loginVersion(),
                refusal.at().toEpochMilli());
    }
}
