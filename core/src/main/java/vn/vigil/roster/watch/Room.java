package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Overlay;
import vn.vigil.roster.plan.Plans;
import vn.vigil.roster.plan.Source;
import vn.vigil.roster.plan.Stretch;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;
import vn.vigil.text.TimeText;
import vn.vigil.text.Viet;

/** What every part of the watch needs, and the questions that all of them ask. */
record Room(World world, Config config, Store store, Ledger ledger, People people, Books books, Plans plans) {
    /** Most characters of a note or a reason. */
    static final int WORDS = 2000;

    /** As precisely as the store keeps it. */
    Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }

    ZoneId zone() {
        return config.zone();
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone());
    }

    String time(Instant at) {
        return TimeText.print(at.truncatedTo(ChronoUnit.SECONDS), zone());
    }

    static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }

    void enter(Tx tx, Actor actor, String act, String subject, Map<String, ?> details) throws SQLException {
        ledger.append(tx, new Entry(actor.who(), act, subject, details));
    }

    int year(Instant now) {
        return now.atZone(zone()).getYear();
    }

    /** The person meant; another than the actor takes the power to manage rosters. */
    Member person(Actor actor, String idOrName) {
        Member member = idOrName == null ? actor.member() : people.show(idOrName);
        if (member == null || !member.id().equals(actor.memberId())) {
            people.require(actor, Power.MANAGE_ROSTER);
        } else {
            people.require(actor, Power.KEEP_WATCH);
        }
        return member;
    }

    /** Whether the actor may change rosters for others, in their own right or for another. */
    boolean manages(Actor actor) {
        try {
            people.require(actor, Power.MANAGE_ROSTER);
            return true;
        } catch (VigilException e) {
            return false;
        }
    }

    Member member(Tx tx, MemberId id) throws SQLException {
        for (Member member : people.members(tx)) {
            if (member.id().equals(id)) {
                return member;
            }
        }
        return null;
    }

    /** {@code Trần Thị Hoa (hoa)}. */
    String named(Tx tx, MemberId id) throws SQLException {
        Member member = id == null ? null : member(tx, id);
        return member == null ? String.valueOf(id) : member.name() + " (" + id + ")";
    }

    /** Leader and deputy of today. */
    List<Member> leaders(Tx tx, Instant at) throws SQLException {
        List<Member> leaders = new ArrayList<>();
        for (Office office : new Office[] {Office.TEAM_LEADER, Office.TEAM_DEPUTY}) {
            for (Member member : people.members(tx)) {
                if (member.offices(day(at)).contains(office) && !leaders.contains(member)) {
                    leaders.add(member);
                }
            }
        }
        return leaders;
    }

    /** The duties of one seat, in order. */
    List<Duty> seat(Tx tx, SlotKey slot) throws SQLException {
        TimeSpan days = new TimeSpan(
                slot.day().atStartOfDay(zone()).toInstant(),
                slot.day().plusDays(2).atStartOfDay(zone()).toInstant());
        List<Duty> found = new ArrayList<>();
        for (Duty duty : plans.duties(tx, days)) {
            if (duty.slot().key().equals(slot)) {
                found.add(duty);
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        VigilException e = new VigilException(ErrorKind.NOT_FOUND, "VG-WATCH-SLOT", WatchText.NO_SLOT.with(slot));
        List<String> shifts = new ArrayList<>();
        for (Shift shift : books.book(tx, slot.day(), slot.day()).shifts()) {
            shifts.add(shift.id());
        }
        String near = Nearest.of(slot.shift(), shifts);
        if (near != null && !near.equals(slot.shift())) {
            e.why(WatchText.DID_YOU_MEAN.with(near));
        }
        throw e.next(WatchText.NEXT_WHO.with());
    }

    /** The seat's holder, when one member has all of it; null else. */
    static MemberId holder(List<Duty> seat) {
        MemberId one = seat.get(0).member();
        for (Duty duty : seat) {
            if (duty.member() == null || !duty.member().equals(one)) {
                return null;
            }
        }
        return one;
    }

    /** What is laid over a seat and holds. */
    List<Overlay> over(Tx tx, SlotKey slot) throws SQLException {
        List<Overlay> over = new ArrayList<>();
        for (Overlay overlay : plans.overlays(tx, slot.day(), slot.day())) {
            if (overlay.withdrawnAt() == null && overlay.stretch().slot().equals(slot)) {
                over.add(overlay);
            }
        }
        return over;
    }

    /** Gives a whole seat to a member: the seat itself, or over what is laid over it already, which would hide the seat. */
    void hand(Tx tx, Actor actor, SlotKey slot, MemberId member, Source source, String reason) throws SQLException {
        if (over(tx, slot).isEmpty()) {
            plans.give(tx, actor, List.of(new Cell(slot, member, source, true)), reason);
        } else {
            TimeSpan whole = seat(tx, slot).get(0).slot().span();
            plans.stand(tx, actor, new Stretch(slot, whole, member, source, reason));
        }
    }

    /** Kinds of duty whose watchers are expected to say that they came. */
    Set<DutyKind> expected() {
        Set<DutyKind> kinds = EnumSet.noneOf(DutyKind.class);
        String text = config.text(Setting.ROSTER_CHECKIN);
        for (String word : text.strip().split("[ ,]+")) {
            DutyKind kind = DutyKind.of(word);
            if (kind == null && !word.equals("none")) {
                throw new VigilException(
                        ErrorKind.USAGE,
                        "VG-WATCH-SETTING",
                        WatchText.BAD_CHECKIN_SETTING.with(Setting.ROSTER_CHECKIN.key(), word));
            }
            if (kind != null) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Whether a duty's holder is expected to say that they came. Who leads a shift does so by telephone, by custom, and is not. */
    static boolean expects(Set<DutyKind> kinds, Duty duty) {
        return duty.member() != null
                && duty.slot().key().role() == SeatRole.WATCHER
                && kinds.contains(duty.slot().shift().kind());
    }

    /** A person's words in NFC, on one line; null for none. */
    String words(String field, String written) {
        String text = written == null ? "" : Viet.nfc(written.strip());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lone = Character.isSurrogate(c)
                    && !(Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1)));
            if (Character.isISOControl(c) || lone || text.length() > WORDS) {
                throw new VigilException(ErrorKind.USAGE, "VG-WATCH-WORDS", WatchText.BAD_WORDS.with(field, WORDS));
            }
            i += Character.isHighSurrogate(c) ? 1 : 0;
        }
        return text.isEmpty() ? null : text;
    }

    String demanded(String field, String written) {
        String text = words(field, written);
        if (text == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-WATCH-MISSING", WatchText.MISSING.with(field));
        }
        return text;
    }

    static VigilException notFound(WatchText what, CaseId id, List<String> known, WatchText next) {
        VigilException e = new VigilException(ErrorKind.NOT_FOUND, "VG-WATCH-NOT-FOUND", what.with(id));
        String near = Nearest.of(id.toString(), known);
        if (near != null) {
            e.why(WatchText.DID_YOU_MEAN.with(near));
        }
        return e.next(next.with());
    }

    static VigilException refused(String id, Message what) {
        return new VigilException(ErrorKind.REFUSED, id, what);
    }

    static VigilException usage(String id, Message what) {
        return new VigilException(ErrorKind.USAGE, id, what);
    }
}
