package vn.vigil.roster.paper;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.vigil.people.OutsideBody;
import vn.vigil.people.SiteProfile;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.plan.Duty;
import vn.vigil.text.Lang;

/**
 * What the template {@code duty-month} is filled with: one sheet for the wall and the paper book, a row a day, a column a shift,
 * leaders in front. Pure.
 */
record MonthSheet(
        RosterFacts facts, YearMonth month, String post, SiteProfile site, Lang lang) {
    /** More columns cannot be read on a wall. */
    static final int MOST_COLUMNS = 6;

    /** The columns' shifts, by start; a column of leaders is none of them. */
    List<Shift> shifts(List<ShiftRow> rows) {
        Map<String, Shift> shifts = new TreeMap<>();
        for (ShiftRow row : rows) {
            shifts.put(row.shift().start() + "/" + row.shift().id(), row.shift());
        }
        return new ArrayList<>(shifts.values());
    }

    Map<String, Object> data(List<ShiftRow> rows) {
        PaperWords words = new PaperWords(lang, facts.zone());
        List<Shift> shifts = shifts(rows);
        boolean led = false;
        for (ShiftRow row : rows) {
            led |= row.shift().watchers() > 0 && !row.lead().isEmpty();
        }
        List<String> headings = new ArrayList<>();
        if (led) {
            headings.add(words.say(PaperText.LEADER_COLUMN.with()));
        }
        for (Shift shift : shifts) {
            headings.add(words.say(PaperText.SHIFT_COLUMN.with(
                    shift.name(), words.time(shift.start()), words.time(shift.end()))));
        }
        List<Map<String, Object>> days = new ArrayList<>();
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            Map<String, ShiftRow> of = new LinkedHashMap<>();
            Set<String> leaders = new LinkedHashSet<>();
            for (ShiftRow row : rows) {
                if (row.day().equals(day)) {
                    of.put(row.shift().id(), row);
                    for (Duty duty : row.shift().watchers() == 0 ? List.<Duty>of() : row.lead()) {
                        leaders.add(holder(duty, words));
                    }
                }
            }
            List<String> cells = new ArrayList<>();
            if (led) {
                cells.add(String.join("\n", leaders));
            }
            for (Shift shift : shifts) {
                cells.add(cell(of.get(shift.id()), words));
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
        List<String> contacts = new ArrayList<>();
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
            name = facts.bodyName(duty.body());
            phone = facts.bodyPhone(duty.body());
        }
        // A number is never broken over two lines.
        String called = phone == null ? name : name + " " + phone.replace(' ', '\u00a0');
        return duty.span().equals(duty.slot().span())
                ? called
                : words.say(PaperText.PART.with(
                        called, words.time(duty.span().from()), words.time(duty.span().to())));
    }
}
