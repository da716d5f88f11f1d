package vn.vigil.meeting;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.calendar.Quarter;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.document.Paper;
import vn.vigil.ledger.Ledger;
import vn.vigil.notify.Outbox;
import vn.vigil.people.Actor;
import vn.vigil.people.Body;
import vn.vigil.people.KeySource;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.register.Register;
import vn.vigil.roster.holiday.Holidays;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;

/**
 * The meetings of core team and steering committee, from their being due to issued minutes (clauses 5, 6, 8.4). What is entered is never
 * changed: corrections are entries, and after signing only errata. Not safe for several threads.
 */
public final class Meetings {
    static final String SERIES = "MTG";

    private final Journal journal;
    private final Supplier<Holidays> holidays;
    private final SiteRecords records;
    private final Actions actions;
    private final Proposals proposals;
    private final Petitions petitions;
    private final Supervision supervision;
    private final Calling calling;
    private final Sitting sitting;
    private final DraftDesk drafts;
    private final Minutes minutes;
    private final KeySigning keySigning;
    private final Invitations invitations;
    private final MeetingPapers papers;

    /** @param reports what minutes print of reports and the ledger; @param ownTemplates the folder of the site's own templates; need not exist */
    public Meetings(
            World world,
            Config config,
            Store store,
            Ledger ledger,
            People people,
            Supplier<Holidays> holidays,
            SiteRecords records,
            Supplier<Register> register,
            Supplier<Outbox> outbox,
            Supplier<Vault> vault,
            MinutesReports reports,
            Path ownTemplates) {
        this.journal = new Journal(world, config, store, ledger, people);
        this.holidays = holidays;
        this.records = records;
        this.actions = new Actions(journal);
        this.proposals = new Proposals(journal);
        this.petitions = new Petitions(journal, vault);
        this.supervision = new Supervision(journal, actions);
        this.calling = new Calling(journal, this);
        this.sitting = new Sitting(journal, this);
        this.papers = new MeetingPapers(journal, this, register, ownTemplates);
        this.drafts = new DraftDesk(journal, this, sitting);
        this.minutes = new Minutes(journal, this, papers, register, reports);
        this.keySigning = new KeySigning(journal, this, minutes, register);
        this.invitations = new Invitations(journal, this, papers, outbox);
    }

    public Actions actions() {
        return actions;
    }

    public Proposals proposals() {
        return proposals;
    }

    public Petitions petitions() {
        return petitions;
    }

    public Supervision supervision() {
        return supervision;
    }

    /** The papers about meetings, actions and proposals. */
    public MeetingPapers papers() {
        return papers;
    }

    /** What one entry of a meeting changes, seen against how it stands. */
    interface Change {
        List<Telling> of(Tx tx, Meeting meeting) throws SQLException;
    }

    Saved<Meeting> change(Actor actor, CaseId id, Change change) {
        return journal.store().write(tx -> {
            List<JournalEntry> added = journal.add(tx, actor, id, SERIES, (tx2, there) -> {
                Meeting meeting = standing(id, there);
                mayWrite(actor, meeting);
                return change.of(tx, meeting);
            });
            return new Saved<>(get(tx, id), added.isEmpty());
        });
    }

    /** Chair and secretary write down their own meeting, whatever else they are. @throws VigilException DENIED */
    void mayWrite(Actor actor, Meeting meeting) {
        if (!meeting.writes(actor.memberId())) {
            journal.people().require(actor, Power.HOLD_MEETING);
        }
    }

    private Meeting standing(CaseId id, List<JournalEntry> entries) {
        return MeetingStanding.of(id, entries, journal.config().zone());
    }

    // When

    /** The meetings that a year asks for, in the order of their days. */
    public List<Due> due(int year) {
        return journal.store().read(tx -> due(tx, year));
    }

    List<Due> due(Tx tx, int year) throws SQLException {
        return rules(tx).of(year, journal.today(), all(tx));
    }

