package vn.vigil.camera.alert;

import java.util.List;

/**
 * What a run changed.
 *
 * @param opened new alerts
 * @param closed alerts that ended, all their cameras well again; without those that another alert took over
 * @param told alerts of which something was said, new and ended ones too
 * @param untold alerts that nobody could be told of: no member holds an office that would hear of it
 * @param mailStuck the open alert about messages that do not leave, or null
 */
public record Reconciled(
        List<Alert> opened, List<Alert> closed, List<Alert> told, List<Alert> untold, Alert mailStuck) {
    public Reconciled {
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
        told = List.copyOf(told);
        untold = List.copyOf(untold);
    }
}
