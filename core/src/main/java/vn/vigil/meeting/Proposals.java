package vn.vigil.meeting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;
import vn.vigil.store.Tx;
import vn.vigil.text.Dong;

/** What is proposed to the committee and the board, and what became of it (clauses 5.3c, 7.1b, 7.3d, 7.5b, 8.4h). Not safe for several threads. */
public final class Proposals {
    static final String SERIES = "PRO";
    public static final String BOARD = "board";
    static final String STEERING = "steering";
    private static final int MOST_LINES = 200;
    private static final int MOST_QUANTITY = 100_000;
    private static final long LARGEST_FILE = 64L << 20;

    private final Journal journal;

    Proposals(Journal journal) {
        this.journal = journal;
    }

    /**
     * Enters a proposal. The same again is unchanged.
     *
     * @throws VigilException USAGE with every fault; NOT_FOUND for a petition or meeting; DENIED
     */
    public Saved<Proposal> add(Actor actor, NewProposal asked) {
        journal.people().require(actor, Power.PROPOSE);
        List<Message> faults = new ArrayList<>();
        Telling telling = told(asked, faults);
        if (!faults.isEmpty()) {
            VigilException e = Journal.usage("VG-MEETING-PROPOSAL", MeetingText.NO_PROPOSAL.with());
            faults.forEach(e::why);
            throw e;
        }
        return journal.store().write(tx -> {
            for (Map.Entry<CaseId, List<JournalEntry>> there :
                    SqlMeetingStore.series(tx, SERIES).entrySet()) {
                if (telling.same(there.getValue().get(0))) {
                    return new Saved<>(standing(there.getKey(), there.getValue()), true);
                }
            }
            if (asked.meeting() != null) {
                journal.entries(tx, asked.meeting(), Meetings.SERIES);
            }
            CaseId id = journal.begin(tx, actor, SERIES, telling);
            if (asked.petition() != null) {
                journal.add(
                        tx,
                        actor,
                        asked.petition(),
                        Petitions.SERIES,
                        (tx2, there) -> List.of(Telling.of(Act.RAISED).with("proposal", id)));
            }
            return saved(tx, id, false);
        });
    }

    private static Telling told(NewProposal asked, List<Message> faults) {
        String to = asked.to() == null ? usual(asked.kind()) : asked.to();
        if (!to.equals(BOARD) && !to.equals(STEERING)) {
            faults.add(MeetingText.TO_WHOM.with(to));
        }
        Telling telling = Telling.of(Act.PROPOSED)
                .with("kind", asked.kind().id())
                .with("title", Journal.needed("--title", asked.title()))
                .with("words", Journal.words("--text", asked.words()))
                .with("to", to)
                .with("survey", asked.survey())
                .with("petition", asked.petition())
                .with("meeting", asked.meeting());
        if (asked.estimate().size() > MOST_LINES) {
            faults.add(MeetingText.TOO_MANY_LINES.with(MOST_LINES));
        }
        long total = 0;
        for (String line : asked.estimate()) {
            Proposal.Line read = line(line);
            if (read == null) {
                faults.add(MeetingText.BAD_LINE.with(line));
                continue;
            }
            total += read.amount();
            telling.with(
                    "estimate", String.join("|", read.name(), read.unit(), "" + read.quantity(), "" + read.price()));
        }
        if (total > Dong.MAX) {
            faults.add(MeetingText.TOO_MUCH.with(Dong.MAX));
        }
        for (String person : asked.people()) {
            telling.with("person", Journal.words("--person", person));
        }
        for (Path file : asked.attached()) {
            try {
                if (Files.size(file) > LARGEST_FILE) {
                    faults.add(MeetingText.FILE_TOO_BIG.with(file.toString()));
                } else {
                    telling.with("attached", file.getFileName() + "  " + Journal.sha256(Files.readAllBytes(file)));
                }
            } catch (IOException e) {
                faults.add(MeetingText.NO_FILE.with(file.toString()));
            }
        }
        return telling;
    }

    /** Money and cameras go to the board, through the committee; the committee answers the rest (A15). */
    private static String usual(ProposalKind kind) {
        return kind == ProposalKind.DISCIPLINE || kind == ProposalKind.WISH ? STEERING : BOARD;
    }

