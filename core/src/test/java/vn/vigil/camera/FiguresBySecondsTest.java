package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vigil.base.CameraId;
import vn.vigil.base.Codec;
import vn.vigil.base.MemberId;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;
import vn.vigil.upkeep.PlanWork;
import vn.vigil.upkeep.Upkeep;
import vn.vigil.upkeep.WorkKind;

/**
 * Weeks of irregular looks, told second by second: every second of every camera is one of up, degraded, down, planned or not
 * checked, and what history says of any days must be the count of these seconds. Borders of days, quarters and years, leap days
 * and zone changes lie within, and the machine's own zone is another than the site's.
 */
class FiguresBySecondsTest {
    private static final Settling.Rule AT_ONCE = new Settling.Rule(new Settling.Of(1, 1), new Settling.Of(1, 1), 1);
    private static final int CAMERAS = 2;

    @TempDir
    Path folder;

    /** One look as the test remembers it. */
    private record Seen(Instant at, CameraState state, int offsetMs, int fps10, int packets, int lost) {}

    /** A window of maintenance; counts as planned only when it was announced before it began. */
    private record Work(long from, long to, boolean before) {}

    @ParameterizedTest
    @CsvSource({
        "SQLITE,   Asia/Ho_Chi_Minh,    America/St_Johns, 2028-02-25, 37, 900",
        "SQLITE,   Europe/Berlin,       Asia/Ho_Chi_Minh, 2026-03-26,  8, 420",
        "SQLITE,   Australia/Lord_Howe, UTC,              2026-09-28,  9, 300",
        "POSTGRES, Asia/Ho_Chi_Minh,    Pacific/Apia,     2026-12-30,  3, 900"
    })
    void everyDaysFiguresAreItsSecondsCountedOneByOne(
            Databases database, ZoneId site, String host, LocalDate first, int days, int holds) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(host));
        Instant begin = first.atStartOfDay(site).toInstant();
        TestWorld world = TestWorld.at(begin.minus(Duration.ofDays(2)).toString());
        Config config = database.config(world, folder);
        try (Store store = Store.create(config.home(), config, world)) {
            new Site(world, config, store, site, first, days, holds).live();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static final class Site {
        final Random random = new Random(7);
        final TestWorld world;
        final Config config;
        final Store store;
        final ZoneId zone;
        final LocalDate first;
        final int days;
        final int holds;
        final long begin;
        final long end;
        final History history;
        final List<Camera> cameras = new ArrayList<>();
        final List<List<Seen>> seen = new ArrayList<>();
        final List<List<Work>> works = new ArrayList<>();
        /** In the inventory from, and until. */
        final long[] added = new long[CAMERAS];

        final long[] removed = new long[CAMERAS];

        Site(TestWorld world, Config config, Store store, ZoneId zone, LocalDate first, int days, int holds) {
            this.world = world;
            this.config = config;
            this.store = store;
            this.zone = zone;
            this.first = first;
            this.days = days;
            this.holds = holds;
            begin = first.atStartOfDay(zone).toEpochSecond();
            end = first.plusDays(days).atStartOfDay(zone).toEpochSecond();
            history = new History(zone, Duration.ofSeconds(holds), Duration.ofDays(7));
        }

        void live() {
            Ledger ledger = new Ledger(store, world);
            People people = new People(store, ledger, config, world);
            Upkeep upkeep = new Upkeep(world, config, store, ledger, people);
            people.add(
                    people.actor(null),
                    new NewMember(
                            new MemberId("lan"),
                            "Lan",
                            null,
                            null,
                            null,
                            null,
                            EnumSet.of(Office.TEAM_LEADER),
                            null,
                            null),
                    false);
            SqlCameraStore sql = new SqlCameraStore();
            for (int c = 0; c < CAMERAS; c++) {
                // The second camera comes in the middle of a day and leaves before the end.
                added[c] = c == 0 ? begin - 40_000 : begin + 31_234;
                removed[c] = c == 0 ? Long.MAX_VALUE : end - 50_000;
                Camera camera = YearOfLooks.camera(c);
                Instant at = Instant.ofEpochSecond(added[c]);
                store.write(tx -> {
                    sql.insert(tx, camera, at);
                    return null;
                });
                cameras.add(camera);
                seen.add(new ArrayList<>());
                works.add(new ArrayList<>());
            }
            work(upkeep, people.actor("lan"));
            Memory memory = new Memory(store, AT_ONCE, history, upkeep);
            store.write(tx -> {
                looks(memory);
                // As the verb does.
                tx.run(
                        "update camera set removed_at_ms = ? where id = ?",
                        removed[1] * 1000,
                        cameras.get(1).id().value());
                return null;
            });
            compare(0, days);
            for (int day = 0; day < days; day++) {
                compare(day, day + 1);
            }
            for (int i = 0; i < 10; i++) {
                int from = random.nextInt(days);
                compare(from, from + 1 + random.nextInt(days - from));
            }
        }

        private void work(Upkeep upkeep, Actor lan) {
            for (int i = 0; i < days; i++) {
                int camera = random.nextInt(CAMERAS);
                boolean before = i % 4 != 3;
                // Every other one lies across a midnight of the site; some overlap.
                long middle =
                        first.plusDays(random.nextInt(days)).atStartOfDay(zone).toEpochSecond()
                                + (i % 2 == 0 ? 0 : random.nextInt(86_400));
                Work w = new Work(middle - 1 - random.nextInt(9000), middle + 1 + random.nextInt(9000), before);
                works.get(camera).add(w);
                world.jumpClock(Instant.ofEpochSecond(before ? begin - 100_000 : w.to() + 60));
                upkeep.plan(
                        lan,
                        new PlanWork(
                                WorkKind.CORRECTIVE,
                                "work " + i,
                                List.of(cameras.get(camera).id()),
                                Instant.ofEpochSecond(w.from()),
                                Instant.ofEpochSecond(w.to()),
                                null,
                                "A firm",
                                null,
                                null,
                                null,
                                false,
                                List.of()));
            }
        }

        private void looks(Memory memory) {
            Instant run = Instant.ofEpochSecond(begin - 30_000);
            while (run.getEpochSecond() < end + 1000) {
                List<Memory.Item> items = new ArrayList<>();
                for (int c = 0; c < CAMERAS; c++) {
                    Instant at = run.plusMillis(random.nextInt(90_000));
                    if (at.getEpochSecond() < added[c] || at.getEpochSecond() >= removed[c]) {
                        continue;
                    }
                    items.add(look(c, at));
                }
                assertTrue(memory.save(run, items, (tx, standing) -> {}));
                int pause = random.nextInt(50) == 0 ? 200 + random.nextInt(20_000) : 100 + random.nextInt(700);
                run = run.plusMillis(pause * 1000L + random.nextInt(1000));
            }
        }

        private Memory.Item look(int c, Instant at) {
            List<Seen> past = seen.get(c);
            Seen last = past.isEmpty() ? null : past.get(past.size() - 1);
            Remembered before = last == null ? null : YearOfLooks.remembered(last.state(), last.at(), last.at());
            int dice = random.nextInt(20);
            CameraState state = dice == 0
                    ? CameraState.NOT_CHECKED
                    : dice < 11 && last != null
                            ? last.state()
                            : dice < 15 ? CameraState.UP : dice < 17 ? CameraState.DEGRADED : CameraState.DOWN;
            Seen now = new Seen(
                    at,
                    state,
                    random.nextInt(2_000_000) - 1_000_000,
                    1 + random.nextInt(300),
                    random.nextInt(400),
                    random.nextInt(9));
            if (state != CameraState.NOT_CHECKED) {
                past.add(now);
            }
            ClockReading clock = new ClockReading(
                    Duration.ofMillis(now.offsetMs()), Duration.ofMillis(5), ClockReading.How.ONVIF, at);
            PictureFacts picture = state == CameraState.DOWN
                    ? null
                    : new PictureFacts(
                            Codec.H265,
                            64,
                            36,
                            now.fps10() / 10.0,
                            64_000,
                            Duration.ZERO,
                            now.packets(),
                            now.lost(),
                            9);
            return new Memory.Item(
                    new CameraVerdict(cameras.get(c), state, List.of(), null, true, at, at, clock, picture),
                    before,
                    YearOfLooks.seen(null));
        }

        /** What history says of some days beside what the seconds say. */
        private void compare(int fromDay, int toDay) {
            LocalDate from = first.plusDays(fromDay);
            LocalDate to = first.plusDays(toDay);
            long a = from.atStartOfDay(zone).toEpochSecond();
            long b = to.atStartOfDay(zone).toEpochSecond();
            List<CameraFigures> all =
                    store.read(tx -> history.figures(tx, from, to, Instant.ofEpochSecond(end + 9999)));
            int there = 0;
            for (int c = 0; c < CAMERAS; c++) {
                if (added[c] >= b || removed[c] <= a) {
                    continue;
                }
                CameraId id = cameras.get(c).id();
                CameraFigures f = all.stream()
                        .filter(x -> x.camera().equals(id))
                        .findFirst()
                        .orElseThrow();
                assertEquals(expected(c, a, b), said(f), from + " to " + to + ", " + id);
                there++;
            }
            assertEquals(there, all.size());
        }

        private static String said(CameraFigures f) {
            return "total " + f.total() + " up " + f.up() + " degraded " + f.degraded() + " down " + f.down()
                    + " planned " + f.planned() + " planned down " + f.plannedDown() + " unknown " + f.notChecked()
                    + " looks " + f.looks() + " outages " + f.outages() + " drift "
                    + (f.drift() == null ? 0 : f.drift().toMillis()) + " fps "
                    + Math.round(f.framesPerSecond() * 1000) + " packets " + f.packets() + "/" + f.lost();
        }

        private String expected(int c, long a, long b) {
            long[] seconds = new long[4];
            long planned = 0;
            long plannedDown = 0;
            List<Seen> past = seen.get(c);
            int k = -1;
            for (long s = Math.max(a, begin - 50_000); s < b; s++) {
                while (k + 1 < past.size() && past.get(k + 1).at().getEpochSecond() <= s) {
                    k++;
                }
                // The last look of all vouches for nothing yet: its time is entered when the next one comes.
                boolean vouched =
                        k >= 0 && k + 1 < past.size() && s < past.get(k).at().getEpochSecond() + holds;
                if (!vouched) {
                    continue;
                }
                CameraState state = past.get(k).state();
                if (planned(c, s)) {
                    planned++;
                    plannedDown += state == CameraState.DOWN ? 1 : 0;
                } else {
                    seconds[state.ordinal()]++;
                }
            }
            long total = Math.min(b, removed[c]) - Math.max(a, added[c]);
            long up = seconds[CameraState.UP.ordinal()];
            long degraded = seconds[CameraState.DEGRADED.ordinal()];
            long down = seconds[CameraState.DOWN.ordinal()];
            return "total " + total + " up " + up + " degraded " + degraded + " down " + down + " planned " + planned
                    + " planned down " + plannedDown + " unknown " + (total - up - degraded - down - planned)
                    + measures(past, a, b);
        }

        private boolean planned(int c, long second) {
            for (Work w : works.get(c)) {
                if (w.before() && w.from() <= second && second < w.to()) {
                    return true;
                }
            }
            return false;
        }

        private static String measures(List<Seen> past, long a, long b) {
            long looks = 0;
            long outages = 0;
            long drift = 0;
            long measured = 0;
            long fps10 = 0;
            long packets = 0;
            long lost = 0;
            for (int i = 0; i < past.size(); i++) {
                Seen s = past.get(i);
                if (s.at().getEpochSecond() < a || s.at().getEpochSecond() >= b) {
                    continue;
                }
                boolean down = s.state() == CameraState.DOWN;
                looks++;
                outages += down && (i == 0 || past.get(i - 1).state() != CameraState.DOWN) ? 1 : 0;
                drift = Math.abs(s.offsetMs()) > Math.abs(drift) ? s.offsetMs() : drift;
                if (!down) {
                    measured++;
                    fps10 += s.fps10();
                    packets += s.packets();
                    lost += s.lost();
                }
            }
            long fps = measured == 0 ? 0 : Math.round(fps10 / 10.0 / measured * 1000);
            return " looks " + looks + " outages " + outages + " drift " + drift + " fps " + fps + " packets " + packets
                    + "/" + lost;
        }
    }
}
