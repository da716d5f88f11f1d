package vn.vigil.camera.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Severity;

/** An alert while a plan is being made. One thread, one plan. */
final class Draft {
    /** Null for a new one. */
    final Alert before;

    final CaseId id;
    final String key;
    final Instant since;
    final Instant openedAt;
    final Map<CameraId, AlertCamera> cameras = new LinkedHashMap<>();
    Alert.Kind kind;
    String name;
    Severity severity;
    Alert.Told told;
    Alert.Closing closing;
    /** Some fault of it was confirmed by this very run. */
    boolean confirmed;
    /** An essential camera came to it after it had been told. */
    boolean essentialJoined;

    Draft(Alert before) {
        this.before = before;
        this.id = before.id();
        this.key = before.key();
        this.since = before.since();
        this.openedAt = before.openedAt();
        this.kind = before.kind();
        this.name = before.name();
        this.severity = before.severity();
        this.told = before.told();
        this.closing = before.closing();
        for (AlertCamera c : before.cameras()) {
            cameras.put(c.camera(), c);
        }
    }

    Draft(Alert.Kind kind, String name, String key, Severity severity, Instant since, Instant now) {
        this.before = null;
        this.id = null;
        this.key = key;
        this.since = since;
        this.openedAt = now;
        this.kind = kind;
        this.name = name;
        this.severity = severity;
        this.told = new Alert.Told(1, now, now, 0, 0);
    }

    List<AlertCamera> bad() {
        List<AlertCamera> bad = new ArrayList<>();
        for (AlertCamera c : cameras.values()) {
            if (c.bad()) {
                bad.add(c);
            }
        }
        return bad;
    }

    boolean open() {
        return closing == null;
    }

    boolean essential() {
        for (AlertCamera c : cameras.values()) {
            if (c.bad() && c.essential()) {
                return true;
            }
        }
        return false;
    }

    /** When the last camera came to it. */
    Instant lastJoined() {
        Instant last = openedAt;
        for (AlertCamera c : cameras.values()) {
            last = c.joinedAt().isAfter(last) ? c.joinedAt() : last;
        }
        return last;
    }

    void join(AlertCamera camera) {
        essentialJoined |= before != null && camera.essential();
        confirmed = true;
        cameras.put(camera.camera(), camera);
    }

    /** Hands its bad cameras over to another and ends. */
    void mergeInto(Draft other, Instant now) {
        for (AlertCamera c : bad()) {
            cameras.put(c.camera(), c.left(now));
            other.cameras.put(c.camera(), c);
        }
        other.confirmed |= confirmed;
        closing = new Alert.Closing(now, null, null, other.id);
    }

    void worst() {
        List<AlertCamera> bad = bad();
        if (!bad.isEmpty()) {
            severity = Severity.OK;
            for (AlertCamera c : bad) {
                severity = severity.worst(c.severity());
            }
        }
    }

    void tell(Instant now, int level) {
        boolean up = level > told.level();
        told = new Alert.Told(level, up ? now : told.levelAt(), now, told.rounds() + 1, bad().size());
    }

    Alert done() {
        return new Alert(
                id,
                key,
                kind,
                name,
                severity,
                since,
                openedAt,
                told,
                before == null ? null : before.ack(),
                closing,
                List.copyOf(cameras.values()));
    }
}
