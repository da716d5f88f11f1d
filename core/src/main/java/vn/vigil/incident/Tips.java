package vn.vigil.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.ledger.Entry;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretRef;
import vn.vigil.secret.Vault;

/**
 * The register of tips (clause 7.5a). Its source is protected: who told it lies encrypted in the vault and is shown only for a reason
 * that is entered in the ledger; the store keeps the day and no hour; what was told is read only by who may read restricted
 * incidents. Not safe for several threads.
 */
public final class Tips {
    static final String SERIES = "TIP";

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE = 12;

    private final Room room;
    private final Incidents incidents;
    private final Supplier<Vault> vault;

    Tips(Room room, Incidents incidents, Supplier<Vault> vault) {
        this.room = room;
        this.incidents = incidents;
        this.vault = vault;
    }

    /**
     * Takes a tip down. The same words on the same day are the same tip.
     *
     * @throws VigilException DENIED; USAGE without words
     */
    public SavedTip add(Actor actor, NewTip told) {
        room.people().require(actor, Power.OPEN_INCIDENT);
        String words = Room.needed("TEXT", told.words());
        String place = Room.words("--place", told.place());
        String source = Room.words("--source", told.source());
        LocalDate today = room.day(room.now());
        String code = code();
        return room.store().write(tx -> {
            Tip same = SqlTipStore.same(tx, words, place, today);
            if (same != null) {
                return new SavedTip(same.hidden(), null, true);
            }
            CaseId id = SqlTipStore.nextId(tx, today.getYear());
            Tip tip = new Tip(
                    id,
                    words,
                    place,
                    Room.micros(told.about()),
                    List.of(),
                    source.isEmpty(),
                    Tip.State.OPEN,
                    null,
                    "",
                    today,
                    Room.by(actor),
                    false);
            SqlTipStore.insert(tx, tip, sha256(code));
            if (!source.isEmpty() && !room.store().isRehearsal()) {
                try (Secret secret = Secret.of(source)) {
                    vault.get().put(ref(id), secret);
                }
            }
            room.ledger()
                    .append(
                            tx,
                            new Entry(
                                    actor.who(), "incident.tip", id.toString(), Map.of("anonymous", source.isEmpty())));
            return new SavedTip(tip.hidden(), code, false);
        });
    }

    /**
     * Adds what whoever told a tip has to say later; the code names it.
     *
     * @throws VigilException DENIED; NOT_FOUND for another code; USAGE without words
     */
    public SavedTip more(Actor actor, String code, String words) {
        room.people().require(actor, Power.OPEN_INCIDENT);
        String text = Room.needed("TEXT", words);
        String hash = sha256(code);
        LocalDate today = room.day(room.now());
        return room.store().write(tx -> {
            CaseId id = SqlTipStore.ofCode(tx, hash);
            if (id == null) {
                throw new VigilException(ErrorKind.NOT_FOUND, "VG-INCIDENT-TIP-CODE", IncidentText.NO_SUCH_CODE.with());
            }
            Tip tip = SqlTipStore.get(tx, id);
            if (tip.more().contains(text)) {
                return new SavedTip(tip.hidden(), null, true);
            }
            SqlTipStore.more(tx, id, text, today);
            room.ledger().append(tx, new Entry(actor.who(), "incident.tip-more", id.toString(), Map.of()));
            return new SavedTip(tip.hidden(), null, false);
        });
    }

    /** All tips, oldest first, without their words. */
    public List<Tip> list() {
        List<Tip> tips = new ArrayList<>();
        for (Tip tip : room.store().read(SqlTipStore::all)) {
            tips.add(tip.hidden());
        }
        return tips;
    }

