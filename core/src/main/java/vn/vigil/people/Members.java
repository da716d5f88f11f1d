package vn.vigil.people;

import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.config.Setting;
import vn.vigil.store.Tx;
import vn.vigil.text.Lang;
import vn.vigil.text.Viet;

/** Members and the offices they hold: what {@link People} says of them. */
final class Members {
    private final Ground ground;
    private final Powers powers;
    private final Keys keys;

    Members(Ground ground, Powers powers, Keys keys) {
        this.ground = ground;
        this.powers = powers;
        this.keys = keys;
    }

    List<Member> list(boolean all, String text) {
        String wanted = text == null ? "" : Viet.fold(text);
        LocalDate today = ground.today();
        List<Member> chosen = new ArrayList<>();
        for (Member member : ground.roll().all()) {
            if ((all || member.on(today)) && fits(member, wanted)) {
                chosen.add(member);
            }
        }
        chosen.sort((a, b) -> {
            int c = Viet.BY_GIVEN_NAME.compare(a.name(), b.name());
            return c != 0 ? c : a.id().compareTo(b.id());
        });
        return chosen;
    }

    Member show(String idOrName) {
        return ground.roll().find(idOrName);
    }

    Member byId(MemberId id) {
        return ground.roll().byId(id);
    }

    /** Every word of the name's search form, or of the id. */
    private static boolean fits(Member member, String wanted) {
        return (" " + Viet.fold(member.name())).contains(" " + wanted)
                || member.id().value().startsWith(wanted);
    }

    SavedMember add(Actor actor, NewMember asked, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        if (asked.name() == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-NO-NAME", PeopleText.NO_NAME.with());
        }
        X509Certificate certificate = asked.certificate() == null ? null : keys.read(asked.certificate());
        return ground.save(dryRun, tx -> {
            Roll roll = ground.roll(tx);
            Member there = roll.byId(asked.id());
            if (there != null) {
                List<Message> differences = differences(there, asked, certificate);
                if (!differences.isEmpty()) {
                    VigilException e = new VigilException(
                            ErrorKind.CONFLICT, "VG-PEOPLE-DIFFERENT", PeopleText.DIFFERENT_MEMBER.with(there.id()));
                    for (Message difference : differences) {
                        e.why(difference);
                    }
                    throw e.next(PeopleText.CORRECT_NEXT.with(there.id()));
                }
                return new SavedMember(there, false);
            }
            insert(tx, actor, roll, asked);
            if (certificate != null) {
                keys.enrol(tx, actor, asked.id(), certificate);
            }
            return saved(tx, asked.id());
        });
    }

