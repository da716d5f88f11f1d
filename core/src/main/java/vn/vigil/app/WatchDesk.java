package vn.vigil.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.camera.alert.DutyDesk;
import vn.vigil.camera.alert.Recipient;
import vn.vigil.people.Member;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.watch.Stand;
import vn.vigil.roster.watch.StandFilter;

/** Tells alerts who is on watch, by the roster: the watchers; where none is, who leads the shift. */
final class WatchDesk implements DutyDesk {
    private final Vigil vigil;

    WatchDesk(Vigil vigil) {
        this.vigil = vigil;
    }

    @Override
    public List<Recipient> onWatch(Instant at) {
        List<Stand> stands = vigil.watch().at(at, StandFilter.ALL);
        List<Recipient> watchers = of(stands, SeatRole.WATCHER);
        return watchers.isEmpty() ? of(stands, SeatRole.LEAD) : watchers;
    }

    private List<Recipient> of(List<Stand> stands, SeatRole role) {
        List<Recipient> all = new ArrayList<>();
        for (Stand stand : stands) {
            Member member = stand.role() != role || stand.who() == null || stand.away()
                    ? null
                    : vigil.people().byId(stand.who().id());
            boolean there = member == null;
            for (Recipient other : all) {
                there |= member != null && other.member().equals(member.id());
            }
            if (!there) {
                all.add(Recipient.of(member, vigil.config().lang()));
            }
        }
        return all;
    }
}
