package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.base.World;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Who;
import vn.vigil.store.Store;

/** One run of audits: who is asked, what is judged of it, which keys are pinned. Stateless. */
final class Audits {
    private final World world;
    private final ZoneId zone;
    private final Store store;
    private final SqlCameraStore cameras;
    private final Ledger ledger;
    private final AuditProbe probe;
    private final AdvisoryBook book;
    private final SqlAuditStore sql = new SqlAuditStore();

    Audits(
            World world,
            ZoneId zone,
            Store store,
            SqlCameraStore cameras,
            Ledger ledger,
            AuditProbe probe,
            AdvisoryBook book) {
        this.world = world;
        this.zone = zone;
        this.store = store;
        this.cameras = cameras;
        this.ledger = ledger;
        this.probe = probe;
        this.book = book;
    }

    AuditResult run(List<Camera> chosen, AuditRequest request, Who who, Progress progress) {
        Instant began = world.now().truncatedTo(ChronoUnit.MILLIS);
        AdvisoryBook.InForce advisories = book.inForce();
        List<ClockReading> clocks = store.read(tx -> {
            List<ClockReading> all = new ArrayList<>(chosen.size());
            for (Camera camera : chosen) {
                all.add(cameras.clock(tx, camera.id()));
            }
            return all;
        });
        Who trying = request.tryDefaultPasswords() ? who : null;
        List<AuditFacts> facts = Patrol.run(
                chosen.size(),
                request.perCamera(),
                Deadline.in(world, request.whole()),
                (i, deadline) -> probe.look(chosen.get(i), clocks.get(i), trying, deadline),
                i -> probe.notAsked(chosen.get(i), clocks.get(i)),
                AuditText.AUDITING.with(),
                progress);
        List<AuditReport> reports = new ArrayList<>(chosen.size());
        for (int i = 0; i < chosen.size(); i++) {
            reports.add(report(chosen.get(i), facts.get(i), request, advisories.table(), who, began));
        }
        LocalDate today = LocalDate.ofInstant(began, zone);
        Advisories table = advisories.table();
        boolean stale =
                Duration.ofDays(ChronoUnit.DAYS.between(table.date(), today)).compareTo(Advisories.STALE) > 0;
        return new AuditResult(
                began,
                reports,
                table.date(),
                advisories.importedAt(),
                table.rows().size(),
                stale,
                request.tryDefaultPasswords());
    }

    private AuditReport report(
            Camera camera, AuditFacts facts, AuditRequest request, Advisories table, Who who, Instant began) {
        AuditReport.Pinning pinning = null;
        Camera judged = camera;
        if (request.pin()) {
            pinning = pinning(camera, facts, request.replacePins());
            if (pinning == AuditReport.Pinning.PINNED || pinning == AuditReport.Pinning.REPLACED) {
                String key = facts.certificate().fingerprint();
                pin(camera, key, who);
                judged = camera.routed(camera.route().withPin(key));
            }
        }
        return new AuditReport(judged, AuditJudge.judge(judged, facts, table, began, zone), pinning);
    }

    private static AuditReport.Pinning pinning(Camera camera, AuditFacts facts, boolean replace) {
        String pinned = camera.route().pin();
        if (facts.certificate() == null) {
            return AuditReport.Pinning.NO_KEY;
        }
        if (pinned == null) {
            return AuditReport.Pinning.PINNED;
        }
        if (pinned.equalsIgnoreCase(facts.certificate().fingerprint())) {
            return AuditReport.Pinning.UNCHANGED;
        }
        return replace ? AuditReport.Pinning.REPLACED : AuditReport.Pinning.CONFLICT;
    }

    private void pin(Camera camera, String key, Who who) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("key", key);
        if (camera.route().pin() != null) {
            details.put("before", camera.route().pin());
        }
        store.write(tx -> {
            sql.pin(tx, camera.id(), key);
            ledger.append(tx, new Entry(who, "camera.pin", Logins.subject(camera.id()), details));
            return null;
        });
    }
}
