package vn.vigil.hold;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.Wanted;
import vn.vigil.footage.FootageTaker;
import vn.vigil.footage.Planned;
import vn.vigil.footage.Taken;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.media.ClipFacts;
import vn.vigil.media.Mp4Reader;
import vn.vigil.people.Actor;
import vn.vigil.store.Store;

/** Held copies opened again: to be judged, and to be packaged where the camera no longer has the footage. One thread. */
final class Reopening {
    private final Store store;
    private final Ledger ledger;
    private final Coffer coffer;
    private final FootageTaker taker;

    Reopening(Store store, Ledger ledger, Coffer coffer, FootageTaker taker) {
        this.store = store;
        this.ledger = ledger;
        this.coffer = coffer;
        this.taker = taker;
    }

    /** Whether a clip opens, and is the one that was copied. */
    boolean intact(Held held, HeldClip clip) {
        return opens(held, clip, null, null);
    }

    private boolean opens(Held held, HeldClip clip, Path file, Path sound) {
        try {
            return clip.sha256().equals(coffer.open(held.id(), clip.file(), file))
                    && (clip.audioSha256() == null
                            || clip.audioSha256().equals(coffer.open(held.id(), clip.audioFile(), sound)));
        } catch (IOException e) {
            return false;
        }
    }

    /** Notes that a copy no longer holds. */
    Held lost(Actor actor, Held held, HeldClip clip) {
        if (held.state() == HoldState.LOST) {
            return held;
        }
        return store.write(tx -> {
            List<Missing> missing = new ArrayList<>(held.missing());
            missing.removeIf(m -> m.span().from().equals(clip.span().from()));
            missing.add(new Missing(clip.span(), HoldReason.CHANGED));
            SqlHoldStore.missing(tx, held.id(), missing);
            SqlHoldStore.state(tx, held.id(), HoldState.LOST, null);
            ledger.append(
                    tx,
                    new Entry(
                            actor.who(),
                            HoldActs.LOST,
                            held.id().toString(),
                            Map.of("clip", (long) clip.number(), "why", HoldReason.CHANGED.id())));
            return SqlHoldStore.get(tx, held.id());
        });
    }

    List<Taken> forRun(
            Actor actor,
            CaseId request,
            Wanted wanted,
            Path folder,
            String name,
            List<Message> notes,
            Progress progress)
            throws IOException {
        Held held = wanted.asked().isLive() ? null : best(wanted);
        if (held == null) {
            return List.of();
        }
        List<HeldFootage.Piece> pieces = new ArrayList<>();
        for (HeldClip clip : held.clips()) {
            Path file = folder.resolve(name + "-held-" + clip.file());
            Path sound = clip.audioSha256() == null ? null : folder.resolve(name + "-held-" + clip.audioFile());
            if (!opens(held, clip, file, sound)) {
                lost(actor, held, clip);
                throw new VigilException(
                        ErrorKind.NOT_GENUINE, "VG-HOLD-CHANGED", HoldText.COPY_CHANGED.with(held.id()));
            }
            pieces.add(new HeldFootage.Piece(clip, file, sound));
        }
        store.write(tx -> ledger.append(
                tx, new Entry(actor.who(), HoldActs.OPEN, held.id().toString(), Map.of("for", request.toString()))));
        notes.add(HoldText.USED.with(wanted.camera(), held.id()));
        TimeSpan asked = wanted.asked().span();
        return held.span().equals(asked)
                ? whole(held, asked, pieces, wanted)
                : part(held, asked, pieces, wanted, folder, name, notes, progress);
    }

    /** Exactly this span, else the narrowest that covers it, else the one with the most of it. */
    private Held best(Wanted wanted) {
        TimeSpan asked = wanted.asked().span();
        HoldFilter ofCamera = new HoldFilter(null, wanted.camera(), null, false);
        return store.read(tx -> SqlHoldStore.all(tx, ofCamera)).stream()
                .filter(h -> h.state() != HoldState.LOST
                        && !h.clips().isEmpty()
                        && h.span().overlaps(asked))
                .min(Comparator.comparing((Held h) -> common(h.span(), asked).negated())
                        .thenComparing(h -> h.span().length()))
                .orElse(null);
    }

    private static Duration common(TimeSpan a, TimeSpan b) {
        Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
        Instant to = a.to().isBefore(b.to()) ? a.to() : b.to();
        return Duration.between(from, to);
    }

    /** The very files that were copied. */
    private static List<Taken> whole(Held held, TimeSpan asked, List<HeldFootage.Piece> pieces, Wanted wanted) {
        List<Taken> taken = new ArrayList<>();
        for (HeldFootage.Piece piece : pieces) {
            ClipSheet sheet = piece.clip().sheet();
            ClipFacts read = Mp4Reader.read(piece.file(), 0, piece.clip().bytes());
            ClipFacts facts = new ClipFacts(
                    piece.file(), read.bytes(), piece.clip().sha256(), read.video(), read.audio(), piece.sound(), 0, 0);
            Duration shift = sheet.clock().offset() == null
                    ? Duration.ZERO
                    : sheet.clock().offset();
            boolean timed = sheet.firstPicture() != null;
            Instant start = timed
                    ? sheet.firstPicture().minus(shift)
                    : piece.clip().span().from();
            Instant end = timed
                    ? sheet.lastPicture().minus(shift)
                    : piece.clip().span().to();
            Duration lead = Duration.between(start, asked.from());
            taken.add(new Taken(
                    wanted.camera(),
                    facts,
                    sheet.askedAs(asked, lead.isNegative() ? Duration.ZERO : lead, origin(held, piece)),
                    start,
                    end));
        }
        return taken;
    }

    private static ClipSheet.Origin origin(Held held, HeldFootage.Piece piece) {
        return new ClipSheet.Origin(held.id().toString(), piece.clip().copiedAt());
    }

    private List<Taken> part(
            Held held,
            TimeSpan asked,
            List<HeldFootage.Piece> pieces,
            Wanted wanted,
            Path folder,
            String name,
            List<Message> notes,
            Progress progress) {
        ClipSheet first = pieces.get(0).clip().sheet();
        Duration offset = first.clock().offset();
        TimeSpan device = offset == null ? asked : asked.plus(offset);
        Planned planned = new Planned(wanted, device, offset, first.clock().error(), List.of());
        if (pieces.stream().anyMatch(p -> p.sound() != null)) {
            notes.add(HoldText.SOUND_LEFT_OUT.with(wanted.camera()));
        }
        List<Taken> taken = new ArrayList<>();
        try (HeldFootage source = new HeldFootage(pieces, device)) {
            for (Taken one :
                    taker.copy(first.camera(), planned, source, folder, name, Copier.CLIP_BYTES, notes, progress)) {
                ClipSheet s = one.sheet();
                taken.add(new Taken(
                        one.camera(),
                        one.facts(),
                        s.askedAs(s.asked(), s.keyFrameLead(), origin(held, pieces.get(0))),
                        one.start(),
                        one.end()));
            }
        }
        return taken;
    }
}
