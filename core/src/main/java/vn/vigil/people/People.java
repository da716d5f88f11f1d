package vn.vigil.people;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Proof;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.TrustAnchors;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.store.Work;
import vn.vigil.text.Lang;

/**
 * The people of the site: who they are, which offices they hold, what they may do, and the only way to a signing key. Days
 * are days in the site's zone. Every change is a ledger entry of the same transaction. Safe for several threads.
 */
public final class People {
    private final Store store;
    private final Ledger ledger;
    private final Config config;
    private final World world;
    private final SqlPeopleStore sql = new SqlPeopleStore();
    private final Keys keys;

    public People(Store store, Ledger ledger, Config config, World world) {
        this.store = store;
        this.ledger = ledger;
        this.config = config;
        this.world = world;
        this.keys = new Keys(store, ledger, config, world, sql);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.now(), config.zone());
    }

    private Roll roll() {
        return new Roll(store.read(sql::members));
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
        LocalDate today = today();
        Roll roll = roll();
        String account = world.osUser();
        Member member = as == null ? roll.byLogin(account, today) : roll.find(as);
        if (member == null) {
            return new Actor(null, account, Proof.SELECTED, EnumSet.of(Office.ADMINISTRATOR));
        }
        if (!member.on(today)) {
            throw new VigilException(
                            ErrorKind.DENIED, "VG-PEOPLE-NOT-NOW", PeopleText.NOT_A_MEMBER_NOW.with(member.name()))
                    .why(PeopleText.NOT_A_MEMBER_NOW_WHY.with(
                            member.from(), member.until() == null ? "…" : member.until()));
        }
        return new Actor(member, account, Proof.SELECTED, member.offices(today));
    }

    /**
     * Refuses what the actor's offices of today do not carry.
     *
     * @throws VigilException DENIED, naming the offices that do and who holds them
     */
    public void require(Actor actor, Power power) {
        if (actor.member() == null && !power.forAccounts()) {
            throw new VigilException(ErrorKind.DENIED, "VG-PEOPLE-WHO", PeopleText.WHO_ACTS.with())
                    .why(PeopleText.WHO_ACTS_WHY.with(actor.account(), power.with()))
                    .next(PeopleText.NAME_AS.with());
        }
        for (Office office : actor.offices()) {
            if (power.holders().contains(office)) {
                return;
            }
        }
        String name = actor.member() == null ? actor.account() : actor.member().name();
        VigilException e =
                new VigilException(ErrorKind.DENIED, "VG-PEOPLE-POWER", PeopleText.MAY_NOT.with(name, power.with()));
        LocalDate today = today();
        Roll roll = roll();
        for (Office office : power.holders()) {
            List<String> names = new ArrayList<>();
            for (Member member : roll.all()) {
                if (member.offices(today).contains(office)) {
                    names.add(member.name() + " (" + member.id() + ")");
                }
            }
            e.why(
                    names.isEmpty()
                            ? PeopleText.HOLDERS_NOBODY.with(office.with())
                            : PeopleText.HOLDERS.with(office.with(), String.join(", ", names)));
        }
        throw e;
    }

    /**
     * Do two member records stand for one person? One key, login, telephone number or mail address says so; one name too,
     * unless telephone numbers or mail addresses tell two people of that name apart.
     */
    public boolean samePerson(MemberId a, MemberId b) {
        return store.read(tx -> {
            Roll roll = new Roll(sql.members(tx));
            return Sameness.one(roll.need(a), roll.need(b), keys.shareKey(tx, a, b));
        });
    }

    // Members

    /** Members of today, or all that ever were; by given name. */
    public List<Member> list(boolean all) {
        LocalDate today = today();
        List<Member> chosen = new ArrayList<>();
        for (Member member : roll().all()) {
            if (all || member.on(today)) {
                chosen.add(member);
            }
        }
        chosen.sort((a, b) -> {
            int c = vn.vigil.text.Viet.BY_GIVEN_NAME.compare(a.name(), b.name());
            return c != 0 ? c : a.id().compareTo(b.id());
        });
        return chosen;
    }

    /**
     * One member, by id or by name or part of it, accents ignored.
     *
     * @throws VigilException NOT_FOUND with the nearest; USAGE when several fit
     */
    public Member show(String idOrName) {
        return roll().find(idOrName);
    }

    /** Every member there ever was, by id, within an open transaction. */
    public List<Member> members(Tx tx) throws SQLException {
        return sql.members(tx);
    }

    /** Null when there is no such member. */
    public Member byId(MemberId id) {
        return roll().byId(id);
    }

    /**
     * Adds a member with offices and certificate.
     *
     * @throws VigilException CONFLICT, naming each difference, when another member has that id, login or key; DENIED; USAGE
     */
    public SavedMember add(Actor actor, NewMember asked, boolean dryRun) {
        require(actor, Power.MANAGE_PEOPLE);
        if (asked.name() == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-NO-NAME", PeopleText.NO_NAME.with());
        }
        X509Certificate certificate = asked.certificate() == null ? null : keys.read(asked.certificate());
        return save(dryRun, tx -> {
            Roll roll = new Roll(sql.members(tx));
            Member there = roll.byId(asked.id());
            if (there != null) {
                refuseOther(there, asked, certificate);
                return new SavedMember(there, false);
            }
            LocalDate from = asked.from() == null ? today() : asked.from();
            loginFree(roll, asked.osLogin(), asked.id());
            sql.insert(tx, asked, from);
            List<String> offices = new ArrayList<>();
            for (Office office : Office.values()) {
                if (asked.offices().contains(office)) {
                    sql.appoint(tx, asked.id(), office, from, null);
                    offices.add(office.id());
                }
            }
            enter(
                    tx,
                    actor,
                    "people.add",
                    asked.id(),
                    Map.of("name", asked.name(), "offices", offices, "from", from.toString()));
            if (certificate != null) {
                keys.enrol(tx, actor, asked.id(), certificate);
            }
            return saved(tx, asked.id());
        });
    }

    private void refuseOther(Member there, NewMember asked, X509Certificate certificate) {
        List<Message> differences = new ArrayList<>();
        differ(differences, PeopleText.FIELD_NAME, there.name(), asked.name());
        differ(differences, PeopleText.FIELD_PHONE, there.phone(), asked.phone());
        differ(differences, PeopleText.FIELD_EMAIL, there.email(), asked.email());
        differ(differences, PeopleText.FIELD_LANG, tag(there.lang()), tag(asked.lang()));
        differ(differences, PeopleText.FIELD_LOGIN, there.osLogin(), asked.osLogin());
        if (asked.from() != null) {
            differ(
                    differences,
                    PeopleText.FIELD_FROM,
                    there.from().toString(),
                    asked.from().toString());
        }
        if (certificate != null) {
            differ(differences, PeopleText.FIELD_CERTIFICATE, there.certificateSha256(), Keys.sha256(certificate));
        }
        LocalDate day = there.on(today()) ? today() : there.from();
        if (!there.offices(day).equals(asked.offices())) {
            differences.add(PeopleText.DIFFERENT_OFFICES.with(words(there.offices(day)), words(asked.offices())));
        }
        if (!differences.isEmpty()) {
            VigilException e = new VigilException(
                    ErrorKind.CONFLICT, "VG-PEOPLE-DIFFERENT", PeopleText.DIFFERENT_MEMBER.with(there.id()));
            for (Message difference : differences) {
                e.why(difference);
            }
            throw e.next(PeopleText.CORRECT_NEXT.with(there.id()));
        }
    }

    private static String tag(Lang lang) {
        return lang == null ? null : lang.tag();
    }

    private static void differ(List<Message> all, PeopleText field, String there, String asked) {
        if (!Objects.equals(there, asked)) {
            Object nothing = PeopleText.NOTHING.with();
            all.add(PeopleText.DIFFERENT_FIELD.with(
                    field.with(), there == null ? nothing : there, asked == null ? nothing : asked));
        }
    }

    private static String words(Set<Office> offices) {
        List<String> words = new ArrayList<>();
        for (Office office : Office.values()) {
            if (offices.contains(office)) {
                words.add(office.id());
            }
        }
        return words.isEmpty() ? "–" : String.join(", ", words);
    }

    /** One login selects one member at a time. */
    private void loginFree(Roll roll, String login, MemberId id) {
        Member holder = login == null ? null : roll.byLogin(login, today());
        if (holder != null && !holder.id().equals(id)) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-PEOPLE-LOGIN", PeopleText.LOGIN_TAKEN.with(login))
                    .why(PeopleText.LOGIN_TAKEN_WHY.with(holder.name(), holder.id()));
        }
    }

    /** Puts facts about a member right; the ledger keeps what it was about, when, by whom and why. */
    public SavedMember correct(Actor actor, MemberId id, MemberChange change, String reason, boolean dryRun) {
        require(actor, Power.MANAGE_PEOPLE);
        String why = reason(reason);
        return save(dryRun, tx -> {
            Roll roll = new Roll(sql.members(tx));
            Member m = roll.need(id);
            String name = chosen(m.name(), change.name());
            String phone = chosen(m.phone(), change.phone());
            String email = chosen(m.email(), change.email());
            Lang lang = change.lang() == null ? m.lang() : change.lang();
            String login = chosen(m.osLogin(), change.osLogin());
            if (name == null) {
                throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-NO-NAME", PeopleText.NO_NAME.with());
            }
            List<String> fields = new ArrayList<>();
            note(fields, "name", m.name(), name);
            note(fields, "phone", m.phone(), phone);
            note(fields, "email", m.email(), email);
            note(fields, "language", tag(m.lang()), tag(lang));
            note(fields, "login", m.osLogin(), login);
            if (fields.isEmpty()) {
                return new SavedMember(m, false);
            }
            loginFree(roll, login, id);
            sql.update(tx, id, name, phone, email, lang, login);
            // Telephone numbers and addresses stay out: the ledger can forget nothing.
            enter(tx, actor, "people.correct", id, Map.of("fields", fields, "name", name, "reason", why));
            return saved(tx, id);
        });
    }

    private static String chosen(String there, String asked) {
        return asked == null ? there : NewMember.clean(asked);
    }

    private static void note(List<String> fields, String field, String there, String now) {
        if (!Objects.equals(there, now)) {
            fields.add(field);
        }
    }

    private static String reason(String reason) {
        String clean = NewMember.clean(reason);
        if (clean == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-NO-REASON", PeopleText.NO_REASON.with());
        }
        return clean;
    }

    /** Gives a member an office from a day on; {@code until} is the last day, or null. */
    public SavedMember appoint(
            Actor actor, MemberId id, Office office, LocalDate from, LocalDate until, boolean dryRun) {
        require(actor, Power.MANAGE_PEOPLE);
        if (until != null && until.isBefore(from)) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-DATES", PeopleText.BAD_DATES.with(from, until));
        }
        return save(dryRun, tx -> {
            Member m = new Roll(sql.members(tx)).need(id);
            for (Holding holding : m.holdings()) {
                if (holding.office() == office && holding.on(from)) {
                    return new SavedMember(m, false);
                }
            }
            sql.appoint(tx, id, office, from, until);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("office", office.id());
            details.put("from", from.toString());
            details.put("until", until == null ? null : until.toString());
            enter(tx, actor, "people.appoint", id, details);
            return saved(tx, id);
        });
    }

    /** Ends an office that the member holds on that day; it is the last day in office. */
    public SavedMember relieve(Actor actor, MemberId id, Office office, LocalDate lastDay, boolean dryRun) {
        require(actor, Power.MANAGE_PEOPLE);
        return save(dryRun, tx -> {
            Member m = new Roll(sql.members(tx)).need(id);
            for (Holding holding : m.holdings()) {
                if (holding.office() == office && holding.on(lastDay)) {
                    if (lastDay.equals(holding.until())) {
                        return new SavedMember(m, false);
                    }
                    sql.relieve(tx, id, holding, lastDay);
                    enter(tx, actor, "people.relieve", id, Map.of("office", office.id(), "until", lastDay.toString()));
                    return saved(tx, id);
                }
            }
            throw new VigilException(
                    ErrorKind.NOT_FOUND,
                    "VG-PEOPLE-NO-OFFICE",
                    PeopleText.NO_SUCH_OFFICE_HELD.with(m.name(), office.with(), lastDay));
        });
    }

    /** Ends a membership, and with it every office; the record stays. */
    public SavedMember end(Actor actor, MemberId id, LocalDate lastDay, String reason, boolean dryRun) {
        require(actor, Power.MANAGE_PEOPLE);
        String why = reason(reason);
        return save(dryRun, tx -> {
            Member m = new Roll(sql.members(tx)).need(id);
            if (lastDay.isBefore(m.from())) {
                throw new VigilException(
                        ErrorKind.USAGE, "VG-PEOPLE-DATES", PeopleText.BAD_DATES.with(m.from(), lastDay));
            }
            if (lastDay.equals(m.until())) {
                return new SavedMember(m, false);
            }
            sql.end(tx, id, lastDay);
            enter(tx, actor, "people.end", id, Map.of("until", lastDay.toString(), "reason", why));
            return saved(tx, id);
        });
    }

    private SavedMember saved(Tx tx, MemberId id) throws SQLException {
        return new SavedMember(new Roll(sql.members(tx)).need(id), true);
    }

    private void enter(Tx tx, Actor actor, String act, MemberId id, Map<String, ?> details) throws SQLException {
        ledger.append(tx, new Entry(actor.who(), act, "member/" + id.value(), details));
    }

    private <T> T save(boolean dryRun, Work<T> work) {
        return dryRun ? store.rehearse(work) : store.write(work);
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
        require(actor, Power.MANAGE_KEYS);
        return save(dryRun, tx -> {
            new Roll(sql.members(tx)).need(id);
            return keys.enrol(tx, actor, id, certificate);
        });
    }

    /** Records a certificate of the department's own key. Returns false when it was recorded already. */
    public boolean enrolDepartment(Actor actor, X509Certificate certificate, boolean dryRun) {
        require(actor, Power.MANAGE_KEYS);
        return save(dryRun, tx -> keys.enrolDepartment(tx, actor, certificate));
    }

    /**
     * Opens a member's own key: the only way to one.
     *
     * @param file PKCS#12 file, private to this account
     * @throws VigilException DENIED for a wrong passphrase, a file that others can read, or a key whose certificate is not the
     *     one enrolled for this member
     */
    public SigningKey signer(Member member, Path file, char[] passphrase) {
        return keys.signer(member, file, passphrase, false);
    }

    /** As {@link #signer}, but the department's own key will do too: for sealing packages. */
    public SigningKey sealer(Member member, Path file, char[] passphrase) {
        return keys.signer(member, file, passphrase, true);
    }

    /** The roots that this site trusts, from its {@code trust} folder; none when it is empty or missing. */
    public TrustAnchors trustAnchors() {
        return keys.trustAnchors();
    }

    // The site

    /** What the site is called at a moment. Where nobody said, the default profile, unconfirmed. */
    public SiteProfile site(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, config.zone());
        SiteProfile profile = store.read(tx -> sql.profile(tx, day));
        return profile != null ? profile : SiteProfile.byDefault(day);
    }

    /** Sets what the site is called from a day on. Returns false when it was so already. */
    public boolean setSite(Actor actor, SiteProfile profile, boolean dryRun) {
        require(actor, Power.MANAGE_PEOPLE);
        return save(dryRun, tx -> {
            if (profile.equals(sql.profile(tx, profile.from()))) {
                return false;
            }
            sql.saveProfile(tx, profile);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("from", profile.from().toString());
            details.put("body", profile.body());
            details.put("confirmed", profile.confirmed());
            details.put("place", profile.place());
            details.put("superiorBody", profile.superiorBody());
            details.put("trackFrom", profile.trackFrom().toString());
            details.put("wardPolice", profile.wardPolice());
            ledger.append(tx, new Entry(actor.who(), "site.profile", "site", details));
            return true;
        });
    }
}
