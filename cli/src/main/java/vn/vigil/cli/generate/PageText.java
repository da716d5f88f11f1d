package vn.vigil.cli.generate;

import vn.vigil.base.MessageKey;

/** Headings of generated pages. */
enum PageText implements MessageKey {
    NAME,
    SYNOPSIS,
    DESCRIPTION,
    COMMANDS,
    ARGUMENTS,
    OPTIONS,
    GLOBAL_OPTIONS,
    GLOBAL_SEE,
    ENVIRONMENT,
    EXAMPLES,
    EXIT_STATUS,
    SEE_ALSO,
    MANUAL,
    REQUIRED,
    GENERATED,
    COMMANDS_TITLE,
    EXITS_TITLE,
    EXITS_INTRO,
    CODE,
    MEANING;

    @Override
    public String catalogue() {
        return "cli-pages";
    }
}
