package vn.vigil.roster.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.people.Absence;
import vn.vigil.people.OfficeHours;
import vn.vigil.people.People;

/**
 * Office hours and absences as the people's room has them, each member read once. Lives as long as one piece of work: what
 * changes meanwhile is not seen. For one thread.
 */
final class PeopleEngagements implements Engagements {
    /** An absence without an end lasts until somebody enters it. */
    private static final Instant OPEN_END = Instant.parse("9999-01-01T00:00:00Z");

    private final People people;
    private final ZoneId zone;
    private final Map<MemberId, OfficeHours> hours = new HashMap<>();
    private final Map<MemberId, Map<LocalDate, List<TimeSpan>>> days = new HashMap<>();
    private Map<MemberId, List<TimeSpan>> away;

    PeopleEngagements(People people, ZoneId zone) {
        this.people = people;
        this.zone = zone;
    }

    @Override
    public List<TimeSpan> office(MemberId member, LocalDate day) {
        return days.computeIfAbsent(member, m -> new HashMap<>())
                .computeIfAbsent(day, d -> hours.computeIfAbsent(member, people::officeHours)
                        .on(d, zone));
    }

    @Override
    public List<TimeSpan> away(MemberId member) {
        if (away == null) {
            away = new HashMap<>();
            for (Absence a : people.absences(null, true)) {
                Instant to = a.to() == null ? OPEN_END : a.to();
                if (a.from().isBefore(to)) {
                    away.computeIfAbsent(a.member(), m -> new ArrayList<>()).add(new TimeSpan(a.from(), to));
                }
            }
        }
        return away.getOrDefault(member, List.of());
    }
}