    /** Puts a member down who is not there yet. */
    void insert(Tx tx, Actor actor, Roll roll, NewMember asked) throws SQLException {
        LocalDate from = asked.from() == null ? ground.today() : asked.from();
        if (asked.until() != null && asked.until().isBefore(from)) {
            throw badDates(from, asked.until());
        }
        loginFree(roll, asked.osLogin(), asked.id());
        ground.sql().insert(tx, asked, from);
        List<String> offices = new ArrayList<>();
        for (Office office : Office.values()) {
            if (asked.offices().contains(office)) {
                ground.sql().appoint(tx, asked.id(), office, from, null, null);
                offices.add(office.id());
            }
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", asked.name());
        details.put("kind", asked.kind().word());
        details.put("offices", offices);
        details.put("from", from.toString());
        if (asked.until() != null) {
            details.put("until", asked.until().toString());
        }
        if (asked.consentDay() != null) {
            details.put("consent", asked.consentDay().toString());
        }
        ground.enter(tx, actor, "people.add", asked.id(), details);
    }

    /** All rows or none. */
    MembersImported take(Actor actor, String source, List<MemberRow> rows, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        return ground.save(dryRun, tx -> {
            Roll roll = ground.roll(tx);
            MemberImport read = new MemberImport(roll);
            read.read(rows);
            List<Message> faults = new ArrayList<>(read.faults());
            List<Message> conflicts = new ArrayList<>();
            for (NewMember asked : read.members()) {
                Member there = roll.byId(asked.id());
                if (there != null) {
                    for (Message difference : differences(there, asked, null)) {
                        conflicts.add(PeopleText.ROW_DIFFERENT.with(asked.id(), difference));
                    }
                }
                Member holder = asked.osLogin() == null ? null : roll.byLogin(asked.osLogin(), ground.today());
                if (holder != null && !holder.id().equals(asked.id())) {
                    conflicts.add(PeopleText.ROW_DIFFERENT.with(
                            asked.id(), PeopleText.LOGIN_TAKEN_WHY.with(holder.name(), holder.id())));
                }
            }
            if (!faults.isEmpty() || !conflicts.isEmpty()) {
                boolean unreadable = !faults.isEmpty();
                VigilException e = new VigilException(
                        unreadable ? ErrorKind.USAGE : ErrorKind.CONFLICT,
                        unreadable ? "VG-PEOPLE-IMPORT" : "VG-PEOPLE-IMPORT-DIFFERENT",
                        PeopleText.CANNOT_IMPORT.with(source));
                faults.addAll(conflicts);
                faults.forEach(e::why);
                throw e;
            }
            List<MemberId> added = new ArrayList<>();
            List<MemberId> unchanged = new ArrayList<>();
            for (NewMember asked : read.members()) {
                if (roll.byId(asked.id()) != null) {
                    unchanged.add(asked.id());
                } else {
                    insert(tx, actor, roll, asked);
                    added.add(asked.id());
                }
            }
            return new MembersImported(added, unchanged);
        });
    }

    private static VigilException badDates(LocalDate from, LocalDate until) {
        return new VigilException(ErrorKind.USAGE, "VG-PEOPLE-DATES", PeopleText.BAD_DATES.with(from, until));
    }

    /** What is said otherwise than it is; what is not said counts as nothing, but for days, which are then not compared. */
    List<Message> differences(Member there, NewMember asked, X509Certificate certificate) {
        List<Message> differences = new ArrayList<>();
        differ(differences, PeopleText.FIELD_NAME, there.name(), asked.name());
        differ(differences, PeopleText.FIELD_PHONE, there.phone(), asked.phone());
        differ(differences, PeopleText.FIELD_EMAIL, there.email(), asked.email());
        differ(differences, PeopleText.FIELD_LANG, tag(there.lang()), tag(asked.lang()));
        differ(differences, PeopleText.FIELD_LOGIN, there.osLogin(), asked.osLogin());
        differ(
                differences,
                PeopleText.FIELD_KIND,
                there.kind().word(),
                asked.kind().word());
        if (asked.from() != null) {
            differ(differences, PeopleText.FIELD_FROM, text(there.from()), text(asked.from()));
        }
        if (asked.until() != null) {
            differ(differences, PeopleText.FIELD_UNTIL, text(there.until()), text(asked.until()));
        }
        if (asked.consentDay() != null) {
            differ(differences, PeopleText.FIELD_CONSENT, text(there.consentDay()), text(asked.consentDay()));
        }
        if (certificate != null) {
            differ(differences, PeopleText.FIELD_CERTIFICATE, there.certificateSha256(), Keys.sha256(certificate));
        }
        LocalDate day = there.on(ground.today()) ? ground.today() : there.from();
        if (!there.offices(day).equals(asked.offices())) {
            differences.add(PeopleText.DIFFERENT_OFFICES.with(words(there.offices(day)), words(asked.offices())));
        }
        return differences;
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
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
        Member holder = login == null ? null : roll.byLogin(login, ground.today());
        if (holder != null && !holder.id().equals(id)) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-PEOPLE-LOGIN", PeopleText.LOGIN_TAKEN.with(login))
                    .why(PeopleText.LOGIN_TAKEN_WHY.with(holder.name(), holder.id()));
        }
    }

    SavedMember correct(Actor actor, MemberId id, MemberChange change, String reason, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        String why = Ground.reason(reason);
        return ground.save(dryRun, tx -> {
            Roll roll = ground.roll(tx);
            Member m = roll.need(id);
            String name = chosen(m.name(), change.name());
            if (name == null) {
                throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-NO-NAME", PeopleText.NO_NAME.with());
            }
            LocalDate consent = change.consentDay() == null ? m.consentDay() : change.consentDay();
            Member right = new Member(
                    id,
                    name,
                    chosen(m.phone(), change.phone()),
                    chosen(m.email(), change.email()),
                    change.lang() == null ? m.lang() : change.lang(),
                    chosen(m.osLogin(), change.osLogin()),
                    m.from(),
                    m.until(),
                    m.holdings(),
                    m.certificateSha256(),
                    change.kind() == null ? m.kind() : change.kind(),
                    MemberChange.NO_CONSENT.equals(consent) ? null : consent,
                    m.hours());
            List<String> fields = new ArrayList<>();
            note(fields, "name", m.name(), right.name());
            note(fields, "phone", m.phone(), right.phone());
            note(fields, "email", m.email(), right.email());
            note(fields, "language", m.lang(), right.lang());
            note(fields, "login", m.osLogin(), right.osLogin());
            note(fields, "kind", m.kind(), right.kind());
            note(fields, "consent", m.consentDay(), right.consentDay());
            if (fields.isEmpty()) {
                return new SavedMember(m, false);
            }
            loginFree(roll, right.osLogin(), id);
            ground.sql().update(tx, right);
            // Telephone numbers and addresses stay out: the ledger can forget nothing.
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("fields", fields);
            details.put("name", name);
            details.put("reason", why);
            if (fields.contains("kind")) {
                details.put("kind", right.kind().word());
            }
            if (fields.contains("consent")) {
                details.put("consent", text(right.consentDay()));
            }
            ground.enter(tx, actor, "people.correct", id, details);
            return saved(tx, id);
        });
    }

    SavedMember hours(Actor actor, MemberId id, OfficeHours hours, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        String text = hours == null ? null : hours.text();
        return ground.save(dryRun, tx -> {
            Member m = ground.roll(tx).need(id);
            if (Objects.equals(text, m.hours())) {
                return new SavedMember(m, false);
            }
            ground.sql().hours(tx, id, text);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("hours", text);
            ground.enter(tx, actor, "people.hours", id, details);
            return saved(tx, id);
        });
    }

