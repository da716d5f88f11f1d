package vn.vigil.camera.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.text.Lang;

/** Who hears of an alert on which level, by the offices of the day. */
final class Ladder {
    private final People people;
    private final DutyDesk desk;
    private final Lang site;
    private final ZoneId zone;

    Ladder(People people, DutyDesk desk, Lang site, ZoneId zone) {
        this.people = people;
        this.desk = desk;
        this.site = site;
        this.zone = zone;
    }

    /** Those of one level; may be empty. */
    List<Recipient> at(int level, Instant now) {
        if (level == 1) {
            return watch(now);
        }
        return level == 2 ? holders(now, Office.TEAM_LEADER, Office.TEAM_DEPUTY) : holders(now, Office.STEERING_HEAD);
    }

    /** Those of a level and all below it, nobody twice. */
    List<Recipient> upTo(int level, Instant now) {
        List<Recipient> all = new ArrayList<>();
        for (int i = 1; i <= level; i++) {
            add(all, at(i, now));
        }
        return all;
    }

    /** Who is on watch; where nobody can say, the nearest who answers for it. */
    private List<Recipient> watch(Instant now) {
        List<Recipient> found = desk.onWatch(now);
        for (Office office : new Office[] {Office.TEAM_LEADER, Office.TEAM_DEPUTY, Office.ADMINISTRATOR}) {
            found = found.isEmpty() ? holders(now, office) : found;
        }
        return found;
    }

    private List<Recipient> holders(Instant now, Office... offices) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        List<Recipient> all = new ArrayList<>();
        List<Member> members = people.list(true);
        for (Office office : offices) {
            List<Recipient> some = new ArrayList<>();
            for (Member m : members) {
                if (m.offices(day).contains(office)) {
                    some.add(Recipient.of(m, site));
                }
            }
            add(all, some);
        }
        return all;
    }

    private static void add(List<Recipient> all, List<Recipient> some) {
        for (Recipient r : some) {
            boolean there = false;
            for (Recipient other : all) {
                there |= other.member().equals(r.member());
            }
            if (!there) {
                all.add(r);
            }
        }
    }
}
