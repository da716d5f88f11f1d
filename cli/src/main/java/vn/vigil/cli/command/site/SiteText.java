package vn.vigil.cli.command.site;

import vn.vigil.base.MessageKey;

/** Headings and sentences of the site's verbs. */
enum SiteText implements MessageKey {
    SETTING,
    VALUE,
    ORIGIN,
    ASK_BODY,
    ASK_SUPERIOR,
    ASK_PLACE,
    ASK_POLICE,
    ASK_TRACK,
    MADE,
    WOULD_MAKE,
    UNCHANGED,
    SETTINGS,
    STORE,
    BODY,
    SUPERIOR_BODY,
    PLACE,
    WARD_POLICE,
    TRACK_FROM,
    NOT_CONFIRMED,
    NEXT,
    IMPORT_WHAT,
    IMPORT_WHAT_NEXT,
    TEMPLATE_UNCHANGED,
    WOULD_WRITE_TEMPLATE,
    TEMPLATE_WRITTEN,
    IMPORTED_SHEET,
    IMPORT_UNCHANGED,
    WOULD_IMPORT,
    IMPORT_DONE;

    @Override
    public String catalogue() {
        return "cli-site";
    }
}
