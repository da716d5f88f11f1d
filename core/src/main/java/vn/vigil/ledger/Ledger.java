package vn.vigil.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.World;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * The department's ledger. An effect within the store is entered in the same transaction by {@link #append}. An effect
 * outside it (a file, the vault, a device) takes three steps: {@link #intent}, the effect, {@link #outcome}; an intent left
 * without outcome is what the next run reconciles. Safe for several threads.
 */
public final class Ledger {
    private final Store store;
    private final World world;
    private final SqlLedgerStore sql = new SqlLedgerStore();

    public Ledger(Store store, World world) {
        this.store = store;
        this.world = world;
    }

    /** Enters an act that the same transaction brings about. Returns its number. */
    public long append(Tx tx, Entry entry) throws SQLException {
        return enter(tx, entry, "act", 0);
    }

    /** Enters, in a transaction of its own, what is about to be done outside the store. Returns its number. */
    public long intent(Entry entry) {
        return store.write(tx -> enter(tx, entry, "intent", 0));
    }

    /** As {@link #intent(Entry)}, in a transaction that also changes something. */
    public long intent(Tx tx, Entry entry) throws SQLException {
        return enter(tx, entry, "intent", 0);
    }

    /**
     * Enters what became of an intent: the details should say so. An intent has one outcome at most.
     *
     * @param intent the number that {@link #intent} gave
     */
    public long outcome(Tx tx, long intent, Entry entry) throws SQLException {
        return enter(tx, entry, "outcome", intent);
    }

    /** As {@link #outcome(Tx, long, Entry)}, in a transaction of its own. */
    public long outcome(long intent, Entry entry) {
        return store.write(tx -> enter(tx, entry, "outcome", intent));
    }

    private long enter(Tx tx, Entry entry, String phase, long intent) throws SQLException {
        Instant now = world.now();
        SqlLedgerStore.Head head = sql.head(tx);
        long seq = head.seq() + 1;
        String body = CanonicalJson.text(content(entry, phase, intent, seq, now, head.hash()));
        String hash = LedgerChain.sha256(body);
        sql.moveHead(tx, head, seq, hash);
        sql.insert(tx, seq, now, entry.act(), entry.subject(), phase, intent, body, hash);
        return seq;
    }

    private static Map<String, Object> content(
            Entry entry, String phase, long intent, long seq, Instant now, String prev) {
        Map<String, Object> actor = new LinkedHashMap<>();
        actor.put("account", entry.who().account());
        actor.put("person", entry.who().person());
        actor.put("proof", entry.who().proof().word());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("v", 1);
        content.put("seq", seq);
        content.put("prev", prev);
        content.put("time", Micros.text(now));
        content.put("act", entry.act());
        content.put("phase", phase);
        if (intent != 0) {
            content.put("intent", intent);
        }
        content.put("subject", entry.subject());
        content.put("actor", actor);
        content.put("details", entry.details());
        return content;
    }

    /** Intents that have no outcome yet, oldest first. */
    public List<Unfinished> unfinished() {
        return store.read(sql::unfinished);
    }

    /** The entries about a subject as lines, oldest first: the custody of a package ({@link LedgerChain} tells the form). */
    public List<String> linesOf(String subject) {
        return store.read(tx -> sql.lines(tx, subject));
    }

    /** When an act upon a subject was last entered; null when it never was. */
    public Instant last(String subject, String act) {
        return store.read(tx -> sql.last(tx, subject, act));
    }

    /** Reads the whole ledger from its first entry and names the first bad one. Changes nothing. */
    public LedgerReport verify() {
        return store.read(this::verify);
    }

    private LedgerReport verify(Tx tx) throws SQLException {
        Audit audit = new Audit(sql.headOrNull(tx));
        sql.each(tx, audit);
        return audit.report();
    }

    /** Walks the entries from the first and stops at the first bad one. */
    private static final class Audit implements SqlLedgerStore.Visitor {
        private final SqlLedgerStore.Head head;
        private long seq;
        private String hash = LedgerChain.NO_HASH;
        private Fault fault;

        Audit(SqlLedgerStore.Head head) {
            this.head = head;
        }

        @Override
        public boolean see(SqlLedgerStore.Row row) {
            fault = fault(row);
            if (fault != null) {
                return false;
            }
            seq = row.seq();
            hash = row.hash();
            return true;
        }

        LedgerReport report() {
            Fault found = fault;
            if (found == null && head == null) {
                found = Fault.NO_HEAD;
            } else if (found == null && head.seq() > seq) {
                found = Fault.TAIL_CUT;
            }
            // A hole is named by the entry that is missing, not by the one behind it.
            return new LedgerReport(seq, hash, found == null ? 0 : seq + 1, found);
        }

        private Fault fault(SqlLedgerStore.Row row) {
            if (!LedgerChain.sha256(row.body()).equals(row.hash())) {
                return Fault.EDITED;
            }
            LedgerChain.Parsed entry = LedgerChain.parse(row.body());
            if (entry == null) {
                return Fault.MALFORMED;
            }
            if (row.seq() != seq + 1 || !entry.prev().equals(hash)) {
                return Fault.BROKEN_LINK;
            }
            boolean columns = entry.seq() == row.seq()
                    && entry.time().equals(Micros.text(Micros.instant(row.timeUs())))
                    && entry.act().equals(row.act())
                    && entry.subject().equals(row.subject())
                    && entry.phase().equals(row.phase())
                    && entry.intent() == row.intent();
            if (!columns) {
                return Fault.COLUMNS_DIFFER;
            }
            if (head != null && entry.seq() > head.seq()) {
                return Fault.BEYOND_HEAD;
            }
            return head != null && entry.seq() == head.seq() && !head.hash().equals(row.hash())
                    ? Fault.HEAD_DIFFERS
                    : null;
        }
    }
}
