package vn.vigil.report;

import vn.vigil.base.MessageKey;

/** What a reminder is about (clause 7.4a). */
public enum Theme implements MessageKey {
    ORDER,
    TRAFFIC,
    FIRE,
    ENVIRONMENT,
    SOCIAL_EVIL,
    SECRECY,
    OTHER;

    @Override
    public String catalogue() {
        return "report-theme";
    }
}
