package vn.vigil.cli.command.camera;

import java.util.List;
import vn.vigil.base.MessageKey;
import vn.vigil.camera.ClockFacts;
import vn.vigil.camera.ClockReading;
import vn.vigil.cli.command.camera.CameraClockCommand.Shown;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** A camera's clock: as a row among others, alone with its history, and in the document. */
final class ClockRow implements RowView<Shown> {
    /** A terminal's height; programs get all of them. */
    private static final int LINES = 20;

    private static final int COLUMN = 22;

    private final Out out;

    ClockRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {
            "id", "name", "offsetMs", "errorMs", "how", "measuredAt", "zone", "mode", "servers", "remark"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            RecordView.CAMERA, RecordView.NAME, RecordView.OFFSET, RecordView.MEASURED, RecordView.REMARK
        };
    }

    @Override
    public void cells(Shown s, Cells cells) {
        ClockReading r = s.reading();
        cells.add(s.camera().id().value()).add(s.camera().name());
        if (cells.forPeople()) {
            cells.add(r == null ? "" : out.text(CameraFields.words(r)))
                    .add(r == null ? "" : out.time(r.measuredAt()), Tone.FAINT)
                    .add(remark(s), s.failure() != null || doubtful(s) ? Tone.WARNING : Tone.PLAIN);
            return;
        }
        ClockFacts facts = s.asked() == null ? null : s.asked().facts();
        cells.add(r == null ? "" : Long.toString(r.offset().toMillis()))
                .add(r == null ? "" : Long.toString(r.error().toMillis()))
                .add(r == null ? "" : r.how().word())
                .add(r == null ? "" : out.time(r.measuredAt()))
                .add(facts == null ? "" : facts.zone())
                .add(facts == null ? "" : facts.mode())
                .add(facts == null ? "" : String.join(" ", facts.servers()))
                .add(words(s));
    }

    private static boolean doubtful(Shown s) {
        return s.asked() != null
                && (s.asked().facts().implausible() || s.asked().facts().localAsUtcSuspected());
    }

    /** For programs: {@code unreachable}, {@code no-clock}, {@code implausible}, {@code local-as-utc}, or nothing. */
    private static String words(Shown s) {
        if (s.asked() == null) {
            return "";
        }
        if (s.failure() != null) {
            return s.failure().kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
        ClockFacts facts = s.asked().facts();
        return !s.asked().tells()
                ? "no-clock"
                : facts.implausible() ? "implausible" : facts.localAsUtcSuspected() ? "local-as-utc" : "";
    }

    private String remark(Shown s) {
        if (s.failure() != null) {
            return out.text(
                    s.failure().why().isEmpty()
                            ? s.failure().what()
                            : s.failure().why().get(0));
        }
        if (s.asked() == null) {
            return s.reading() == null ? out.text(RecordView.NO_READING.with()) : "";
        }
        ClockFacts facts = s.asked().facts();
        if (!s.asked().tells()) {
            return out.text(RecordView.TELLS_NO_TIME.with());
        }
        if (facts.implausible()) {
            return out.text(RecordView.IMPLAUSIBLE.with());
        }
        if (facts.reading() == null) {
            return out.text(RecordView.TOLD_NO_TIME.with());
        }
        return facts.localAsUtcSuspected() ? out.text(RecordView.LOCAL_AS_UTC.with()) : "";
    }

    private MessageKey how(ClockReading r) {
        return switch (r.how()) {
            case ONVIF -> RecordView.METHOD_ONVIF;
            case RTCP -> RecordView.METHOD_RTCP;
            case HIKVISION -> RecordView.METHOD_HIKVISION;
            case DAHUA -> RecordView.METHOD_DAHUA;
        };
    }

    /** One camera, line by line, then its history. */
    View<Shown> one() {
        return new View<>() {
            @Override
            public void text(Shown s, Out to) {
                lines(s);
            }

            @Override
            public void json(Shown s, Json json) {
                throw new IllegalStateException("shown as a document");
            }
        };
    }

    private void lines(Shown s) {
        pair(RecordView.CAMERA, s.camera().id() + "  " + s.camera().name());
        ClockReading r = s.reading();
        if (s.at() != null) {
            out.line((r == null ? RecordView.NO_READING_AT : RecordView.STOOD_AT).with(out.time(s.at())));
        }
        if (r != null) {
            pair(RecordView.OFFSET, out.text(CameraFields.words(r)));
            pair(RecordView.METHOD, out.text(how(r).with()));
            pair(RecordView.MEASURED, out.time(r.measuredAt()));
        }
        if (s.asked() != null) {
            ClockFacts facts = s.asked().facts();
            pair(RecordView.MODE, facts.mode());
            pair(RecordView.ZONE, facts.zone());
            pair(RecordView.SERVERS, String.join(" ", facts.servers()));
            pair(RecordView.FAMILY, facts.family());
        }
        String remark = s.at() == null ? remark(s) : "";
        if (!remark.isEmpty()) {
            out.line(remark, doubtful(s) ? Tone.WARNING : Tone.PLAIN);
        }
        history(s.history());
    }

    private void history(List<ClockReading> history) {
        if (history == null || history.isEmpty()) {
            return;
        }
        out.line(RecordView.READINGS.with(history.size()), Tone.STRONG);
        int shown = out.terminal() ? Math.min(LINES, history.size()) : history.size();
        for (ClockReading r : history.subList(0, shown)) {
            out.pair(out.time(r.measuredAt()), 28, out.text(CameraFields.words(r)));
        }
        if (shown < history.size()) {
            out.line(RecordView.MORE_READINGS.with(history.size() - shown), Tone.FAINT);
        }
    }

    private void pair(RecordView name, String value) {
        if (!value.isEmpty()) {
            out.pair(out.text(name.with()), COLUMN, value);
        }
    }

    View<List<Shown>> document() {
        return new View<>() {
            @Override
            public void text(List<Shown> all, Out to) {
                throw new IllegalStateException("shown as lines or rows");
            }

            @Override
            public void json(List<Shown> all, Json json) {
                json.array("cameras");
                for (Shown s : all) {
                    json.object();
                    ClockRow.this.json(s, json);
                    json.end();
                }
                json.end();
            }
        };
    }

    @Override
    public void json(Shown s, Json json) {
        json.field("id", s.camera().id().value()).field("name", s.camera().name());
        json.field("asked", s.asked() != null && s.asked().tells());
        json.field("failure", s.failure() == null ? null : s.failure().id());
        CameraFields.json(s.reading(), json);
        if (s.at() != null) {
            json.field("at", s.at());
        }
        if (s.asked() != null) {
            ClockFacts facts = s.asked().facts();
            json.field("tellsTime", s.asked().tells())
                    .field("implausible", facts.implausible())
                    .field("localAsUtcSuspected", facts.localAsUtcSuspected())
                    .field("deviceZone", facts.zone())
                    .field("mode", facts.mode())
                    .field("family", facts.family())
                    .array("servers");
            facts.servers().forEach(json::value);
            json.end();
        }
        if (s.history() != null) {
            json.array("history");
            for (ClockReading r : s.history()) {
                json.object()
                        .field("offsetMs", r.offset().toMillis())
                        .field("errorMs", r.error().toMillis())
                        .field("how", r.how().word())
                        .field("measuredAt", r.measuredAt())
                        .end();
            }
            json.end();
        }
    }
}