    DueMeetings rules(Tx tx) throws SQLException {
        return new DueMeetings(
                holidays.get().calendar(tx),
                journal.config().text(Setting.MEETING_CORE_DAY).equals("first-working-day"),
                LocalDate.parse(journal.config().text(Setting.REGULATION_FROM)),
                journal.people().site(journal.world().now()).trackFrom());
    }

    /** The day of the next meeting of the same kind; null for what does not come round. */
    LocalDate nextDay(Tx tx, Meeting meeting) throws SQLException {
        if (meeting.quarter() == null) {
            return null;
        }
        Quarter next = meeting.kind() == MeetingKind.YEAR_END
                ? new Quarter(meeting.quarter().year() + 1, 4)
                : meeting.quarter().next();
        Meeting planned = regular(tx, meeting.kind(), next);
        return planned != null
                ? planned.day()
                : rules(tx).of(meeting.kind(), next).date();
    }

    /** The one that stands for a quarter; null when none does. */
    Meeting regular(Tx tx, MeetingKind kind, Quarter quarter) throws SQLException {
        for (Meeting meeting : all(tx)) {
            if (meeting.kind() == kind
                    && quarter.equals(meeting.quarter())
                    && meeting.state() != MeetingState.CANCELLED) {
                return meeting;
            }
        }
        return null;
    }

    /**
     * Plans a meeting. The same again is unchanged.
     *
     * @throws VigilException USAGE for another day than the rule's without a reason; CONFLICT when one is planned otherwise; REFUSED when the
     *     chair may not chair or is the secretary; NOT_FOUND; DENIED
     */
    public Saved<Meeting> plan(Actor actor, PlanMeeting asked) {
        journal.people().require(actor, Power.HOLD_MEETING);
        if (asked.incident() != null) {
            records.incidents().get().get(asked.incident());
        }
        return calling.plan(actor, asked);
    }

    /**
     * Puts a meeting off. Whoever was invited must be told: {@link #invite}.
     *
     * @param time null: at the same hour; @param place null: at the same place
     * @throws VigilException USAGE for a time that is past or without a reason; REFUSED once it was opened; NOT_FOUND; DENIED
     */
    public Saved<Meeting> postpone(
            Actor actor, CaseId id, LocalDate date, LocalTime time, String place, String reason) {
        return calling.postpone(actor, id, date, time, place, reason);
    }

    /** Calls a meeting off. Throws as {@link #postpone}. */
    public Saved<Meeting> cancel(Actor actor, CaseId id, String reason) {
        return calling.cancel(actor, id, reason);
    }

    /**
     * Invites, or tells those invited of a change or that it is called off, through the outbox.
     *
     * @throws VigilException NOT_FOUND; DENIED; REFUSED when it was opened, or nobody was invited to what is called off
     */
    public Invited invite(Actor actor, CaseId id) {
        mayWrite(actor, get(id));
        return invitations.send(actor, id);
    }

    /** The calendar that invites to a meeting: REQUEST, or CANCEL for one that was called off. */
    public String calendar(Meeting meeting, Lang lang) {
        return invitations.calendar(meeting, lang);
    }

    /** Who belongs to a meeting, by name order. */
    public List<MemberId> expected(Meeting meeting) {
        List<MemberId> all = new ArrayList<>();
        for (Member member : journal.people().list(true)) {
            boolean asked = false;
            for (Office office : member.offices(meeting.day())) {
                asked |= belongs(meeting.kind(), office);
            }
            if (asked) {
                all.add(member.id());
            }
        }
        return all;
    }

    /** To the review the team's leader and deputy come too: their proposals are resolved there (clause 5.3c). */
    private static boolean belongs(MeetingKind kind, Office office) {
        boolean leads = office == Office.TEAM_LEADER || office == Office.TEAM_DEPUTY;
        if (kind.body() == Body.STEERING_COMMITTEE) {
            boolean steers = office == Office.STEERING_HEAD
                    || office == Office.STEERING_DEPUTY
                    || office == Office.STEERING_MEMBER;
            return steers || leads;
        }
        return leads || kind != MeetingKind.HUDDLE && (office == Office.TEAM_MEMBER || office == Office.SECRETARY);
    }

    // What about

