package vn.vigil.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Proof;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretRef;
import vn.vigil.secret.Vault;

/**
 * Workers' legitimate wishes (clause 7.5b): who asked is kept in the vault, named nowhere, and shown only to who may read restricted
 * records. Not safe for several threads.
 */
public final class Petitions {
    static final String SERIES = "PET";

    private final Journal journal;
    private final Supplier<Vault> vault;

    Petitions(Journal journal, Supplier<Vault> vault) {
        this.journal = journal;
        this.vault = vault;
    }

    /**
     * Enters what somebody asks for.
     *
     * @param from who; empty or null: nobody is on record
     * @throws VigilException USAGE without words; DENIED
     */
    public Saved<Petition> add(Actor actor, String words, String from) {
        journal.people().require(actor, Power.PROPOSE);
        String source = Journal.words("--from", from);
        Telling telling = Telling.of(Act.RECEIVED)
                .with("words", Journal.needed("TEXT", words))
                .with("anonymous", source.isEmpty() ? "yes" : "no");
        return journal.store().write(tx -> {
            for (Map.Entry<CaseId, List<JournalEntry>> there :
                    SqlMeetingStore.series(tx, SERIES).entrySet()) {
                if (telling.same(there.getValue().get(0))) {
                    return new Saved<>(standing(there.getKey(), there.getValue()), true);
                }
            }
            CaseId id = journal.begin(tx, actor, SERIES, telling);
            if (!source.isEmpty() && !journal.store().isRehearsal()) {
                try (Secret secret = Secret.of(source)) {
                    vault.get().put(ref(id), secret);
                }
            }
            return new Saved<>(standing(id, journal.entries(tx, id, SERIES)), false);
        });
    }

    /**
     * Enters what was answered.
     *
     * @throws VigilException NOT_FOUND; USAGE without words; CONFLICT when something else was; DENIED
     */
    public Saved<Petition> answer(Actor actor, CaseId id, String words) {
        journal.people().require(actor, Power.ANSWER_PROPOSAL);
        return end(actor, id, Telling.of(Act.ANSWERED).with("words", Journal.needed("--text", words)), true);
    }

    /**
     * Enters that the petitioner was told.
     *
     * @param how in which way; never who it was
     * @throws VigilException NOT_FOUND; USAGE without words; REFUSED while there is no answer; DENIED
     */
    public Saved<Petition> told(Actor actor, CaseId id, String how) {
        journal.people().require(actor, Power.PROPOSE);
        return end(actor, id, Telling.of(Act.TOLD).with("words", Journal.needed("--how", how)), false);
    }

    private Saved<Petition> end(Actor actor, CaseId id, Telling telling, boolean answer) {
        return journal.store().write(tx -> {
            List<JournalEntry> added = journal.add(tx, actor, id, SERIES, (tx2, there) -> {
                Petition petition = standing(id, there);
                String before = answer ? petition.answer() : petition.told();
                if (telling.fields.get("words").contains(before)) {
                    return List.of();
                }
                if (!before.isEmpty()) {
                    throw new VigilException(
                            ErrorKind.CONFLICT,
                            "VG-MEETING-PETITION-ENDED",
                            MeetingText.PETITION_ENDED.with(id, before));
                }
                if (!answer && petition.open()) {
                    throw Journal.refused("VG-MEETING-NO-ANSWER", MeetingText.NO_ANSWER.with(id));
                }
                return List.of(telling);
            });
            return new Saved<>(standing(id, journal.entries(tx, id, SERIES)), added.isEmpty());
        });
    }

    /**
     * Who asked. The reason is entered in the ledger before it is shown.
     *
     * @param actor who may read restricted records, proved by PIN or key
     * @throws VigilException NOT_FOUND; DENIED; USAGE without a reason; REFUSED where nobody is on record
     */
    public String source(Actor actor, CaseId id, String reason) {
        Petition petition = get(id);
        journal.people().require(actor, Power.READ_RESTRICTED);
        boolean proved = actor.proof() == Proof.PIN || actor.proof() == Proof.KEY;
        if (!proved && !journal.store().isRehearsal()) {
            throw new VigilException(ErrorKind.DENIED, "VG-MEETING-PROOF", MeetingText.PROOF_DEMANDED.with(id));
        }
        String why = Journal.needed("--reason", reason);
        if (petition.anonymous()) {
            throw Journal.refused("VG-MEETING-ANONYMOUS", MeetingText.ANONYMOUS.with(id));
        }
        if (journal.store().isRehearsal()) {
            return "";
        }
        journal.store().write(tx -> journal.ledger()
                .append(tx, new Entry(actor.who(), "meeting.petition-source", id.toString(), Map.of("reason", why))));
        try (Secret secret = vault.get().get(ref(id))) {
            return secret.text();
        }
    }

    /** @throws VigilException NOT_FOUND */
    public Petition get(CaseId id) {
        return standing(id, journal.store().read(tx -> journal.entries(tx, id, SERIES)));
    }

    /** By number. */
    public List<Petition> list() {
        List<Petition> all = new ArrayList<>();
        journal.series(SERIES).forEach((id, entries) -> all.add(standing(id, entries)));
        return all;
    }

    private Petition standing(CaseId id, List<JournalEntry> entries) {
        JournalEntry received = entries.get(0);
        CaseId proposal = null;
        String answer = "";
        String told = "";
        for (JournalEntry e : entries) {
            switch (e.act()) {
                case RAISED -> proposal = CaseId.parse(e.text("proposal"));
                case ANSWERED -> answer = e.text("words");
                case TOLD -> told = e.text("words");
                default -> {}
            }
        }
        LocalDate day = journal.day(received.at());
        return new Petition(
                id, received.text("words"), received.text("anonymous").equals("yes"), day, proposal, answer, told);
    }

    private static SecretRef ref(CaseId id) {
        return new SecretRef("petition/" + id.toString().toLowerCase(Locale.ROOT));
    }
}
