package vn.vigil.hold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.vigil.base.CaseId;
import vn.vigil.base.Deadline;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Cameras;
import vn.vigil.camera.Footage;
import vn.vigil.camera.Hole;
import vn.vigil.camera.RecordingsReport;
import vn.vigil.config.PrivateFiles;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.Wanted;
import vn.vigil.footage.FootagePlanner;
import vn.vigil.footage.FootageTaker;
import vn.vigil.footage.Planned;
import vn.vigil.footage.Taken;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Unfinished;
import vn.vigil.media.MediaException;
import vn.vigil.people.Actor;
import vn.vigil.store.Lease;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * Fetches what is missing of a hold: intent, receive into {@code partial/<id>}, encrypt, outcome with the hashes. Killed at any
 * moment, the next one clears away what no record names and goes on with what is missing. One thread.
 */
final class Copier {
    /** A clip grows so far: as much as a package's part may hold. */
    static final long CLIP_BYTES = 1000L << 20;

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** Pictures come in steps, and a clock is known only so well: less is no hole. */
    private static final Duration SLIVER = Duration.ofSeconds(2);

    /** A recorder writes the last pictures a little later. */
    private static final Duration SETTLES = Duration.ofSeconds(5);

    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration AGAIN_REFUSED = Duration.ofMinutes(15);

    /** Whoever asked does not wait any longer. */
    private static final class PatienceOver extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final World world;
    private final Store store;
    private final Ledger ledger;
    private final Cameras cameras;
    private final FootagePlanner planner;
    private final FootageTaker taker;
    private final Coffer coffer;
    private final Path partial;

    Copier(
            World world,
            Store store,
            Ledger ledger,
            Cameras cameras,
            FootagePlanner planner,
            FootageTaker taker,
            Coffer coffer,
            Path partial) {
        this.world = world;
        this.store = store;
        this.ledger = ledger;
        this.cameras = cameras;
        this.planner = planner;
        this.taker = taker;
        this.coffer = coffer;
        this.partial = partial;
    }

    /** Fetches what can be had now; nothing is thrown for what a camera does not give. */
    Held copy(Actor actor, CaseId id, Deadline whole, List<Message> notes, Progress progress) {
        try (Lease lease = Lease.tryTake(store, "hold/" + id, LEASE)) {
            if (lease == null) {
                notes.add(HoldText.BEING_COPIED.with(id));
                return get(id);
            }
            reconcile(actor, id);
            Held held = get(id);
            List<Missing> open = held.state() == HoldState.PENDING ? held.missing() : List.of();
            for (Missing missing : open) {
                if (missing.why().passing() && !whole.passed()) {
                    part(actor, id, missing, holding(lease, whole, progress), notes);
                }
            }
            return get(id);
        }
    }

    private Held get(CaseId id) {
        return store.read(tx -> SqlHoldStore.get(tx, id));
    }

    /** Keeps the lease while the work goes on, and ends it when patience does. */
    private Progress holding(Lease lease, Deadline whole, Progress progress) {
        long[] renewed = {world.nanos()};
        return (what, done, total, unit) -> {
            if (whole.passed()) {
                throw new PatienceOver();
            }
            if (world.nanos() - renewed[0] > LEASE.toNanos() / 4) {
                renewed[0] = world.nanos();
                lease.renew(LEASE);
            }
            progress.at(what, done, total, unit);
        };
    }

