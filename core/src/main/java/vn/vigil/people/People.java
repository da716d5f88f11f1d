package vn.vigil.people;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.TrustAnchors;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * The people of the site: who they are, which offices they hold, for whom they act, what they may do, how they prove it, and the
 * only way to a signing key. Days are days in the site's zone. Every change is a ledger entry of the same transaction. Safe for
 * several threads.
 */
public final class People {
    private final Ground ground;
    private final Keys keys;
    private final Powers powers;
    private final Members members;
    private final Absences absences;
    private final Delegations delegations;
    private final Bodies bodies;
    private final Sites sites;

    public People(Store store, Ledger ledger, Config config, World world) {
        SqlPeopleStore sql = new SqlPeopleStore();
        this.ground = new Ground(store, ledger, config, world, sql);
        this.keys = new Keys(store, ledger, config, world, sql);
        this.powers = new Powers(ground, keys);
        this.members = new Members(ground, powers, keys);
        this.absences = new Absences(ground, powers);
        this.delegations = new Delegations(ground, powers);
        this.bodies = new Bodies(ground, powers);
        this.sites = new Sites(ground, powers);
    }

    // Who acts

    /**
     * The acting member: the one named, else the one whom the login of the operating system selects. An account that selects
     * nobody acts as administrator and as no person: it owns the store's files in any case, and the ledger keeps its name.
     *
     * @param as value of {@code --as}, an id or a name; or null
     * @throws VigilException NOT_FOUND with the nearest name; USAGE when several people fit; DENIED when that member has left
     *     or not yet begun
     */
    public Actor actor(String as) {
        return powers.actor(as);
    }

    /**
     * Refuses what the actor may not do now: by an office held today, by acting for a team leader who is away (clause 8.2a), or by
     * a live delegation whose scope names the power (clause 6.2b).
     *
     * @throws VigilException DENIED, naming the offices that do and who holds them
     */
    public void require(Actor actor, Power power) {
        powers.require(actor, power);
    }

    /**
     * Who may act for an office at a moment, and on what record (A11): who holds it, the team deputy while every leader is away,
     * and who holds a live delegation from one who holds it. Empty when nobody may.
     */
    public List<ActingAs> actsAs(Office office, Instant at) {
        return ground.store().read(ground::acting).of(office, at);
    }

    /** The absence by which a member is away at a moment, or null. */
    public Absence absence(MemberId id, Instant at) {
        return ground.store()
                .read(tx -> ground.acting(tx).absence(ground.roll(tx).need(id), at));
    }

    /**
     * Who signs for a body at a moment, as the paper prints it: the head who is there, else who acts for the head.
     *
     * @throws VigilException REFUSED when nobody may sign that day (A10), naming the record that is missing and the verb that
     *     writes it
     */
    public SignatureBlock signature(Body body, Instant at) {
        return signature(body, at, null);
    }

    /**
     * The signature block of one who wants to sign for a body.
     *
     * @param signer null: whoever may
     * @throws VigilException REFUSED when that member may not, naming the record that is missing; NOT_FOUND
     */
    public SignatureBlock signature(Body body, Instant at, MemberId signer) {
        LocalDate day = LocalDate.ofInstant(at, ground.zone());
        return ground.store().read(tx -> {
            Member member = signer == null ? null : ground.roll(tx).need(signer);
            return new Signatures(ground.acting(tx), SqlActingStore.delegations(tx)).block(body, member, at, day);
        });
    }

    /**
     * Do two member records stand for one person? One key, login, telephone number or mail address says so; one name too,
     * unless telephone numbers or mail addresses tell two people of that name apart.
     */
    public boolean samePerson(MemberId a, MemberId b) {
        return ground.store().read(tx -> powers.samePerson(tx, a, b));
    }

    // PINs

    /** Has this member a PIN? */
    public boolean hasPin(MemberId id) {
        return new Pins(ground, powers).has(id);
    }

    /**
     * Proves the acting member by their PIN. Never within a transaction: a wrong try is counted whatever becomes of the rest. In a
     * rehearsal nothing is judged and the actor comes back as they are.
     *
     * @param pin stays the caller's, who may wipe it afterwards
     * @return the same actor, proved by PIN
     * @throws VigilException DENIED when it is wrong, there is none, the account stands for no member, or the delay after wrong
     *     tries is not over, with what is left of it
     */
    public Actor provePin(Actor actor, char[] pin) {
        return new Pins(ground, powers).prove(actor, pin);
    }

