package vn.vigil.roster.book;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.store.Tx;

/**
 * Patterns. A cycle is written as shift ids and {@code -} with blanks between, or as letters that {@code shifts} explains; crews as
 * {@code A@0=lan minh; B@7=hoa}, where the offset may be left out.
 */
final class PatternShelf implements Shelf<Pattern> {
    private static final int LONGEST = 366;
    private static final int MOST_CREWS = 60;

    @Override
    public BookKind kind() {
        return BookKind.PATTERN;
    }

    @Override
    public Map<String, Pattern> all(Tx tx) throws SQLException {
        Map<String, Pattern> all = new LinkedHashMap<>();
        for (Pattern pattern : SqlBookStore.patterns(tx)) {
            all.put(pattern.id(), pattern);
        }
        return all;
    }

    @Override
    public String key(Written w, Reading reading) {
        return reading.id(w, BookColumn.ID);
    }

    @Override
    public Pattern read(Tx tx, Written w, String key, Pattern p, Reading r) throws SQLException {
        int before = r.count();
        LocalDate anchor = r.day(w, BookColumn.ANCHOR);
        if (anchor == null && p == null && r.count() == before) {
            r.fault(w, BookColumn.ANCHOR, BookText.MISSING.with());
        }
        anchor = anchor != null ? anchor : p == null ? null : p.anchor();
        List<String[]> told = crewTexts(w, r);
        List<String> cycle = Reading.said(w, BookColumn.CYCLE) || Reading.said(w, BookColumn.KIND)
                ? cycle(w, told == null ? p == null ? 0 : p.crews().size() : told.size(), r)
                : p == null ? null : p.cycle();
        if (cycle == null) {
            if (r.count() == before) {
                r.fault(w, BookColumn.CYCLE, BookText.NO_CYCLE.with());
            }
            return null;
        }
        Set<String> shifts = new ShiftShelf().all(tx).keySet();
        for (String shift : new HashSet<>(cycle)) {
            if (shift != null) {
                r.known(w, BookColumn.CYCLE, BookKind.SHIFT, shift, shifts);
            }
        }
        List<Pattern.Crew> crews = told == null ? p == null ? List.of() : p.crews() : crews(w, told, cycle.size(), r);
        if (crews.isEmpty() && r.count() == before) {
            r.fault(w, BookColumn.CREWS, BookText.NO_CREWS.with());
        }
        LocalDate from = r.day(w, BookColumn.FROM);
        from = from != null ? from : p != null ? p.from() : anchor;
        LocalDate until = from == null ? null : PostShelf.until(w, p == null ? null : p.until(), from, r);
        return r.count() > before ? null : new Pattern(key, cycle, anchor, crews, from, until);
    }

    private static List<String> cycle(Written w, int crews, Reading r) {
        Map<String, String> letters = letters(w, r);
        String written = r.text(w, BookColumn.CYCLE);
        if (written == null) {
            Cycles kind = r.choice(w, BookColumn.KIND, Cycles.values(), null);
            if (kind == null) {
                return null;
            }
            if (kind.crews() != 0 && kind.crews() != crews) {
                r.fault(w, BookColumn.CREWS, BookText.OTHER_CREWS.with(kind.id(), kind.crews(), crews));
            }
            if (kind.crews() == 0 && crews < letters.size()) {
                r.fault(w, BookColumn.CREWS, BookText.FEW_CREWS.with(crews, letters.size()));
            }
            written = kind.letters(String.join("", letters.keySet()), crews);
        }
        List<String> words = written.indexOf(' ') >= 0 ? Reading.parts(written, " ,") : List.of(written);
        if (words.size() == 1 && !letters.isEmpty()) {
            words = new ArrayList<>();
            for (int i = 0; i < written.length(); i++) {
                words.add(written.substring(i, i + 1));
            }
        }
        if (words.isEmpty() || words.size() > LONGEST) {
            r.fault(w, BookColumn.CYCLE, BookText.LONG_CYCLE.with(LONGEST));
            return null;
        }
        List<String> cycle = new ArrayList<>();
        for (String word : words) {
            boolean off = word.equals("-") || word.equals("off") || word.equals(".");
            String shift = off ? null : letters.isEmpty() ? word : letters.get(word);
            if (!off && shift == null) {
                r.fault(w, BookColumn.SHIFTS, BookText.BAD_SHIFT_LETTER.with(word));
                return null;
            }
            cycle.add(shift);
        }
        return cycle;
    }

