package vn.vigil.roster.plan;

import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.search.Problem;
import vn.vigil.roster.search.Proof;

/**
 * A roster that was worked out and is not written yet.
 *
 * @param cells every seat of the days that has a holder
 * @param open seats without one
 * @param engine what filled it: {@code pattern} or {@code solve}
 * @param proof what a proof came to; null when none was asked for or the patterns were enough
 * @param problem what was solved; null when the patterns were enough
 * @param reasons what the problem's names mean
 */
record Draft(
        Map<SlotKey, Cell> cells,
        List<Slot> open,
        String engine,
        Proof.Verdict proof,
        Problem problem,
        Map<String, Message> reasons) {}
