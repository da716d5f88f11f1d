package vn.vigil.camera;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.Raster;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Observation.Failure;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.media.Decoders;
import vn.vigil.media.LumaThumb;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/** What cameras usually look like: shown, learned anew, taken for right by name. Safe for use by several threads. */
public final class Baselines {
    private final World world;
    private final Store store;
    private final SqlCameraStore cameras;
    private final Ledger ledger;
    private final Logins logins;
    private final Function<Decoders, Probe> probes;
    private final Refusals refusals;
    private final People people;
    private final SqlLookStore sql = new SqlLookStore();

    /** @param probes looks at a picture with these decoders */
    Baselines(
            World world,
            Store store,
            SqlCameraStore cameras,
            Ledger ledger,
            Logins logins,
            Function<Decoders, Probe> probes,
            Refusals refusals,
            People people) {
        this.world = world;
        this.store = store;
        this.cameras = cameras;
        this.ledger = ledger;
        this.logins = logins;
        this.probes = probes;
        this.refusals = refusals;
        this.people = people;
    }

    /** One look, and what it is held against. */
    private record Look(Instant at, Remembered before, Observation seen) {}

    /**
     * What is learned of a camera, and what it looks like now. What is wrong with the camera is in the report; nothing is thrown
     * for it. Nothing is remembered of the look, but for a login that was refused.
     *
     * @param deadline for the look; null: the camera is not contacted
     */
    public BaselineReport show(Camera camera, Deadline deadline) {
        Look look = deadline == null ? null : look(camera, deadline);
        SqlLookStore.Kept kept = store.read(tx -> sql.kept(tx, camera.id()));
        Baseline baseline = baseline(kept);
        List<BaselineReport.OfLight> lights = new ArrayList<>();
        for (Light light : Light.values()) {
            lights.add(BaselineReport.OfLight.of(baseline, light));
        }
        return new BaselineReport(
                camera,
                kept == null ? null : kept.begunAt(),
                kept == null || baseline.samples() == 0 ? null : kept.updatedAt(),
                acceptance(kept),
                lights,
                kept == null ? null : raster(kept.thumb()),
                look == null ? null : TodaysView.of(look.seen, ruling(look), baseline, look.at));
    }

    /**
     * Forgets what was learned of a camera that was turned on purpose, the accepted view included; learning begins anew. The
     * camera is not contacted. Where nothing is learned, nothing changes.
     *
     * @throws VigilException DENIED without the power to manage cameras
     */
    public BaselineBegun begin(Camera camera, Actor actor) {
        people.require(actor, Power.MANAGE_CAMERAS);
        Instant now = now();
        SqlLookStore.Kept before = store.write(tx -> {
            SqlLookStore.Kept kept = sql.kept(tx, camera.id());
            if (isBlank(kept)) {
                return kept;
            }
            sql.replaceBaseline(tx, camera.id(), new SqlLookStore.Kept(Baseline.NONE, now, now, null, null, null));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("forgotten", kept.baseline().samples());
            enter(tx, camera, actor, "camera.baseline-set", details, kept);
            return kept;
        });
        if (isBlank(before)) {
            return new BaselineBegun(camera, before == null ? null : before.begunAt(), false, 0, null);
        }
        return new BaselineBegun(camera, now, true, before.baseline().samples(), acceptance(before));
    }

    private static boolean isBlank(SqlLookStore.Kept kept) {
        return kept == null || kept.baseline().samples() == 0 && kept.acceptedBy() == null;
    }

    /**
     * Looks at a camera and takes what it shows for its right view, in the actor's name. What was learned is kept where the view
     * fits it; else it is forgotten, and learning begins anew with this look.
     *
     * @param actor a member; an account alone is nobody's name
     * @throws VigilException DENIED without a member or the power; REFUSED when the picture is frozen, black or none; what ended
     *     the conversation, when there was none
     */
    public ViewAccepted accept(Camera camera, Actor actor, Deadline deadline) {
        people.require(actor, Power.ACCEPT_VIEWS);
        Look look = look(camera, deadline);
        BaselineSample sample = acceptable(camera, look);
        LumaThumb thumb = look.seen.latest();
        Instant now = now();
        Acceptance acceptance =
                new Acceptance(actor.memberId().value(), actor.member().name(), now);
        SqlLookStore.Kept before = store.write(tx -> {
            SqlLookStore.Kept kept = sql.kept(tx, camera.id());
            Verdict verdict = Verdict.of(sample, baseline(kept), look.at);
            Instant begun = verdict.fits ? kept.begunAt() : now;
            sql.replaceBaseline(
                    tx,
                    camera.id(),
                    new SqlLookStore.Kept(verdict.next, begun, now, acceptance.by(), acceptance.at(), thumb));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("light", sample.light().word());
            details.put("picture", sha256(thumb));
            details.put("begunAnew", !verdict.fits);
            details.put("forgotten", verdict.forgotten);
            details.put("cleared", verdict.cleared.stream().map(Finding::word).toList());
            enter(tx, camera, actor, "camera.baseline-accept", details, kept);
            return kept;
        });
        Verdict verdict = Verdict.of(sample, baseline(before), look.at);
        return new ViewAccepted(
                camera,
                acceptance,
                acceptance(before),
                !verdict.fits,
                verdict.forgotten,
                verdict.cleared,
                sample.light(),
                verdict.next.missing(sample.light()),
                before == null ? null : raster(before.thumb()),
                raster(thumb));
    }

