package vn.vigil.roster.paper;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.vigil.people.OutsideBody;
import vn.vigil.people.SiteProfile;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.plan.Duty;
import vn.vigil.text.Lang;
import vn.vigil.text.Viet;

/**
 * What the template {@code duty-month} is filled with: one sheet for the wall and the paper book, a row a day, a column a shift,
 * leaders in front. Shifts of the same hours that are never stood on one day, such as those of workdays and of free days, share a
 * column. Pure.
 *
 * @param directory telephone numbers stand below the table and not beside each name, where a page has no room for that
 */
record MonthSheet(RosterFacts facts, YearMonth month, String post, SiteProfile site, Lang lang, boolean directory) {
    /** More columns cannot be read on a wall. */
    static final int MOST_COLUMNS = 6;

    /** The columns' shifts, by start; a column of leaders is none of them. */
    List<List<Shift>> columns(List<ShiftRow> rows) {
        Map<String, Shift> shifts = new TreeMap<>();
        Map<String, Set<LocalDate>> days = new HashMap<>();
        for (ShiftRow row : rows) {
            String id = row.shift().id();
            shifts.put(row.shift().start() + "/" + row.shift().end() + "/" + id, row.shift());
            if (!days.containsKey(id)) {
                days.put(id, new HashSet<>());
            }
            days.get(id).add(row.day());
        }
        List<List<Shift>> columns = new ArrayList<>();
        for (Shift shift : shifts.values()) {
            List<Shift> of = null;
            for (List<Shift> column : columns) {
                of = of == null && share(column, shift, days) ? column : of;
            }
            if (of == null) {
                of = new ArrayList<>();
                columns.add(of);
            }
            of.add(shift);
        }
        return columns;
    }

    private static boolean share(List<Shift> column, Shift shift, Map<String, Set<LocalDate>> days) {
        for (Shift other : column) {
            boolean hours = other.start().equals(shift.start()) && other.end().equals(shift.end());
            if (!hours || !Collections.disjoint(days.get(other.id()), days.get(shift.id()))) {
                return false;
            }
        }
        return true;
    }

    Map<String, Object> data(List<ShiftRow> rows) {
        PaperWords words = new PaperWords(lang, facts.zone());
        List<List<Shift>> columns = columns(rows);
        boolean led = false;
        for (ShiftRow row : rows) {
            led |= row.shift().watchers() > 0 && !row.lead().isEmpty();
        }
        List<String> headings = new ArrayList<>();
        if (led) {
            headings.add(words.say(PaperText.LEADER_COLUMN.with()));
        }
        for (List<Shift> column : columns) {
            List<String> names = new ArrayList<>();
            for (Shift shift : column) {
                names.add(shift.name());
            }
            Shift one = column.get(0);
            headings.add(words.say(PaperText.SHIFT_COLUMN.with(
                    String.join(" / ", names), words.time(one.start()), words.time(one.end()))));
        }
        List<Map<String, Object>> days = new ArrayList<>();
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            Map<String, ShiftRow> of = new LinkedHashMap<>();
            Map<Duty, String> leaders = new LinkedHashMap<>();
            for (ShiftRow row : rows) {
                if (row.day().equals(day)) {
                    of.put(row.shift().id(), row);
                    for (Duty duty : row.shift().watchers() == 0 ? List.<Duty>of() : row.lead()) {
                        leaders.put(duty, holder(duty, words));
                    }
                }
            }
            List<String> cells = new ArrayList<>();
            if (led) {
                cells.add(leaders(leaders, words));
            }
            for (List<Shift> column : columns) {
                ShiftRow row = null;
                for (Shift shift : column) {
                    row = row == null ? of.get(shift.id()) : row;
                }
                cells.add(cell(row, words));
            }
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("day", words.shortDay(day));
            line.put("mark", facts.book().days().of(day).off());
            line.put("cells", cells);
            days.add(line);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("body", PaperWords.upper(site.printedBody()) + " – " + words.say(PaperText.TEAM_UPPER.with()));
        String period = words.period(month.atDay(1), month.atEndOfMonth());
        data.put(
                "title",
                PaperWords.upper(words.say(
                        post == null
                                ? PaperText.MONTH_TITLE.with(period)
                                : PaperText.MONTH_TITLE_POST.with(
                                        facts.book().post(post).name(), period))));
        data.put("shifts", headings);
        data.put("days", days);
        List<String> contacts = directory ? directory(rows) : new ArrayList<>();
        for (OutsideBody body : facts.bodies()) {
            contacts.add(
                    body.name().equals(body.phone())
                            ? body.phone()
                            : body.name() + "\u00a0" + body.phone().replace(' ', '\u00a0'));
        }
        data.put("contacts", String.join(" · ", contacts));
        data.put("footer", footer(words));
        return data;
    }