    /**
     * Sets a member's PIN: the member's own, or by who manages people. 4 to 64 characters; those that anybody would try are
     * refused.
     *
     * @param old the present PIN; null where there is none
     * @param fresh stays the caller's, as {@code old} does
     * @throws VigilException USAGE for an unfit PIN; DENIED for a wrong present one, or where one is set and not given
     */
    public void setPin(Actor actor, MemberId id, char[] old, char[] fresh, boolean dryRun) {
        new Pins(ground, powers).set(actor, id, old, fresh, dryRun);
    }

    /**
     * The first of two persons asks that a forgotten PIN be taken away: a leader or an administrator. It lapses after seven days.
     *
     * @return false when this member has asked for it already
     * @throws VigilException DENIED for others, and for one who has a PIN and has not proved by it (but for one's own); CONFLICT
     *     when somebody else has asked; REFUSED when there is no PIN
     */
    public boolean askPinReset(Actor actor, MemberId id, String reason, boolean dryRun) {
        return new Pins(ground, powers).ask(actor, id, reason, dryRun);
    }

    /**
     * The second person, of the other office, confirms it: the PIN is gone.
     *
     * @throws VigilException NOT_FOUND when nobody has asked; DENIED as {@link #askPinReset}; REFUSED when both are one person
     */
    public void confirmPinReset(Actor actor, MemberId id, boolean dryRun) {
        new Pins(ground, powers).confirm(actor, id, dryRun);
    }

    // Members

    /** Members of today, or all that ever were; by given name. */
    public List<Member> list(boolean all) {
        return members.list(all, null);
    }

    /** As {@link #list(boolean)}, those whose name holds words that begin so, accents ignored, or whose id does. */
    public List<Member> list(boolean all, String text) {
        return members.list(all, text);
    }

    /**
     * One member, by id or by name or part of it, accents ignored.
     *
     * @throws VigilException NOT_FOUND with the nearest; USAGE when several fit
     */
    public Member show(String idOrName) {
        return members.show(idOrName);
    }

    /** Every member there ever was, by id, within an open transaction. */
    public List<Member> members(Tx tx) throws SQLException {
        return ground.sql().members(tx);
    }

    /** Null when there is no such member. */
    public Member byId(MemberId id) {
        return members.byId(id);
    }

    /**
     * Adds a member with offices and certificate.
     *
     * @throws VigilException CONFLICT, naming each difference, when another member has that id, login or key; DENIED; USAGE
     */
    public SavedMember add(Actor actor, NewMember asked, boolean dryRun) {
        return members.add(actor, asked, dryRun);
    }

    /**
     * Adds the members of a CSV file, all or none. Rows of members who are there already change nothing.
     *
     * @throws VigilException USAGE with every fault by line and column; CONFLICT when a member is there with other facts;
     *     NOT_FOUND; DENIED
     */
    public MembersImported importCsv(Actor actor, Path file, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        return members.take(actor, file.toString(), MemberCsv.read(file), dryRun);
    }

    /**
     * As {@link #importCsv}, for rows that somebody else has read.
     *
     * @param source what is named as the file
     */
    public MembersImported importRows(Actor actor, String source, List<MemberRow> rows, boolean dryRun) {
        return members.take(actor, source, rows, dryRun);
    }

    /** Puts facts about a member right; the ledger keeps what it was about, when, by whom and why. */
    public SavedMember correct(Actor actor, MemberId id, MemberChange change, String reason, boolean dryRun) {
        return members.correct(actor, id, change, reason, dryRun);
    }

    /** As {@link #appoint(Actor, MemberId, Office, LocalDate, LocalDate, String, boolean)}, without a title. */
    public SavedMember appoint(
            Actor actor, MemberId id, Office office, LocalDate from, LocalDate until, boolean dryRun) {
        return members.appoint(actor, id, office, from, until, null, dryRun);
    }

    /**
     * Gives a member an office from a day on.
     *
     * @param until last day, or null
     * @param title what the holder is called in the house ({@code Phó Giám đốc}), or null
     * @throws VigilException CONFLICT when the office is held over part of that time otherwise; REFUSED outside the membership
     */
    public SavedMember appoint(
            Actor actor, MemberId id, Office office, LocalDate from, LocalDate until, String title, boolean dryRun) {
        return members.appoint(actor, id, office, from, until, title, dryRun);
    }

    /** Ends an office that the member holds on that day; it is the last day in office. */
    public SavedMember relieve(Actor actor, MemberId id, Office office, LocalDate lastDay, boolean dryRun) {
        return members.relieve(actor, id, office, lastDay, dryRun);
    }

    /** Ends a membership, and with it every office; the record stays. */
    public SavedMember end(Actor actor, MemberId id, LocalDate lastDay, String reason, boolean dryRun) {
        return members.end(actor, id, lastDay, reason, dryRun);
    }