    /** The agenda with what the records say now; once it was opened, as it stood then. */
    public List<Meeting.AgendaItem> agenda(CaseId id, Lang lang) {
        return journal.store().read(tx -> agenda(tx, get(tx, id), lang));
    }

    List<Meeting.AgendaItem> agenda(Tx tx, Meeting meeting, Lang lang) throws SQLException {
        return meeting.agenda().isEmpty()
                ? new Agenda(journal, this, records, meeting, lang).items(tx)
                : meeting.agenda();
    }

    // While it goes on

    /**
     * Opens a meeting; its agenda is kept as it stands.
     *
     * @param chair id or name; null: as planned
     * @param secretary likewise; null and none planned: the setting's
     * @param place null: as planned
     * @param at null: now
     * @throws VigilException REFUSED when the chair may not chair (A10, A11), is the secretary, or it was held or called off; USAGE for the
     *     future, or without a secretary; NOT_FOUND; DENIED
     */
    public Saved<Meeting> open(Actor actor, CaseId id, String chair, String secretary, String place, Instant at) {
        return sitting.open(actor, id, chair, secretary, place, at);
    }

    /** Puts one more item on the agenda. @throws VigilException REFUSED unless it goes on; USAGE; NOT_FOUND; DENIED */
    public Saved<Meeting> item(Actor actor, CaseId id, String title) {
        return sitting.item(actor, id, title);
    }

    /**
     * Enters who takes part.
     *
     * @throws VigilException REFUSED unless it goes on; USAGE: nobody named, an excuse without a reason, an absence with times; NOT_FOUND; DENIED
     */
    public Saved<Meeting> attend(Actor actor, CaseId id, Attend asked) {
        return sitting.attend(actor, id, asked);
    }

    /**
     * Enters an opinion.
     *
     * @param item of the agenda; 0: none
     * @param who id or name of a member, or a guest of this meeting; null: nobody's
     * @throws VigilException REFUSED unless it goes on; USAGE; NOT_FOUND; DENIED
     */
    public Saved<Meeting> note(Actor actor, CaseId id, int item, String who, String words) {
        return sitting.note(actor, id, item, who, words);
    }

    /** Enters a decision. @throws VigilException as {@link #note}; CONFLICT when it was decided with other votes */
    public Saved<Meeting> decide(Actor actor, CaseId id, NewDecision asked) {
        return sitting.decide(actor, id, asked);
    }

    /**
     * Closes a meeting. Answers to proposals count as told back to the core team by it.
     *
     * @param at null: now
     * @param next day of the next one; null: the one by the rule
     * @param noAction that a review sets nothing to be done, in so many words (clause 5.3b)
     * @param notes what the reader should know is added: few came, of whom nothing is said
     * @throws VigilException REFUSED unless it goes on, or a review without tasks; USAGE for a time before the opening or to come; DENIED
     */
    public Saved<Meeting> close(
            Actor actor, CaseId id, Instant at, LocalDate next, boolean noAction, List<Message> notes) {
        return sitting.close(actor, id, at, next, noAction, notes);
    }

    // Minutes

    /** The minutes as text to be edited and read back ({@link #readBack}). */
    public String draft(CaseId id) {
        return drafts.draft(get(id));
    }

    /**
     * Enters what was edited in a draft.
     *
     * @param name of the file, for what is wrong in it
     * @throws VigilException USAGE with every fault and its line; CONFLICT when something was entered since the draft was made, or it is of
     *     another meeting; REFUSED when the minutes are approved; NOT_FOUND; DENIED
     */
    public ReadBack readBack(Actor actor, String name, String text, List<Message> notes) {
        return drafts.readBack(actor, name, text, notes);
    }

    /**
     * Fixes the text of the minutes: read out and approved by the chair.
     *
     * @param actor the chair, proved by PIN or key where they have a PIN
     * @throws VigilException REFUSED before it was held, or for somebody else; DENIED; NOT_FOUND
     */
    public Saved<Meeting> approve(Actor actor, CaseId id) {
        return minutes.approve(actor, id);
    }

