package vn.vigil.text;

import vn.vigil.base.MessageKey;

/** What is said about times that were not understood. */
enum TimeSentence implements MessageKey {
    TIME_NOT_UNDERSTOOD,
    TIME_FORMS,
    DAY_FIRST_UNCLEAR,
    DAY_FIRST_NEXT,
    NO_SUCH_DATE,
    TIME_SKIPPED,
    TIME_DOUBLED,
    TIME_DOUBLED_NEXT,
    DURATION_NOT_UNDERSTOOD,
    DURATION_FORMS,
    SPAN_NEEDS_END,
    SPAN_TWO_ENDS,
    SPAN_BACKWARDS;

    @Override
    public String catalogue() {
        return "text";
    }
}
