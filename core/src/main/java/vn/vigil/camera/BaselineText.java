package vn.vigil.camera;

import vn.vigil.base.MessageKey;

/** Why a view cannot be taken for the right one. */
public enum BaselineText implements MessageKey {
    CANNOT_ACCEPT,
    WHY_FROZEN,
    WHY_BLACK,
    WHY_NO_PICTURE,
    WHY_NOTHING_SHOWN,
    NEXT_SHOW;

    @Override
    public String catalogue() {
        return "baseline";
    }
}
