package vn.vigil.upkeep;

import java.time.Instant;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;

/**
 * What is told when work is planned, or put on record afterwards. With {@code follows} whatever is null or empty is as in that
 * work.
 *
 * @param cameras of the inventory: the caller has looked
 * @param from null: not told
 * @param to null: not told, which is refused, since a window without an end would silence alarms for good
 * @param worker id or name of the member who does it, or null
 * @param firm the outside firm that does it, or null
 * @param plannedCost an amount as {@link vn.vigil.text.Dong} reads it, or null
 * @param every {@code 3mo}, {@code 1y}; null: once
 * @param follows the work whose repetition this is, or null
 * @param longAgreed the person knows that the window is long
 * @param misread what of the input could not be read, told together with the other faults
 */
public record PlanWork(
        WorkKind kind,
        String what,
        List<CameraId> cameras,
        Instant from,
        Instant to,
        String worker,
        String firm,
        String plannedCost,
        String every,
        CaseId follows,
        boolean longAgreed,
        List<Message> misread) {
    public PlanWork {
        cameras = cameras.stream().distinct().sorted().toList();
        misread = List.copyOf(misread);
    }
}
