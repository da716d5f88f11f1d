package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.book.Watcher;
import vn.vigil.store.Tx;

/** Enters office hours that are free because a duty before leaves too little rest. */
final class Mornings {
    /** A duty lasts a day at most, and rest with it another. */
    private static final int REACH = 2;

    private final Reading reading;

    Mornings(Reading reading) {
        this.reading = reading;
    }

    /** Enters anew what follows from the duties around a seat's day; gives what is free on those days because of that seat. */
    List<TimeSpan> enter(Tx tx, SlotKey key) throws SQLException {
        LocalDate last = key.day().plusDays(REACH);
        List<TimeSpan> free = new ArrayList<>();
        for (FreeTime f : enter(tx, key.day(), last)) {
            if (f.slot().equals(key)) {
                free.add(f.span());
            }
        }
        return free;
    }

    /** Enters anew what is free on the days from first to last. */
    List<FreeTime> enter(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        Scene scene = reading.scene(tx, first.minusDays(REACH), last);
        List<FreeTime> all = new ArrayList<>();
        TreeSet<MemberId> standing = new TreeSet<>(scene.turns().keySet());
        for (MemberId id : standing) {
            Watcher w = scene.book().watcher(id);
            Life life = w == null ? null : scene.life(id);
            for (LocalDate day = first; life != null && !day.isAfter(last); day = day.plusDays(1)) {
                for (TimeSpan free : life.freed(day)) {
                    all.add(new FreeTime(id, day, free, before(life, free)));
                }
            }
        }
        SqlPlanStore.free(tx, first, last, all);
        return all;
    }

    /** The last duty that ends before, for which the time is free. */
    private static SlotKey before(Life life, TimeSpan free) {
        SlotKey last = null;
        for (Turn turn : life.turns()) {
            if (turn.counts() && !turn.span().to().isAfter(free.from())) {
                last = turn.slot().key();
            }
        }
        return last;
    }
}
