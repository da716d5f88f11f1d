package vn.vigil.cli.command.camera;

import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.Message;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.text.Dong;
import vn.vigil.upkeep.MaintenanceSpan;
import vn.vigil.upkeep.Priority;
import vn.vigil.upkeep.Survey;
import vn.vigil.upkeep.Work;
import vn.vigil.upkeep.WorkKind;
import vn.vigil.upkeep.WorkState;
import vn.vigil.upkeep.WorkStatus;

/** Upkeep in words for people, alike in all its verbs. */
final class WorkWords {
    private WorkWords() {}

    static Message state(WorkStatus s) {
        return switch (s.state()) {
            case PLANNED -> UpkeepViewText.STATE_PLANNED.with();
            case RUNNING -> UpkeepViewText.STATE_RUNNING.with();
            case OVERDUE -> UpkeepViewText.STATE_OVERDUE.with();
            case CANCELLED -> UpkeepViewText.STATE_CANCELLED.with();
            case DONE ->
                s.overdue()
                        ? UpkeepViewText.STATE_DONE_NEXT_OVERDUE.with(
                                s.work().done().nextDue())
                        : UpkeepViewText.STATE_DONE.with();
        };
    }

    static Tone tone(WorkStatus s) {
        return s.overdue()
                ? Tone.WARNING
                : s.state() == WorkState.DONE ? Tone.GOOD : s.state() == WorkState.CANCELLED ? Tone.FAINT : Tone.PLAIN;
    }

    static Message kind(WorkKind kind) {
        return (kind == WorkKind.PREVENTIVE ? UpkeepViewText.KIND_PREVENTIVE : UpkeepViewText.KIND_CORRECTIVE).with();
    }

    static Message priority(Priority priority) {
        return switch (priority) {
            case HIGH -> UpkeepViewText.PRIORITY_HIGH.with();
            case MEDIUM -> UpkeepViewText.PRIORITY_MEDIUM.with();
            case LOW -> UpkeepViewText.PRIORITY_LOW.with();
        };
    }

    static Message state(Survey s) {
        return switch (s.state()) {
            case SURVEYED -> UpkeepViewText.STATE_SURVEYED.with();
            case PROPOSED -> UpkeepViewText.STATE_PROPOSED.with();
        };
    }

    /** A kind in words; a camera or a quarter as it is. */
    static String group(String group, Out out) {
        for (WorkKind kind : WorkKind.values()) {
            if (kind.word().equals(group)) {
                return out.text(kind(kind));
            }
        }
        return group;
    }

    /** Null for null. */
    static String money(Long amount, Out out) {
        return amount == null ? null : Dong.print(amount, out.lang());
    }

    static String cameras(Work w) {
        return join(w.cameras());
    }

    private static String join(List<CameraId> cameras) {
        StringBuilder text = new StringBuilder();
        for (CameraId camera : cameras) {
            text.append(text.length() == 0 ? "" : " ").append(camera);
        }
        return text.toString();
    }

    /** {@code yes}, {@code no}, {@code partly}; empty when no time is left. */
    static String planned(Work w) {
        boolean yes = false;
        boolean no = false;
        for (MaintenanceSpan span : w.spans()) {
            yes |= span.plannedBeforehand();
            no |= !span.plannedBeforehand();
        }
        return yes && no ? "partly" : yes ? "yes" : no ? "no" : "";
    }
}
