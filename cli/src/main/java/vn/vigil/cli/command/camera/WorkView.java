package vn.vigil.cli.command.camera;

import vn.vigil.base.CameraId;
import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.upkeep.MaintenanceSpan;
import vn.vigil.upkeep.Part;
import vn.vigil.upkeep.Photo;
import vn.vigil.upkeep.Work;
import vn.vigil.upkeep.WorkStatus;

/** One work with everything that is known of it. */
final class WorkView implements View<WorkStatus> {
    static final int WIDTH = 24;

    @Override
    public void text(WorkStatus s, Out out) {
        Work w = s.work();
        pair(out, UpkeepViewText.WORK, w.id());
        pair(out, UpkeepViewText.STATE, out.text(WorkWords.state(s)));
        pair(out, UpkeepViewText.KIND, out.text(WorkWords.kind(w.kind())));
        pair(out, UpkeepViewText.WHAT, w.what());
        pair(out, UpkeepViewText.CAMERAS, WorkWords.cameras(w));
        pair(out, UpkeepViewText.FROM, out.time(w.window().from()));
        pair(out, UpkeepViewText.TO, out.time(w.window().to()));
        for (MaintenanceSpan span : w.spans()) {
            Message words = (span.plannedBeforehand() ? UpkeepViewText.LEFT_OUT_SPAN : UpkeepViewText.COUNTED_SPAN)
                    .with(out.time(span.span().from()), out.time(span.span().to()));
            pair(out, UpkeepViewText.DOWNTIME, out.text(words));
        }
        pair(out, UpkeepViewText.BY, w.worker() == null ? w.firm() : w.worker());
        pair(out, UpkeepViewText.PLANNED_COST, WorkWords.money(w.plannedCost(), out));
        pair(
                out,
                UpkeepViewText.EVERY,
                w.everyMonths() == null ? null : out.text(UpkeepViewText.MONTHS.with(w.everyMonths())));
        pair(out, UpkeepViewText.FOLLOWS, w.follows());
        if (w.done() != null) {
            done(w.done(), out);
        }
        pair(out, UpkeepViewText.FOLLOWED_BY, w.followedBy());
        if (w.cancelled() != null) {
            pair(out, UpkeepViewText.CANCELLED_AT, out.time(w.cancelled().at()));
            pair(out, UpkeepViewText.CANCELLED_BY, w.cancelled().by());
            pair(out, UpkeepViewText.REASON, w.cancelled().reason());
        }
        pair(out, UpkeepViewText.ENTERED_AT, out.time(w.enteredAt()));
        pair(out, UpkeepViewText.ENTERED_BY, w.enteredBy());
    }

    private static void done(Work.Done d, Out out) {
        pair(out, UpkeepViewText.DONE_AT, out.time(d.at()));
        pair(out, UpkeepViewText.NOTE, d.note());
        for (Part part : d.parts()) {
            pair(
                    out,
                    UpkeepViewText.PART,
                    out.text(UpkeepViewText.PART_VALUE.with(
                            part.name(),
                            part.quantity(),
                            WorkWords.money(part.unitPrice(), out),
                            WorkWords.money(part.price(), out))));
        }
        pair(out, UpkeepViewText.COST, WorkWords.money(d.cost(), out));
        photo(d.photo(), out);
        pair(out, UpkeepViewText.NEXT_DUE, d.nextDue());
    }

    static void photo(Photo photo, Out out) {
        if (photo != null) {
            pair(out, UpkeepViewText.PHOTO, photo.reference());
            pair(out, UpkeepViewText.PHOTO_HASH, photo.sha256());
        }
    }

    /** Nothing for null. */
    static void pair(Out out, UpkeepViewText name, Object value) {
        if (value != null) {
            out.pair(out.text(name.with()), WIDTH, value.toString());
        }
    }

    @Override
    public void json(WorkStatus s, Json json) {
        fields(s, json);
    }

    /** The fields of a work's JSON object. */
    static void fields(WorkStatus s, Json json) {
        Work w = s.work();
        json.field("id", w.id().toString())
                .field("state", s.state().word())
                .field("overdue", s.overdue())
                .field("kind", w.kind().word())
                .field("what", w.what())
                .array("cameras");
        for (CameraId camera : w.cameras()) {
            json.value(camera.value());
        }
        json.end().field("from", w.window().from()).field("to", w.window().to());
        text(json, "by", w.worker());
        json.field("firm", w.firm());
        whole(json, "plannedCost", w.plannedCost());
        whole(
                json,
                "everyMonths",
                w.everyMonths() == null ? null : w.everyMonths().longValue());
        text(json, "follows", w.follows());
        text(json, "followedBy", w.followedBy());
        json.field("enteredAt", w.enteredAt()).field("enteredBy", w.enteredBy()).array("windows");
        for (MaintenanceSpan span : w.spans()) {
            json.object()
                    .field("from", span.span().from())
                    .field("to", span.span().to())
                    .field("plannedBeforehand", span.plannedBeforehand())
                    .end();
        }
        json.end();
        done(w.done(), json);
        if (w.cancelled() == null) {
            json.field("cancelled", (String) null);
        } else {
            json.object("cancelled")
                    .field("at", w.cancelled().at())
                    .field("by", w.cancelled().by())
                    .field("reason", w.cancelled().reason())
                    .end();
        }
    }

    private static void done(Work.Done d, Json json) {
        if (d == null) {
            json.field("done", (String) null);
            return;
        }
        json.object("done").field("at", d.at()).field("note", d.note());
        whole(json, "cost", d.cost());
        json.field("partsCost", d.partsCost()).array("parts");
        for (Part part : d.parts()) {
            json.object()
                    .field("name", part.name())
                    .field("quantity", part.quantity())
                    .field("unitPrice", part.unitPrice())
                    .field("price", part.price())
                    .end();
        }
        json.end();
        photo(d.photo(), json);
        text(json, "nextDue", d.nextDue());
        json.field("enteredAt", d.enteredAt()).field("enteredBy", d.enteredBy()).end();
    }

    static void photo(Photo photo, Json json) {
        json.field("photo", photo == null ? null : photo.reference())
                .field("photoSha256", photo == null ? null : photo.sha256());
    }

    static void text(Json json, String name, Object value) {
        json.field(name, value == null ? null : value.toString());
    }

    static void whole(Json json, String name, Long value) {
        if (value == null) {
            json.field(name, (String) null);
        } else {
            json.field(name, value.longValue());
        }
    }
}
