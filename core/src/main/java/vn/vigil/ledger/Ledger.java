package vn.vigil.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
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
    private final SqlLogStore logs = new SqlLogStore();

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

    /** By which key this ledger's checkpoints are believed; null before one was made. */
    public VKey vkey() {
        return store.read(logs::vkey);
    }

    /**
     * The entries about a subject with the proof that they stand in the log; the checkpoint is remembered.
     *
     * @param upTo the last entry that counts, so that an intent may be the end
     * @throws IllegalStateException when the ledger has another key
     */
    public Custody custody(String subject, long upTo, LogKey key) {
        return store.write(tx -> {
            Log log = log(tx, key);
            Checkpoint head = log.head(key.vkey().name());
            byte[] note = note(tx, head, key);
            StringBuilder lines = new StringBuilder();
            SortedMap<Long, byte[]> proofs = new TreeMap<>();
            for (String line : sql.lines(tx, subject)) {
                long seq = LedgerChain.parse(LedgerChain.bodyOf(line)).seq();
                if (seq <= upTo) {
                    lines.append(line).append('\n');
                    proofs.put(seq, log.proof(seq, note));
                }
            }
            return new Custody(
                    bytes(lines.toString()), note, proofs, bytes(key.vkey().text() + "\n"));
        });
    }

    /** Signs the head of the log; equal entries give an equal note. */
    public byte[] sign(LogKey key) {
        String text = store.write(tx -> log(tx, key).head(key.vkey().name()).text());
        return key.note(text);
    }

    /**
     * Keeps a signed head; the same again changes nothing.
     *
     * @param note as {@link #sign} made it
     * @param token RFC 3161 token over it, or null
     */
    public Remembered remember(byte[] note, byte[] token) {
        return store.write(tx -> {
            Checkpoint head = Checkpoint.open(note, logs.vkey(tx));
            Remembered there = logs.remembered(tx, head.size());
            if (there == null) {
                logs.remember(tx, head.size(), note, token, world.now());
                there = logs.remembered(tx, head.size());
            }
            return there;
        });
    }

    /** Every head that was signed, by size. */
    public List<Remembered> remembered() {
        return store.read(tx -> logs.remembered(tx));
    }

    /** The tlog-proof of one entry against a fresh head. */
    public byte[] proof(long seq, LogKey key) {
        return store.write(tx -> {
            Log log = log(tx, key);
            return log.proof(seq, note(tx, log.head(key.vkey().name()), key));
        });
    }

    private Log log(Tx tx, LogKey key) throws SQLException {
        VKey there = logs.vkey(tx);
        if (there == null) {
            logs.setVkey(tx, key.vkey());
        } else if (!there.equals(key.vkey())) {
            throw new IllegalStateException("the ledger is signed by " + there.text());
        }
        Log log = new Log(logs, tx, sql.head(tx).seq());
        log.catchUp();
        return log;
    }

    private byte[] note(Tx tx, Checkpoint head, LogKey key) throws SQLException {
        byte[] note = key.note(head.text());
        if (logs.remembered(tx, head.size()) == null) {
            logs.remember(tx, head.size(), note, null, world.now());
        }
        return note;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Shows the body of every entry, oldest first: the leaves of the log. */
    public void bodies(Consumer<String> visitor) {
        store.read(tx -> {
            sql.each(tx, row -> {
                visitor.accept(row.body());
                return true;
            });
            return null;
        });
    }

    /** Entries from one number on, at most so many; of one subject, or of all when it is null. */
    public List<LedgerChain.Parsed> list(String subject, long from, int most) {
        return store.read(tx -> sql.list(tx, subject, from, most));
    }

    /** As {@link #verify(List)} by the remembered heads alone. */
    public LedgerReport verify() {
        return verify(List.of());
    }

    /**
     * Reads the whole ledger from its first entry and names the first bad one; holds the tree against every remembered head and
     * the given ones. Changes nothing.
     *
     * @param against heads from elsewhere: packages, reports, signed minutes
     */
    public LedgerReport verify(List<Checkpoint> against) {
        return store.read(tx -> verify(tx, against));
    }

    private LedgerReport verify(Tx tx, List<Checkpoint> against) throws SQLException {
        List<Checkpoint> heads = new ArrayList<>(against);
        VKey key = logs.vkey(tx);
        for (Remembered one : logs.remembered(tx)) {
            Checkpoint head = key == null ? null : Checkpoint.open(one.note(), key);
            if (head != null) {
                heads.add(head);
            }
        }
        heads.sort(Comparator.comparingLong(Checkpoint::size));
        Audit audit = new Audit(sql.headOrNull(tx), heads);
        sql.each(tx, audit);
        return audit.report();
    }

    /** Walks the entries from the first and stops at the first bad one. */
    private static final class Audit implements SqlLedgerStore.Visitor {
        private final SqlLedgerStore.Head head;
        private final List<Checkpoint> heads;
        private final Tree.Growing tree = new Tree.Growing();
        private int held;
        private long seq;
        private long vouched;
        private String hash = LedgerChain.NO_HASH;
        private Fault fault;
        private Checkpoint differs;

        Audit(SqlLedgerStore.Head head, List<Checkpoint> heads) {
            this.head = head;
            this.heads = heads;
        }

        @Override
        public boolean see(SqlLedgerStore.Row row) {
            fault = fault(row);
            if (fault != null) {
                return false;
            }
            if (!hold()) {
                return false;
            }
            tree.add(Tree.leaf(row.body()));
            seq = row.seq();
            hash = row.hash();
            return true;
        }

        /** Whether the tree as it stands is that of every head of its size. */
        private boolean hold() {
            while (held < heads.size() && heads.get(held).size() == tree.size()) {
                if (!Arrays.equals(tree.root(), heads.get(held).rootBytes())) {
                    differs = heads.get(held);
                    return false;
                }
                vouched = tree.size();
                held++;
            }
            return true;
        }

        LedgerReport report() {
            if (fault == null && differs == null) {
                hold();
            }
            if (differs != null) {
                // What is wrong lies behind the last head that still fits.
                return new LedgerReport(vouched, null, vouched + 1, Fault.CHECKPOINT_DIFFERS, differs);
            }
            Fault found = fault;
            if (found == null && head == null) {
                found = Fault.NO_HEAD;
            } else if (found == null && head.seq() > seq) {
                found = Fault.TAIL_CUT;
            }
            if (found == null && held < heads.size()) {
                return new LedgerReport(seq, hash, seq + 1, Fault.CHECKPOINT_AHEAD, heads.get(heads.size() - 1));
            }
            // A hole is named by the entry that is missing, not by the one behind it.
            return new LedgerReport(seq, hash, found == null ? 0 : seq + 1, found, null);
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