    /**
     * Enters that chair and secretary signed on paper.
     *
     * @param scan of the signed sheet
     * @param day when they signed
     * @throws VigilException REFUSED before approval; CONFLICT when another sheet is entered; USAGE; DENIED; NOT_FOUND
     */
    public Saved<Meeting> signPaper(Actor actor, CaseId id, Path scan, LocalDate day) {
        return minutes.signPaper(actor, id, scan, day);
    }

    /**
     * Signs approved minutes by the actor's own key, within the PDF (PAdES baseline B). They are signed once chair and secretary both have.
     *
     * @param actor chair or secretary
     * @throws VigilException REFUSED before approval, and for anybody else; DENIED for a key that is not theirs; CONFLICT when they are
     *     signed on paper
     */
    public Saved<Meeting> signKey(Actor actor, CaseId id, KeySource key) {
        return keySigning.signKey(actor, id, key);
    }

    /** The PDF that bears the signatures by key; null when there are none. */
    public byte[] signedPdf(CaseId id) {
        return keySigning.signedPdf(get(id));
    }

    /**
     * Numbers signed minutes and issues them: the next number of the body's own series, or one that the Văn thư gave.
     *
     * @param number {@code 12/BB-SKHĐT}; null: the next own one
     * @param day null: today
     * @throws VigilException REFUSED before signing; CONFLICT; USAGE; DENIED; NOT_FOUND
     */
    public Saved<Meeting> issue(Actor actor, CaseId id, String number, LocalDate day) {
        return minutes.issue(actor, id, number, day);
    }

    /**
     * Puts signed minutes right by an entry of its own; the signed text stays.
     *
     * @param was words of the signed text
     * @throws VigilException USAGE when the text does not hold them; REFUSED before signing; DENIED; NOT_FOUND
     */
    public Saved<Meeting> erratum(Actor actor, CaseId id, String was, String is, String reason) {
        return minutes.erratum(actor, id, was, is, reason);
    }

    /** What errata changed in the signed text; before approval, how an edited draft differs from the meeting as it stands. */
    public List<TextDiff.Line> diff(CaseId id, String edited) {
        Meeting meeting = get(id);
        return edited == null
                ? Minutes.diff(meeting)
                : TextDiff.of(drafts.draft(meeting), edited.replace("\r\n", "\n"));
    }

    // Reading

    /** @throws VigilException NOT_FOUND */
    public Meeting get(CaseId id) {
        return journal.store().read(tx -> get(tx, id));
    }

    Meeting get(Tx tx, CaseId id) throws SQLException {
        return standing(id, journal.entries(tx, id, SERIES));
    }

    /** All meetings, by number. */
    public List<Meeting> list() {
        return journal.store().read(this::all);
    }

    List<Meeting> all(Tx tx) throws SQLException {
        List<Meeting> all = new ArrayList<>();
        for (Map.Entry<CaseId, List<JournalEntry>> one :
                SqlMeetingStore.series(tx, SERIES).entrySet()) {
            all.add(standing(one.getKey(), one.getValue()));
        }
        return all;
    }

    /** The entries about a meeting, action, proposal or petition. @throws VigilException NOT_FOUND */
    public List<JournalEntry> history(CaseId id) {
        return journal.store().read(tx -> journal.entries(tx, id));
    }

    /**
     * Holds the entries about one against their fingerprints in the ledger. The ledger itself is judged by {@code ledger verify}.
     *
     * @return what is wrong; empty when nothing is
     * @throws VigilException NOT_FOUND
     */
    public List<Message> verify(CaseId id) {
        List<Message> faults = minutes.verify(id);
        if (id.series().equals(SERIES)) {
            keySigning.judge(get(id), faults);
        }
        return faults;
    }

    /** A member's name as it is printed; what is no member's id is printed as it stands. */
    String name(String who) {
        for (Member member : journal.people().list(true)) {
            if (member.id().value().equals(who)) {
                return member.name();
            }
        }
        return who;
    }

    /** The minutes as a paper: as approved, else as they stand. */
    public Paper paper(CaseId id, Lang lang) {
        return minutes.paper(get(id), lang);
    }
}
