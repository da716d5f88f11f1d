package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.notify.Outbox;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Finding;
import vn.vigil.roster.plan.Overlay;
import vn.vigil.roster.plan.Plans;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * The watch as it is kept, day by day: who is on it, who came, who changed with whom, what was handed over. Every change is a
 * ledger entry of the same transaction; what people are told lies in the outbox with it. Nothing of the past changes but by an
 * erratum, which keeps both. Safe for several threads.
 */
public final class Watch {
    private final Room room;
    private final Desk desk;
    private final Attendances attendances;
    private final NoShows noShows;
    private final Reminders reminders;
    private final StandingIn standingIn;
    private final Swaps swaps;
    private final Rounds rounds;
    private final Notes notes;
    private final Handovers handovers;

    /**
     * Costs nothing.
     *
     * @param outbox asked for when somebody is to be told
     * @param matters asked for when a handover is opened
     * @param essentials asked for by rounds and handovers
     */
    public Watch(
            World world,
            Config config,
            Store store,
            Ledger ledger,
            People people,
            Books books,
            Plans plans,
            Supplier<Outbox> outbox,
            Supplier<OpenMatters> matters,
            Supplier<EssentialCameras> essentials) {
        this.room = new Room(world, config, store, ledger, people, books, plans);
        this.desk = new Desk(room);
        this.attendances = new Attendances(room, desk);
        Letterbox letters = new Letterbox(world, config, outbox, "vigil.roster.message/1");
        this.noShows = new NoShows(room, letters);
        this.reminders = new Reminders(room, letters);
        this.standingIn = new StandingIn(room, attendances, letters);
        this.swaps = new Swaps(room, letters);
        this.rounds = new Rounds(room, attendances, essentials);
        this.notes = new Notes(room, attendances);
        this.handovers = new Handovers(room, attendances, rounds, matters, notes);
    }

    // Who

    /**
     * Who is to be on watch at a moment: one line a post and seat, by post; a post that no shift of watchers covers has a line with
     * nobody.
     *
     * @throws vn.vigil.base.VigilException NOT_FOUND for a post, with the nearest
     */
    public List<Stand> at(Instant at, StandFilter filter) {
        return room.store().read(tx -> desk.at(tx, at, filter));
    }

    /** The next duty of each seat after a moment, within three days. */
    public List<Stand> next(Instant at, StandFilter filter) {
        return room.store().read(tx -> desk.next(tx, at, filter));
    }

    // Coming and going

    /**
     * Somebody is there. The duty is found by the time, up to an hour before it begins.
     *
     * @param actor for others than themselves they need the power to manage rosters
     * @return unchanged when it is on record
     * @throws vn.vigil.base.VigilException REFUSED for who is not on the roster, naming who is; USAGE for a time to come; NOT_FOUND;
     *     DENIED
     */
    public SavedAttendance checkIn(Actor actor, CheckIn asked) {
        return attendances.checkIn(actor, asked);
    }

    /**
     * Somebody leaves.
     *
     * @return unchanged when they have left
     * @throws vn.vigil.base.VigilException REFUSED for who has not come; USAGE; NOT_FOUND; DENIED
     */
    public SavedAttendance checkOut(Actor actor, CheckIn asked) {
        return attendances.checkOut(actor, asked);
    }

    /**
     * Enters a watch from the paper book. It counts as kept, and is told apart everywhere.
     *
     * @throws vn.vigil.base.VigilException CONFLICT when that person is on record otherwise for that time; USAGE for a time outside
     *     the shift or to come; NOT_FOUND; DENIED
     */
    public SavedAttendance log(Actor actor, PaperWatch told) {
        return attendances.paper(actor, told);
    }

    /**
     * Puts an entry right; both stay on record.
     *
     * @throws vn.vigil.base.VigilException USAGE without a reason; REFUSED for one that was put right before; NOT_FOUND; DENIED
     */
    public SavedAttendance correct(Actor actor, CaseId entry, CorrectAttendance asked) {
        return attendances.correct(actor, entry, asked);
    }

