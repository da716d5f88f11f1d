package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import vn.vigil.store.Tx;

/** What rooms above find in a roster: swaps that lead nowhere, for one. */
public interface MoreFindings {
    List<Finding> of(Tx tx, LocalDate first, LocalDate last) throws SQLException;
}
