package vn.vigil.camera;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.sqlite.JDBC;
import vn.vigil.app.Vigil;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.ledger.Ledger;
import vn.vigil.media.LumaThumb;
import vn.vigil.people.People;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.upkeep.Upkeep;

/**
 * Years of looks at cameras, for {@code scripts/bench/history}.
 *
 * <ul>
 *   <li>{@code year HOME RAW CAMERAS DAYS}: writes looks from 2025 on into the store of an empty home by the product's own path,
 *       and the same looks into a plain file; prints {@code YEAR seconds store-bytes looks}.
 *   <li>{@code quarter HOME RAW CAMERAS DAYS}: the figures of the third quarter from both, held to be equal; prints
 *       {@code QUARTER milliseconds raw-milliseconds}.
 *   <li>{@code figures HOME}: the public call, once.
 *   <li>{@code run HOME CAMERAS}: runs of checks written into the store of an empty home; prints {@code RUN first median}.
 * </ul>
 */
public final class HistoryBench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant BEGIN =
            LocalDate.of(2025, 1, 1).atStartOfDay(ZONE).toInstant();
    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final LocalDate TO = LocalDate.of(2025, 10, 1);
    private static final Duration HOLDS = Duration.ofMinutes(15);
    private static final Settling.Rule RULE = new Settling.Rule(new Settling.Of(1, 1), new Settling.Of(2, 3), 3);
    private static final int RUNS_A_TRANSACTION = 288;

    private static final PrintStream OUT = System.out;
    private static final World WORLD = World.real();
    private static final SqlCameraStore SQL = new SqlCameraStore();
    private static final History HISTORY = new History(ZONE, HOLDS, Duration.ofDays(7));

    private HistoryBench() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[1]);
        switch (args[0]) {
            case "year" -> year(home, Path.of(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
            case "quarter" -> quarter(home, Path.of(args[2]), looks(args[3], args[4]));
            case "figures" -> {
                try (Vigil vigil = Vigil.open(WORLD, new Vigil.Options(home, null, null, null, false))) {
                    OUT.println("FIGURES " + vigil.cameras().figures(FROM, TO).size());
                }
            }
            case "run" -> run(home, Integer.parseInt(args[2]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static YearOfLooks looks(String cameras, String days) {
        return new YearOfLooks(1, BEGIN, Integer.parseInt(cameras), Integer.parseInt(days));
    }

    private static Config config(Path home) {
        return Config.load(WORLD, Home.of(WORLD, home), null);
    }

    private static Store fresh(Path home, List<Camera> cameras, Instant added) {
        Config config = config(home);
        Store store = Store.create(config.home(), config, WORLD);
        store.write(tx -> {
            for (Camera c : cameras) {
                SQL.insert(tx, c, added);
            }
            return null;
        });
        return store;
    }

    // --- the year ---------------------------------------------------------------------------------------------------

    private static void year(Path home, Path raw, int count, int days) throws Exception {
        YearOfLooks looks = looks(String.valueOf(count), String.valueOf(days));
        long began = WORLD.nanos();
        long written;
        try (Store store = fresh(home, looks.cameras, BEGIN)) {
            written = new Writer(looks).write(store);
        }
        long seconds = (WORLD.nanos() - began) / 1_000_000_000;
        Path file = config(home).home().storeFile();
        OUT.println("YEAR " + seconds + " " + Files.size(file) + " " + written);
        raw(raw, looks);
    }

    /** What {@link Memory} does at each run, in transactions of many runs. */
    private static final class Writer {
        final YearOfLooks looks;
        final Remembered[] before;
        final Settled[] settled;
        final ClockReading[] clock;

        Writer(YearOfLooks looks) {
            this.looks = looks;
            int n = looks.cameras.size();
            before = new Remembered[n];
            settled = new Settled[n];
            clock = new ClockReading[n];
        }

        long write(Store store) {
            long written = 0;
            for (int r = 0; r < looks.runs; r += RUNS_A_TRANSACTION) {
                int first = r;
                written += store.write(tx -> {
                    long n = 0;
                    for (int i = first; i < Math.min(looks.runs, first + RUNS_A_TRANSACTION); i++) {
                        n += run(tx, i);
                    }
                    return n;
                });
            }
            return written;
        }

        private long run(Tx tx, int run) throws SQLException {
            List<History.Entry> entries = new ArrayList<>(before.length);
            try (PreparedStatement saveClock = tx.prepare(SqlCameraStore.SAVE_CLOCK)) {
                for (int c = 0; c < before.length; c++) {
                    if (looks.state(c, run) == CameraState.NOT_CHECKED) {
                        continue;
                    }
                    CameraVerdict v = looks.verdict(c, run, before[c]);
                    Settled was = settled[c];
                    settled[c] = Settling.next(was, v, RULE);
                    if (v.clock() != null && Memory.worthKeeping(v.clock(), clock[c])) {
                        SqlCameraStore.saveClock(saveClock, v.camera().id(), v.clock());
                        clock[c] = v.clock();
                    }
                    entries.add(new History.Entry(c + 1, v, before[c], was, settled[c], looks.maintenance.get(c)));
                    before[c] = new Remembered(v.state(), v.since(), null, null, v.checkedAt());
                }
            }
            HISTORY.write(tx, looks.began(run), entries);
            if (run + 1 == looks.runs) {
                try (SqlRunStore last = new SqlRunStore(tx)) {
                    for (History.Entry e : entries) {
                        last.saveCheck(e.verdict(), e.settled(), thumb(1));
                    }
                }
            }
            return entries.size();
        }
    }

    private static LumaThumb thumb(int seed) {
        byte[] noise = new byte[LumaThumb.WIDTH * LumaThumb.HEIGHT];
        new Random(seed).nextBytes(noise);
        return new LumaThumb(noise);
    }

    // --- the same from single looks -----------------------------------------------------------------------------------

    private static Connection plain(Path file) throws SQLException {
        return JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
    }

    /** Clustered by camera, then time: the order in which the sums below read it. */
    private static void raw(Path file, YearOfLooks looks) throws SQLException {
        try (Connection connection = plain(file);
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
                    PreparedStatement planned =
                            connection.prepareStatement("insert into planned values (?, ?, ?)")) {
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

    /** A look vouches until the next one, at most for {@link #HOLDS}; what of that lies in the quarter counts. */
    private static final String RAW = "with credit as (select camera_no, state, time_s, offset_ms, fps10, kbps, packets, lost,"
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

    private static String rawQuery() {
        return RAW.replace("$from", String.valueOf(FROM.atStartOfDay(ZONE).toEpochSecond()))
                .replace("$to", String.valueOf(TO.atStartOfDay(ZONE).toEpochSecond()))
                .replace("$holds", String.valueOf(HOLDS.toSeconds()))
                .replace("$up", String.valueOf(CameraState.UP.ordinal()))
                .replace("$degraded", String.valueOf(CameraState.DEGRADED.ordinal()))
                .replace("$down", String.valueOf(CameraState.DOWN.ordinal()));
    }

    private static List<String> rawFigures(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet r = statement.executeQuery(rawQuery())) {
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
            statement.setLong(2, FROM.atStartOfDay(ZONE).toEpochSecond());
            statement.setLong(3, TO.atStartOfDay(ZONE).toEpochSecond());
            try (ResultSet r = statement.executeQuery()) {
                return r.next() ? r.getLong(1) : 0;
            }
        }
    }

    private static List<String> lines(List<CameraFigures> figures) {
        List<String> all = new ArrayList<>();
        for (CameraFigures f : figures) {
            all.add(f.camera() + " " + f.up() + " " + f.degraded() + " " + f.down() + " " + f.planned() + " "
                    + f.plannedDown() + " " + f.looks() + " " + f.packets() + " " + f.lost() + " "
                    + f.kilobitsPerSecond() + " " + Math.round(f.framesPerSecond() * 10_000) + " "
                    + (f.drift() == null ? 0 : f.drift().toMillis()));
        }
        all.sort(null);
        return all;
    }

    private static void quarter(Path home, Path raw, YearOfLooks looks) throws Exception {
        Instant now = looks.began(looks.runs);
        Config config = config(home);
        try (Store store = Store.open(config.home(), config, WORLD);
                Connection connection = plain(raw)) {
            List<String> ours = lines(store.read(tx -> HISTORY.figures(tx, FROM, TO, now)));
            List<String> theirs = rawFigures(connection);
            for (int i = 0; i < ours.size(); i++) {
                if (ours.size() != theirs.size() || !ours.get(i).equals(theirs.get(i))) {
                    throw new IllegalStateException("not the same: " + ours.get(i) + " and " + theirs.get(i));
                }
            }
            long[] quick = new long[21];
            for (int i = 0; i < quick.length; i++) {
                long t = WORLD.nanos();
                store.read(tx -> HISTORY.figures(tx, FROM, TO, now));
                quick[i] = WORLD.nanos() - t;
            }
            long[] slow = new long[3];
            for (int i = 0; i < slow.length; i++) {
                long t = WORLD.nanos();
                try (Statement statement = connection.createStatement();
                        ResultSet r = statement.executeQuery(rawQuery())) {
                    while (r.next()) {
                        slow[i] += r.getLong(2) < 0 ? 1 : 0;
                    }
                }
                slow[i] = WORLD.nanos() - t;
            }
            OUT.println("QUARTER " + ms(median(quick)) + " " + ms(median(slow)));
        }
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static String ms(long nanos) {
        return String.format(java.util.Locale.ROOT, "%.2f", nanos / 1e6);
    }

    // --- one run ------------------------------------------------------------------------------------------------------

    private static void run(Path home, int count) {
        YearOfLooks looks = new YearOfLooks(2, BEGIN, count, 1);
        Config config = config(home);
        try (Store store = fresh(home, looks.cameras, BEGIN)) {
            Ledger ledger = new Ledger(store, WORLD);
            People people = new People(store, ledger, config, WORLD);
            Memory memory = new Memory(store, RULE, HISTORY, new Upkeep(WORLD, config, store, ledger, people));
            long[] took = new long[40];
            for (int run = 0; run < took.length; run++) {
                List<Memory.Item> items = new ArrayList<>(count);
                LumaThumb thumb = thumb(run);
                for (int c = 0; c < count; c++) {
                    CameraId id = looks.cameras.get(c).id();
                    Remembered before = store.read(tx -> SQL.remembered(tx, id));
                    items.add(new Memory.Item(looks.verdict(c, run, before), before, thumb));
                }
                long t = WORLD.nanos();
                if (!memory.save(looks.began(run), items)) {
                    throw new IllegalStateException("not saved");
                }
                took[run] = WORLD.nanos() - t;
            }
            // A run from cron is the first of its process.
            OUT.println("RUN " + ms(took[0]) + " " + ms(median(took)));
        }
    }
}
