package vn.vigil.camera;

import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;

/**
 * Decides when a change counts. A fault settles when N of the last M looks saw one as bad or worse; a recovery only when every
 * one of the last R looks was better, so that a camera which flaps twenty times an hour has one outage and one recovery. Pure.
 */
final class Settling {
    /** Looks that are remembered: no rule may ask for more. */
    static final int MOST = 9;

    private Settling() {}

    /** N bad looks among the last M. */
    record Of(int bad, int looks) {}

    /**
     * When a change counts.
     *
     * @param down for an outage
     * @param degraded for a fault of picture, clock or transport
     * @param recovery so many good looks in a row end a fault
     */
    record Rule(Of down, Of degraded, int recovery) {
        /**
         * The site's rule.
         *
         * @throws VigilException USAGE when a setting is none
         */
        static Rule of(Config config) {
            return new Rule(
                    ofLooks(config, Setting.CAMERA_CONFIRM_DOWN),
                    ofLooks(config, Setting.CAMERA_CONFIRM_DEGRADED),
                    (int) ofLooks(config, Setting.CAMERA_CONFIRM_RECOVERY).bad());
        }

        private static Of ofLooks(Config config, Setting setting) {
            String text = config.text(setting);
            int slash = text.indexOf('/');
            try {
                int bad = Integer.parseInt(
                        text.substring(0, slash < 0 ? text.length() : slash).strip());
                int looks = slash < 0
                        ? bad
                        : Integer.parseInt(text.substring(slash + 1).strip());
                if (bad >= 1 && bad <= looks && looks <= MOST) {
                    return new Of(bad, looks);
                }
            } catch (NumberFormatException e) {
                // Told below, together with what is out of range.
            }
            throw new VigilException(
                    ErrorKind.USAGE, "VG-CAMERA-CONFIRM", CameraText.BAD_CONFIRM.with(setting.key(), text, MOST));
        }
    }

    /**
     * The state after one more look.
     *
     * @param before null for a camera that was never looked at
     * @param seen a look that saw something; NOT_CHECKED leaves everything as it was
     */
    static Settled next(Settled before, CameraVerdict seen, Rule rule) {
        if (seen.state() == CameraState.NOT_CHECKED) {
            return before;
        }
        String recent = before == null ? "" : before.recent();
        recent += letter(seen.state());
        recent = recent.length() > MOST ? recent.substring(recent.length() - MOST) : recent;
        CameraState was = before == null ? null : before.state();
        CameraState now = state(was, recent, rule);
        boolean same = now == was;
        List<Finding> findings = seen.state() == CameraState.UP
                ? same && before != null && now != CameraState.UP ? before.findings() : List.of()
                : now == CameraState.UP ? List.of() : seen.findings();
        return new Settled(now, same ? before.since() : seen.checkedAt(), findings, recent);
    }

    private static CameraState state(CameraState was, String recent, Rule rule) {
        CameraState bad = settledFault(recent, rule);
        if (was == null || was == CameraState.UP) {
            return bad;
        }
        if (bad == CameraState.DOWN || bad == was) {
            return bad;
        }
        // Better than before: only when enough looks in a row say so. "Down" may recover to "degraded" in the same way.
        int good = 0;
        while (good < recent.length() && better(recent.charAt(recent.length() - 1 - good), was)) {
            good++;
        }
        if (good < Math.min(rule.recovery(), MOST)) {
            return was;
        }
        return bad;
    }

    private static CameraState settledFault(String recent, Rule rule) {
        if (count(recent, rule.down().looks(), "d") >= rule.down().bad()) {
            return CameraState.DOWN;
        }
        if (count(recent, rule.degraded().looks(), "dg") >= rule.degraded().bad()) {
            return CameraState.DEGRADED;
        }
        return CameraState.UP;
    }

    private static boolean better(char look, CameraState than) {
        return than == CameraState.DOWN ? look != 'd' : look == 'u';
    }

    private static int count(String recent, int looks, String letters) {
        int n = 0;
        for (int i = Math.max(0, recent.length() - looks); i < recent.length(); i++) {
            n += letters.indexOf(recent.charAt(i)) >= 0 ? 1 : 0;
        }
        return n;
    }

    private static char letter(CameraState state) {
        return switch (state) {
            case UP -> 'u';
            case DEGRADED -> 'g';
            case DOWN -> 'd';
            case NOT_CHECKED -> throw new IllegalArgumentException("nothing was seen");
        };
    }
}
