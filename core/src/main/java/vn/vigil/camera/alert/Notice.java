package vn.vigil.camera.alert;

import java.util.Locale;

/**
 * Something to be told.
 *
 * @param alert as it stands afterwards
 * @param before of how many cameras was told before; 0 for nothing
 */
record Notice(What what, Alert alert, int before) {
    enum What {
        OPENED,
        WORSENED,
        GREW,
        REPEATED,
        ESCALATED,
        RECOVERED,
        NOT_RUN,
        RESENT,
        TEST;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
