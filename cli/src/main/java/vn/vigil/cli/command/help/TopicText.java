package vn.vigil.cli.command.help;

import vn.vigil.base.MessageKey;

/** Headings and sentences of the help topics. */
enum TopicText implements MessageKey {
    CODE,
    NAME,
    MEANING,
    VARIABLE,
    SETTING,
    WRITTEN,
    CLAUSE,
    STATE,
    VERBS,
    SUBJECT,
    SERVED,
    PLANNED,
    VIGIL_HOME,
    VIGIL_ETC,
    VIGIL_JAVA,
    VIGIL_JAVA_OPTS,
    NO_COLOR,
    TERM,
    LANG_LOCALE,
    TIME_RFC,
    TIME_LOCAL,
    TIME_DATE,
    TIME_SLASH,
    TIME_TODAY,
    TIME_NOW,
    TIME_AGO,
    TIME_LENGTH,
    TIME_SPAN;

    @Override
    public String catalogue() {
        return "cli-topics";
    }
}
