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
import java.util.Random;
import vn.vigil.app.Vigil;
import vn.vigil.base.CameraId;
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
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant BEGIN =
            LocalDate.of(2025, 1, 1).atStartOfDay(ZONE).toInstant();
    static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    static final LocalDate TO = LocalDate.of(2025, 10, 1);
    static final Duration HOLDS = Duration.ofMinutes(15);
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
        SingleLooks.write(raw, looks);
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
                    entries.add(
                            new History.Entry(c + 1, v, last(before[c]), was, settled[c], looks.maintenance.get(c)));
                    before[c] = YearOfLooks.remembered(v.state(), v.since(), v.checkedAt());
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

    private static History.Last last(Remembered before) {
        return before == null ? null : new History.Last(before.state(), before.checkedAt());
    }

    private static LumaThumb thumb(int seed) {
        byte[] noise = new byte[LumaThumb.WIDTH * LumaThumb.HEIGHT];
        new Random(seed).nextBytes(noise);
        return new LumaThumb(noise);
    }

    // --- the quarter
    // --------------------------------------------------------------------------------------------------

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
                Connection connection = SingleLooks.open(raw)) {
            List<String> ours = lines(store.read(tx -> HISTORY.figures(tx, FROM, TO, now)));
            List<String> theirs = SingleLooks.figures(connection);
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
                        ResultSet r = statement.executeQuery(SingleLooks.query())) {
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

    // --- one run
    // ------------------------------------------------------------------------------------------------------

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
                    items.add(new Memory.Item(looks.verdict(c, run, before), before, YearOfLooks.seen(thumb)));
                }
                long t = WORLD.nanos();
                if (!memory.save(looks.began(run), items, (tx, standing) -> {})) {
                    throw new IllegalStateException("not saved");
                }
                took[run] = WORLD.nanos() - t;
            }
            // A run from cron is the first of its process.
            OUT.println("RUN " + ms(took[0]) + " " + ms(median(took)));
        }
    }
}