    /**
     * Sets a member's office hours.
     *
     * @param hours null: the site's again
     */
    public SavedMember setHours(Actor actor, MemberId id, OfficeHours hours, boolean dryRun) {
        return members.hours(actor, id, hours, dryRun);
    }

    /**
     * When a member is busy with the day job: as set for them, else none for guards and the site's for the staff.
     *
     * @throws VigilException USAGE when the site's setting is not understood; NOT_FOUND
     */
    public OfficeHours officeHours(MemberId id) {
        return members.hours(id);
    }

    // Absences and delegations

    /**
     * Puts a time away on record: one's own, or anybody's by who manages people.
     *
     * @param from null: now
     * @param to first moment back again; null: not known yet
     * @param kind null: other, and then a reason is demanded
     * @param reason kept in the store only; the ledger keeps the times
     * @throws VigilException USAGE; CONFLICT when the member is away over part of that time already; NOT_FOUND; DENIED
     */
    public SavedAbsence addAbsence(
            Actor actor, MemberId member, Instant from, Instant to, AbsenceKind kind, String reason, boolean dryRun) {
        return absences.add(actor, member, from, to, kind, reason, dryRun);
    }

    /**
     * Puts an absence right.
     *
     * @throws VigilException USAGE; CONFLICT; NOT_FOUND; DENIED
     */
    public SavedAbsence correctAbsence(Actor actor, CaseId id, AbsenceChange change, String reason, boolean dryRun) {
        return absences.correct(actor, id, change, reason, dryRun);
    }

    /** Ends an absence at a moment; before its beginning it never took place. */
    public SavedAbsence endAbsence(Actor actor, CaseId id, Instant at, boolean dryRun) {
        return absences.end(actor, id, at, dryRun);
    }

    /**
     * Absences by number.
     *
     * @param member null: everybody's
     * @param all also those that are over
     */
    public List<Absence> absences(MemberId member, boolean all) {
        return absences.list(member, all);
    }

    /**
     * Puts a written authorisation on record: by who lends, or by who manages people; never by whom it favours.
     *
     * @throws VigilException USAGE with all faults; REFUSED when the lender does not hold the office or would hand on what was
     *     lent; CONFLICT; NOT_FOUND; DENIED
     */
    public SavedDelegation delegate(Actor actor, NewDelegation asked, boolean dryRun) {
        return delegations.add(actor, asked, dryRun);
    }

    /**
     * Puts a delegation right.
     *
     * @throws VigilException as {@link #delegate}
     */
    public SavedDelegation correctDelegation(
            Actor actor, CaseId id, DelegationChange change, String reason, boolean dryRun) {
        return delegations.correct(actor, id, change, reason, dryRun);
    }

    /**
     * Ends a delegation early.
     *
     * @param lastDay before its first day: it never holds
     */
    public SavedDelegation endDelegation(Actor actor, CaseId id, LocalDate lastDay, String reason, boolean dryRun) {
        return delegations.end(actor, id, lastDay, reason, dryRun);
    }

    /** Delegations by number; {@code all}: also those that are over. */
    public List<Delegation> delegations(boolean all) {
        return delegations.list(all);
    }

    // Outside bodies

    /** Whom to call on a day, by id; 113, 114 and 115 always, as the country's or as the site's own contact. */
    public List<OutsideBody> bodies(LocalDate day) {
        return bodies.list(day);
    }

    /** Every contact that ever was. */
    public List<OutsideBody> everyBody() {
        return bodies.list(null);
    }

    /**
     * Adds a contact. One of the same id that is open ends the day before.
     *
     * @param asked {@code from} null: today
     * @throws VigilException USAGE with all faults; CONFLICT when that id has another contact over that time; DENIED
     */
    public SavedBody addBody(Actor actor, OutsideBody asked, boolean dryRun) {
        return bodies.add(actor, asked, dryRun);
    }

    /** Puts the newest contact of an id right; null leaves a value as it is. */
    public SavedBody correctBody(
            Actor actor, String id, String name, String phone, BodyKind kind, String reason, boolean dryRun) {
        return bodies.correct(actor, id, name, phone, kind, reason, dryRun);
    }

    /**
     * Ends the newest contact of an id.
     *
     * @throws VigilException REFUSED for the country's emergency numbers
     */
    public SavedBody endBody(Actor actor, String id, LocalDate lastDay, String reason, boolean dryRun) {
        return bodies.end(actor, id, lastDay, reason, dryRun);
    }

    // Keys

