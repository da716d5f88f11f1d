package vn.vigil.cli.view;

import vn.vigil.base.MessageKey;

/** What the views of incidents say. */
public enum IncidentLabel implements MessageKey {
    ID,
    AT,
    KIND,
    SEVERITY,
    TITLE,
    PLACE,
    OPENED_BY,
    CAMERAS,
    OPENED,
    WOULD_OPEN,
    UNCHANGED;

    @Override
    public String catalogue() {
        return "incident-view";
    }
}
