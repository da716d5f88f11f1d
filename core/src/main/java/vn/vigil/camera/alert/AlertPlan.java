package vn.vigil.camera.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.Severity;
import vn.vigil.camera.alert.Notice.What;

/**
 * What becomes of the alerts after one more run. Pure. What is no longer bad leaves its alert, what is newly bad comes under
 * one ({@link Grouping}), and each open alert has at most one thing to say.
 */
final class AlertPlan {
    /** The head of the committee hears of outages, not of a wrong clock. */
    private static final int TOP_LEVEL = 3;

    private final Instant now;
    private final AlertRule rule;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<CameraId, Draft> standing = new HashMap<>();

    /**
     * An alert as it was and as it becomes.
     *
     * @param before null for a new one
     * @param after without number when new; equal to {@code before} when nothing changed
     */
    record Change(Alert before, Alert after, What what, int toldBefore) {}

    private AlertPlan(Instant now, AlertRule rule) {
        this.now = now;
        this.rule = rule;
    }

    /**
     * @param live alerts that are open, or closed by a person while a camera of theirs is still bad
     * @param conditions every camera that is bad, also one that this run could not look at
     * @param looked cameras that this run has looked at; one without a condition is well
     */
    static List<Change> plan(
            Instant now, AlertRule rule, List<Alert> live, List<Condition> conditions, Set<CameraId> looked) {
        AlertPlan plan = new AlertPlan(now, rule);
        for (Alert alert : live) {
            Draft draft = new Draft(alert);
            plan.drafts.add(draft);
            for (AlertCamera c : draft.bad()) {
                plan.standing.put(c.camera(), draft);
            }
        }
        List<Condition> fresh = plan.compare(conditions, looked);
        new Grouping(now, rule, plan.drafts).sort(fresh);
        List<Change> changes = new ArrayList<>();
        for (Draft draft : plan.drafts) {
            int before = draft.told.cameras();
            What what = plan.say(draft);
            changes.add(new Change(draft.before, draft.done(), what, before));
        }
        return changes;
    }

    /** Brings the cameras that stand under an alert up to date, and gives back the faults that stand under none. */
    private List<Condition> compare(List<Condition> conditions, Set<CameraId> looked) {
        List<Condition> fresh = new ArrayList<>();
        Map<CameraId, Condition> bad = new HashMap<>();
        for (Condition c : conditions) {
            bad.put(c.camera(), c);
            Draft draft = standing.get(c.camera());
            if (draft == null) {
                fresh.add(c);
            } else {
                draft.cameras.put(c.camera(), draft.cameras.get(c.camera()).seen(c));
                draft.confirmed = true;
            }
        }
        for (Map.Entry<CameraId, Draft> e : standing.entrySet()) {
            CameraId camera = e.getKey();
            if (looked.contains(camera) && !bad.containsKey(camera)) {
                Draft draft = e.getValue();
                draft.cameras.put(camera, draft.cameras.get(camera).left(now));
            }
        }
        fresh.sort(Comparator.comparing(Condition::since).thenComparing(Condition::camera));
        return fresh;
    }

    /** The one thing that an alert has to say now, or null. */
    private What say(Draft draft) {
        if (!draft.open() || !concernsCameras(draft.kind)) {
            return null;
        }
        draft.worst();
        if (draft.before == null) {
            draft.tell(now, 1);
            return What.OPENED;
        }
        int level = draft.told.level();
        int bad = draft.bad().size();
        if (bad == 0) {
            draft.closing = new Alert.Closing(now, null, null, null);
            draft.tell(now, level);
            return What.RECOVERED;
        }
        if (draft.severity.compareTo(draft.before.severity()) > 0) {
            draft.tell(now, level);
            return What.WORSENED;
        }
        // Told at each doubling: a storm that grows from 2 to 500 speaks nine times at most, not 498.
        if (draft.essentialJoined || bad >= 2 * draft.told.cameras()) {
            draft.tell(now, level);
            return What.GREW;
        }
        Alert.Ack ack = draft.before.ack();
        if (!draft.confirmed || ack != null && ack.holds(now)) {
            return null;
        }
        if (level < top(draft) && !now.isBefore(unansweredSince(draft, ack).plus(patience(draft)))) {
            draft.tell(now, level + 1);
            return What.ESCALATED;
        }
        if (!now.isBefore(draft.told.at().plus(rule.repeat()))) {
            draft.tell(now, level);
            return What.REPEATED;
        }
        return null;
    }

    static boolean concernsCameras(Alert.Kind kind) {
        return kind != Alert.Kind.MAIL_STUCK && kind != Alert.Kind.NOT_RUN;
    }

    private static int top(Draft draft) {
        return draft.severity == Severity.CRITICAL ? TOP_LEVEL : TOP_LEVEL - 1;
    }

    private Duration patience(Draft draft) {
        return draft.essential() ? rule.escalateAfter().dividedBy(2) : rule.escalateAfter();
    }

    private static Instant unansweredSince(Draft draft, Alert.Ack ack) {
        Instant level = draft.told.levelAt();
        return ack != null && ack.until().isAfter(level) ? ack.until() : level;
    }
}
