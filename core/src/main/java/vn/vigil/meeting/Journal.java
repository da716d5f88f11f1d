package vn.vigil.meeting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.CanonicalJson;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.MemberKind;
import vn.vigil.people.People;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Viet;

/**
 * What the parts of this room share: entries are appended, each with its fingerprint in the ledger, and never changed.
 */
record Journal(World world, Config config, Store store, Ledger ledger, People people) {
    /** Most characters of one text. */
    static final int WORDS = 4000;

    /** What is decided about the entries that stand, in the transaction that adds to them. */
    interface Deciding {
        List<Telling> of(Tx tx, List<JournalEntry> there) throws SQLException;
    }

    Instant now() {
        return world.now().truncatedTo(ChronoUnit.SECONDS);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, config.zone());
    }

    LocalDate today() {
        return day(world.now());
    }

    static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }

    /** A text as it is kept: NFC, stripped; null becomes empty. */
    static String words(String option, String text) {
        String tidy = text == null ? "" : Viet.nfc(text).strip();
        if (tidy.length() > WORDS) {
            throw usage("VG-MEETING-LONG", MeetingText.TOO_LONG.with(option, WORDS));
        }
        return tidy;
    }

    /** @throws VigilException USAGE when it is empty */
    static String needed(String option, String text) {
        String tidy = words(option, text);
        if (tidy.isEmpty()) {
            throw usage("VG-MEETING-EMPTY", MeetingText.EMPTY.with(option));
        }
        return tidy;
    }

    static VigilException usage(String id, Message message) {
        return new VigilException(ErrorKind.USAGE, id, message);
    }

    static VigilException refused(String id, Message message) {
        return new VigilException(ErrorKind.REFUSED, id, message);
    }

    /** @throws VigilException USAGE for a guard, who is no member of the team; NOT_FOUND */
    Member member(String idOrName) {
        Member member = people.show(idOrName);
        if (member.kind() == MemberKind.GUARD) {
            throw refused("VG-MEETING-GUARD", MeetingText.IS_GUARD.with(member.name()));
        }
        return member;
    }

    /** Begins a new subject. */
    CaseId begin(Tx tx, Actor actor, String series, Telling first) throws SQLException {
        CaseId id = SqlMeetingStore.nextId(tx, series, today().getYear());
        SqlMeetingStore.insert(tx, id);
        append(tx, actor, id, 1, first);
        return id;
    }

    /** Adds entries; what is decided sees what stands now. */
    List<JournalEntry> add(Tx tx, Actor actor, CaseId id, String series, Deciding deciding) throws SQLException {
        List<JournalEntry> there = entries(tx, id, series);
        List<JournalEntry> added = new ArrayList<>();
        for (Telling telling : deciding.of(tx, there)) {
            added.add(append(tx, actor, id, there.size() + added.size() + 1, telling));
        }
        return added;
    }

    private JournalEntry append(Tx tx, Actor actor, CaseId id, int number, Telling told) throws SQLException {
        Instant at = told.at == null ? now() : told.at.truncatedTo(ChronoUnit.MICROS);
        JournalEntry entry = new JournalEntry(
                number, told.act, at, by(actor), told.fields, world.now().truncatedTo(ChronoUnit.MICROS));
        byte[] random = new byte[16];
        world.random().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        String sha256 = sha256(id, entry, salt);
        SqlMeetingStore.insert(tx, id, entry, salt, sha256);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("entry", number);
        details.put("sha256", sha256);
        String act = "meeting." + told.act.id();
        ledger.append(tx, new Entry(actor.who(), act, id.toString(), details));
        return entry;
    }

    /** The fingerprint of an entry; the salt keeps a short text from being guessed by it. */
    static String sha256(CaseId id, JournalEntry e, String salt) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("subject", id.toString());
        all.put("number", e.number());
        all.put("act", e.act().id());
        all.put("at", e.at().toString());
        all.put("by", e.by());
        all.put("fields", e.fields());
        all.put("enteredAt", e.enteredAt().toString());
        all.put("salt", salt);
        return sha256(CanonicalJson.bytes(all));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The entries about one of a series.
     *
     * @throws VigilException NOT_FOUND, also for what is of another series: whoever takes a meeting for a proposal must write into neither
     */
    List<JournalEntry> entries(Tx tx, CaseId id, String series) throws SQLException {
        if (!id.series().equals(series)) {
            throw notFound(id, series);
        }
        return entries(tx, id);
    }

    /** @throws VigilException NOT_FOUND */
    List<JournalEntry> entries(Tx tx, CaseId id) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        for (SqlMeetingStore.Sealed row : SqlMeetingStore.entries(tx, id)) {
            entries.add(row.entry());
        }
        if (entries.isEmpty()) {
            throw notFound(id, id.series());
        }
        return entries;
    }

    Map<CaseId, List<JournalEntry>> series(String series) {
        return store.read(tx -> SqlMeetingStore.series(tx, series));
    }

    private static VigilException notFound(CaseId id, String series) {
        return new VigilException(ErrorKind.NOT_FOUND, "VG-MEETING-NOT-FOUND", MeetingText.NOT_FOUND.with(id))
                .next(MeetingText.NEXT_LIST.with(
                        switch (series) {
                            case Actions.SERIES -> "actions";
                            case Proposals.SERIES -> "proposal list";
                            case Petitions.SERIES -> "petition list";
                            case Supervision.SERIES -> "supervise list";
                            default -> "list";
                        }));
    }
}
