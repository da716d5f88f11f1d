package vn.vigil.cli.view;

import vn.vigil.base.MessageKey;

/** What became of the files of a paper. */
enum PaperLabel implements MessageKey {
    WRITTEN,
    UNCHANGED,
    REPLACED,
    WOULD_WRITE,
    WOULD_REPLACE;

    @Override
    public String catalogue() {
        return "paper-view";
    }
}
