package vn.vigil.cli.command.site;

import vn.vigil.base.MessageKey;

/** Headings and sentences of the site's verbs. */
enum SiteText implements MessageKey {
    SETTING,
    VALUE,
    ORIGIN;

    @Override
    public String catalogue() {
        return "cli-site";
    }
}
