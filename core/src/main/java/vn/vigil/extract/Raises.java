package vn.vigil.extract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.config.Setting;
import vn.vigil.evidence.Acts;
import vn.vigil.ledger.Entry;
import vn.vigil.people.Actor;
import vn.vigil.people.KeySource;
import vn.vigil.people.Power;
import vn.vigil.seal.AsiceRewriter;
import vn.vigil.seal.Revocations;
import vn.vigil.seal.SealLevel;
import vn.vigil.seal.Sealed;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.TimestampClient;
import vn.vigil.seal.TrustAnchors;

/** What may be added to a sealed package without touching signed bytes: time, revocation data, the approver's seal. */
final class Raises {
    private final Desk desk;
    private final AsiceRewriter rewriter;

    Raises(Desk desk) {
        this.desk = desk;
        this.rewriter = new AsiceRewriter(desk.world());
    }

    /** One file to be raised, and where its name and record lie. */
    private record Target(CaseId request, PackageFacts facts) {}

    /**
     * The authority of this call, or of the settings; null when neither names one.
     *
     * @param trust roots by which it is believed besides the site's own
     */
    static TimestampClient authority(Desk desk, URI given, Collection<Path> trust) {
        String setting = desk.config().text(Setting.TSA_URL);
        URI address = given != null ? given : setting == null ? null : URI.create(setting);
        return address == null ? null : new TimestampClient(desk.world(), address, anchors(desk, trust));
    }

    static TrustAnchors anchors(Desk desk, Collection<Path> trust) {
        return TrustAnchors.read(trust).and(desk.people().trustAnchors());
    }

    Raised upgrade(
            Actor actor, Collection<CaseId> ids, boolean all, URI tsa, Collection<Path> trust, Progress progress) {
        desk.people().require(actor, Power.RUN_EXTRACTION);
        TrustAnchors anchors = anchors(desk, trust);
        TimestampClient authority = authority(desk, tsa, trust);
        Revocations revocations = new Revocations(desk.world(), null, anchors);
        List<Target> targets = targets(ids, all);
        List<Raised.One> done = new ArrayList<>();
        boolean changed = false;
        for (Target t : targets) {
            if (t.facts().level().equals(SealLevel.LT.name()) || desk.store().isRehearsal()) {
                changed |= !t.facts().level().equals(SealLevel.LT.name());
                done.add(new Raised.One(t.request(), t.facts(), t.facts(), null));
                continue;
            }
            Path next = next(t.facts());
            Sealed sealed;
            try {
                sealed = rewriter.upgrade(t.facts().file(), next, authority, revocations, anchors, progress);
            } catch (VigilException e) {
                if (!all) {
                    throw e;
                }
                done.add(new Raised.One(t.request(), t.facts(), t.facts(), e.what()));
                continue;
            }
            Message reason = authority == null && sealed.level() == SealLevel.B
                    ? ExtractText.NO_AUTHORITY.with()
                    : sealed.tsaFailure() != null ? sealed.tsaFailure() : sealed.revocationGap();
            if (!sealed.path().equals(next)) {
                done.add(new Raised.One(t.request(), t.facts(), t.facts(), reason));
                continue;
            }
            PackageFacts now = encrypted(
                    t.request(), t.facts(), facts(t.facts(), sealed, t.facts().countersigned()), progress);
            record(actor, t.request(), Acts.UPGRADE, now);
            changed = true;
            done.add(new Raised.One(t.request(), t.facts(), now, reason));
        }
        return new Raised(done, changed ? desk.writes() : Filed.Outcome.UNCHANGED);
    }

    /** Those asked for, or all that lack what the highest level has. */
    private List<Target> targets(Collection<CaseId> ids, boolean all) {
        return desk.store().read(tx -> {
            List<CaseId> wanted = new ArrayList<>(ids);
            if (all) {
                for (SqlExtractStore.Row row : SqlExtractStore.all(tx)) {
                    if (row.state().isSealed()) {
                        wanted.add(row.id());
                    }
                }
            }
            List<Target> targets = new ArrayList<>();
            for (CaseId id : wanted) {
                SqlExtractStore.Row row = Desk.row(tx, id);
                sealed(row);
                for (PackageFacts p : SqlExtractStore.packages(tx, id)) {
                    if (!all || !p.level().equals(SealLevel.LT.name())) {
                        targets.add(new Target(id, p));
                    }
                }
            }
            return targets;
        });
    }

    /** The request whose package this file is, as far as it is on record here; null when it is not. */
    CaseId owner(Path file) {
        String name = file.getFileName().toString();
        return desk.store().read(tx -> {
            for (SqlExtractStore.Row row : SqlExtractStore.all(tx)) {
                for (PackageFacts p : SqlExtractStore.packages(tx, row.id())) {
                    if (p.file().getFileName().toString().equals(name)) {
                        return row.id();
                    }
                }
            }
            return null;
        });
    }

