package vn.vigil.camera;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.CameraId;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.Alerts;
import vn.vigil.camera.alert.Condition;
import vn.vigil.camera.alert.Reconciled;
import vn.vigil.store.Tx;

/** Tells the alerts how the cameras of one run stand, and keeps what came of it. One run, one thread. */
final class AlertFeed implements Memory.Listener {
    private final Alerts alerts;
    private final Instant began;
    private final Instant ended;
    private final Shard whole;
    private Alert gap;
    private Reconciled reconciled;

    /**
     * @param ended no verdict of the run is younger
     * @param whole the part of the cameras that the run is about, all of it, so that its end is a sign of life; null for a run
     *     about cameras that were named
     */
    AlertFeed(Alerts alerts, Instant began, Instant ended, Shard whole) {
        this.alerts = alerts;
        this.began = began;
        this.ended = ended;
        this.whole = whole;
    }

    @Override
    public void heard(Tx tx, List<Memory.Standing> cameras) throws SQLException {
        gap = whole == null ? null : alerts.began(tx, began, whole.part(), whole.parts(), cameras.size());
        List<Condition> bad = new ArrayList<>();
        Set<CameraId> looked = new TreeSet<>();
        for (Memory.Standing s : cameras) {
            if (s.looked()) {
                looked.add(s.camera().id());
            }
            if (s.settled() != null && s.settled().state() != CameraState.UP) {
                bad.add(condition(s.camera(), s.settled()));
            }
        }
        reconciled = alerts.reconcile(tx, ended, bad, looked);
        if (whole != null) {
            alerts.finished(tx, ended, whole.part(), whole.parts());
        }
    }

    private static Condition condition(Camera c, Settled settled) {
        List<String> findings = new ArrayList<>();
        for (Finding f : settled.findings()) {
            findings.add(f.word());
        }
        return new Condition(
                c.id(),
                c.name(),
                c.essential(),
                c.card().uplink(),
                host(c),
                settled.state().severity(),
                findings,
                settled.since());
    }

    /** The device that speaks for a camera: where it is asked, else where its stream comes from; empty for a folder. */
    static String host(Camera c) {
        String address = c.route().address() != null ? c.route().address() : c.onvif() != null ? c.onvif() : c.url();
        if (address == null) {
            return "";
        }
        int scheme = address.indexOf("://");
        String rest = scheme < 0 ? address : address.substring(scheme + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        int port = authority.lastIndexOf(':');
        boolean ported = port > authority.lastIndexOf(']'); // no colon within an IPv6 address
        return ported ? authority.substring(0, port) : authority;
    }

    /** The span before this run in which nobody checked, told by it; or null. */
    Alert gap() {
        return gap;
    }

    /** Null when the run could not be written down. */
    Reconciled reconciled() {
        return reconciled;
    }
}
