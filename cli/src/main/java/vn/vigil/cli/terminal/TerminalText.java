package vn.vigil.cli.terminal;

import vn.vigil.base.MessageKey;

/** What the terminal itself says: questions and progress. */
enum TerminalText implements MessageKey {
    ANSWER_NEEDED,
    GIVE_FLAG,
    YES_NO,
    YES_LETTERS,
    TYPE_NAME,
    CONFIRM_NEEDED,
    GIVE_YES,
    GIVE_CONFIRM,
    NOT_CONFIRMED,
    PROGRESS_OF,
    PROGRESS_AT,
    PROGRESS,
    PROGRESS_DONE;

    @Override
    public String catalogue() {
        return "terminal";
    }
}
