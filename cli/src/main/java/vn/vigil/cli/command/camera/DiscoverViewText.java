package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;

/** Headings and sentences of {@code camera discover}. */
enum DiscoverViewText implements MessageKey {
    ADDRESS,
    NAME,
    HARDWARE,
    PORTS,
    ONVIF,
    INVENTORY,
    FOREIGN,
    ASKING,
    ASKING_NOWHERE,
    KNOCKING,
    WOULD_SEARCH,
    FOUND,
    FOUND_OPEN,
    ADD_ONVIF,
    ADD_MORE,
    ADD_OPEN,
    INCOMPLETE,
    UNUSABLE,
    NOTHING,
    NEXT;

    @Override
    public String catalogue() {
        return "cli-discover";
    }
}
