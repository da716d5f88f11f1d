package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.util.List;
import vn.vigil.store.Tx;

/** Knows what was really stood: who keeps attendance puts right what the roster says. */
public interface Done {
    /** The duties as they were stood, from the roster's of some days; one that nobody stood is open. */
    List<Duty> really(Tx tx, List<Duty> planned) throws SQLException;
}