    /** Ends what a kill left open, and removes what it left lying. */
    void reconcile(Actor actor, CaseId id) {
        Set<String> known = new HashSet<>();
        for (HeldClip clip : get(id).clips()) {
            known.add(clip.file());
            known.add(clip.audioFile());
        }
        try {
            coffer.sweep(id, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clear(partial.resolve(id.toString()));
        for (Unfinished u : ledger.unfinished()) {
            if (u.subject().equals(id.toString())) {
                ledger.outcome(
                        u.seq(),
                        new Entry(actor.who(), u.act(), u.subject(), Map.of("result", "failed", "error", "KILLED")));
            }
        }
    }

    private void part(Actor actor, CaseId id, Missing missing, Progress progress, List<Message> notes) {
        Instant now = world.now().truncatedTo(ChronoUnit.MILLIS);
        TimeSpan span = missing.span();
        if (!span.from().isBefore(now.minus(SLIVER))) {
            return;
        }
        boolean over = !span.to().isAfter(now);
        TimeSpan part = over ? span : new TimeSpan(span.from(), now);
        List<Missing> rest = new ArrayList<>();
        long intent = ledger.intent(new Entry(
                actor.who(),
                HoldActs.COPY,
                id.toString(),
                Map.of("from", part.from().toString(), "to", part.to().toString())));
        Path folder = partial.resolve(id.toString());
        try {
            PrivateFiles.folder(folder);
            Held held = get(id);
            Planned planned = planner.plan(new Wanted(held.camera(), Asked.recorded(part)), notes);
            List<Taken> taken = taker.take(planned, folder, "clip", CLIP_BYTES, notes, progress);
            List<HeldClip> clips = keep(held, part, taken);
            TimeSpan came = over ? part : upTo(taken, part);
            if (came != null) {
                rest.addAll(holes(held, missing, came, planned, taken));
            }
            if (!over) {
                // What comes next is asked for from the last picture on, so that nothing falls between.
                Instant from = came == null ? part.from() : came.to();
                rest.add(new Missing(new TimeSpan(from, span.to()), HoldReason.NOT_OVER));
            }
            done(actor, id, intent, missing, rest, clips);
        } catch (PatienceOver e) {
            failed(actor, id, intent, missing, HoldReason.NOT_TRIED);
        } catch (VigilException e) {
            switch (e.kind()) {
                case NOT_FOUND -> {
                    rest.addAll(over ? explained(id, part) : List.of(new Missing(span, HoldReason.NOT_OVER)));
                    done(actor, id, intent, missing, rest, List.of());
                }
                case UNREACHABLE -> failed(actor, id, intent, missing, HoldReason.UNREACHABLE);
                case BUSY -> failed(actor, id, intent, missing, HoldReason.BUSY);
                case DENIED -> failed(actor, id, intent, missing, HoldReason.REFUSED);
                default -> failed(actor, id, intent, missing, HoldReason.FAILED);
            }
        } catch (MediaException e) {
            boolean disk = e.reason() == MediaException.Reason.DISK_FULL || e.reason() == MediaException.Reason.IO;
            failed(actor, id, intent, missing, disk ? HoldReason.NO_ROOM : HoldReason.FAILED);
        } catch (IOException | UncheckedIOException e) {
            failed(actor, id, intent, missing, HoldReason.NO_ROOM);
        } finally {
            clear(folder);
        }
    }

    /** The part up to the last picture that came; null when none did. */
    private static TimeSpan upTo(List<Taken> taken, TimeSpan part) {
        Instant last = part.from();
        for (Taken one : taken) {
            last = one.sheet().firstPicture() == null ? part.to() : later(last, one.end());
        }
        Instant to = last.isAfter(part.to()) ? part.to() : last;
        return to.isAfter(part.from()) ? new TimeSpan(part.from(), to) : null;
    }

    private List<HeldClip> keep(Held held, TimeSpan part, List<Taken> taken) throws IOException {
        List<HeldClip> clips = new ArrayList<>();
        for (Taken one : taken) {
            HeldClip clip = new HeldClip(
                    held.clips().size() + clips.size() + 1,
                    part,
                    one.sheet(),
                    one.bytes(),
                    "",
                    null,
                    world.now().truncatedTo(ChronoUnit.MILLIS));
            Path sound = one.facts().audioBeside();
            clips.add(new HeldClip(
                    clip.number(),
                    part,
                    clip.sheet(),
                    clip.bytes(),
                    coffer.put(held.id(), clip.file(), one.facts().file()),
                    sound == null ? null : coffer.put(held.id(), clip.audioFile(), sound),
                    clip.copiedAt()));
        }
        return clips;
    }

    /** What of a part did not come. */
    private List<Missing> holes(Held held, Missing before, TimeSpan part, Planned planned, List<Taken> taken) {
        Duration back =
                planned.offset() == null ? Duration.ZERO : planned.offset().negated();
        List<TimeSpan> there = new ArrayList<>();
        List<TimeSpan> seen = new ArrayList<>();
        for (Taken one : taken) {
            if (one.sheet().firstPicture() == null) {
                return List.of();
            }
            there.add(new TimeSpan(one.start(), one.end().plusMillis(1)));
            one.sheet().gaps().forEach(gap -> seen.add(gap.plus(back)));
        }
        boolean told = !planned.gaps().isEmpty();
        List<Missing> missing = new ArrayList<>();
        for (TimeSpan hole : Spans.without(part, there, seen, SLIVER)) {
            boolean inside = seen.stream().anyMatch(gap -> gap.overlaps(hole))
                    || planned.gaps().stream().anyMatch(gap -> gap.plus(back).overlaps(hole));
            if (inside) {
                missing.add(new Missing(hole, HoldReason.NOT_RECORDED));
            } else {
                // It was to come and did not; when it does not come twice, it is not there.
                missing.add(new Missing(
                        hole, before.why() == HoldReason.FAILED ? HoldReason.NOT_RECORDED : HoldReason.FAILED));
            }
        }
        return told && !missing.isEmpty() ? explained(held.id(), missing) : missing;
    }

    private List<Missing> explained(CaseId id, TimeSpan part) {
        return explained(id, List.of(new Missing(part, HoldReason.NOT_RECORDED)));
    }

    /** Asks why: what is older than the recorder's oldest was there once, and what is very young may still come. */
    private List<Missing> explained(CaseId id, List<Missing> missing) {
        List<Missing> better = new ArrayList<>();
        for (Missing m : missing) {
            RecordingsReport report = m.why() == HoldReason.NOT_RECORDED ? report(id, m.span()) : null;
            HoldReason why = m.why();
            if (report != null && report.source() == Footage.Source.RECORDER) {
                for (Hole hole : report.holes()) {
                    if (hole.span().overlaps(m.span())) {
                        why = switch (hole.reason()) {
                            case NOT_YET -> HoldReason.NOT_OVER;
                            case RETENTION -> HoldReason.RETENTION;
                            default -> why;
                        };
                    }
                }
            }
            better.add(new Missing(m.span(), why));
        }
        return better;
    }

    private RecordingsReport report(CaseId id, TimeSpan span) {
        try {
            return cameras.recordings(get(id).camera(), span, Deadline.in(world, ANSWER));
        } catch (VigilException e) {
            return null;
        }
    }

    private void done(Actor actor, CaseId id, long intent, Missing was, List<Missing> rest, List<HeldClip> clips) {
        List<Object> told = new ArrayList<>();
        for (HeldClip clip : clips) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("number", (long) clip.number());
            one.put("bytes", clip.bytes());
            one.put("sha256", clip.sha256());
            one.put("audioSha256", clip.audioSha256());
            one.put("essenceSha256", clip.sheet().video().essenceSha256());
            told.add(one);
        }
        store.write(tx -> {
            for (HeldClip clip : clips) {
                SqlHoldStore.clip(tx, id, clip);
            }
            HoldState state = settle(SqlHoldStore.get(tx, id), was, rest, tx);
            return ledger.outcome(
                    tx,
                    intent,
                    new Entry(
                            actor.who(),
                            HoldActs.COPY,
                            id.toString(),
                            Map.of("result", "done", "clips", told, "state", state.id())));
        });
    }

    private void failed(Actor actor, CaseId id, long intent, Missing was, HoldReason why) {
        store.write(tx -> {
            settle(SqlHoldStore.get(tx, id), was, List.of(new Missing(was.span(), why)), tx);
            return ledger.outcome(
                    tx,
                    intent,
                    new Entry(
                            actor.who(), HoldActs.COPY, id.toString(), Map.of("result", "failed", "error", why.id())));
        });
    }

    private HoldState settle(Held held, Missing was, List<Missing> rest, Tx tx) throws SQLException {
        List<Missing> missing = new ArrayList<>(held.missing());
        missing.remove(was);
        missing.addAll(rest);
        missing.sort(Comparator.comparing(m -> m.span().from()));
        Instant due = due(missing);
        HoldState state = due != null ? HoldState.PENDING : held.clips().isEmpty() ? HoldState.LOST : HoldState.COPIED;
        SqlHoldStore.missing(tx, held.id(), missing);
        SqlHoldStore.state(tx, held.id(), state, due);
        return state;
    }

    /** When the next try is worth while; null when none is. */
    private Instant due(List<Missing> missing) {
        Instant now = world.now().truncatedTo(ChronoUnit.MILLIS);
        Instant due = null;
        for (Missing m : missing) {
            if (m.why().passing()) {
                Instant one =
                        switch (m.why()) {
                            case NOT_TRIED -> now;
                            case NOT_OVER -> later(m.span().to().plus(SETTLES), now.plus(SETTLES));
                            case REFUSED -> now.plus(AGAIN_REFUSED);
                            default -> now.plus(AGAIN);
                        };
                due = due == null || one.isBefore(due) ? one : due;
            }
        }
        return due;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static void clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path p : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