    /** {@code name|unit|quantity|price}; null when it is none. */
    private static Proposal.Line line(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 4 || parts[0].isBlank() || !parts[2].strip().matches("[0-9]{1,6}")) {
            return null;
        }
        int quantity = Integer.parseInt(parts[2].strip());
        long price = Dong.parse(parts[3]);
        boolean sound = quantity >= 1 && quantity <= MOST_QUANTITY && price >= 0;
        String name = Journal.words("--item", parts[0]);
        return sound ? new Proposal.Line(name, Journal.words("--item", parts[1]), quantity, price) : null;
    }

    /** Enters under which number it was submitted, in the transaction that takes the number. */
    void submitted(Tx tx, Actor actor, CaseId id, String number, LocalDate day) throws SQLException {
        journal.add(
                tx,
                actor,
                id,
                SERIES,
                (tx2, there) ->
                        List.of(Telling.of(Act.SUBMITTED).with("number", number).with("day", day)));
    }

    /**
     * Enters what was answered.
     *
     * @param words may be empty for what was accepted
     * @param document or null
     * @param meeting at which it was answered, or null
     * @throws VigilException NOT_FOUND; USAGE when it was not accepted and nothing is said; CONFLICT when it was answered otherwise; DENIED
     */
    public Saved<Proposal> answer(
            Actor actor, CaseId id, Answer answer, String words, String document, CaseId meeting) {
        journal.people().require(actor, Power.ANSWER_PROPOSAL);
        String text = answer == Answer.ACCEPTED ? Journal.words("--text", words) : Journal.needed("--text", words);
        Telling telling = Telling.of(Act.ANSWERED)
                .with("result", answer.id())
                .with("words", text)
                .with("document", Journal.words("--document", document))
                .with("meeting", meeting);
        return journal.store().write(tx -> {
            List<JournalEntry> added = journal.add(tx, actor, id, SERIES, (tx2, there) -> {
                Proposal proposal = standing(id, there);
                for (JournalEntry e : there) {
                    if (telling.same(e)) {
                        return List.of();
                    }
                }
                if (!proposal.open()) {
                    throw new VigilException(
                                    ErrorKind.CONFLICT,
                                    "VG-MEETING-ANSWERED",
                                    MeetingText.ANSWERED_ALREADY.with(
                                            id, proposal.answer().with()))
                            .why(MeetingText.REASON.with(proposal.answered()));
                }
                if (meeting != null) {
                    journal.entries(tx, meeting, Meetings.SERIES);
                }
                return List.of(telling);
            });
            return saved(tx, id, added.isEmpty());
        });
    }

    /**
     * Enters that the answer was told back to the team.
     *
     * @throws VigilException REFUSED while there is no answer; NOT_FOUND; DENIED
     */
    public Saved<Proposal> told(Actor actor, CaseId id, CaseId meeting, String words) {
        journal.people().require(actor, Power.HOLD_MEETING);
        return journal.store().write(tx -> saved(tx, id, !told(tx, actor, id, meeting, words)));
    }

    boolean told(Tx tx, Actor actor, CaseId id, CaseId meeting, String words) throws SQLException {
        return !journal.add(tx, actor, id, SERIES, (tx2, there) -> {
                    Proposal proposal = standing(id, there);
                    if (proposal.open()) {
                        throw Journal.refused("VG-MEETING-NO-ANSWER", MeetingText.NO_ANSWER.with(id));
                    }
                    return proposal.told() != null
                            ? List.of()
                            : List.of(Telling.of(Act.TOLD)
                                    .with("meeting", meeting)
                                    .with("words", Journal.words("--how", words)));
                })
                .isEmpty();
    }

    /** @throws VigilException NOT_FOUND */
    public Proposal get(CaseId id) {
        return standing(id, journal.store().read(tx -> journal.entries(tx, id, SERIES)));
    }

    /** By number. */
    public List<Proposal> list() {
        List<Proposal> all = new ArrayList<>();
        journal.series(SERIES).forEach((id, entries) -> all.add(standing(id, entries)));
        return all;
    }

    private Saved<Proposal> saved(Tx tx, CaseId id, boolean unchanged) throws SQLException {
        return new Saved<>(standing(id, journal.entries(tx, id, SERIES)), unchanged);
    }

    private Proposal standing(CaseId id, List<JournalEntry> entries) {
        return standing(id, entries, journal.config().zone());
    }

    /** Pure. */
    static Proposal standing(CaseId id, List<JournalEntry> entries, ZoneId zone) {
        JournalEntry made = entries.get(0);
        JournalEntry submitted = null;
        JournalEntry answered = null;
        JournalEntry told = null;
        for (JournalEntry e : entries) {
            submitted = e.act() == Act.SUBMITTED ? e : submitted;
            answered = e.act() == Act.ANSWERED ? e : answered;
            told = e.act() == Act.TOLD ? e : told;
        }
        List<Proposal.Line> estimate = new ArrayList<>();
        made.all("estimate").forEach(line -> estimate.add(line(line)));
        return new Proposal(
                id,
                ProposalKind.of(made.text("kind")),
                made.text("title"),
                made.text("words"),
                made.text("to"),
                LocalDate.ofInstant(made.at(), zone),
                made.by(),
                estimate,
                made.all("person"),
                made.all("attached"),
                CaseId.parse(made.text("survey")),
                CaseId.parse(made.text("petition")),
                CaseId.parse(made.text("meeting")),
                submitted == null ? null : submitted.text("number"),
                submitted == null ? null : submitted.day("day"),
                answered == null ? null : Answer.of(answered.text("result")),
                answered == null ? "" : answered.text("words"),
                answered == null ? "" : answered.text("document"),
                answered == null ? "" : answered.by(),
                answered == null ? null : LocalDate.ofInstant(answered.at(), zone),
                told == null ? null : LocalDate.ofInstant(told.at(), zone));
    }
}
