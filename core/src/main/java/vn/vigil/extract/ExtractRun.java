package vn.vigil.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Cameras;
import vn.vigil.config.PrivateFiles;
import vn.vigil.copy.CopyMaker;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.footage.FootagePlanner;
import vn.vigil.footage.FootageTaker;
import vn.vigil.footage.Planned;
import vn.vigil.footage.Taken;
import vn.vigil.ledger.Custody;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Unfinished;
import vn.vigil.media.MediaException;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.seal.PackageReport;
import vn.vigil.seal.Revocations;
import vn.vigil.seal.SigningGate;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.TimestampClient;
import vn.vigil.seal.TrustAnchors;
import vn.vigil.store.Lease;
import vn.vigil.store.Store;

/**
 * One run of an approved extraction, room by room: plan, receive, cut, measure, seal, witness, register. Until the last rename
 * everything lies in {@code partial/<request>}, which the next run clears and says so.
 */
final class ExtractRun {
    /**
     * Where things lie.
     *
     * @param partial unfinished work, one folder a request
     * @param packages finished packages; on the same disk as {@code partial}
     * @param maxPartBytes footage a package part may hold
     */
    record Places(Path partial, Path packages, long maxPartBytes) {}

    /**
     * What seals.
     *
     * @param authority null when none is configured
     * @param recipient to whom packages are encrypted; null: they are not
     * @param plainReason why not, although the recipient's certificate is known; null otherwise
     */
    record Sealer(
            SigningKey key,
            TimestampClient authority,
            Revocations revocations,
            X509Certificate recipient,
            String plainReason) {}

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Desk desk;
    private final World world;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final FootageTaker taker;
    private final Places places;
    private final RunPlanner planner;
    private final Packager packager;
    private final Encryption encryption;

    ExtractRun(Desk desk, Cameras cameras, Places places) {
        this.desk = desk;
        this.world = desk.world();
        this.store = desk.store();
        this.ledger = desk.ledger();
        this.people = desk.people();
        this.places = places;
        FootagePlanner footage = new FootagePlanner(world, desk.config(), cameras);
        this.taker = new FootageTaker(world, cameras, footage);
        this.planner = new RunPlanner(desk, footage, places);
        this.packager = new Packager(desk);
        this.encryption = new Encryption(world);
    }

    RunResult run(Actor actor, RunRequest request, Progress progress) {
        CaseId id = request.id();
        SqlExtractStore.Row row = desk.row(id);
        if (row.state().isSealed()) {
            return unchanged(row);
        }
        if (!request.dryRun() && !unfinished(id).isEmpty()) {
            planner.exactly(row, request);
            RunResult adopted = adopt(actor, row);
            if (adopted != null) {
                return adopted;
            }
        }
        if (row.state() == ExtractState.APPROVED) {
            packager.checkPersons(row, actor, null);
        }
        X509Certificate recipient = request.plainReason() == null ? Encryption.recipient(row) : null;
        if (recipient != null) {
            encryption.require(recipient);
        }
        RunPlanner.Plan plan = planner.plan(row, request);
        Revocations revocations = new Revocations(world, null, Raises.anchors(desk, request.trust()));
        SigningKey key = desk.keys().sealer(actor.member(), request.key());
        SigningGate.check(key, revocations, world.now());
        packager.checkPersons(row, actor, key);
        if (request.dryRun()) {
            return new RunResult(
                    id, RunResult.Outcome.PLANNED, plan.cameras(), List.of(), List.of(), null, plan.notes());
        }
        try (Lease lease = Lease.take(store, lease(id), LEASE)) {
            List<Message> notes = new ArrayList<>(plan.notes());
            Path folder = places.partial().resolve(id.toString());
            List<Unfinished> killed = unfinished(id);
            if (clear(folder) || !killed.isEmpty()) {
                notes.add(ExtractText.CLEARED.with(id));
            }
            killed.forEach(u -> failed(actor, id, u.seq(), "KILLED"));
            Sealer sealer = new Sealer(
                    key,
                    Raises.authority(desk, request.tsa(), request.trust()),
                    revocations,
                    recipient,
                    request.plainReason());
            return make(actor, row, plan, sealer, request.withView(), folder, notes, holding(lease, progress));
        }
    }

    private static String lease(CaseId id) {
        return "extract/" + id;
    }

    /** Renews the lease while the work goes on, so that a short one is enough: a killed run gives way soon. */
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

