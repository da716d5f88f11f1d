package vn.vigil.hold;

import vn.vigil.base.CaseId;

/** Knows whether a case is still open; implemented above this room. */
public interface OpenCases {
    /** @throws vn.vigil.base.VigilException NOT_FOUND when there is no such case */
    boolean isOpen(CaseId cause);
}