    /** Of several in a day, since when each leads. */
    private static String leaders(Map<Duty, String> leaders, PaperWords words) {
        Map<String, Duty> once = new LinkedHashMap<>();
        leaders.forEach((duty, name) -> once.putIfAbsent(name, duty));
        List<String> lines = new ArrayList<>();
        once.forEach((name, duty) -> lines.add(
                once.size() == 1
                        ? name
                        : words.say(PaperText.LEADER_FROM.with(
                                words.time(duty.span().from()), name))));
        return String.join("\n", lines);
    }

    /** Everybody who stands a duty, by given name. */
    private List<String> directory(List<ShiftRow> rows) {
        Map<String, String> phones = new HashMap<>();
        for (ShiftRow row : rows) {
            List<Duty> all = new ArrayList<>(row.watch());
            all.addAll(row.lead());
            for (Duty duty : all) {
                if (duty.member() != null && facts.phone(duty.member()) != null) {
                    phones.put(facts.name(duty.member()), facts.phone(duty.member()));
                }
            }
        }
        List<String> names = new ArrayList<>(phones.keySet());
        names.sort(Viet.BY_GIVEN_NAME);
        names.replaceAll(name -> name + "\u00a0" + phones.get(name).replace(' ', '\u00a0'));
        return names;
    }

    private String footer(PaperWords words) {
        List<String> said = new ArrayList<>();
        for (Published one : facts.current()) {
            said.add(words.say(PaperText.PUBLICATION.with(
                    one.id(),
                    one.revision(),
                    words.date(LocalDate.ofInstant(one.at(), facts.zone())),
                    one.digest().substring(0, 12))));
        }
        String version = words.say(
                said.isEmpty()
                        ? PaperText.NOTE_DRAFT.with()
                        : facts.published()
                                ? PaperText.NOTE_PUBLISHED.with(String.join("; ", said))
                                : PaperText.NOTE_PARTLY.with());
        return version + " " + words.say(PaperText.NOTE_TELL.with());
    }

    private String cell(ShiftRow row, PaperWords words) {
        if (row == null) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        for (Duty duty : row.shift().watchers() == 0 ? row.lead() : row.watch()) {
            lines.add(holder(duty, words));
        }
        return String.join("\n", lines);
    }

    private String holder(Duty duty, PaperWords words) {
        String name = words.say(PaperText.NOBODY_SHORT.with());
        String phone = null;
        if (duty.member() != null) {
            name = facts.name(duty.member());
            phone = facts.phone(duty.member());
        } else if (duty.body() != null) {
            // Its number stands among those to call, below.
            name = facts.bodyName(duty.body());
        }
        // A number is never broken over two lines.
        String called = phone == null || directory ? name : name + " " + phone.replace(' ', '\u00a0');
        return duty.span().equals(duty.slot().span())
                ? called
                : words.say(PaperText.PART.with(
                        called,
                        words.time(duty.span().from()),
                        words.time(duty.span().to())));
    }
}