    /** Guards hold no office hours unless somebody says which. */
    OfficeHours hours(MemberId id) {
        Member m = ground.roll().need(id);
        if (m.hours() != null) {
            return OfficeHours.parse(m.hours());
        }
        return m.kind() == MemberKind.GUARD ? OfficeHours.NONE : siteHours();
    }

    OfficeHours siteHours() {
        String text = ground.config().text(Setting.OFFICE_HOURS);
        OfficeHours hours = OfficeHours.parse(text);
        if (hours == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-HOURS", PeopleText.BAD_HOURS_SETTING.with(text))
                    .why(PeopleText.LIKE_HOURS.with());
        }
        return hours;
    }

    private static String chosen(String there, String asked) {
        return asked == null ? there : NewMember.clean(asked);
    }

    private static void note(List<String> fields, String field, Object there, Object now) {
        if (!Objects.equals(there, now)) {
            fields.add(field);
        }
    }

    SavedMember appoint(
            Actor actor, MemberId id, Office office, LocalDate from, LocalDate until, String title, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        if (until != null && until.isBefore(from)) {
            throw badDates(from, until);
        }
        String called = Ground.line("--title", title);
        return ground.save(dryRun, tx -> {
            Member m = ground.roll(tx).need(id);
            for (Holding holding : m.holdings()) {
                boolean apart = until != null && until.isBefore(holding.from())
                        || holding.until() != null && from.isAfter(holding.until());
                if (holding.office() == office && !apart) {
                    refuseOther(m, holding, from, until, called);
                    return new SavedMember(m, false);
                }
            }
            if (!m.on(from)) {
                throw new VigilException(
                                ErrorKind.REFUSED,
                                "VG-PEOPLE-NOT-THEN",
                                PeopleText.NOT_A_MEMBER_THEN.with(m.name(), from))
                        .why(PeopleText.NOT_A_MEMBER_NOW_WHY.with(m.from(), m.until() == null ? "…" : m.until()));
            }
            ground.sql().appoint(tx, id, office, from, until, called);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("office", office.id());
            details.put("from", from.toString());
            details.put("until", text(until));
            if (called != null) {
                details.put("title", called);
            }
            ground.enter(tx, actor, "people.appoint", id, details);
            return saved(tx, id);
        });
    }

    /** Held already over part of that time: the same appointment, or another one. */
    private static void refuseOther(Member m, Holding there, LocalDate from, LocalDate until, String title) {
        boolean within = !from.isBefore(there.from());
        if (within && Objects.equals(until, there.until()) && Objects.equals(title, there.title())) {
            return;
        }
        VigilException e = new VigilException(
                ErrorKind.CONFLICT,
                "VG-PEOPLE-HELD",
                PeopleText.OFFICE_HELD.with(m.name(), there.office().with()));
        if (!within) {
            differ(e, PeopleText.FIELD_FROM, text(there.from()), text(from));
        }
        differ(e, PeopleText.FIELD_UNTIL, text(there.until()), text(until));
        differ(e, PeopleText.FIELD_TITLE, there.title(), title);
        throw e.next(PeopleText.RELIEVE_NEXT.with(m.id(), there.office().id()));
    }

    private static void differ(VigilException e, PeopleText field, String there, String asked) {
        List<Message> difference = new ArrayList<>();
        differ(difference, field, there, asked);
        for (Message one : difference) {
            e.why(one);
        }
    }

    SavedMember relieve(Actor actor, MemberId id, Office office, LocalDate lastDay, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        return ground.save(dryRun, tx -> {
            Member m = ground.roll(tx).need(id);
            for (Holding holding : m.holdings()) {
                if (holding.office() == office && holding.on(lastDay)) {
                    if (lastDay.equals(holding.until())) {
                        return new SavedMember(m, false);
                    }
                    ground.sql().relieve(tx, id, holding, lastDay);
                    ground.enter(
                            tx,
                            actor,
                            "people.relieve",
                            id,
                            Map.of("office", office.id(), "until", lastDay.toString()));
                    return saved(tx, id);
                }
            }
            throw new VigilException(
                    ErrorKind.NOT_FOUND,
                    "VG-PEOPLE-NO-OFFICE",
                    PeopleText.NO_SUCH_OFFICE_HELD.with(m.name(), office.with(), lastDay));
        });
    }

    SavedMember end(Actor actor, MemberId id, LocalDate lastDay, String reason, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        String why = Ground.reason(reason);
        return ground.save(dryRun, tx -> {
            Member m = ground.roll(tx).need(id);
            if (lastDay.isBefore(m.from())) {
                throw badDates(m.from(), lastDay);
            }
            if (lastDay.equals(m.until())) {
                return new SavedMember(m, false);
            }
            ground.sql().end(tx, id, lastDay);
            ground.enter(tx, actor, "people.end", id, Map.of("until", lastDay.toString(), "reason", why));
            return saved(tx, id);
        });
    }

    private SavedMember saved(Tx tx, MemberId id) throws SQLException {
        return new SavedMember(ground.roll(tx).need(id), true);
    }
}
