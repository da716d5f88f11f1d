package vn.vigil.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;

/**
 * A work on cameras, as last corrected.
 *
 * @param cameras one or more, by id
 * @param window when it was to be done
 * @param worker the member who does it; null when a firm does
 * @param firm the outside firm; null when a member does
 * @param plannedCost đồng, or null when nobody said
 * @param everyMonths after how many months it is due again; null: once
 * @param follows the work whose repetition this is, or null
 * @param followedBy the work, not cancelled, that repeats this one; null while there is none
 * @param enteredBy member id, or {@code os:<account>}
 * @param versions what was announced of its window, in the order of entering
 * @param done null while it is not
 * @param cancelled null while it is not
 */
public record Work(
        CaseId id,
        WorkKind kind,
        String what,
        List<CameraId> cameras,
        TimeSpan window,
        MemberId worker,
        String firm,
        Long plannedCost,
        Integer everyMonths,
        CaseId follows,
        CaseId followedBy,
        Instant enteredAt,
        String enteredBy,
        List<WindowVersion> versions,
        Done done,
        Cancelled cancelled) {
    public Work {
        cameras = List.copyOf(cameras);
        versions = List.copyOf(versions);
    }

    /**
     * What was done.
     *
     * @param at when the work ended
     * @param note or null
     * @param cost đồng for all of it, parts included; null when nobody said
     * @param photo or null
     * @param nextDue the day it is due again; null when it is not repeated
     */
    public record Done(
            Instant at,
            String note,
            Long cost,
            List<Part> parts,
            Photo photo,
            LocalDate nextDue,
            Instant enteredAt,
            String enteredBy) {
        public Done {
            parts = List.copyOf(parts);
        }

        /** Đồng for all parts. */
        public long partsCost() {
            long sum = 0;
            for (Part part : parts) {
                sum = Math.addExact(sum, part.price());
            }
            return sum;
        }
    }

    /** That it was called off. */
    public record Cancelled(Instant at, String by, String reason) {}

    /** Its time as alarms and figures see it, in order, without overlap. */
    public List<MaintenanceSpan> spans() {
        return Windows.of(id, versions);
    }

    /** Where it stands at a moment. */
    public WorkState state(Instant now) {
        if (cancelled != null) {
            return WorkState.CANCELLED;
        }
        if (done != null) {
            return WorkState.DONE;
        }
        if (now.isBefore(window.from())) {
            return WorkState.PLANNED;
        }
        return now.isBefore(window.to()) ? WorkState.RUNNING : WorkState.OVERDUE;
    }

    /** Whether it is late: its window passed without it, or its next time came and nobody planned it. */
    public boolean overdue(Instant now, LocalDate today) {
        return state(now) == WorkState.OVERDUE
                || done != null
                        && done.nextDue() != null
                        && followedBy == null
                        && done.nextDue().isBefore(today);
    }
}
