package vn.vigil.roster.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.Leave;
import vn.vigil.roster.book.Pattern;
import vn.vigil.roster.book.Request;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.book.Watcher;

/**
 * Digests of what decides a roster and of the roster itself. What comes after its days is left out, and what of them is over: both
 * change without anybody's having changed anything.
 */
final class Inputs {
    private Inputs() {}

    static String of(
            Scene scene,
            LocalDate from,
            LocalDate to,
            Engine engine,
            long seed,
            long moves,
            Map<MemberId, double[]> carry) {
        Book book = scene.book();
        StringBuilder s = new StringBuilder("vigil roster inputs 1\n");
        line(s, from, to, engine.word(), seed, moves, book.zone());
        for (Slot slot : scene.seats(from, to)) {
            line(
                    s,
                    "seat",
                    slot.key(),
                    span(slot.span()),
                    slot.shift().counts(),
                    slot.shift().kind(),
                    slot.post().id());
            Cell cell = scene.cells().get(slot.key());
            if (cell != null && (cell.locked() || Drafter.byHand(cell.source()))) {
                line(s, "given", cell.member(), cell.locked());
            }
        }
        for (Duty duty : scene.duties()) {
            LocalDate day = duty.slot().key().day();
            if (duty.member() != null
                    && day.isBefore(from)
                    && !day.isBefore(from.withDayOfYear(1).minusDays(35))) {
                line(s, "before", duty.slot().key(), span(duty.span()), duty.member());
            }
        }
        for (Rule r : book.rules().all()) {
            line(s, "rule", r.id(), r.member(), r.mode(), r.weight(), r.bound());
        }
        TimeSpan days = Hours.days(from, to.plusDays(2), book.zone());
        for (Leave leave : book.leaves()) {
            if (leave.span().overlaps(days)) {
                line(s, "leave", leave.member(), span(leave.span()));
            }
        }
        for (Request r : book.requests()) {
            if (!r.day().isBefore(from) && !r.day().isAfter(to)) {
                line(s, "request", r.member(), r.day(), r.shift(), r.wanted(), r.weight());
            }
        }
        for (Pattern p : book.patterns()) {
            line(s, "pattern", p.id(), p.cycle(), p.anchor(), p.from(), p.until());
            for (Pattern.Crew crew : p.crews()) {
                line(s, "crew", crew.offset(), crew.members());
            }
        }
        for (Watcher w : book.watchers()) {
            MemberId id = w.member().id();
            boolean there = false;
            for (LocalDate d = from; !d.isAfter(to); d = d.plusDays(1)) {
                there |= w.member().on(d);
            }
            if (there) {
                watcher(s, scene, w, days, from, to);
                double[] owed = carry.getOrDefault(id, new double[Measure.ALL.size()]);
                for (double o : owed) {
                    s.append(' ').append(Math.round(o * 1000));
                }
                s.append('\n');
            }
        }
        return sha256(s.toString());
    }

    private static void watcher(StringBuilder s, Scene scene, Watcher w, TimeSpan days, LocalDate from, LocalDate to) {
        MemberId id = w.member().id();
        line(
                s,
                "watcher",
                id,
                w.watches(),
                w.leads(),
                w.shadowUntil(),
                new TreeSet<>(w.posts()),
                w.member().from(),
                w.member().until());
        for (TimeSpan away : scene.engagements().away(id)) {
            if (away.overlaps(days)) {
                line(s, "away", span(away));
            }
        }
        Life life = new Life(scene.book(), id, scene.engagements(), List.of());
        for (LocalDate d = from; !d.isAfter(to.plusDays(2)); d = d.plusDays(1)) {
            s.append(scene.book().days().of(d).word());
            for (TimeSpan hour : life.office(d)) {
                s.append(' ').append(span(hour));
            }
            s.append('\n');
        }
    }

    /** SHA-256 of who has which seat. */
    static String cells(Map<SlotKey, Cell> cells) {
        StringBuilder s = new StringBuilder("vigil roster 1\n");
        new TreeMap<>(cells).forEach((key, cell) -> {
            if (cell.member() != null) {
                line(s, key, cell.member());
            }
        });
        return sha256(s.toString());
    }

    private static String span(TimeSpan span) {
        return span.from() + "/" + span.to();
    }

    private static void line(StringBuilder s, Object... words) {
        for (int i = 0; i < words.length; i++) {
            s.append(i == 0 ? "" : "\t").append(words[i]);
        }
        s.append('\n');
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
