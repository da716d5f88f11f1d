package vn.vigil.roster.plan;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;

/** What keeps members busy or away besides the watch and the leave entered for it. */
public interface Engagements {
    /** Nobody has a day job, nobody is away. */
    Engagements NONE = new Engagements() {
        @Override
        public List<TimeSpan> office(MemberId member, LocalDate day) {
            return List.of();
        }

        @Override
        public List<TimeSpan> away(MemberId member) {
            return List.of();
        }
    };

    /** Office hours of a day as the week has them, in order, without overlap; whether the day is worked at all is not asked. */
    List<TimeSpan> office(MemberId member, LocalDate day);

    /** Absences, those without an end reaching into the far future. */
    List<TimeSpan> away(MemberId member);
}