    /**
     * Entries of attendance that touch a span, by time.
     *
     * @param member null: everybody
     * @param corrected whether those that hold no more are among them
     */
    public List<Attendance> attendance(TimeSpan span, MemberId member, boolean corrected) {
        return attendances.list(span, member, corrected);
    }

    /**
     * Who should be there, and did not come. Leader and deputy are told of each once, however often this runs.
     *
     * @param grace so long after the beginning of a duty nobody is missed
     */
    public List<Missing> missing(Duration grace) {
        return noShows.look(grace);
    }

    /** How the watch was kept in a span, as far as it is over. */
    public Coverage coverage(TimeSpan span) {
        return room.store().read(tx -> new Coverages(room).of(tx, span));
    }

    /**
     * The duties as they were really stood, from the roster's: for what counts them afterwards. One that its holder never came to is
     * open, or whose it was who came; what attendance is not kept of, or was not yet, stays as planned.
     */
    public List<Duty> really(Tx tx, List<Duty> planned) throws SQLException {
        return new Kept(room).really(tx, planned);
    }

    /** What is wrong with the roster of the days from first to last as the watch sees it: swaps that lead nowhere. */
    public List<Finding> findings(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        return swaps.nowhere(tx, first, last);
    }

    // Standing in

    /**
     * Somebody is off sick from now on: a leave, and who may stand in for each duty that it opens.
     *
     * @param actor any member; with a replacement they need the power to manage rosters
     * @throws vn.vigil.base.VigilException REFUSED when a hard rule forbids the replacement; CONFLICT with a longer leave; USAGE;
     *     NOT_FOUND; DENIED
     */
    public Sick sick(Actor actor, ReportSick told) {
        return standingIn.sick(actor, told);
    }

    /**
     * The actor takes a seat over at once, in an emergency; leader and deputy are told.
     *
     * @param slot which seat; null: the only one that nobody attends
     * @param reason or null
     * @return unchanged when it is theirs and they are there
     * @throws vn.vigil.base.VigilException REFUSED for who is no watcher, and where somebody attends it; USAGE where several seats are
     *     free; NOT_FOUND; DENIED
     */
    public Taken take(Actor actor, SlotKey slot, String reason) {
        return standingIn.take(actor, slot, reason);
    }

    /**
     * Lets somebody stand a part of a seat's time. The shift's borders stay.
     *
     * @throws vn.vigil.base.VigilException USAGE for a time outside the shift, or without a reason; REFUSED when a hard rule forbids it,
     *     or the time is past; NOT_FOUND; DENIED
     */
    public Taken override(Actor actor, AddOverride asked) {
        return standingIn.override(actor, asked);
    }

    /** What was laid over seats of the days from first to last: overrides and what was taken over. */
    public List<Overlay> overrides(LocalDate first, LocalDate last) {
        return standingIn.overrides(first, last);
    }

    /**
     * Takes an override back that has not begun.
     *
     * @throws vn.vigil.base.VigilException REFUSED when it has; USAGE without a reason; NOT_FOUND; DENIED
     */
    public SavedOverride withdraw(Actor actor, long override, String reason) {
        return standingIn.withdraw(actor, override, reason);
    }

    // Changing duties

    /**
     * Offers a duty to somebody, in exchange for one of theirs or for nothing. What hard rules forbid either is not offered.
     *
     * @param actor the duty's holder, or who manages rosters, for them
     * @param back null: for nothing
     * @throws vn.vigil.base.VigilException REFUSED with the reasons; CONFLICT when another swap of that seat runs; USAGE; NOT_FOUND;
     *     DENIED
     */
    public SavedSwap requestSwap(Actor actor, SlotKey slot, String with, SlotKey back) {
        return swaps.request(actor, slot, with, back);
    }

    /**
     * The other one agrees. A swap that has expired, or whose seat went elsewhere, comes back as such and is over.
     *
     * @throws vn.vigil.base.VigilException REFUSED when rules forbid it by now, or it is over; NOT_FOUND; DENIED
     */
    public SavedSwap acceptSwap(Actor actor, CaseId swap) {
        return swaps.accept(actor, swap);
    }

