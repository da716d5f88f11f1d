package vn.vigil.camera;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import vn.vigil.base.TimeSpan;

/** The looks of a year in a plain file, one row each, and a quarter's figures summed over them: what history is held against. */
final class SingleLooks {
    private SingleLooks() {}

    static Connection open(Path file) throws SQLException {
        return JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
    }

    /** Clustered by camera, then time: the order in which the sums read it. */
    static void write(Path file, YearOfLooks looks) throws SQLException {
        try (Connection connection = open(file);
                Statement plain = connection.createStatement()) {
            plain.execute("pragma journal_mode = off");
            plain.execute("pragma synchronous = off");
            plain.execute("create table look (camera_no integer, time_s integer, state integer, offset_ms integer,"
                    + " fps10 integer, kbps integer, packets integer, lost integer, primary key (camera_no, time_s))"
                    + " without rowid");
            plain.execute("create table planned (camera_no integer, from_s integer, to_s integer,"
                    + " primary key (camera_no, from_s)) without rowid");
            connection.setAutoCommit(false);
            try (PreparedStatement look =
                            connection.prepareStatement("insert into look values (?, ?, ?, ?, ?, ?, ?, ?)");
                    PreparedStatement planned = connection.prepareStatement("insert into planned values (?, ?, ?)")) {
                for (int c = 0; c < looks.cameras.size(); c++) {
                    for (int r = 0; r < looks.runs; r++) {
                        if (looks.state(c, r) != CameraState.NOT_CHECKED) {
                            look(look, looks, c, r);
                        }
                    }
                    for (TimeSpan window : looks.maintenance.get(c)) {
                        planned.setLong(1, c + 1);
                        planned.setLong(2, window.from().getEpochSecond());
                        planned.setLong(3, window.to().getEpochSecond());
                        planned.executeUpdate();
                    }
                }
            }
            connection.commit();
        }
    }

    private static void look(PreparedStatement s, YearOfLooks looks, int c, int r) throws SQLException {
        Integer offset = looks.offset(c, r);
        s.setLong(1, c + 1);
        s.setLong(2, looks.at(c, r).getEpochSecond());
        s.setLong(3, looks.state(c, r).ordinal());
        s.setObject(4, offset);
        s.setLong(5, looks.fps10(c, r));
        s.setLong(6, looks.kbps(c, r));
        s.setLong(7, looks.packets(c, r));
        s.setLong(8, looks.lost(c, r));
        s.executeUpdate();
    }

    /** A look vouches until the next one, at most for {@link HistoryBench#HOLDS}; what of that lies in the quarter counts. */
    private static final String RAW =
            "with credit as (select camera_no, state, time_s, offset_ms, fps10, kbps, packets, lost,"
                    + " max(time_s, $from) as a,"
                    + " min(lead(time_s) over (partition by camera_no order by time_s), time_s + $holds, $to) as b"
                    + " from look where time_s >= $from - $holds and time_s < $to + 2 * 86400),"
                    + " cut as (select c.*, coalesce((select sum(min(c.b, p.to_s) - max(c.a, p.from_s)) from planned p"
                    + " where p.camera_no = c.camera_no and p.from_s < c.b and p.to_s > c.a), 0) as out"
                    + " from credit c where time_s < $to)"
                    + " select camera_no,"
                    + " sum(case when state = $up and b > a then b - a - out else 0 end),"
                    + " sum(case when state = $degraded and b > a then b - a - out else 0 end),"
                    + " sum(case when state = $down and b > a then b - a - out else 0 end),"
                    + " sum(case when b > a then out else 0 end),"
                    + " sum(case when state = $down and b > a then out else 0 end),"
                    + " sum(time_s >= $from),"
                    + " sum(case when time_s >= $from then packets else 0 end),"
                    + " sum(case when time_s >= $from then lost else 0 end),"
                    + " sum(case when time_s >= $from then kbps else 0 end),"
                    + " sum(case when time_s >= $from then fps10 else 0 end),"
                    + " min(case when time_s >= $from then offset_ms end), max(case when time_s >= $from then offset_ms end)"
                    + " from cut group by camera_no order by camera_no";

    static String query() {
        return RAW.replace(
                        "$from",
                        String.valueOf(HistoryBench.FROM
                                .atStartOfDay(HistoryBench.ZONE)
                                .toEpochSecond()))
                .replace(
                        "$to",
                        String.valueOf(
                                HistoryBench.TO.atStartOfDay(HistoryBench.ZONE).toEpochSecond()))
                .replace("$holds", String.valueOf(HistoryBench.HOLDS.toSeconds()))
                .replace("$up", String.valueOf(CameraState.UP.ordinal()))
                .replace("$degraded", String.valueOf(CameraState.DEGRADED.ordinal()))
                .replace("$down", String.valueOf(CameraState.DOWN.ordinal()));
    }

    /** A line a camera: seconds, looks, packets, means and drift, as {@link HistoryBench} writes those of history. */
    static List<String> figures(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery(query())) {
            while (r.next()) {
                StringBuilder line = new StringBuilder("cam-" + (r.getInt(1) - 1));
                for (int i = 2; i <= 9; i++) {
                    line.append(' ').append(r.getLong(i));
                }
                // Every look that found video measured it.
                long measured = r.getLong(11) == 0 ? 1 : measured(r, connection);
                long least = r.getLong(12);
                long most = r.getLong(13);
                line.append(' ').append(r.getLong(10) / measured);
                line.append(' ').append(Math.round(r.getLong(11) / 10.0 / measured * 10_000));
                line.append(' ').append(Math.abs(least) > Math.abs(most) ? least : most);
                all.add(line.toString());
            }
        }
        all.sort(null);
        return all;
    }

    private static long measured(ResultSet of, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select count(*) from look where camera_no = ? and time_s >= ? and time_s < ? and fps10 > 0")) {
            statement.setLong(1, of.getLong(1));
            statement.setLong(
                    2, HistoryBench.FROM.atStartOfDay(HistoryBench.ZONE).toEpochSecond());
            statement.setLong(3, HistoryBench.TO.atStartOfDay(HistoryBench.ZONE).toEpochSecond());
            try (ResultSet r = statement.executeQuery()) {
                return r.next() ? r.getLong(1) : 0;
            }
        }
    }
}