    /** Those of level B; none where no authority is configured. */
    List<PackageFacts> notTimestamped() {
        return desk.config().text(Setting.TSA_URL) == null
                ? List.of()
                : targets(List.of(), true).stream()
                        .map(Target::facts)
                        .filter(p -> p.level().equals(SealLevel.B.name()))
                        .toList();
    }

    static void sealed(SqlExtractStore.Row row) {
        if (!row.state().isSealed()) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-NOT-DONE", ExtractText.NOT_DONE.with(row.id()))
                    .next(ExtractText.NEXT_RUN.with(row.id()));
        }
    }

    Raised countersign(Actor actor, CaseId id, KeySource key, URI tsa, Collection<Path> trust, Progress progress) {
        SqlExtractStore.Row row = desk.row(id);
        sealed(row);
        if (actor.member() == null || !actor.memberId().equals(row.approvedBy())) {
            throw new VigilException(ErrorKind.DENIED, "VG-EXTRACT-NOT-APPROVER", ExtractText.NOT_APPROVER.with(id))
                    .why(ExtractText.APPROVED_BY.with(
                            desk.people().byId(row.approvedBy()).name()));
        }
        List<PackageFacts> packages = desk.store().read(tx -> SqlExtractStore.packages(tx, id));
        List<Raised.One> done = new ArrayList<>();
        if (desk.store().isRehearsal() || packages.stream().allMatch(PackageFacts::countersigned)) {
            packages.forEach(p -> done.add(new Raised.One(id, p, p, null)));
            return new Raised(done, desk.store().isRehearsal() ? Filed.Outcome.WOULD_WRITE : Filed.Outcome.UNCHANGED);
        }
        SigningKey signer = desk.people().signer(actor.member(), key);
        TrustAnchors anchors = anchors(desk, trust);
        TimestampClient authority = authority(desk, tsa, trust);
        Revocations revocations = new Revocations(desk.world(), null, anchors);
        for (PackageFacts p : packages) {
            if (p.countersigned()) {
                done.add(new Raised.One(id, p, p, null));
                continue;
            }
            Sealed sealed = rewriter.countersign(p.file(), next(p), signer, authority, revocations, anchors, progress);
            // The file as a whole is worth what its weaker seal is.
            SealLevel lower = sealed.level().compareTo(SealLevel.valueOf(p.level())) < 0
                    ? sealed.level()
                    : SealLevel.valueOf(p.level());
            PackageFacts now = encrypted(id, p, facts(p, sealed, true, lower), progress);
            record(actor, id, Acts.COUNTERSIGN, now);
            done.add(new Raised.One(id, p, now, sealed.tsaFailure()));
        }
        return new Raised(done, Filed.Outcome.WRITTEN);
    }

    private PackageFacts facts(PackageFacts before, Sealed sealed, boolean countersigned) {
        return facts(before, sealed, countersigned, sealed.level());
    }

    private PackageFacts facts(PackageFacts before, Sealed sealed, boolean countersigned, SealLevel level) {
        return new PackageFacts(
                before.part(),
                before.parts(),
                sealed.path(),
                sealed.sha256(),
                sealed.identity(),
                sealed.size(),
                level.name(),
                countersigned,
                desk.world().now().truncatedTo(ChronoUnit.SECONDS),
                null,
                null);
    }

    /** What was encrypted is so again; where that cannot be any more, the earlier one, of the same identity, stays. */
    private PackageFacts encrypted(CaseId id, PackageFacts before, PackageFacts now, Progress progress) {
        if (before.encrypted() == null) {
            return now;
        }
        try {
            return new Encryption(desk.world())
                    .to(Encryption.recipient(desk.row(id)), List.of(now), progress)
                    .get(0);
        } catch (VigilException | IOException e) {
            return now.encrypted(before.encrypted(), before.encryptedSha256());
        }
    }

    private void record(Actor actor, CaseId id, String act, PackageFacts now) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("package", now.identity());
        details.put("file", now.file().getFileName().toString());
        details.put("sha256", now.sha256());
        details.put("level", now.level());
        desk.store().write(tx -> {
            SqlExtractStore.add(tx, id, now);
            return desk.ledger().append(tx, new Entry(actor.who(), act, id.toString(), details));
        });
    }

    /** A name beside the old one that nobody has: {@code …-1of1-r2.asice}. What an interrupted call left there is overtaken. */
    private static Path next(PackageFacts p) {
        String name = p.file().getFileName().toString();
        String base = name.substring(0, name.length() - ".asice".length()).replaceFirst("-r[0-9]+$", "");
        int revision = 2;
        Path next;
        do {
            next = p.file().resolveSibling(base + "-r" + revision++ + ".asice");
        } while (Files.exists(next) || Files.exists(Path.of(next + ".sha256")));
        return next;
    }
}
