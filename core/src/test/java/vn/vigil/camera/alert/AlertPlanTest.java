package vn.vigil.camera.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Severity;

/** A year of bad days, drawn by lot: what holds after every run. */
class AlertPlanTest {
    private static final AlertRule RULE =
            new AlertRule(Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofMinutes(10), 40);

    @Test
    void everyFaultStandsUnderOneAlertAndNoAlertSpeaksTwiceARun() {
        for (int seed = 0; seed < 40; seed++) {
            new Year(seed).run();
        }
    }

    private static final class Year {
        private final int seed;
        private final Random lot;
        private final Map<CaseId, Alert> all = new TreeMap<>();
        private final Map<String, Condition> bad = new TreeMap<>();
        private final Set<String> keys = new HashSet<>();
        private final Map<CaseId, Integer> recoveries = new HashMap<>();
        private Instant now = Instant.parse("2026-03-02T07:05:00Z");

        Year(int seed) {
            this.seed = seed;
            this.lot = new Random(seed);
        }

        void run() {
            for (int step = 0; step < 150; step++) {
                now = now.plus(Duration.ofMinutes(1 + lot.nextInt(20)));
                weather();
                Set<CameraId> looked = new HashSet<>();
                for (int i = 0; i < 40; i++) {
                    if (lot.nextInt(10) > 0) {
                        looked.add(new CameraId("c" + i));
                    }
                }
                apply(AlertPlan.plan(now, RULE, live(), List.copyOf(bad.values()), looked));
                check(looked, "seed " + seed + ", step " + step);
            }
        }

        /** Some cameras fail, some by whole switches, some change, some recover; now and then a person closes an alert. */
        private void weather() {
            int uplink = lot.nextInt(12);
            for (int i = 0; i < 40; i++) {
                String id = "c" + i;
                if (i % 6 == uplink || lot.nextInt(40) == 0) {
                    Severity severity = lot.nextInt(3) == 0 ? Severity.WARNING : Severity.CRITICAL;
                    bad.put(
                            id,
                            new Condition(
                                    new CameraId(id),
                                    id,
                                    i % 9 == 0,
                                    i % 7 == 0 ? "" : "sw-" + i % 6,
                                    i % 4 == 0 ? "rec-" + i % 3 : "",
                                    severity,
                                    List.of(),
                                    now));
                } else if (lot.nextInt(4) == 0) {
                    bad.remove(id);
                }
            }
            for (Alert a : List.copyOf(all.values())) {
                if (a.closing() == null && lot.nextInt(30) == 0) {
                    all.put(a.id(), a.with(new Alert.Closing(now, "lan", "x", null)));
                } else if (a.closing() == null && lot.nextInt(10) == 0) {
                    Instant until = lot.nextBoolean() ? null : now.plus(Duration.ofHours(2));
                    all.put(a.id(), a.with(new Alert.Ack(now, "lan", until, "")));
                }
            }
        }

        private List<Alert> live() {
            List<Alert> live = new ArrayList<>();
            for (Alert a : all.values()) {
                if (a.closing() == null || !a.bad().isEmpty()) {
                    live.add(a);
                }
            }
            return live;
        }

        private void apply(List<AlertPlan.Change> changes) {
            for (AlertPlan.Change change : changes) {
                Alert after = change.after();
                if (change.before() == null) {
                    after = after.with(new CaseId("ALR", 2026, all.size() + 1), after.told());
                    assertTrue(keys.add(after.key()), after.key());
                    assertEquals(Notice.What.OPENED, change.what());
                }
                if (change.what() == Notice.What.RECOVERED) {
                    recoveries.merge(after.id(), 1, Integer::sum);
                }
                all.put(after.id(), after);
            }
        }

        private void check(Set<CameraId> looked, String when) {
            Map<CameraId, Integer> standing = new HashMap<>();
            for (Alert a : all.values()) {
                for (AlertCamera c : a.bad()) {
                    standing.merge(c.camera(), 1, Integer::sum);
                    assertTrue(
                            bad.containsKey(c.camera().value()) || !looked.contains(c.camera()),
                            when + ": " + c.camera() + " is well and stands under " + a.id());
                }
                assertTrue(a.closing() != null || !a.bad().isEmpty(), when + ": " + a.id() + " is open and empty");
                assertTrue(recoveries.getOrDefault(a.id(), 0) <= 1, when);
            }
            for (String id : bad.keySet()) {
                assertEquals(1, standing.get(new CameraId(id)), when + ": " + id);
            }
        }
    }
}
