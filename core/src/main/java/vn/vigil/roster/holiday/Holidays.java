package vn.vigil.roster.holiday;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.calendar.Day;
import vn.vigil.calendar.DecidedDay;
import vn.vigil.calendar.PublicHolidays;
import vn.vigil.config.Config;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * Public holidays and working days, with the site's own decisions. {@link #calendar} is what every other room goes by. Every change
 * is a ledger entry of the same transaction. Safe for several threads.
 */
public final class Holidays {
    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;

    public Holidays(World world, Config config, Store store, Ledger ledger, People people) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
    }

    /** The law, the decisions that are shipped, and over them the site's own. A value of this moment. */
    public PublicHolidays calendar() {
        return store.read(this::calendar);
    }

    /** As {@link #calendar()}, within an open transaction. */
    public PublicHolidays calendar(Tx tx) throws SQLException {
        return PublicHolidays.shipped().with(SqlHolidayStore.all(tx));
    }

    /**
     * What a day is, and why.
     *
     * @throws VigilException USAGE for a year without lunar data
     */
    public Day day(LocalDate date) {
        return calendar().day(date);
    }

    /** Today in the site's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(world.now(), config.zone());
    }

    /** Every decision on record for a year (null: for all), shipped and own, by day. */
    public List<DecidedDay> decisions(Integer year) {
        List<DecidedDay> days = new ArrayList<>();
        for (DecidedDay day : calendar().decisions()) {
            if (year == null || day.date().getYear() == year) {
                days.add(day);
            }
        }
        return days;
    }

    /**
     * Puts a decision about a day on record. The same again changes nothing, though it be a shipped one.
     *
     * @param actor needs the power to manage rosters
     * @throws VigilException USAGE with all faults; CONFLICT when the site decided otherwise about that day; DENIED without the power
     */
    public SavedHoliday add(Actor actor, AddHoliday told) {
        people.require(actor, Power.MANAGE_ROSTER);
        return store.write(tx -> {
            HolidayJudge judge = new HolidayJudge(without(tx, told.date()));
            List<Message> faults = new ArrayList<>(told.misread());
            DecidedDay asked = judge.read(told.date(), told.kind(), told.name(), told.basis());
            for (HolidayJudge.Fault fault : judge.faults()) {
                faults.add(HolidayText.FIELD_FAULT.with(option(fault.field()), fault.what()));
            }
            refuse(faults, "VG-HOLIDAY-FAULTS", HolidayText.CANNOT_ADD.with());
            List<Message> differences = differences(tx, asked);
            if (!differences.isEmpty()) {
                VigilException e = new VigilException(
                        ErrorKind.CONFLICT, "VG-HOLIDAY-DIFFERENT", HolidayText.DIFFERENT_DAY.with(asked.date()));
                differences.forEach(e::why);
                throw e.next(HolidayText.REMOVE_NEXT.with(asked.date()));
            }
            return new SavedHoliday(asked, !put(tx, actor, asked));
        });
    }

    /**
     * Takes a decision of the site's off the record; the ledger keeps it, and why.
     *
     * @throws VigilException USAGE without a reason; NOT_FOUND when the site decided nothing about that day; CONFLICT when it was
     *     removed for another reason; DENIED
     */
    public SavedHoliday remove(Actor actor, LocalDate date, String reason) {
        people.require(actor, Power.MANAGE_ROSTER);
        HolidayJudge judge = new HolidayJudge(PublicHolidays.ofLaw());
        String because = judge.text("reason", reason, HolidayJudge.BASIS);
        List<Message> faults = new ArrayList<>();
        for (HolidayJudge.Fault fault : judge.faults()) {
            faults.add(HolidayText.FIELD_FAULT.with(option(fault.field()), fault.what()));
        }
        refuse(faults, "VG-HOLIDAY-FAULTS", HolidayText.CANNOT_REMOVE.with(date));
        return store.write(tx -> {
            SiteHoliday there = SqlHolidayStore.last(tx, date);
            if (there == null) {
                throw notDecided(date);
            }
            if (there.removed() != null) {
                if (there.removed().reason().equals(because)) {
                    return new SavedHoliday(there.day(), true);
                }
                throw new VigilException(
                                ErrorKind.CONFLICT, "VG-HOLIDAY-REMOVED", HolidayText.DIFFERENT_REASON.with(date))
                        .why(HolidayText.DIFFERENCE.with(
                                "--reason", there.removed().reason(), because));
            }
            SqlHolidayStore.remove(tx, date, new SiteHoliday.Removed(now(), by(actor), because));
            Map<String, Object> details = details(there.day());
            details.put("reason", because);
            ledger.append(tx, new Entry(actor.who(), "roster.holiday.remove", subject(date), details));
            return new SavedHoliday(there.day(), false);
        });
    }

    /**
     * Puts the decisions of a file on record, all or none. Columns {@code date}, {@code kind}, {@code name}, {@code basis}.
     *
     * @throws VigilException USAGE with every fault by line and field; CONFLICT with every day about which the site decided
     *     otherwise; NOT_FOUND when there is no such file; DENIED
     */
    public ImportedHolidays importFile(Actor actor, Path path) {
        people.require(actor, Power.MANAGE_ROSTER);
        return store.write(tx -> {
            HolidayFile file = new HolidayFile(path, calendar(tx));
            List<HolidayFile.Entry> entries = file.read();
            List<Message> conflicts = new ArrayList<>();
            for (HolidayFile.Entry entry : entries) {
                for (Message difference : differences(tx, entry.day())) {
                    conflicts.add(HolidayText.LINE_FAULT.with(
                            entry.line(), entry.day().date().toString(), difference));
                }
            }
            file.refuse(conflicts, ErrorKind.CONFLICT);
            List<LocalDate> added = new ArrayList<>();
            List<LocalDate> unchanged = new ArrayList<>();
            for (HolidayFile.Entry entry : entries) {
                (put(tx, actor, entry.day()) ? added : unchanged)
                        .add(entry.day().date());
            }
            return new ImportedHolidays(added, unchanged);
        });
    }

    /** The calendar as if the site had decided nothing about that day. */
    private static PublicHolidays without(Tx tx, LocalDate date) throws SQLException {
        List<DecidedDay> others = new ArrayList<>();
        for (DecidedDay day : SqlHolidayStore.all(tx)) {
            if (!day.date().equals(date)) {
                others.add(day);
            }
        }
        return PublicHolidays.shipped().with(others);
    }

    /** What the site decided otherwise about the same day; empty when nothing. */
    private static List<Message> differences(Tx tx, DecidedDay asked) throws SQLException {
        List<Message> differences = new ArrayList<>();
        SiteHoliday there = SqlHolidayStore.last(tx, asked.date());
        if (there != null && there.removed() == null) {
            differ(differences, "kind", there.day().kind().word(), asked.kind().word());
            differ(differences, "name", there.day().name(), asked.name());
            differ(differences, "basis", there.day().source(), asked.source());
        }
        return differences;
    }

    private static void differ(List<Message> differences, String field, String there, String asked) {
        if (!there.equals(asked)) {
            differences.add(HolidayText.DIFFERENCE.with(option(field), there, asked));
        }
    }

    /** Puts it on record, unless it is there or shipped. */
    private boolean put(Tx tx, Actor actor, DecidedDay asked) throws SQLException {
        SiteHoliday there = SqlHolidayStore.last(tx, asked.date());
        DecidedDay shipped = PublicHolidays.shipped().decision(asked.date());
        if (there != null && there.removed() == null || shipped != null && same(shipped, asked)) {
            return false;
        }
        SqlHolidayStore.insert(tx, new SiteHoliday(asked, now(), by(actor), null));
        ledger.append(tx, new Entry(actor.who(), "roster.holiday.add", subject(asked.date()), details(asked)));
        return true;
    }

    private static boolean same(DecidedDay a, DecidedDay b) {
        return a.kind() == b.kind() && a.name().equals(b.name()) && a.source().equals(b.source());
    }

    private static VigilException notDecided(LocalDate date) {
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-HOLIDAY-NOT-FOUND", HolidayText.NOT_DECIDED.with(date));
        Day day = PublicHolidays.shipped().day(date);
        return day.special() && day.off()
                ? e.why(HolidayText.NOT_THE_SITES.with(day.source())).next(HolidayText.LAY_OVER_NEXT.with(date))
                : e.next(HolidayText.LIST_NEXT.with(Integer.toString(date.getYear())));
    }

    private static Map<String, Object> details(DecidedDay day) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", day.kind().word());
        details.put("name", day.name());
        details.put("basis", day.source());
        return details;
    }

    private static String subject(LocalDate date) {
        return "holiday/" + date;
    }

    private static String option(String field) {
        return field.equals("date") ? "DATE" : "--" + field;
    }

    private static void refuse(List<Message> faults, String id, Message what) {
        if (!faults.isEmpty()) {
            VigilException e = new VigilException(ErrorKind.USAGE, id, what);
            faults.forEach(e::why);
            throw e;
        }
    }

    private static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }

    private Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }
}
