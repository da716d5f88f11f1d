package vn.vigil.report;

import java.nio.charset.StandardCharsets;
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
import vn.vigil.ledger.LedgerChain;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Viet;

/** What the parts of this room share: entries are appended, each with its fingerprint in the ledger, and never changed. */
record Journal(World world, Config config, Store store, Ledger ledger, People people) {
    /** Most characters of one text. */
    private static final int WORDS = 4000;

    LocalDate today() {
        return LocalDate.ofInstant(world.now(), config.zone());
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
            throw usage("VG-REPORT-LONG", ReportText.TOO_LONG.with(option, WORDS));
        }
        return tidy;
    }

    /** @throws VigilException USAGE when it is empty */
    static String needed(String option, String text) {
        String tidy = words(option, text);
        if (tidy.isEmpty()) {
            throw usage("VG-REPORT-EMPTY", ReportText.EMPTY.with(option));
        }
        return tidy;
    }

    /** @throws VigilException USAGE when it is to come */
    void past(LocalDate day) {
        if (day.isAfter(today())) {
            throw usage("VG-REPORT-DAY", ReportText.DAY_TO_COME.with(day));
        }
    }

    static VigilException usage(String id, Message message) {
        return new VigilException(ErrorKind.USAGE, id, message);
    }

    static VigilException refused(String id, Message message) {
        return new VigilException(ErrorKind.REFUSED, id, message);
    }

    /** Begins a new subject. */
    CaseId begin(Tx tx, Actor actor, String series, Act act, Map<String, Object> body) throws SQLException {
        CaseId id = SqlReportStore.nextId(tx, series, today().getYear());
        SqlReportStore.insert(tx, id);
        append(tx, actor, id, 1, act, body);
        return id;
    }

    /** Adds an entry about a subject that is there. */
    void add(Tx tx, Actor actor, CaseId id, Act act, Map<String, Object> body) throws SQLException {
        append(tx, actor, id, SqlReportStore.entries(tx, id).size() + 1, act, body);
    }

    private void append(Tx tx, Actor actor, CaseId id, int number, Act act, Map<String, Object> told)
            throws SQLException {
        Map<String, Object> body = new LinkedHashMap<>(told);
        body.values().removeIf(v -> v == null || "".equals(v));
        byte[] random = new byte[16];
        world.random().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        Instant now = world.now().truncatedTo(ChronoUnit.MICROS);
        ReportEntry bare = new ReportEntry(id, number, act, now, by(actor), body, salt, "");
        ReportEntry entry = new ReportEntry(id, number, act, now, by(actor), body, salt, sha256(bare));
        SqlReportStore.insert(tx, entry);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("entry", number);
        details.put("sha256", entry.sha256());
        ledger.append(tx, new Entry(actor.who(), "report." + act.id(), id.toString(), details));
    }

    /** The fingerprint of an entry; the salt keeps a short text from being guessed by it. */
    private static String sha256(ReportEntry e) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("subject", e.subject().toString());
        all.put("number", e.number());
        all.put("act", e.act().id());
        all.put("enteredAt", e.enteredAt().toString());
        all.put("by", e.by());
        all.put("body", e.body());
        all.put("salt", e.salt());
        return sha256(CanonicalJson.text(all));
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<CaseId, List<ReportEntry>> series(String series) {
        return store.read(tx -> SqlReportStore.series(tx, series));
    }

    /** @throws VigilException NOT_FOUND, also for what is of another series */
    static List<ReportEntry> entries(Tx tx, CaseId id, String series) throws SQLException {
        List<ReportEntry> entries = id.series().equals(series) ? SqlReportStore.entries(tx, id) : List.of();
        if (entries.isEmpty()) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-REPORT-NOT-FOUND", ReportText.NOT_FOUND.with(id));
        }
        return entries;
    }

    /** How each subject of a series stands: its last telling; those that were withdrawn are left out. */
    Map<CaseId, ReportEntry> standing(String series) {
        Map<CaseId, ReportEntry> all = new LinkedHashMap<>();
        series(series).forEach((id, entries) -> {
            ReportEntry last = entries.get(entries.size() - 1);
            if (last.act() != Act.WITHDRAWN) {
                all.put(id, last);
            }
        });
        return all;
    }

    /** What is wrong with the entries about a subject, held against the ledger. */
    List<Message> faults(CaseId id) {
        Map<Integer, String> known = new LinkedHashMap<>();
        for (String line : ledger.linesOf(id.toString())) {
            LedgerChain.Parsed parsed = LedgerChain.parse(LedgerChain.bodyOf(line));
            if (parsed != null
                    && parsed.content().get("details") instanceof Map<?, ?> details
                    && details.get("entry") instanceof Number number) {
                known.put(number.intValue(), String.valueOf(details.get("sha256")));
            }
        }
        List<Message> faults = new ArrayList<>();
        for (ReportEntry entry : store.read(tx -> SqlReportStore.entries(tx, id))) {
            String there = known.remove(entry.number());
            if (there == null) {
                faults.add(ReportText.ENTRY_UNKNOWN.with(entry.number()));
            } else if (!there.equals(sha256(entry)) || !there.equals(entry.sha256())) {
                faults.add(ReportText.ENTRY_CHANGED.with(entry.number()));
            }
        }
        known.keySet().forEach(number -> faults.add(ReportText.ENTRY_MISSING.with(number)));
        return faults;
    }
}