    /** The certificate of a member that holds now, or null. */
    public X509Certificate certificate(MemberId id) {
        return keys.certificate(id);
    }

    /**
     * Records a member's certificate; the newest holds. Returns false when it was recorded already.
     *
     * @throws VigilException CONFLICT when its key is another member's
     */
    public boolean enrol(Actor actor, MemberId id, X509Certificate certificate, boolean dryRun) {
        powers.require(actor, Power.MANAGE_KEYS);
        return ground.save(dryRun, tx -> {
            ground.roll(tx).need(id);
            return keys.enrol(tx, actor, id, certificate);
        });
    }

    /** As {@link #enrol(Actor, MemberId, X509Certificate, boolean)}, the first certificate of a PEM file. */
    public boolean enrol(Actor actor, MemberId id, Path file, boolean dryRun) {
        return enrol(actor, id, keys.read(file), dryRun);
    }

    /** The keys on record: the department's first, then by member; the newest first. */
    public List<KeyListed> keyList() {
        return revocations().list();
    }

    /**
     * The first of two persons, the leader or an administrator, asks that all keys of a member or of the department be revoked. It
     * lapses after seven days.
     *
     * @param owner null for the department
     * @return unchanged when this member has asked for it already, or they are revoked
     * @throws VigilException DENIED for others, and for one who has a PIN and has not proved by it; CONFLICT when somebody else has
     *     asked; NOT_FOUND when no key is on record
     */
    public KeyRevocation askKeyRevocation(Actor actor, MemberId owner, String reason, boolean dryRun) {
        return revocations().ask(actor, owner, reason, dryRun);
    }

    /** As {@link KeyCabinet#confirmRevocation}, which also puts the keys on the revocation list. */
    KeyRevocation confirmKeyRevocation(Actor actor, MemberId owner, boolean dryRun) {
        return revocations().confirm(actor, owner, dryRun);
    }

    /** What is on record of keys. */
    KeyRevocations revocations() {
        return new KeyRevocations(ground, powers);
    }

    /** The record of keys that wait for an authority's certificate. */
    KeyRequests keyRequests() {
        return new KeyRequests(ground, powers, keys);
    }

    /** Records a certificate of the department's own key. Returns false when it was recorded already. */
    public boolean enrolDepartment(Actor actor, X509Certificate certificate, boolean dryRun) {
        powers.require(actor, Power.MANAGE_KEYS);
        return ground.save(dryRun, tx -> keys.enrolDepartment(tx, actor, certificate));
    }

    /**
     * Opens a member's own key: the only way to one.
     *
     * @throws VigilException DENIED for a wrong passphrase or PIN, a file that others can read, or a key whose certificate is not the
     *     one enrolled for this member
     */
    public SigningKey signer(Member member, KeySource key) {
        return keys.signer(member, key, false);
    }

    /**
     * Proves the acting member by their key: it opens, and its certificate is the one enrolled for them.
     *
     * @return the same actor, proved by key
     * @throws VigilException as {@link #signer}; DENIED when the account stands for no member
     */
    public Actor proveKey(Actor actor, Path file, char[] passphrase) {
        require(actor, Power.KEEP_WATCH);
        try (KeySource key = KeySource.file(file, passphrase)) {
            keys.signer(actor.member(), key, false);
        }
        return actor.by(Proof.KEY);
    }

    /**
     * The PKCS#11 library by which tokens are spoken to: the one given, or the setting's.
     *
     * @throws VigilException USAGE when neither names one
     */
    public Path tokenModule(Path given) {
        Path module = given != null ? given : ground.config().path(Setting.TOKEN_MODULE);
        if (module == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-TOKEN-MODULE", PeopleText.NO_TOKEN_MODULE.with())
                    .next(PeopleText.TOKEN_MODULE_NEXT.with(Setting.TOKEN_MODULE.key()));
        }
        return module;
    }

    /** As {@link #signer}, but the department's own key will do too: for sealing packages. */
    SigningKey sealer(Member member, KeySource key) {
        return keys.signer(member, key, true);
    }

    /** The roots that this site trusts, from its {@code trust} folder; none when it is empty or missing. */
    public TrustAnchors trustAnchors() {
        return keys.trustAnchors();
    }

    // The site

    /** What the site is called at a moment. Where nobody said, the default profile, unconfirmed. */
    public SiteProfile site(Instant at) {
        return sites.at(at);
    }

    /** Sets what the site is called from a day on. Returns false when it was so already. */
    public boolean setSite(Actor actor, SiteProfile profile, boolean dryRun) {
        return sites.set(actor, profile, dryRun);
    }
}
