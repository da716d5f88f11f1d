package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.config.Setting;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;
import vn.vigil.roster.plan.Duty;
import vn.vigil.store.Tx;

/** Checks of single cameras by the person on watch. What {@link Watch} says of it. */
final class Rounds {
    /** A span of the rounds that has so little left when the handover is opened counts as over. */
    private static final Duration NEARLY = Duration.ofMinutes(15);

    private final Room room;
    private final Attendances attendances;
    private final Supplier<EssentialCameras> essentials;

    Rounds(Room room, Attendances attendances, Supplier<EssentialCameras> essentials) {
        this.room = room;
        this.attendances = attendances;
        this.essentials = essentials;
    }

    /** @param cameras empty: every essential one */
    SavedRounds check(Actor actor, List<CameraId> cameras, Instant asked, String found, String note) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        // To the minute: the same call again is the same round.
        Instant at = (asked == null ? now : asked).truncatedTo(ChronoUnit.MINUTES);
        attendances.notInFuture("--at", at, now);
        String amiss = room.words("--found", found);
        String words = room.words("--note", note);
        List<CameraId> all = cameras.isEmpty() ? essentials.get().list() : cameras;
        if (all.isEmpty()) {
            throw Room.refused("VG-WATCH-NO-ESSENTIAL", WatchText.NO_ESSENTIAL.with())
                    .next(WatchText.NEXT_ESSENTIAL.with());
        }
        return room.store().write(tx -> {
            onWatch(tx, actor, asked == null ? now : asked);
            List<Round> there = SqlRoundStore.within(tx, new TimeSpan(at, at.plusSeconds(60)));
            List<Round> saved = new ArrayList<>();
            int unchanged = 0;
            for (CameraId camera : all) {
                Round same = null;
                for (Round r : there) {
                    boolean mine = r.camera().equals(camera) && r.member().equals(actor.memberId());
                    boolean alike = equal(r.found(), amiss) && equal(r.note(), words);
                    same = mine && alike ? r : same;
                }
                if (same != null) {
                    saved.add(same);
                    unchanged++;
                    continue;
                }
                Round round = new Round(0, camera, at, actor.memberId(), amiss, words, now, Room.by(actor));
                SqlRoundStore.insert(tx, round);
                saved.add(round);
            }
            if (unchanged < all.size()) {
                List<String> names = new ArrayList<>();
                for (CameraId camera : all) {
                    names.add(camera.value());
                }
                Map<String, Object> details = new LinkedHashMap<>();
                details.put("at", at.toString());
                details.put("cameras", names);
                details.put("found", amiss != null);
                room.enter(tx, actor, "roster.round", "round/" + at, details);
            }
            return new SavedRounds(saved, unchanged);
        });
    }

    private static boolean equal(String a, String b) {
        return a == null ? b == null : a.equals(b);
    }

    /** Who looks at the cameras is who is on watch, or a leader. */
    private void onWatch(Tx tx, Actor actor, Instant at) throws SQLException {
        for (Duty duty : attendances.near(tx, at)) {
            // Who has not handed over yet is still on watch.
            Instant end = duty.span().to().plus(Attendances.EARLY);
            if (actor.memberId().equals(duty.member())
                    && !duty.span().from().minus(Attendances.EARLY).isAfter(at)
                    && at.isBefore(end)) {
                return;
            }
        }
        if (!room.manages(actor)) {
            throw attendances.notOnRoster(tx, actor.member(), at);
        }
    }

    List<Round> list(TimeSpan span) {
        return room.store().read(tx -> SqlRoundStore.within(tx, span));
    }

    List<RoundDue> due() {
        Instant now = room.now();
        Duration every = room.config().duration(Setting.ROUND_EVERY);
        List<CameraId> cameras = essentials.get().list();
        return room.store().read(tx -> {
            Map<CameraId, Round> last = new HashMap<>();
            for (Round round : SqlRoundStore.last(tx)) {
                last.put(round.camera(), round);
            }
            List<RoundDue> all = new ArrayList<>();
            for (CameraId camera : cameras) {
                Round round = last.get(camera);
                Instant due = round == null ? null : round.at().plus(every);
                all.add(new RoundDue(camera, round, due, due == null || !due.isAfter(now)));
            }
            return all;
        });
    }

    /** What was missed on a duty: one matter a camera. */
    List<Matter> missed(Tx tx, TimeSpan duty, Instant now) throws SQLException {
        Duration every = room.config().duration(Setting.ROUND_EVERY);
        List<Round> rounds = SqlRoundStore.within(tx, duty);
        List<Matter> all = new ArrayList<>();
        for (CameraId camera : essentials.get().list()) {
            List<Instant> times = new ArrayList<>();
            for (Round round : rounds) {
                if (round.camera().equals(camera)) {
                    times.add(round.at());
                }
            }
            int missed = missed(times, duty, every, Spans.earlier(now.plus(NEARLY), duty.to()));
            if (missed > 0) {
                all.add(new Matter(
                        Matter.Kind.ROUND_MISSED,
                        camera.value(),
                        Integer.toString(missed),
                        times.isEmpty() ? null : times.get(times.size() - 1)));
            }
        }
        return all;
    }

    /** In how many whole spans of a duty, counted from its beginning, nobody looked. Pure. */
    static int missed(List<Instant> times, TimeSpan duty, Duration every, Instant until) {
        int missed = 0;
        Instant from = duty.from();
        while (!from.plus(every).isAfter(until)) {
            TimeSpan window = new TimeSpan(from, from.plus(every));
            boolean seen = false;
            for (Instant t : times) {
                seen |= window.contains(t);
            }
            missed += seen ? 0 : 1;
            from = window.to();
        }
        return missed;
    }
}