    /**
     * What becomes of a baseline by a view that is accepted.
     *
     * @param fits the view is as learned, so that what was learned is kept
     */
    private record Verdict(boolean fits, List<Finding> cleared, int forgotten, Baseline next) {
        static Verdict of(BaselineSample sample, Baseline known, Instant at) {
            List<Finding> cleared = BaselineJudge.judge(sample, known);
            boolean fits = known.isLearned(sample.light()) && cleared.isEmpty();
            Baseline next = (fits ? known : Baseline.NONE).learn(sample, at);
            return new Verdict(fits, cleared, fits ? 0 : known.samples(), next);
        }
    }

    private Look look(Camera camera, Deadline deadline) {
        Remembered before = store.read(tx -> cameras.remembered(tx, camera.id()));
        Logins.Key key = logins.key(camera);
        Instant at = now();
        if (key.quarantinedSince() != null) {
            return new Look(at, before, Observation.failed(Failure.REFUSED, Step.AUTH));
        }
        Observation seen;
        try (Decoders decoders = new Decoders()) {
            seen = probes.apply(decoders).picture(camera, key.login(), before, deadline);
        }
        if (seen.failure() == Failure.REFUSED && key.login() != null) {
            logins.quarantine(camera.id(), key, at);
        }
        return new Look(at, before, seen);
    }

    private static Judge.Ruling ruling(Look look) {
        // What the recorder said last is no matter of the picture.
        return Judge.judge(look.seen, look.before == null ? null : look.before.withoutRecorder(), 0);
    }

    /** The sample of a picture that may be taken for the right one. */
    private BaselineSample acceptable(Camera camera, Look look) {
        Message what = BaselineText.CANNOT_ACCEPT.with(camera.id());
        Logins.Key key = logins.key(camera);
        if (key.quarantinedSince() != null && look.seen.failure() == Failure.REFUSED) {
            throw refusals.quarantined(key, what, camera.id());
        }
        Failure failure = look.seen.failure();
        if (failure == Failure.NO_PICTURE) {
            throw refused("VG-BASELINE-NO-PICTURE", what, BaselineText.WHY_NO_PICTURE, camera);
        }
        if (failure != Failure.NONE) {
            throw refusals.of(failure, what, camera.id(), camera.user());
        }
        List<Finding> findings = ruling(look).findings();
        if (findings.contains(Finding.BLACK)) {
            throw refused("VG-BASELINE-BLACK", what, BaselineText.WHY_BLACK, camera);
        }
        if (findings.contains(Finding.FROZEN)) {
            throw refused("VG-BASELINE-FROZEN", what, BaselineText.WHY_FROZEN, camera);
        }
        if (look.seen.sample() == null) {
            throw refused("VG-BASELINE-NO-PICTURE", what, BaselineText.WHY_NOTHING_SHOWN, camera);
        }
        return look.seen.sample();
    }

    private static VigilException refused(String id, Message what, BaselineText why, Camera camera) {
        return new VigilException(ErrorKind.REFUSED, id, what)
                .why(why.with())
                .next(BaselineText.NEXT_SHOW.with(camera.id()));
    }

    private void enter(
            Tx tx, Camera camera, Actor actor, String act, Map<String, Object> details, SqlLookStore.Kept before)
            throws SQLException {
        if (before != null && before.acceptedBy() != null) {
            details.put(
                    "before",
                    Map.of("by", before.acceptedBy(), "at", before.acceptedAt().toString()));
        }
        ledger.append(tx, new Entry(actor.who(), act, Logins.subject(camera.id()), details));
    }

    private static Baseline baseline(SqlLookStore.Kept kept) {
        return kept == null ? Baseline.NONE : kept.baseline();
    }

    private Acceptance acceptance(SqlLookStore.Kept kept) {
        if (kept == null || kept.acceptedBy() == null) {
            return null;
        }
        Member member = people.byId(new MemberId(kept.acceptedBy()));
        return new Acceptance(kept.acceptedBy(), member == null ? kept.acceptedBy() : member.name(), kept.acceptedAt());
    }

    /** As precisely as the store keeps it. */
    private Instant now() {
        return world.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The brightness as greys; null for null. */
    static Raster raster(LumaThumb thumb) {
        if (thumb == null) {
            return null;
        }
        byte[] luma = thumb.bytes();
        byte[] rgb = new byte[3 * luma.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = luma[i / 3];
        }
        return new Raster(LumaThumb.WIDTH, LumaThumb.HEIGHT, rgb);
    }

    private static String sha256(LumaThumb thumb) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(thumb.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
