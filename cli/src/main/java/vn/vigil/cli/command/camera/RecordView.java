package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;

/** Headings and sentences of the verbs that tell of clocks, recordings, history and broken conversations. */
enum RecordView implements MessageKey {
    CAMERA,
    NAME,
    ESSENTIAL,

    // camera clock
    OFFSET,
    MEASURED,
    METHOD,
    MODE,
    ZONE,
    SERVERS,
    FAMILY,
    REMARK,
    METHOD_ONVIF,
    METHOD_RTCP,
    METHOD_HIKVISION,
    METHOD_DAHUA,
    TELLS_NO_TIME,
    TOLD_NO_TIME,
    IMPLAUSIBLE,
    LOCAL_AS_UTC,
    NO_READING,
    NO_READING_AT,
    STOOD_AT,
    READINGS,
    MORE_READINGS,
    WHICH_CAMERA,
    NAME_ONE_OR_ALL,
    NAMED_AND_ALL,
    AT_OR_SPAN,
    TO_WITHOUT_FROM,

    // camera recordings
    PRESENT,
    HOLE,
    FROM,
    TO,
    LENGTH,
    WHAT,
    SUMMARY,
    OLDEST,
    NEWEST,
    BY_CLOCK,
    CLOCK_BELIEVED,
    LEGEND,
    NOT_TOLD,
    NO_RECORDER,
    NOTHING_RECORDED,

    // camera ready
    ANSWER,
    OBSTACLES,
    ANSWER_YES,
    ANSWER_PARTLY,
    ANSWER_NO,
    ANSWER_UNKNOWN,
    NO_CAMERAS,

    // camera history
    AVAILABILITY,
    CHECKED,
    DEGRADED,
    OUTAGES,
    DRIFT,
    FPS,
    KBPS,
    LOSS,
    RECORDED,
    HOLES,
    STATE,
    FINDINGS,
    NO_DATA,
    FEW_LOOKS,
    STILL,
    PERIOD,
    FLEET,
    FLEET_ESSENTIAL,
    FLEET_NO_DATA,
    FLEET_FEW,
    FLEET_SHARE,
    BAD_PERIOD,
    BAD_QUARTER,
    BAD_DAYS,
    ONE_PERIOD,
    PERIOD_BACKWARDS,

    // camera doctor
    RUNG,
    OUTCOME,
    TOOK,
    FACTS,
    BREAKS_AT,
    NOTHING_BROKEN_BUT,
    WHOLE_LADDER,
    DO_NEXT,
    REFUSAL_NOT_SAVED;

    @Override
    public String catalogue() {
        return "cli-recordings";
    }
}
