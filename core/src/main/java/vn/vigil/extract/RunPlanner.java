package vn.vigil.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.evidence.ApprovalSheet;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Wanted;
import vn.vigil.footage.FootagePlanner;
import vn.vigil.footage.Planned;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldFilter;
import vn.vigil.people.KeyListed;
import vn.vigil.people.KeyState;
import vn.vigil.text.TimeText;

/** Decides whether a run may begin, and what each camera will be asked: approval, time, clock, footage, disk. Changes nothing. */
final class RunPlanner {
    /** Most that an ordinary camera sends a second: 16 Mbit/s. */
    private static final long BYTES_A_SECOND = 2_000_000;

    /** The footage lies on the disk once as clip, once in its package, and once encrypted. */
    private static final int COPIES = 3;

    private static final long SPARE_BYTES = 64L << 20;

    /**
     * A plan that holds.
     *
     * @param held what is taken from our own held copy, since its camera no longer has it or does not answer
     */
    record Plan(CaseId id, FileRequest content, List<Planned> cameras, Set<Wanted> held, List<Message> notes) {}

    private final Desk desk;
    private final World world;
    private final Config config;
    private final FootagePlanner planner;
    private final ExtractRun.Places places;

    RunPlanner(Desk desk, FootagePlanner planner, ExtractRun.Places places) {
        this.desk = desk;
        this.world = desk.world();
        this.config = desk.config();
        this.planner = planner;
        this.places = places;
    }

    Plan plan(SqlExtractStore.Row row, RunRequest run) {
        Instant now = world.now();
        FileRequest content = Desk.sheet(row).content();
        approved(row, content, now);
        exactly(row.id(), content, run, now);
        room(row.id(), content);
        List<Planned> planned = new ArrayList<>();
        List<Message> notes = new ArrayList<>();
        Set<Wanted> held = new HashSet<>();
        for (Wanted wanted : content.wanted()) {
            try {
                planned.add(planner.plan(wanted, notes));
            } catch (VigilException e) {
                if (!isHeld(row.id(), wanted, e)) {
                    throw e;
                }
                notes.add(ExtractText.FROM_HOLD.with(wanted.camera(), e.what()));
                held.add(wanted);
                planned.add(new Planned(wanted, wanted.asked().span(), null, null, List.of()));
            }
        }
        return new Plan(row.id(), content, planned, held, notes);
    }

    /** Whether a held copy may stand in for a camera that has nothing any more, or does not answer. */
    boolean isHeld(CaseId id, Wanted wanted, VigilException why) {
        if (wanted.asked().isLive()
                || why.kind() != ErrorKind.NOT_FOUND
                        && why.kind() != ErrorKind.UNREACHABLE
                        && why.kind() != ErrorKind.BUSY) {
            return false;
        }
        for (Held held : desk.holds().get().list(HoldFilter.of(id))) {
            if (held.camera().equals(wanted.camera())
                    && held.span().equals(wanted.asked().span())
                    && !held.clips().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void approved(SqlExtractStore.Row row, FileRequest content, Instant now) {
        CaseId id = row.id();
        if (row.state() == ExtractState.REFUSED) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-REFUSED", ExtractText.WAS_REFUSED.with(id))
                    .why(ExtractText.REASON.with(row.refusedReason()));
        }
        if (row.state() == ExtractState.WITHDRAWN) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-WITHDRAWN", ExtractText.WAS_WITHDRAWN.with(id))
                    .why(ExtractText.REASON.with(row.refusedReason()));
        }
        if (row.state() != ExtractState.APPROVED) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-NOT-APPROVED", ExtractText.NOT_APPROVED.with(id))
                    .why(ExtractText.NOT_APPROVED_WHY.with())
                    .next(ExtractText.NEXT_APPROVE.with(id));
        }
        ApprovalSheet approval = Desk.approval(row);
        if (!approval.requestSha256().equals(Desk.sha256(row.request())) || !approval.allows(content)) {
            throw new VigilException(
                    ErrorKind.REFUSED, "VG-EXTRACT-OTHER-APPROVAL", ExtractText.APPROVAL_DIFFERS.with());
        }
        if (!now.isBefore(approval.expiresAt())) {
            throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-EXPIRED", ExtractText.APPROVAL_EXPIRED.with(id))
                    .next(ExtractText.NEXT_NEW_REQUEST.with());
        }
        for (KeyListed key : desk.people().keyList()) {
            // Nobody can say any more whether the approver signed: no timestamp stands behind an approval by itself.
            if (approval.paper() == null
                    && key.state() == KeyState.REVOKED
                    && key.fingerprint().equals(approval.approverCertificate())) {
                throw new VigilException(
                                ErrorKind.REFUSED, "VG-EXTRACT-KEY-REVOKED", ExtractText.APPROVAL_KEY_REVOKED.with(id))
                        .next(ExtractText.NEXT_NEW_REQUEST.with());
            }
        }
    }

    /** Fails unless the operator means exactly the approved time, as far as the operator said any. */
    void exactly(SqlExtractStore.Row row, RunRequest run) {
        exactly(row.id(), Desk.sheet(row).content(), run, world.now());
    }

    /** An approval is never widened by a second, nor quietly narrowed: what the operator means must be what was approved. */
    private void exactly(CaseId id, FileRequest content, RunRequest run, Instant now) {
        for (Wanted wanted : content.wanted()) {
            Asked asked = wanted.asked();
            boolean otherSpan = run.span() != null && !run.span().equals(asked.span());
            boolean otherLength = run.live() != null && !run.live().equals(asked.live());
            if (otherSpan || otherLength) {
                throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-SPAN", ExtractText.OTHER_SPAN.with(id))
                        .why(ExtractText.APPROVED_SPAN.with(words(asked)))
                        .why(ExtractText.GIVEN_SPAN.with(
                                words(run.span() != null ? Asked.recorded(run.span()) : Asked.live(run.live(), now))))
                        .next(ExtractText.NEXT_RUN.with(id));
            }
            if (asked.isLive() && now.isAfter(asked.latestStart())) {
                throw new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-TOO-LATE", ExtractText.LIVE_TOO_LATE.with(id))
                        .next(ExtractText.NEXT_NEW_REQUEST.with());
            }
        }
    }

    private String words(Asked asked) {
        return asked.isLive()
                ? asked.live().toSeconds() + "s"
                : local(asked.span().from()) + " – " + local(asked.span().to());
    }

    private String local(Instant t) {
        return TimeText.print(t, config.zone());
    }

    private void room(CaseId id, FileRequest content) {
        Path place = places.partial();
        while (!Files.exists(place)) {
            place = place.getParent();
        }
        long seconds = 0;
        for (Wanted wanted : content.wanted()) {
            seconds += wanted.asked().length().toSeconds();
        }
        long need = seconds * BYTES_A_SECOND * COPIES + SPARE_BYTES;
        try {
            long free = Files.getFileStore(place).getUsableSpace();
            if (free < need) {
                throw new VigilException(ErrorKind.FAILED, "VG-EXTRACT-DISK-FULL", ExtractText.DISK_FULL.with(id))
                        .why(ExtractText.DISK_NEEDS.with(need >> 20, free >> 20));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
