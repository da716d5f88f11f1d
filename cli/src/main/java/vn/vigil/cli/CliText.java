package vn.vigil.cli;

import vn.vigil.base.MessageKey;

/** What the front door says: errors of the command line itself, and the fixed words of help and error messages. */
enum CliText implements MessageKey {
    ERROR,
    WHY,
    NEXT,
    EXIT,
    NO_SUCH_COMMAND,
    NO_SUCH_VERB,
    VERB_MISSING,
    VERBS_ARE,
    DID_YOU_MEAN,
    SEE_HELP,
    SAME_COMMAND,
    GO_ON,
    SEVERAL_FIT,
    NONE_FITS,
    NONE_FITS_NEAR,
    COMMAND_LINE_WRONG,
    UNKNOWN_OPTION,
    UNKNOWN_OPTION_NEAR,
    EXTRA_ARGUMENT,
    VALUE_MISSING,
    OPTION_MISSING,
    ARGUMENT_MISSING,
    GIVEN_TWICE,
    BAD_VALUE,
    BAD_CHOICE,
    PASSWORD_NEVER,
    BUG,
    BUG_LOG,
    BUG_NO_LOG,
    OUTPUT_FAILED,
    HELP_USAGE,
    HELP_COMMANDS,
    HELP_ARGUMENTS,
    HELP_OPTIONS,
    HELP_GLOBAL,
    HELP_GLOBAL_SHORT,
    HELP_EXAMPLES,
    HELP_EXITS,
    HELP_MORE,
    HELP_REQUIRED,
    OPEN_HOW_TO;

    @Override
    public String catalogue() {
        return "cli";
    }
}
