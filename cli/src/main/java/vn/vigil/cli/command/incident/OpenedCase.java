package vn.vigil.cli.command.incident;

import vn.vigil.hold.Placed;
import vn.vigil.incident.CaseChange;
import vn.vigil.incident.Opened;

/**
 * What {@code incident open} shows.
 *
 * @param told null: nobody was told
 */
record OpenedCase(Opened opened, Placed holds, CaseChange told) {}
