package vn.vigil.incident;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Cameras;
import vn.vigil.config.Config;
import vn.vigil.hold.Holds;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.notify.Outbox;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.roster.watch.Watch;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Viet;

/** What every part of this room needs. */
record Room(
        World world,
        Config config,
        Store store,
        Ledger ledger,
        People people,
        Cameras cameras,
        Supplier<Watch> watch,
        Supplier<Holds> holds,
        Supplier<Outbox> outbox,
        IncidentKinds kinds) {
    /** Most characters of a note. */
    static final int WORDS = 4000;

    /** As precisely as the store keeps it. */
    Instant now() {
        return micros(world.now());
    }

    static Instant micros(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, config.zone());
    }

    /** On a site without members the account acts. */
    static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }

    /** A text as it is kept: NFC, stripped; null becomes empty. */
    static String words(String option, String text) {
        String tidy = text == null ? "" : Viet.nfc(text).strip();
        if (tidy.length() > WORDS) {
            throw usage("VG-INCIDENT-LONG", IncidentText.TOO_LONG.with(option, WORDS));
        }
        return tidy;
    }

    /** @throws VigilException USAGE when it is empty */
    static String needed(String option, String text) {
        String tidy = words(option, text);
        if (tidy.isEmpty()) {
            throw usage("VG-INCIDENT-EMPTY", IncidentText.EMPTY.with(option));
        }
        return tidy;
    }

    static VigilException usage(String id, Message message) {
        return new VigilException(ErrorKind.USAGE, id, message);
    }

    static VigilException refused(String id, Message message) {
        return new VigilException(ErrorKind.REFUSED, id, message);
    }

    /** Random, so that nobody finds a short text from its fingerprint in the ledger. */
    String salt() {
        byte[] bytes = new byte[16];
        world.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String sha256(Map<String, Object> row) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(row)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the actor has shown that they are who {@code --as} says. */
    static boolean proved(Actor actor) {
        return actor.proof() == Proof.PIN || actor.proof() == Proof.KEY;
    }

    /** Puts one entry into a case file and its fingerprint into the ledger. */
    CaseEvent enter(Tx tx, Actor actor, CaseId id, NewEvent fresh) throws SQLException {
        Instant now = now();
        CaseEvent event = new CaseEvent(
                SqlIncidentStore.nextEvent(tx, id),
                fresh.kind(),
                fresh.at() == null ? now.truncatedTo(ChronoUnit.SECONDS) : micros(fresh.at()),
                fresh.by() == null ? by(actor) : fresh.by(),
                fresh.words(),
                fresh.ref(),
                fresh.whom(),
                fresh.reason(),
                now,
                by(actor),
                false,
                false);
        String salt = salt();
        String sha256 = sha256(fields(id, event, salt));
        SqlIncidentStore.insert(tx, id, event, salt, sha256);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("event", event.number());
        details.put("sha256", sha256);
        ledger.append(tx, new Entry(actor.who(), "incident." + event.kind().id(), id.toString(), details));
        return event;
    }

    /** What the fingerprint of an entry is made of. */
    static Map<String, Object> fields(CaseId id, CaseEvent e, String salt) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("incident", id.toString());
        all.put("number", e.number());
        all.put("kind", e.kind().id());
        all.put("at", e.at().toString());
        all.put("by", e.by());
        all.put("words", e.words());
        all.put("ref", e.ref());
        all.put("whom", e.whom());
        all.put("reason", e.reason());
        all.put("enteredAt", e.enteredAt().toString());
        all.put("enteredBy", e.enteredBy());
        all.put("salt", salt);
        return all;
    }

    /** What the fingerprint of an opening is made of. */
    static Map<String, Object> fields(CaseId id, OpenIncident told, Instant openedAt, String openedBy, String salt) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("incident", id.toString());
        all.put("kind", told.kind());
        all.put("severity", told.gravity().id());
        all.put("title", told.title());
        all.put("place", told.place());
        all.put("zone", told.zone().id());
        all.put("source", told.source().id());
        all.put("happenedAt", told.happenedAt().toString());
        all.put("until", told.until() == null ? null : told.until().toString());
        all.put("detectedAt", told.detectedAt().toString());
        all.put("restricted", told.restricted());
        all.put("cameras", told.cameras().stream().map(Object::toString).toList());
        all.put("openedAt", openedAt.toString());
        all.put("openedBy", openedBy);
        all.put("salt", salt);
        return all;
    }

    /**
     * An entry to be made.
     *
     * @param at null: now
     * @param by null: the actor
     */
    record NewEvent(EventKind kind, Instant at, String by, String words, String ref, String whom, String reason) {
        static NewEvent of(EventKind kind, String words, String ref) {
            return new NewEvent(kind, null, null, words, ref, "", "");
        }
    }
}
