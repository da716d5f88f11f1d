package vn.vigil.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.KeyCabinet;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;

/**
 * The register of outgoing documents, and the scans of signed papers. Own numbers are taken from a series for each body and kind,
 * begin at 01 on 1 January, and leave no gap; numbers of the Văn thư are entered as given. Nothing is ever removed. Every change
 * is a ledger entry of the same transaction. What takes a number within its own work has asked for the power to do that work;
 * only what stands alone here asks for {@link Power#KEEP_REGISTER}. Safe for several threads.
 */
public final class Register {
    private static final int MOST = 99_999;

    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final Scans scans;

    /** @param keys asked only when a scan is sealed */
    public Register(World world, Config config, Store store, Ledger ledger, People people, Supplier<KeyCabinet> keys) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.scans = new Scans(store, ledger, config.home().scans(), keys);
    }

    /**
     * Takes the next number of a series, within the caller's transaction: both come about or neither.
     *
     * @param actor may do the work that the document comes of; that is the caller's affair
     * @return unchanged when the document has its number already
     * @throws VigilException USAGE with all faults; CONFLICT when the document is entered with other facts
     */
    public SavedEntry take(Tx tx, Actor actor, Series series, NewEntry asked) throws SQLException {
        return enter(tx, actor, series, null, asked);
    }

    /** As {@link #take(Tx, Actor, Series, NewEntry)}, in a transaction of its own. */
    public SavedEntry take(Actor actor, Series series, NewEntry asked) {
        return store.write(tx -> enter(tx, actor, series, null, asked));
    }

    /**
     * Enters a document under a number that the Văn thư has given, within the caller's transaction.
     *
     * @param number {@code 123/TB-SKHĐT}
     * @throws VigilException USAGE with all faults, also for a number of an own series; CONFLICT when another document has that
     *     number in that year, or the document is entered with other facts
     */
    public SavedEntry outside(Tx tx, Actor actor, String number, NewEntry asked) throws SQLException {
        return enter(tx, actor, null, number, asked);
    }

    /**
     * As {@link #outside(Tx, Actor, String, NewEntry)}, in a transaction of its own.
     *
     * @throws VigilException DENIED too
     */
    public SavedEntry outside(Actor actor, String number, NewEntry asked) {
        people.require(actor, Power.KEEP_REGISTER);
        return store.write(tx -> enter(tx, actor, null, number, asked));
    }

    private SavedEntry enter(Tx tx, Actor actor, Series series, String given, NewEntry asked) throws SQLException {
        Entry there = asked.key() == null ? null : SqlRegisterStore.byKey(tx, asked.key());
        LocalDate date = asked.date() != null ? asked.date() : there != null ? there.date() : today();
        EntryReader reader = new EntryReader();
        Entry read = reader.read(asked, date, now(), by(actor));
        String number = null;
        if (series == null) {
            number = reader.number(given);
            reader.own(number);
        }
        reader.refuse(RegisterText.CANNOT_ENTER.with());
        int next = 0;
        if (series != null) {
            boolean kept = there != null
                    && there.own()
                    && there.number().endsWith("/" + series.symbol())
                    && there.date().getYear() == date.getYear();
            next = kept ? 0 : SqlRegisterStore.next(tx, date.getYear(), series.symbol());
            if (next > MOST) {
                throw new VigilException(
                        ErrorKind.REFUSED,
                        "VG-REGISTER-FULL",
                        RegisterText.SERIES_FULL.with(series.symbol(), Integer.toString(date.getYear())));
            }
            number = kept ? there.number() : series.number(next);
        }
        Entry entry = numbered(read, number, series != null);
        if (there != null) {
            return same(there, entry);
        }
        free(tx, entry);
        Map<String, Object> details = details(entry);
        details.put("own", entry.own());
        // First: who comes second waits at the ledger's head, and takes the next number in another try.
        ledger.append(tx, new vn.vigil.ledger.Entry(actor.who(), "register.take", entry.key(), details));
        SqlRegisterStore.insert(
                tx, entry, series == null ? null : series.symbol(), series == null ? null : (Integer) next);
        return new SavedEntry(entry, true);
    }

    private static Entry numbered(Entry e, String number, boolean own) {
        return new Entry(
                e.key(),
                number,
                own,
                e.date(),
                e.title(),
                e.signer(),
                e.recipients(),
                e.holder(),
                e.copies(),
                e.sent(),
                e.receipt(),
                e.note(),
                e.enteredAt(),
                e.enteredBy());
    }

    private static SavedEntry same(Entry there, Entry asked) {
        Map<String, Object[]> differences = EntryReader.differences(there, asked);
        if (differences.isEmpty()) {
            return new SavedEntry(there, false);
        }
        VigilException e = new VigilException(
                ErrorKind.CONFLICT,
                "VG-REGISTER-DIFFERENT",
                RegisterText.DIFFERENT_ENTRY.with(there.key(), there.number()));
        Message nothing = RegisterText.NOTHING.with();
        differences.forEach((field, pair) -> e.why(RegisterText.DIFFERENCE.with(
                field, pair[0] == null ? nothing : pair[0], pair[1] == null ? nothing : pair[1])));
        throw e.next(RegisterText.CORRECT_NEXT.with());
    }

    /** No other document has that number in that year. */
    private static void free(Tx tx, Entry entry) throws SQLException {
        int year = entry.date().getYear();
        Entry holder = SqlRegisterStore.byNumber(tx, year, entry.number());
        if (holder != null && !holder.key().equals(entry.key())) {
            throw new VigilException(
                            ErrorKind.CONFLICT,
                            "VG-REGISTER-TAKEN",
                            RegisterText.NUMBER_TAKEN.with(entry.number(), Integer.toString(year)))
                    .why(RegisterText.NUMBER_TAKEN_WHY.with(holder.key(), holder.title()));
        }
    }

    /**
     * Puts facts about a document right; the ledger keeps what they were and why. An own number stays with its document for ever.
     *
     * @throws VigilException USAGE with all faults; CONFLICT when the number is another document's; NOT_FOUND; DENIED
     */
    public SavedEntry correct(Actor actor, String key, EntryChange change, String reason) {
        people.require(actor, Power.KEEP_REGISTER);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new VigilException(ErrorKind.USAGE, "VG-REGISTER-NO-REASON", RegisterText.NO_REASON.with());
        }
        return store.write(tx -> {
            Entry there = need(tx, key);
            EntryReader reader = new EntryReader();
            Entry right = reader.read(change, there);
            if (!there.own()) {
                reader.own(right.number());
            }
            reader.refuse(RegisterText.CANNOT_CORRECT.with(key));
            Map<String, Object[]> differences = EntryReader.differences(there, right);
            if (differences.isEmpty()) {
                return new SavedEntry(there, false);
            }
            free(tx, right);
            Map<String, Object> was = new LinkedHashMap<>();
            Map<String, Object> is = new LinkedHashMap<>();
            differences.forEach((field, pair) -> {
                was.put(field, pair[0]);
                is.put(field, pair[1]);
            });
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("was", was);
            details.put("is", is);
            details.put("reason", why);
            ledger.append(tx, new vn.vigil.ledger.Entry(actor.who(), "register.correct", key, details));
            SqlRegisterStore.update(tx, right);
            return new SavedEntry(right, true);
        });
    }

    /** The document of that key; null when it has no number yet. */
    public Entry entry(String key) {
        return store.read(tx -> SqlRegisterStore.byKey(tx, key));
    }

    /** The documents of a year, in the order of entering. */
    public List<Entry> entries(int year) {
        return store.read(tx -> SqlRegisterStore.ofYear(tx, year));
    }

    private static Entry need(Tx tx, String key) throws SQLException {
        Entry entry = SqlRegisterStore.byKey(tx, key);
        if (entry != null) {
            return entry;
        }
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-REGISTER-NO-ENTRY", RegisterText.NO_ENTRY.with(key));
        String near = Nearest.of(key, SqlRegisterStore.keys(tx));
        throw near == null ? e : e.why(RegisterText.NEAREST.with(near));
    }

    private static Map<String, Object> details(Entry e) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("number", e.number());
        details.put("date", e.date().toString());
        details.put("title", e.title());
        details.put("signer", e.signer());
        details.put("recipients", e.recipients());
        return details;
    }

    /**
     * Registers the scan of a sheet that was signed by hand: copied into the site's scans folder under its fingerprint, with the
     * department's signature beside it where there is such a key. Not within a transaction.
     *
     * @param actor who registers it; what the sheet proves is the caller's affair
     * @param key the document that was signed; it need not have a number
     * @param file PDF, JPEG, PNG or TIFF by its content, at most 64 MiB
     * @param signer who signed
     * @param signedDay at the latest today
     * @param number on the sheet, or null
     * @return unchanged when this file is registered for that document already
     * @throws VigilException USAGE with all faults, nothing written; CONFLICT when it is registered with other facts; FAILED
     */
    public SavedScan scan(Actor actor, String key, Path file, String signer, LocalDate signedDay, String number) {
        return scans.take(actor, key, file, signer, signedDay, number, now(), today());
    }

    /**
     * As {@link #scan}, for a PDF that was signed by key today and lies in no file yet.
     *
     * @throws VigilException FAILED too, when there is no room for it
     */
    public SavedScan keep(Actor actor, String key, byte[] pdf, String signer) {
        try {
            Path file = Files.createTempFile("vigil-", ".pdf");
            try {
                Files.write(file, pdf);
                return scan(actor, key, file, signer, today(), null);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-REGISTER-KEEP", RegisterText.CANNOT_KEEP.with()).causedBy(e);
        }
    }

    /** The scans of a document, oldest first. */
    public List<Scan> scans(String key) {
        return scans.list(key);
    }

    /**
     * Where a scan's file lies, read and compared with its fingerprint.
     *
     * @throws VigilException NOT_GENUINE when it is gone or changed
     */
    public Path file(Scan scan) {
        return scans.file(scan);
    }

    private Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.now(), config.zone());
    }

    /** Who is put on record: on a site without members the account. */
    static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }
}