    private RunResult make(
            Actor actor,
            SqlExtractStore.Row row,
            RunPlanner.Plan plan,
            Sealer sealer,
            boolean withView,
            Path folder,
            List<Message> notes,
            Progress progress) {
        CaseId id = row.id();
        Instant now = world.now().truncatedTo(ChronoUnit.MICROS);
        long intent = store.write(tx -> {
            if (SqlExtractStore.get(tx, id).state() != ExtractState.APPROVED) {
                throw new VigilException(ErrorKind.BUSY, "VG-EXTRACT-RUNNING", ExtractText.RUNNING.with(id));
            }
            return ledger.intent(tx, entry(actor, id, Map.of()));
        });
        // A package that lies finished but unrecorded is adopted by the next run: its intent stays open.
        boolean published = false;
        try {
            PrivateFiles.folder(folder);
            List<Taken> items = new ArrayList<>();
            for (Planned planned : plan.cameras()) {
                String name = planned.camera().value() + "-" + (plan.cameras().indexOf(planned) + 1);
                items.addAll(Edges.told(take(actor, planned, plan, folder, name, notes, progress)));
            }
            if (items.isEmpty()) {
                throw new VigilException(
                        ErrorKind.NOT_FOUND, "VG-EXTRACT-NO-RECORDING", ExtractText.NOTHING_CAME.with(id));
            }
            Map<Taken, CopyMaker.Made> views =
                    withView ? packager.views(row, actor, items, folder, progress) : Map.of();
            Custody custody = ledger.custody(id.toString(), intent, desk.keys().logKey());
            Packager.Made made =
                    packager.pack(row, items, views, custody, folder, places.maxPartBytes(), sealer, now, progress);
            witness(made.packages());
            List<PackageFacts> sealed = sealer.recipient() == null
                    ? made.packages()
                    : encryption.to(sealer.recipient(), made.packages(), progress);
            List<PackageFacts> packages = publish(sealed);
            published = true;
            done(actor, id, intent, packages, sealer.plainReason());
            notes.addAll(made.notes());
            return new RunResult(
                    id, RunResult.Outcome.DONE, plan.cameras(), made.clips(), packages, made.timestampMissing(), notes);
        } catch (VigilException e) {
            if (!published) {
                failed(actor, id, intent, e.id());
            }
            throw e;
        } catch (MediaException e) {
            failed(actor, id, intent, e.reason().name());
            throw media(id, e);
        } catch (IOException | UncheckedIOException e) {
            if (!published) {
                failed(actor, id, intent, "IO");
            }
            throw new VigilException(ErrorKind.FAILED, "VG-EXTRACT-IO", ExtractText.IO_FAILED.with(id))
                    .next(ExtractText.NEXT_RUN.with(id))
                    .causedBy(e);
        } finally {
            clear(folder);
        }
    }

    /** From the camera; from our own held copy where the camera has nothing any more, or does not answer. */
    private List<Taken> take(
            Actor actor,
            Planned planned,
            RunPlanner.Plan plan,
            Path folder,
            String name,
            List<Message> notes,
            Progress progress) {
        if (!plan.held().contains(planned.wanted())) {
            try {
                List<Taken> taken = taker.take(planned, folder, name, places.maxPartBytes(), notes, progress);
                if (!taken.isEmpty()) {
                    return taken;
                }
            } catch (VigilException e) {
                if (!planner.isHeld(plan.id(), planned.wanted(), e)) {
                    throw e;
                }
                notes.add(ExtractText.FROM_HOLD.with(planned.camera(), e.what()));
            }
        }
        return planned.wanted().asked().isLive()
                ? List.of()
                : desk.holds()
                        .get()
                        .forRun(actor, plan.id(), planned.wanted(), folder, name + "-held", notes, progress);
    }

    /** The outsider's judgement, before anybody is told that it is done. */
    private void witness(List<PackageFacts> packages) {
        TrustAnchors anchors = people.trustAnchors();
        for (PackageFacts p : packages) {
            PackageReport report = PackageVerifier.verify(p.file(), anchors, world.now(), Progress.NONE);
            if (report.failed() != null) {
                throw new VigilException(ErrorKind.FAILED, "VG-EXTRACT-WITNESS", ExtractText.WITNESS_FAILED.with())
                        .why(ExtractText.STAGE_FAILED.with(
                                report.failed().name(), report.failed().reason()));
            }
        }
    }

