package vn.vigil.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.hold.DutyList;
import vn.vigil.hold.ToWake;
import vn.vigil.people.ActingAs;
import vn.vigil.people.Office;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.watch.Stand;
import vn.vigil.roster.watch.StandFilter;

/** Whom to wake for a release of footage: who decides for the board, who leads the team, who leads the shift. */
final class WakeList implements DutyList {
    private final Vigil vigil;

    WakeList(Vigil vigil) {
        this.vigil = vigil;
    }

    @Override
    public List<ToWake> toWake(Instant at) {
        List<ToWake> all = new ArrayList<>();
        for (Office office : List.of(Office.BOARD, Office.TEAM_LEADER)) {
            for (ActingAs acting : vigil.people().actsAs(office, at)) {
                if (vigil.people().absence(acting.member().id(), at) == null) {
                    add(
                            all,
                            acting.member().name(),
                            office.with(),
                            acting.member().phone());
                }
            }
        }
        for (Stand stand : vigil.watch().at(at, StandFilter.ALL)) {
            if (stand.role() == SeatRole.LEAD && stand.who() != null && !stand.away()) {
                add(all, stand.who().name(), SeatRole.LEAD.with(), stand.who().phone());
            }
        }
        return all;
    }

    private static void add(List<ToWake> all, String name, Message role, String phone) {
        if (all.stream().noneMatch(w -> w.name().equals(name))) {
            all.add(new ToWake(name, role, phone));
        }
    }
}
