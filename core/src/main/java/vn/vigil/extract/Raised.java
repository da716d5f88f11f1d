package vn.vigil.extract;

import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;

/**
 * What raising or countersigning came to, package by package.
 *
 * @param packages in the order of requests and parts
 */
public record Raised(List<One> packages, Filed.Outcome outcome) {
    /**
     * One package.
     *
     * @param request null for a file that is not on record here
     * @param before as it was
     * @param now as it is; the same when nothing changed
     * @param reason what stood in the way of a higher level; null when nothing did
     */
    public record One(CaseId request, PackageFacts before, PackageFacts now, Message reason) {}

    public Raised {
        packages = List.copyOf(packages);
    }

    /** Some package proves no time, though it was to. */
    public boolean isLeft() {
        for (One one : packages) {
            if (one.now().level().equals("B") && one.reason() != null) {
                return true;
            }
        }
        return false;
    }
}