    /** Letters and the shifts that they stand for: {@code D=day N=night}. */
    private static Map<String, String> letters(Written w, Reading r) {
        Map<String, String> letters = new LinkedHashMap<>();
        String text = r.text(w, BookColumn.SHIFTS);
        for (String part : text == null ? List.<String>of() : Reading.parts(text, " ,;")) {
            if (part.length() < 3 || part.charAt(1) != '=') {
                r.fault(w, BookColumn.SHIFTS, BookText.BAD_SHIFT_LETTER.with(part));
            } else {
                letters.put(part.substring(0, 1), part.substring(2));
            }
        }
        return letters;
    }

    /** Name (with its offset) and people of each crew; null when none were told. */
    private static List<String[]> crewTexts(Written w, Reading r) {
        String text = w.cells().get(BookColumn.CREWS);
        if (text == null) {
            return null;
        }
        List<String[]> crews = new ArrayList<>();
        for (String part : Reading.parts(text, ";\n")) {
            int equals = part.indexOf('=');
            String name = equals < 0
                    ? Integer.toString(crews.size() + 1)
                    : part.substring(0, equals).strip();
            crews.add(new String[] {name, part.substring(equals + 1).strip()});
        }
        if (crews.size() > MOST_CREWS) {
            r.fault(w, BookColumn.CREWS, BookText.BAD_NUMBER.with(crews.size(), 1, MOST_CREWS));
        }
        return crews;
    }

    private static List<Pattern.Crew> crews(Written w, List<String[]> told, int length, Reading r) {
        List<Pattern.Crew> crews = new ArrayList<>();
        Map<MemberId, String> in = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (String[] one : told) {
            int at = one[0].lastIndexOf('@');
            String name = at < 0 ? one[0] : one[0].substring(0, at).strip();
            // Spread evenly where nobody says otherwise.
            int offset = at < 0
                    ? crews.size() * length / told.size()
                    : offset(one[0].substring(at + 1).strip());
            if (offset < 0 || offset >= length) {
                r.fault(w, BookColumn.CREWS, BookText.BAD_OFFSET.with(one[0], length - 1));
                offset = 0;
            }
            boolean good = !name.isEmpty() && name.length() <= 40 && name.indexOf('=') < 0 && names.add(name);
            List<String> persons = Reading.parts(one[1], one[1].indexOf(',') >= 0 ? "," : " ");
            if (!good || persons.isEmpty()) {
                r.fault(w, BookColumn.CREWS, BookText.BAD_CREW.with(one[0] + "=" + one[1]));
                continue;
            }
            List<MemberId> members = new ArrayList<>();
            for (String person : persons) {
                MemberId member = r.person(w, BookColumn.CREWS, person);
                String other = member == null ? null : in.putIfAbsent(member, name);
                if (other != null) {
                    r.fault(w, BookColumn.CREWS, BookText.CREW_TWICE.with(member, other, name));
                }
                if (member != null) {
                    members.add(member);
                }
            }
            crews.add(new Pattern.Crew(name, offset, members));
        }
        return crews;
    }

    private static int offset(String text) {
        int value = text.isEmpty() || text.length() > 3 ? -1 : 0;
        for (int i = 0; i < text.length() && value >= 0; i++) {
            int digit = text.charAt(i) - '0';
            value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
        }
        return value;
    }

    @Override
    public List<Message> told(Tx tx, Pattern p) {
        return p.cycle().size() % p.crews().size() == 0
                ? List.of()
                : List.of(
                        BookText.UNEVEN.with(p.id(), p.cycle().size(), p.crews().size()));
    }

    @Override
    public BookRow row(Pattern p) {
        StringBuilder cycle = new StringBuilder();
        for (String shift : p.cycle()) {
            cycle.append(cycle.length() == 0 ? "" : " ").append(shift == null ? "-" : shift);
        }
        StringBuilder crews = new StringBuilder();
        for (Pattern.Crew crew : p.crews()) {
            crews.append(crews.length() == 0 ? "" : "; ")
                    .append(crew.name())
                    .append('@')
                    .append(crew.offset())
                    .append('=');
            for (int i = 0; i < crew.members().size(); i++) {
                crews.append(i == 0 ? "" : " ").append(crew.members().get(i));
            }
        }
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        cells.put(BookColumn.ID, p.id());
        cells.put(BookColumn.CYCLE, cycle.toString());
        PostShelf.put(cells, BookColumn.ANCHOR, p.anchor());
        cells.put(BookColumn.CREWS, crews.toString());
        PostShelf.put(cells, BookColumn.FROM, p.from());
        PostShelf.put(cells, BookColumn.UNTIL, p.until());
        return new BookRow(BookKind.PATTERN, cells);
    }

    @Override
    public void insert(Tx tx, Pattern pattern) throws SQLException {
        SqlBookStore.insert(tx, pattern);
    }

    @Override
    public void update(Tx tx, Pattern pattern) throws SQLException {
        SqlBookStore.deletePattern(tx, pattern.id());
        SqlBookStore.insert(tx, pattern);
    }
}