    private List<PackageFacts> publish(List<PackageFacts> made) throws IOException {
        PrivateFiles.folder(places.packages());
        List<PackageFacts> published = new ArrayList<>();
        for (PackageFacts p : made) {
            Path target = places.packages().resolve(p.file().getFileName());
            Path sum = Path.of(p.file() + ".sha256");
            // A link never replaces what is there, as a rename would.
            if (p.encrypted() != null) {
                Files.createLink(Path.of(target + Encryption.ENDING), p.encrypted());
                Files.createLink(Path.of(target + Encryption.ENDING + ".sha256"), Path.of(p.encrypted() + ".sha256"));
            }
            Files.createLink(Path.of(target + ".sha256"), sum);
            Files.createLink(target, p.file());
            published.add(p.at(target));
        }
        PrivateFiles.syncFolder(places.packages());
        return published;
    }

    private void done(Actor actor, CaseId id, long intent, List<PackageFacts> packages, String plainReason) {
        List<Object> identities = new ArrayList<>();
        for (PackageFacts p : packages) {
            identities.add(p.identity());
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("result", "done");
        details.put("packages", identities);
        details.put("encrypted", packages.get(0).encrypted() != null);
        if (plainReason != null) {
            details.put("notEncrypted", plainReason);
        }
        Entry entry = entry(actor, id, details);
        store.write(tx -> {
            SqlExtractStore.done(tx, id, packages);
            return ledger.outcome(tx, intent, entry);
        });
    }

    private void failed(Actor actor, CaseId id, long intent, String why) {
        try {
            ledger.outcome(intent, entry(actor, id, Map.of("result", "failed", "error", why)));
        } catch (VigilException second) {
            // The disk that failed the run may hold the store as well; the intent without outcome tells the same.
        }
    }

    private static Entry entry(Actor actor, CaseId id, Map<String, ?> details) {
        return new Entry(actor.who(), Acts.RUN, id.toString(), details);
    }

    /** Runs of this request that a kill left without outcome. */
    private List<Unfinished> unfinished(CaseId id) {
        List<Unfinished> mine = new ArrayList<>();
        for (Unfinished u : ledger.unfinished()) {
            if (u.subject().equals(id.toString()) && u.act().equals(Acts.RUN)) {
                mine.add(u);
            }
        }
        return mine;
    }

    private RunResult unchanged(SqlExtractStore.Row row) {
        List<PackageFacts> packages = store.read(tx -> SqlExtractStore.packages(tx, row.id()));
        List<Message> notes = new ArrayList<>();
        for (PackageFacts p : packages) {
            if (!Files.exists(p.file())) {
                notes.add(ExtractText.PACKAGE_GONE.with(p.file()));
            }
        }
        return new RunResult(row.id(), RunResult.Outcome.UNCHANGED, List.of(), List.of(), packages, null, notes);
    }

    /** A run that was killed between the rename and the record left its packages whole: they are recorded, not made again. */
    private RunResult adopt(Actor actor, SqlExtractStore.Row row) {
        CaseId id = row.id();
        try (Lease lease = Lease.take(store, lease(id), LEASE)) {
            List<Unfinished> killed = unfinished(id);
            List<PackageFacts> found = packager.found(places.packages(), id, people.trustAnchors());
            if (found.isEmpty() || killed.isEmpty() || !lease.renew(LEASE)) {
                return null;
            }
            done(actor, id, killed.get(killed.size() - 1).seq(), found, null);
            clear(places.partial().resolve(id.toString()));
            return new RunResult(
                    id,
                    RunResult.Outcome.DONE,
                    List.of(),
                    List.of(),
                    found,
                    null,
                    List.of(ExtractText.ADOPTED.with(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VigilException media(CaseId id, MediaException e) {
        boolean full = e.reason() == MediaException.Reason.DISK_FULL;
        return new VigilException(
                        ErrorKind.FAILED,
                        full ? "VG-EXTRACT-DISK-FULL" : "VG-EXTRACT-MEDIA",
                        full ? ExtractText.DISK_FULL.with(id) : ExtractText.MEDIA_FAILED.with(id))
                .next(ExtractText.NEXT_RUN.with(id))
                .causedBy(e);
    }

    /** Removes what an unfinished run left; true when there was something. */
    private static boolean clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path p : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
