package vn.vigil.camera.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.vigil.base.Severity;

/**
 * Puts new faults under alerts. Faults of one severity that come to light together are asked for a common cause: one uplink,
 * else one device, else, when they are many, the network. An alert opened a moment ago is taken along, so that a storm which
 * spreads over two runs is one alert still. Pure.
 */
final class Grouping {
    /** From so many cameras on, and from this share of all, faults are the network's. */
    private static final int NETWORK_CAMERAS = 5;

    private static final int NETWORK_PERCENT = 30;

    /** When nearly all of them share a cause, the cause is that and not the network. */
    private static final int ONE_CAUSE_PERCENT = 90;

    private final Instant now;
    private final AlertRule rule;
    private final List<Draft> drafts;

    Grouping(Instant now, AlertRule rule, List<Draft> drafts) {
        this.now = now;
        this.rule = rule;
        this.drafts = drafts;
    }

    /** A fault that looks for its alert, or a camera of an alert opened a moment ago; then {@code in} is that alert. */
    private record Piece(AlertCamera camera, Draft in) {}

    /** New alerts are added to the drafts. */
    void sort(List<Condition> fresh) {
        for (Severity severity : List.of(Severity.CRITICAL, Severity.WARNING)) {
            List<Piece> pieces = new ArrayList<>();
            for (Condition c : fresh) {
                if (c.severity() == severity && !joinsStorm(c)) {
                    pieces.add(new Piece(AlertCamera.joined(c, now), null));
                }
            }
            if (!pieces.isEmpty()) {
                pieces.addAll(recent(severity));
                group(pieces, severity);
            }
        }
    }

    /** A storm over the whole network takes whatever comes on its heels. */
    private boolean joinsStorm(Condition c) {
        for (Draft d : drafts) {
            if (d.open() && d.kind == Alert.Kind.NETWORK && d.severity == c.severity() && isRecent(d.lastJoined())) {
                d.join(AlertCamera.joined(c, now));
                return true;
            }
        }
        return false;
    }

    private boolean isRecent(Instant t) {
        return !t.plus(rule.together()).isBefore(now);
    }

    private List<Piece> recent(Severity severity) {
        List<Piece> pieces = new ArrayList<>();
        for (Draft d : drafts) {
            boolean groupable = d.kind == Alert.Kind.CAMERA || d.kind == Alert.Kind.UPLINK || d.kind == Alert.Kind.HOST;
            if (d.open() && groupable && d.severity == severity && isRecent(d.lastJoined())) {
                for (AlertCamera c : d.bad()) {
                    pieces.add(new Piece(c, d));
                }
            }
        }
        return pieces;
    }

    private void group(List<Piece> pieces, Severity severity) {
        List<Piece> left = new ArrayList<>(pieces);
        if (isNetwork(pieces)) {
            make(Alert.Kind.NETWORK, "", left, severity);
            return;
        }
        for (Map.Entry<String, List<Piece>> e : by(left, c -> c.uplink()).entrySet()) {
            List<Piece> group = e.getValue();
            if (isGroup(group)) {
                String host = commonHost(group);
                make(
                        host == null ? Alert.Kind.UPLINK : Alert.Kind.HOST,
                        host == null ? e.getKey() : host,
                        group,
                        severity);
                left.removeAll(group);
            }
        }
        for (Map.Entry<String, List<Piece>> e : by(left, c -> c.host()).entrySet()) {
            if (isGroup(e.getValue())) {
                make(Alert.Kind.HOST, e.getKey(), e.getValue(), severity);
                left.removeAll(e.getValue());
            }
        }
        for (Piece p : left) {
            if (p.in() == null) {
                make(Alert.Kind.CAMERA, p.camera().camera().value(), List.of(p), severity);
            }
        }
    }

    private boolean isNetwork(List<Piece> pieces) {
        if (pieces.size() < NETWORK_CAMERAS || pieces.size() * 100L < (long) NETWORK_PERCENT * rule.total()) {
            return false;
        }
        int largest = 0;
        for (List<Piece> group : by(pieces, c -> c.uplink()).values()) {
            largest = Math.max(largest, group.size());
        }
        for (List<Piece> group : by(pieces, c -> c.host()).values()) {
            largest = Math.max(largest, group.size());
        }
        return largest * 100L < (long) ONE_CAUSE_PERCENT * pieces.size();
    }

    /** Two at least, and one of them new: what stood alone before stays alone. */
    private static boolean isGroup(List<Piece> pieces) {
        boolean fresh = false;
        for (Piece p : pieces) {
            fresh |= p.in() == null;
        }
        return fresh && pieces.size() >= 2;
    }

    private static Map<String, List<Piece>> by(List<Piece> pieces, Function<AlertCamera, String> cause) {
        Map<String, List<Piece>> groups = new LinkedHashMap<>();
        for (Piece p : pieces) {
            String name = cause.apply(p.camera());
            if (!name.isEmpty()) {
                List<Piece> group = groups.get(name);
                if (group == null) {
                    group = new ArrayList<>();
                    groups.put(name, group);
                }
                group.add(p);
            }
        }
        return groups;
    }

    /** The device that all of them share, or null: it is nearer than the switch. */
    private static String commonHost(List<Piece> pieces) {
        Set<String> hosts = new HashSet<>();
        for (Piece p : pieces) {
            hosts.add(p.camera().host());
        }
        String one = hosts.iterator().next();
        return hosts.size() == 1 && !one.isEmpty() ? one : null;
    }

    /** One alert for all of them: the oldest that is there already, widened, else a new one. */
    private void make(Alert.Kind kind, String name, List<Piece> pieces, Severity severity) {
        Set<Draft> there = new LinkedHashSet<>();
        Instant since = pieces.get(0).camera().since();
        String first = pieces.get(0).camera().camera().value();
        Draft into = null;
        for (Piece p : pieces) {
            since = p.camera().since().isBefore(since) ? p.camera().since() : since;
            String id = p.camera().camera().value();
            first = id.compareTo(first) < 0 ? id : first;
            if (p.in() != null) {
                there.add(p.in());
                into = into == null || p.in().id.compareTo(into.id) < 0 ? p.in() : into;
            }
        }
        if (into == null) {
            into = new Draft(kind, name, key(kind, first, severity, since), severity, since, now);
            drafts.add(into);
        }
        into.kind = kind;
        into.name = name;
        for (Draft other : there) {
            if (other != into) {
                other.mergeInto(into, now);
            }
        }
        for (Piece p : pieces) {
            if (p.in() == null) {
                into.join(p.camera());
            }
        }
    }

    /** ASCII only, since others carry it on: what people named does not stand in it, the first camera's id does. */
    private static String key(Alert.Kind kind, String camera, Severity severity, Instant since) {
        String state = severity == Severity.CRITICAL ? "down" : "degraded";
        String what = kind == Alert.Kind.CAMERA ? camera : kind.word() + ":" + camera;
        return "v1:" + state + ":" + what + ":" + since;
    }
}
