package vn.vigil.app;

import vn.vigil.base.MessageKey;

/** What setting up a site says when it cannot. */
enum SetupText implements MessageKey {
    OTHER_SITE,
    DIFFERS,
    BODY,
    SUPERIOR_BODY,
    PLACE,
    WARD_POLICE,
    TRACK_FROM,
    CANNOT_WRITE,
    CHOOSE_HOME,
    CONF_HEAD;

    @Override
    public String catalogue() {
        return "app";
    }
}
