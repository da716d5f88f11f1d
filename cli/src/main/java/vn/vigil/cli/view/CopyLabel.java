package vn.vigil.cli.view;

import vn.vigil.base.MessageKey;

/** What the views of copies say. */
enum CopyLabel implements MessageKey {
    MADE,
    UNCHANGED,
    PLANNED,
    RECIPIENT,
    ORIGINAL,
    FIRST_PICTURE,
    MASKS,
    CONFIRMED_BY,
    SHEET,
    NOT_THE_ORIGINAL,
    FACES_FOUND,
    FACES_JUDGE,
    FACES_NEXT,
    FACES_PLANNED;

    @Override
    public String catalogue() {
        return "copy-view";
    }
}
