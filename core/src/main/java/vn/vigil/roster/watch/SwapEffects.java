package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.DayClass;
import vn.vigil.people.Member;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Tx;

/** What a swap changes in the ledger of duties. */
final class SwapEffects {
    private SwapEffects() {}

    static List<SavedSwap.Effect> of(Room room, Tx tx, Swap swap) throws SQLException {
        long[] gained = new long[4];
        try {
            add(room, tx, gained, swap.slot(), 1);
            if (swap.back() != null) {
                add(room, tx, gained, swap.back(), -1);
            }
        } catch (VigilException gone) {
            return List.of();
        }
        List<SavedSwap.Effect> effects = new ArrayList<>();
        for (MemberId id : List.of(swap.member(), swap.with())) {
            int sign = id.equals(swap.with()) ? 1 : -1;
            Member member = room.member(tx, id);
            effects.add(new SavedSwap.Effect(
                    id,
                    member == null ? id.value() : member.name(),
                    sign * gained[0],
                    (int) (sign * gained[1]),
                    (int) (sign * gained[2]),
                    (int) (sign * gained[3])));
        }
        return effects;
    }

    private static void add(Room room, Tx tx, long[] gained, SlotKey slot, int sign) throws SQLException {
        TimeSpan span = room.seat(tx, slot).get(0).slot().span();
        LocalDate day = slot.day();
        DayClass dayClass = room.books().book(tx, day, day).days().of(day);
        gained[0] += sign * span.length().toMinutes();
        gained[1] += night(room, span) ? sign : 0;
        gained[2] += day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY ? sign : 0;
        gained[3] += dayClass == DayClass.HOLIDAY || dayClass == DayClass.TET ? sign : 0;
    }

    private static boolean night(Room room, TimeSpan span) {
        long minutes = 0;
        ZonedDateTime day = span.from().atZone(room.zone()).minusDays(1);
        for (int i = 0; i < 3; i++) {
            TimeSpan night = new TimeSpan(
                    day.plusDays(i)
                            .toLocalDate()
                            .atTime(22, 0)
                            .atZone(room.zone())
                            .toInstant(),
                    day.plusDays(i + 1)
                            .toLocalDate()
                            .atTime(6, 0)
                            .atZone(room.zone())
                            .toInstant());
            TimeSpan shared = Spans.both(night, span);
            minutes += shared == null ? 0 : shared.length().toMinutes();
        }
        return minutes >= 180;
    }
}