    /**
     * A leader agrees, and the seats change hands. As {@link #acceptSwap} for one that is over.
     *
     * @throws vn.vigil.base.VigilException REFUSED when it was not accepted, is the leader's own while another leader is there, or
     *     rules forbid it by now; NOT_FOUND; DENIED
     */
    public SavedSwap approveSwap(Actor actor, CaseId swap) {
        return swaps.approve(actor, swap);
    }

    /**
     * Calls a swap off; one that was applied is undone while neither duty has begun.
     *
     * @param reason or null
     * @throws vn.vigil.base.VigilException REFUSED when it is over; NOT_FOUND; DENIED
     */
    public SavedSwap cancelSwap(Actor actor, CaseId swap, String reason) {
        return swaps.cancel(actor, swap, reason);
    }

    /** Swaps that may still come to something, or all; by number. */
    public List<SavedSwap> swaps(boolean all) {
        return swaps.list(all);
    }

    /** Tells people of duties that begin within a while: once for each, and again when it changed hands. What is told now. */
    public List<Reminder> remind(Duration before) {
        return reminders.remind(before);
    }

    // Handing over

    /**
     * Opens the handover of a duty, with what vigil finds open.
     *
     * @param slot null: the actor's own duty, or the one that they take over
     * @return unchanged when it is open
     * @throws vn.vigil.base.VigilException REFUSED for who is not on the roster; NOT_FOUND; DENIED
     */
    public SavedHandover openHandover(Actor actor, SlotKey slot) {
        return handovers.open(actor, slot);
    }

    /**
     * Writes something down for those who come next.
     *
     * @param post null: the actor's
     * @param carried an open matter, carried on until it is done
     */
    public SavedNote note(Actor actor, String post, String words, boolean carried) {
        return notes.add(actor, post, words, carried);
    }

    /**
     * An open matter is done.
     *
     * @throws vn.vigil.base.VigilException NOT_FOUND, naming those that are open; DENIED
     */
    public SavedNote noteDone(Actor actor, long note) {
        return notes.done(actor, note);
    }

    /**
     * Takes the watch over: proved by PIN or key, or entered from paper. Who takes over is checked in, who hands over checked out.
     * Where nobody opened the handover it is opened now.
     *
     * @param actor proved by {@link People#provePin} or by key; for paper anybody of the team
     * @throws vn.vigil.base.VigilException DENIED without the proof that the site asks for; REFUSED for who does not come next, with
     *     who does; CONFLICT when another has taken over; USAGE; NOT_FOUND
     */
    public SavedHandover accept(Actor actor, AcceptHandover asked) {
        return handovers.accept(actor, asked);
    }

    /**
     * A leader closes a handover that nobody accepted.
     *
     * @throws vn.vigil.base.VigilException REFUSED when it was accepted; CONFLICT when it was closed for another reason; USAGE; NOT_FOUND;
     *     DENIED
     */
    public SavedHandover closeHandover(Actor actor, CaseId handover, String reason) {
        return handovers.close(actor, handover, reason);
    }

    /** Handovers due within a span, and all that still wait; by number. */
    public List<Handover> handovers(TimeSpan span) {
        return handovers.list(span);
    }

    /** @throws vn.vigil.base.VigilException NOT_FOUND, naming the nearest */
    public Handover handover(CaseId id) {
        return handovers.get(id);
    }

    /**
     * The newest handover of the actor's post.
     *
     * @throws vn.vigil.base.VigilException NOT_FOUND when there is none
     */
    public Handover newestHandover(Actor actor) {
        return handovers.current(actor);
    }

    // Rounds

    /**
     * The actor has looked at cameras.
     *
     * @param cameras known ones; empty: every essential one
     * @param at null: now
     * @param found what was amiss, or null
     * @param note or null
     * @throws vn.vigil.base.VigilException REFUSED for who is not on watch; USAGE; DENIED
     */
    public SavedRounds round(Actor actor, List<CameraId> cameras, Instant at, String found, String note) {
        return rounds.check(actor, cameras, at, found, note);
    }

    /** Checks of cameras within a span, by time. */
    public List<Round> rounds(TimeSpan span) {
        return rounds.list(span);
    }

    /** When each essential camera is to be checked again. */
    public List<RoundDue> roundsDue() {
        return rounds.due();
    }
}
