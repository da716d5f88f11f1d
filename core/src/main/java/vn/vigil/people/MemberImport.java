package vn.vigil.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;
import vn.vigil.text.Texts;
import vn.vigil.text.Viet;

/**
 * Makes members of rows, and collects every fault. A row without id is the member of that name, or a new one whose id is made of
 * the name; two people of one name therefore need ids. Pure.
 */
final class MemberImport {
    /** More than any department has; keeps a mistaken file from filling the store. */
    static final int MOST = 5000;

    static final List<String> COLUMNS =
            List.of("id", "name", "phone", "email", "login", "offices", "from", "until", "language", "kind", "consent");

    /** Under this column a reader files what stands behind the last one. */
    static final String TOO_MANY = "…";

    private final Roll roll;
    private final List<Message> faults = new ArrayList<>();
    private final List<NewMember> members = new ArrayList<>();

    MemberImport(Roll roll) {
        this.roll = roll;
    }

    /** In the rows' order; rows with faults are left out. */
    List<NewMember> members() {
        return members;
    }

    List<Message> faults() {
        return faults;
    }

    void read(List<MemberRow> rows) {
        Map<String, Integer> names = new HashMap<>();
        for (MemberRow row : rows) {
            String name = NewMember.clean(row.cells().get("name"));
            if (name != null) {
                names.merge(Viet.nfc(name).toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        Map<MemberId, String> seen = new HashMap<>();
        Map<String, String> logins = new HashMap<>();
        for (MemberRow row : rows) {
            int before = faults.size();
            NewMember member = read(row, names);
            if (member == null) {
                continue;
            }
            String other = seen.put(member.id(), row.where());
            if (other != null) {
                fault(row, "id", PeopleText.ID_TWICE.with(member.id(), other));
            }
            if (member.osLogin() != null) {
                String first = logins.put(member.osLogin(), row.where());
                if (first != null) {
                    fault(row, "login", PeopleText.LOGIN_TWICE.with(member.osLogin(), first));
                }
            }
            if (faults.size() == before) {
                members.add(member);
            }
        }
    }

    private NewMember read(MemberRow row, Map<String, Integer> names) {
        int before = faults.size();
        for (String column : row.cells().keySet()) {
            if (column.equals(TOO_MANY)) {
                fault(row, column, PeopleText.TOO_MANY_CELLS.with());
            }
        }
        String name = line(row, "name");
        if (name == null && faults.size() == before) {
            fault(row, "name", PeopleText.MISSING.with());
        }
        MemberId id = name == null ? null : id(row, name, names);
        String phone = line(row, "phone");
        if (phone != null && !Bodies.isPhone(phone)) {
            fault(row, "phone", PeopleText.BAD_PHONE.with());
        }
        String email = line(row, "email");
        if (email != null && (email.indexOf('@') < 1 || email.indexOf(' ') >= 0 || email.endsWith("@"))) {
            fault(row, "email", PeopleText.BAD_EMAIL.with());
        }
        String login = line(row, "login");
        Set<Office> offices = offices(row);
        LocalDate from = day(row, "from");
        LocalDate until = day(row, "until");
        if (from != null && until != null && until.isBefore(from)) {
            fault(row, "until", PeopleText.BAD_DATES.with(from, until));
        }
        Lang lang = lang(row);
        MemberKind kind = kind(row);
        LocalDate consent = day(row, "consent");
        return faults.size() > before || id == null
                ? null
                : new NewMember(id, name, phone, email, lang, login, offices, from, null, until, kind, consent);
    }

    private MemberId id(MemberRow row, String name, Map<String, Integer> names) {
        String written = row.cells().get("id");
        if (written != null) {
            String id = written.strip();
            if (!CameraId.isValid(id)) {
                fault(row, "id", PeopleText.BAD_SHORT_NAME.with(id));
                return null;
            }
            return new MemberId(id);
        }
        if (names.get(name.toLowerCase(Locale.ROOT)) > 1) {
            fault(row, "id", PeopleText.NAMESAKES.with(name));
            return null;
        }
        List<Member> there = new ArrayList<>();
        for (Member member : roll.all()) {
            if (member.name().equalsIgnoreCase(name)) {
                there.add(member);
            }
        }
        if (there.size() > 1) {
            fault(row, "id", PeopleText.NAMESAKES.with(name));
            return null;
        }
        if (there.size() == 1) {
            return there.get(0).id();
        }
        MemberId made = made(name);
        if (made == null || roll.byId(made) != null) {
            fault(row, "id", PeopleText.NO_ID_OF_NAME.with(name));
            return null;
        }
        return made;
    }

    /** {@code "Nguyễn Văn An"} is {@code nguyen-van-an}; null when that is no id. */
    private static MemberId made(String name) {
        StringBuilder id = new StringBuilder();
        String folded = Viet.fold(name);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (letter) {
                id.append(c);
            } else if (id.length() > 0 && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        String text = id.toString();
        return CameraId.isValid(text) ? new MemberId(text) : null;
    }

    /** Ids or names of offices, in either language, with commas, semicolons or bars between; ids also with blanks. */
    private Set<Office> offices(MemberRow row) {
        EnumSet<Office> offices = EnumSet.noneOf(Office.class);
        String text = line(row, "offices");
        for (String part : parts(text, ",;|")) {
            Office office = office(part);
            if (office != null) {
                offices.add(office);
                continue;
            }
            for (String word : parts(part, " ")) {
                Office one = office(word);
                if (one == null) {
                    List<String> known = new ArrayList<>();
                    for (Office o : Office.values()) {
                        known.add(o.id());
                    }
                    String near = Nearest.of(word, known);
                    fault(
                            row,
                            "offices",
                            near == null
                                    ? PeopleText.NO_OFFICE.with(word, String.join(" ", known))
                                    : PeopleText.NO_OFFICE_NEAR.with(word, near));
                } else {
                    offices.add(one);
                }
            }
        }
        return offices;
    }

    private static Office office(String text) {
        Office office = Office.of(text.strip());
        if (office != null) {
            return office;
        }
        String wanted = Viet.fold(text);
        for (Office o : Office.values()) {
            for (Lang lang : Lang.values()) {
                if (Viet.fold(Texts.pattern(o, lang)).equals(wanted)) {
                    return o;
                }
            }
        }
        return null;
    }

    private static Set<String> parts(String text, String separators) {
        Set<String> parts = new LinkedHashSet<>();
        int from = 0;
        for (int i = 0; text != null && i <= text.length(); i++) {
            if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
                String part = text.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    /** Only {@code yyyy-mm-dd}: 2/3 is a day in March to one reader and in February to another. */
    private LocalDate day(MemberRow row, String column) {
        String text = row.cells().get(column);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        fault(row, column, PeopleText.BAD_DAY.with(text));
        return null;
    }

    private Lang lang(MemberRow row) {
        String text = row.cells().get("language");
        if (text == null) {
            return null;
        }
        Lang lang = Lang.of(text.strip().toLowerCase(Locale.ROOT));
        if (lang == null) {
            fault(row, "language", PeopleText.BAD_LANGUAGE.with(text));
        }
        return lang;
    }

    private MemberKind kind(MemberRow row) {
        String text = row.cells().get("kind");
        if (text == null) {
            return null;
        }
        MemberKind kind = MemberKind.of(text.strip().toLowerCase(Locale.ROOT));
        if (kind == null) {
            fault(row, "kind", PeopleText.BAD_KIND.with(text));
        }
        return kind;
    }

    private String line(MemberRow row, String column) {
        String text = NewMember.clean(row.cells().get(column));
        if (text != null && !Ground.isLine(text)) {
            fault(row, column, PeopleText.BAD_TEXT.with());
            return null;
        }
        return text;
    }

    private void fault(MemberRow row, String column, Message what) {
        faults.add(PeopleText.ROW_FAULT.with(row.where(), column, what));
    }
}
