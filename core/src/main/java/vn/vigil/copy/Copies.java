package vn.vigil.copy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.PrivateFiles;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.CopySheet;
import vn.vigil.evidence.MaskSheet;
import vn.vigil.evidence.Sheet;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Unfinished;
import vn.vigil.media.FaceTracks;
import vn.vigil.media.Mask;
import vn.vigil.media.MediaException;
import vn.vigil.media.ViewCopy;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.seal.Hash;
import vn.vigil.store.Lease;
import vn.vigil.store.Store;
import vn.vigil.store.Work;
import vn.vigil.text.Viet;

/**
 * Copies of footage that was approved and taken: to look at, to hand on masked, or one picture. Every one is in the ledger, with its
 * recipient and its fingerprint; originals are only read, after their fingerprint was checked; what was not released is shown to
 * nobody. Not safe for several threads.
 */
public final class Copies {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final Releases releases;
    private final CopyMaker maker;

    public Copies(World world, Config config, Store store, Ledger ledger, People people, Releases releases) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.releases = releases;
        this.maker = new CopyMaker(world, config);
    }

    /**
     * Makes a copy that shows everything, or one picture of it.
     *
     * @throws VigilException DENIED without the power; REFUSED while nothing is released, or for another recipient than the
     *     request's without a document; NOT_FOUND; USAGE; CONFLICT when the file exists; NOT_GENUINE when the package has changed;
     *     BUSY; FAILED, nothing left behind
     */
    public CopyResult view(Actor actor, CopyOrder order, Progress progress) {
        people.require(actor, Power.VIEW_EVIDENCE);
        Originals.Original original = Originals.find(releases.of(order.request()), order.clip(), progress);
        return make(actor, order, original, CopyMaker.Hidden.NOTHING, progress);
    }

    /**
     * Makes a copy, or one picture, in which something is hidden.
     *
     * @throws VigilException as {@link #view}; REFUSED for a file of masks that nobody confirmed or that is another clip's; USAGE
     *     without masks, or for one that hides nothing
     */
    public CopyResult redact(Actor actor, CopyOrder order, Masking masking, Progress progress) {
        people.require(actor, Power.VIEW_EVIDENCE);
        Originals.Original original = Originals.find(releases.of(order.request()), order.clip(), progress);
        return make(actor, order, original, hidden(actor, order.request(), original, masking), progress);
    }

    /**
     * Has OpenCV look for faces and puts down where it sees some, for a person to strike out, add and confirm. Hides nothing.
     *
     * @param order its recipient, document and still are not used; {@code out} is the file of proposals
     * @throws VigilException as {@link #view}
     */
    public FacesFound findFaces(Actor actor, CopyOrder order, Progress progress) {
        people.require(actor, Power.VIEW_EVIDENCE);
        CaseId id = order.request();
        Originals.Original original = Originals.find(releases.of(id), order.clip(), progress);
        Path out = free(order.out(), Set.of("json"));
        String clip = original.sheet().file();
        if (order.dryRun()) {
            return new FacesFound(null, clip, 0, 0, 0);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("clip", clip);
        details.put("original", original.sheet().sha256());
        return alone(actor, id, Acts.FACES, details, progress, (telling, published) -> {
            long total = original.sheet().video().duration().toMillis();
            List<ViewCopy.Found> found = ViewCopy.faces(
                    original.place(),
                    LOOK_EVERY,
                    done -> telling.at(CopyText.STEP_FACES.with(), done.toMillis(), total, Progress.Unit.FOOTAGE));
            int width = original.sheet().video().width();
            int height = original.sheet().video().height();
            List<MaskSheet.Proposed> masks = new ArrayList<>();
            Set<Integer> faces = new HashSet<>();
            for (FaceTracks.Proposal p : FaceTracks.propose(found, width, height)) {
                masks.add(new MaskSheet.Proposed(p.mask(), p.track(), p.seen()));
                faces.add(p.track());
            }
            MaskSheet sheet =
                    new MaskSheet(id.toString(), clip, original.sheet().sha256(), width, height, masks);
            Path part = part(out);
            CopyMaker.save(part, MaskFile.bytes(sheet));
            publish(part, out, published);
            details.put("proposed", (long) masks.size());
            return new Done<>(new FacesFound(out, clip, faces.size(), masks.size(), found.size()), tx -> null);
        });
    }

    private CopyMaker.Hidden hidden(Actor actor, CaseId id, Originals.Original original, Masking masking) {
        ClipTimes times = new ClipTimes(CopyMaker.first(original.sheet()), config.zone());
        List<Mask> masks = new ArrayList<>();
        for (String text : masking.masks()) {
            masks.add(times.mask(text));
        }
        int proposed = 0;
        if (masking.file() != null) {
            MaskSheet sheet = MaskFile.read(masking.file());
            if (!masking.confirmed()) {
                throw new VigilException(
                                ErrorKind.REFUSED, "VG-COPY-UNCONFIRMED", CopyText.UNCONFIRMED.with(masking.file()))
                        .why(CopyText.UNCONFIRMED_WHY.with())
                        .next(CopyText.UNCONFIRMED_NEXT.with());
            }
            if (!sheet.request().equals(id.toString())
                    || !sheet.clipSha256().equals(original.sheet().sha256())) {
                throw new VigilException(
                        ErrorKind.REFUSED,
                        "VG-COPY-OTHER-CLIP",
                        CopyText.MASKS_OTHER_CLIP.with(masking.file(), sheet.clip()));
            }
            for (MaskSheet.Proposed p : sheet.masks()) {
                masks.add(p.mask());
                proposed += p.face() > 0 ? 1 : 0;
            }
        }
        if (masks.isEmpty()) {
            throw new VigilException(ErrorKind.USAGE, "VG-COPY-NO-MASK", CopyText.MASKS_MISSING.with())
                    .next(CopyText.MASKS_MISSING_NEXT.with(id));
        }
        for (Mask mask : masks) {
            boolean hides = mask.left() < original.sheet().video().width()
                    && mask.top() < original.sheet().video().height()
                    && mask.from().compareTo(original.sheet().video().duration()) < 0;
            if (!hides) {
                throw new VigilException(ErrorKind.USAGE, "VG-COPY-MASK-MISSES", CopyText.MASK_MISSES.with(words(mask)))
                        .why(CopyText.MASK_MISSES_WHY.with(
                                original.sheet().video().width(),
                                original.sheet().video().height(),
                                original.sheet().video().duration().toMillis() / 1000.0));
            }
        }
        Mask.Style style = masking.pixelated() ? Mask.Style.PIXELATE : Mask.Style.BLACK;
        return new CopyMaker.Hidden(masks, style, actor.memberId(), proposed);
    }

    private static String words(Mask mask) {
        return mask.left() + "," + mask.top() + "," + mask.width() + "," + mask.height() + "@"
                + mask.from().toMillis() / 1000.0 + "-"
                + (mask.to() == null ? "" : mask.to().toMillis() / 1000.0);
    }

    private CopyResult make(
            Actor actor, CopyOrder order, Originals.Original original, CopyMaker.Hidden hidden, Progress progress) {
        CaseId id = order.request();
        Releases.Released released = releases.of(id);
        String recipient = order.recipient() == null ? released.recipient() : tidy(order.recipient());
        String document = order.document() == null ? null : tidy(order.document());
        String leave = leave(id, released.recipient(), recipient, document);
        ClipTimes times = new ClipTimes(CopyMaker.first(original.sheet()), config.zone());
        CopyMaker.Order wanted = new CopyMaker.Order(
                original.place(),
                original.sheet(),
                id,
                recipient,
                leave,
                original.identity(),
                hidden,
                order.still() == null ? null : times.moment(order.still()),
                actor.memberId());
        Path target = order.out().toAbsolutePath().normalize();
        String orderSha256 = sha256(wanted);
        CopyResult there = there(orderSha256, target);
        if (there != null) {
            return there;
        }
        Path out = free(target, order.still() == null ? Set.of("mp4") : Set.of("jpg", "jpeg", "png"));
        Path sheetOut = free(sheetOf(out), Set.of("json"));
        if (order.dryRun()) {
            return new CopyResult(CopyResult.Outcome.PLANNED, out, sheetOut, null);
        }
        String act =
                switch (wanted.kind()) {
                    case VIEW -> Acts.VIEW;
                    case REDACTED -> Acts.REDACT;
                    case STILL -> Acts.STILL;
                };
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("clip", original.sheet().file());
        details.put("original", original.sheet().sha256());
        details.put("recipient", recipient);
        if (leave != null) {
            details.put("leave", leave);
        }
        details.put("masks", (long) hidden.masks().size());
        return alone(actor, id, act, details, progress, (telling, published) -> {
            Path part = part(out);
            Path sheetPart = part(sheetOut);
            CopyMaker.Made made;
            try {
                made = maker.make(wanted, part, out.getFileName().toString(), telling);
                CopyMaker.save(sheetPart, made.sheetBytes());
                publish(sheetPart, sheetOut, published);
                publish(part, out, published);
            } finally {
                Files.deleteIfExists(part);
                Files.deleteIfExists(sheetPart);
            }
            details.put("sha256", made.sheet().sha256());
            details.put("confirmed", hidden.confirmedBy() != null);
            return new Done<>(new CopyResult(CopyResult.Outcome.MADE, out, sheetOut, made.sheet()), tx -> {
                SqlCopyStore.insert(tx, orderSha256, out.toString(), made.sheet(), made.sheetBytes());
                return null;
            });
        });
    }

    /** Why it may go to somebody else; null when it goes to whom the request names. */
    private static String leave(CaseId id, String asked, String recipient, String document) {
        if (recipient.equals(asked)) {
            return null;
        }
        if (document == null || document.isEmpty() || recipient.isEmpty()) {
            throw new VigilException(ErrorKind.REFUSED, "VG-COPY-RECIPIENT", CopyText.OTHER_RECIPIENT.with(id, asked))
                    .why(CopyText.OTHER_RECIPIENT_WHY.with())
                    .next(CopyText.NEXT_RECIPIENT.with());
        }
        return document;
    }

    /** The copy that the same order made before, if it lies there unchanged. */
    private CopyResult there(String orderSha256, Path out) {
        byte[] json = store.read(tx -> SqlCopyStore.latest(tx, orderSha256, out.toString()));
        if (json == null || !Files.isRegularFile(out)) {
            return null;
        }
        try {
            CopySheet sheet = Sheet.read(json, CopySheet::of);
            return Hash.hex(Hash.sha256(out)).equals(sheet.sha256())
                    ? new CopyResult(CopyResult.Outcome.UNCHANGED, out, sheetOf(out), sheet)
                    : null;
        } catch (Sheet.SheetException | IOException e) {
            return null;
        }
    }

    private static String sha256(CopyMaker.Order order) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("clip", order.sheet().sha256());
        all.put("request", order.request().toString());
        all.put("recipient", order.recipient());
        all.put("leave", order.leave());
        all.put("stillMillis", order.still() == null ? null : order.still().toMillis());
        all.put("masks", order.hidden().masks().toString());
        all.put(
                "style",
                order.hidden().style() == null ? null : order.hidden().style().name());
        return Hash.hex(Hash.sha256(CanonicalJson.bytes(all)));
    }

    private static String tidy(String text) {
        return Viet.nfc(text).strip();
    }

    /** The place where a new file may go. */
    private static Path free(Path wanted, Set<String> endings) {
        Path out = wanted.toAbsolutePath().normalize();
        String name = String.valueOf(out.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!endings.contains(ending) || !Files.isDirectory(out.getParent())) {
            throw new VigilException(
                    ErrorKind.USAGE,
                    "VG-COPY-OUT",
                    CopyText.OUT_NAME.with(
                            out,
                            "." + String.join(", .", endings.stream().sorted().toList())));
        }
        if (Files.exists(out, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(out);
        }
        return out;
    }

    private static VigilException exists(Path out) {
        return new VigilException(ErrorKind.CONFLICT, "VG-COPY-EXISTS", CopyText.EXISTS.with(out))
                .next(CopyText.NEXT_OUT.with());
    }

    private static Path sheetOf(Path out) {
        String name = out.getFileName().toString();
        return out.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
    }

    /** Where a file is made; what a killed run left there is cleared. */
    private static Path part(Path out) throws IOException {
        Path part = out.resolveSibling("." + out.getFileName() + ".part");
        Files.deleteIfExists(part);
        return part;
    }

    /** Gives a finished file its name; never takes another's place. */
    private static void publish(Path part, Path out, List<Path> published) throws IOException {
        try {
            Files.createLink(out, part);
            Files.delete(part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            // A stick with FAT knows no links; a plain move does not replace, either.
            Files.move(part, out);
        }
        published.add(out);
        PrivateFiles.syncFolder(out.getParent());
    }

    /** What came of a piece of work, and what is to be written of it. */
    private record Done<T>(T result, Work<Void> row) {}

    private interface Doing<T> {
        Done<T> run(Progress telling, List<Path> published) throws IOException;
    }

    /** Does a piece of work that leaves something outside the store: told before, told after. */
    private <T> T alone(
            Actor actor, CaseId id, String act, Map<String, Object> details, Progress progress, Doing<T> work) {
        try (Lease lease = Lease.take(store, "copy/" + id, LEASE)) {
            for (Unfinished killed : ledger.unfinished()) {
                if (killed.subject().equals(id.toString())
                        && Set.of(Acts.VIEW, Acts.REDACT, Acts.STILL, Acts.FACES)
                                .contains(killed.act())) {
                    ledger.outcome(killed.seq(), new Entry(actor.who(), killed.act(), id.toString(), failed("KILLED")));
                }
            }
            long intent = ledger.intent(new Entry(actor.who(), act, id.toString(), details));
            String why = "FAULT";
            List<Path> published = new ArrayList<>();
            try {
                Done<T> done = work.run(holding(lease, progress), published);
                details.put("result", "done");
                store.write(tx -> {
                    done.row().in(tx);
                    return ledger.outcome(tx, intent, new Entry(actor.who(), act, id.toString(), details));
                });
                why = null;
                return done.result();
            } catch (MediaException e) {
                why = e.reason().name();
                throw media(id, e);
            } catch (FileAlreadyExistsException e) {
                why = "EXISTS";
                throw exists(Path.of(e.getFile()));
            } catch (IOException e) {
                why = "IO";
                throw new VigilException(ErrorKind.FAILED, "VG-COPY-IO", CopyText.IO_FAILED.with(id)).causedBy(e);
            } finally {
                if (why != null) {
                    takeBack(published);
                    tell(intent, new Entry(actor.who(), act, id.toString(), failed(why)));
                }
            }
        }
    }

    /** What is not on record shall not lie about. */
    private static void takeBack(List<Path> published) {
        for (Path file : published) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The failure that is already being told.
            }
        }
    }

    private void tell(long intent, Entry entry) {
        try {
            ledger.outcome(intent, entry);
        } catch (VigilException second) {
            // The disk that failed the copy may hold the store as well; the intent without outcome tells the same.
        }
    }

    private static Map<String, Object> failed(String why) {
        return Map.of("result", "failed", "error", why);
    }

    private Progress holding(Lease lease, Progress progress) {
        long[] renewed = {world.nanos()};
        return (what, done, total, unit) -> {
            if (world.nanos() - renewed[0] > LEASE.toNanos() / 4) {
                renewed[0] = world.nanos();
                lease.renew(LEASE);
            }
            progress.at(what, done, total, unit);
        };
    }

    private static VigilException media(CaseId id, MediaException e) {
        return switch (e.reason()) {
            case DISK_FULL ->
                new VigilException(ErrorKind.FAILED, "VG-COPY-DISK-FULL", CopyText.DISK_FULL.with(id)).causedBy(e);
            case UNAVAILABLE ->
                new VigilException(ErrorKind.FAILED, "VG-COPY-UNAVAILABLE", CopyText.FACES_UNAVAILABLE.with())
                        .causedBy(e);
            default ->
                new VigilException(ErrorKind.FAILED, "VG-COPY-MEDIA", CopyText.MEDIA_FAILED.with(id)).causedBy(e);
        };
    }
}