    /**
     * A tip with its words; reading it is entered in the ledger.
     *
     * @param actor one who may read restricted incidents, proved by PIN or key
     * @throws VigilException NOT_FOUND; DENIED
     */
    public Tip reveal(Actor actor, CaseId id) {
        Tip tip = known(id);
        incidents.mayRead(actor, null, id);
        room.store().write(tx -> room.ledger()
                .append(tx, new Entry(actor.who(), "incident.read", id.toString(), Map.of())));
        return tip;
    }

    /** A tip without its words. */
    public Tip get(CaseId id) {
        return known(id).hidden();
    }

    /**
     * Who told it. The reason is entered in the ledger before it is shown.
     *
     * @param actor as in {@link #reveal}
     * @throws VigilException NOT_FOUND; DENIED; USAGE without a reason; REFUSED where nobody is on record
     */
    public String source(Actor actor, CaseId id, String reason) {
        Tip tip = known(id);
        incidents.mayRead(actor, null, id);
        String why = Room.needed("--reason", reason);
        if (tip.anonymous()) {
            throw Room.refused("VG-INCIDENT-ANONYMOUS", IncidentText.ANONYMOUS.with(id));
        }
        if (room.store().isRehearsal()) {
            return "";
        }
        room.store().write(tx -> room.ledger()
                .append(tx, new Entry(actor.who(), "incident.tip-source", id.toString(), Map.of("reason", why))));
        try (Secret secret = vault.get().get(ref(id))) {
            return secret.text();
        }
    }

    /**
     * Says which incident it became.
     *
     * @throws VigilException NOT_FOUND; DENIED; CONFLICT when it became another
     */
    public SavedTip raised(Actor actor, CaseId id, CaseId incident) {
        incidents.get(incident);
        SavedTip saved = end(actor, id, Tip.State.RAISED, incident, "");
        incidents.link(actor, incident, id.toString(), "");
        return saved;
    }

    /**
     * Says that nothing more is done about it.
     *
     * @param outcome why; not empty
     * @throws VigilException NOT_FOUND; DENIED; USAGE; CONFLICT when it ended otherwise
     */
    public SavedTip close(Actor actor, CaseId id, String outcome) {
        room.people().require(actor, Power.CLOSE_INCIDENT);
        return end(actor, id, Tip.State.CLOSED, null, Room.needed("--outcome", outcome));
    }

    private SavedTip end(Actor actor, CaseId id, Tip.State state, CaseId incident, String outcome) {
        room.people().require(actor, Power.OPEN_INCIDENT);
        known(id);
        return room.store().write(tx -> {
            Tip tip = SqlTipStore.get(tx, id);
            boolean same = tip.state() == state
                    && java.util.Objects.equals(tip.incident(), incident)
                    && tip.outcome().equals(outcome);
            if (same) {
                return new SavedTip(tip.hidden(), null, true);
            }
            if (tip.state() != Tip.State.OPEN) {
                throw new VigilException(ErrorKind.CONFLICT, "VG-INCIDENT-TIP-ENDED", IncidentText.TIP_ENDED.with(id));
            }
            SqlTipStore.end(tx, id, state, incident, outcome);
            room.ledger()
                    .append(
                            tx,
                            new Entry(
                                    actor.who(),
                                    "incident.tip-" + state.id(),
                                    id.toString(),
                                    incident == null ? Map.of() : Map.of("incident", incident.toString())));
            return new SavedTip(SqlTipStore.get(tx, id).hidden(), null, false);
        });
    }

    private Tip known(CaseId id) {
        Tip tip = room.store().read(tx -> SqlTipStore.get(tx, id));
        if (tip == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-INCIDENT-NO-TIP", IncidentText.NO_TIP.with(id))
                    .next(IncidentText.NEXT_TIPS.with());
        }
        return tip;
    }

    private static SecretRef ref(CaseId id) {
        return new SecretRef("tip/" + id.toString().toLowerCase(Locale.ROOT));
    }

    /** {@code 7KQ4-M2RT-9XWA}: 58 bits. */
    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(ALPHABET.charAt(room.world().random().nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String sha256(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
