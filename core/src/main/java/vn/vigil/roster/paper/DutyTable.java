package vn.vigil.roster.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.calendar.DayClass;
import vn.vigil.people.OutsideBody;
import vn.vigil.people.SignatureBlock;
import vn.vigil.people.SiteProfile;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Source;
import vn.vigil.text.Viet;

/**
 * What the template {@code duty-table} is filled with: the annex to a notice or plan of duty. Pure.
 *
 * @param signature null: the block stays empty
 */
record DutyTable(RosterFacts facts, ExportRequest asked, SiteProfile site, SignatureBlock signature) {

    Map<String, Object> data(List<ShiftRow> rows) {
        PaperWords words = new PaperWords(asked.lang(), facts.zone());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("superior", PaperWords.upper(site.printedBody()));
        data.put("body", words.say(PaperText.TEAM_UPPER.with()));
        data.put("annex", "");
        data.put("title", PaperWords.upper(words.say(title(words))));
        data.put("attached", words.say(attached(words)));
        data.put("mark", words.say(PaperText.INTERNAL.with()));
        data.put("place", site.confirmed() ? site.place() : "…");
        data.put("date", asked.date() == null ? "" : asked.date().toString());
        List<Map<String, Object>> lines = new ArrayList<>();
        for (ShiftRow row : rows) {
            lines.add(row(row, words));
        }
        data.put("rows", lines);
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (OutsideBody body : facts.bodies()) {
            contacts.add(Map.of("name", body.name(), "phone", body.phone()));
        }
        data.put("contacts", contacts);
        data.put("notes", notes(words));
        List<String> recipients = new ArrayList<>();
        recipients.add(words.say(PaperText.TO_BOARD.with()));
        recipients.add(words.say(PaperText.TO_MEMBERS.with()));
        recipients.add(words.say(PaperText.TO_FILE.with()));
        data.put("recipients", recipients);
        data.put("signatures", List.of(signature(words)));
        return data;
    }

    private vn.vigil.base.Message title(PaperWords words) {
        String period = words.period(asked.first(), asked.last());
        return asked.post() == null
                ? PaperText.TABLE_TITLE.with(period)
                : PaperText.TABLE_TITLE_POST.with(
                        facts.book().post(asked.post()).name(), period);
    }

    private vn.vigil.base.Message attached(PaperWords words) {
        String date = words.formalDate(asked.date());
        String number = asked.number();
        if (number == null) {
            return PaperText.ATTACHED_BLANK.with(date);
        }
        int slash = number.indexOf('/');
        String symbol = slash < 0 ? "" : number.substring(slash + 1);
        PaperText kind = symbol.startsWith("KH-")
                ? PaperText.KIND_PLAN
                : symbol.startsWith("TB-") ? PaperText.KIND_NOTICE : PaperText.KIND_DOCUMENT;
        return PaperText.ATTACHED.with(kind.with(), number, date);
    }

    private Map<String, Object> signature(PaperWords words) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("title", signature == null ? "" : String.join("\n", signature.lines()));
        block.put("note", words.say(PaperText.SIGN_HERE.with()));
        block.put("name", signature == null ? "" : signature.name());
        return block;
    }

    private List<String> notes(PaperWords words) {
        List<String> notes = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Published one : facts.current()) {
            said.add(words.say(PaperText.PUBLICATION.with(
                    one.id(),
                    one.revision(),
                    words.date(LocalDate.ofInstant(one.at(), facts.zone())),
                    one.digest().substring(0, 12))));
        }
        if (!facts.published()) {
            notes.add(words.say(said.isEmpty() ? PaperText.NOTE_DRAFT.with() : PaperText.NOTE_PARTLY.with()));
        }
        if (!said.isEmpty()) {
            notes.add(words.say(PaperText.NOTE_PUBLISHED.with(String.join("; ", said))));
        }
        int changed = facts.changedSincePublished();
        if (changed > 0) {
            notes.add(words.say(PaperText.NOTE_CHANGED.with(changed)));
        }
        notes.add(words.say(PaperText.NOTE_TELL.with()));
        return notes;
    }

    private Map<String, Object> row(ShiftRow row, PaperWords words) {
        List<String> people = new ArrayList<>();
        Set<String> phones = new LinkedHashSet<>();
        Set<String> notes = new LinkedHashSet<>();
        DayClass dayClass = facts.book().days().of(row.day());
        if (dayClass == DayClass.HOLIDAY || dayClass == DayClass.TET) {
            notes.add(words.say(PaperText.DAY_OF.with(dayClass.with())));
        }
        List<Duty> watch = row.shift().watchers() == 0 ? row.lead() : row.watch();
        boolean named = false;
        for (Duty duty : watch) {
            named |= duty.member() != null;
        }
        // An outside body says by its name what it is.
        if (row.shift().kind() == DutyKind.BY_TELEPHONE || row.shift().kind() == DutyKind.GUARD && named) {
            notes.add(words.say(PaperText.STOOD_AS.with(row.shift().kind().with())));
        }
        for (Duty duty : watch) {
            people.add(holder(duty, words));
            phones.add(watch.size() == 1 || phone(duty).isEmpty() ? phone(duty) : named(duty));
            note(duty, notes, words);
        }
        List<String> leaders = new ArrayList<>();
        for (Duty duty : row.shift().watchers() == 0 ? List.<Duty>of() : row.lead()) {
            leaders.add(holder(duty, words));
            if (!phone(duty).isEmpty()) {
                leaders.add(phone(duty));
            }
            note(duty, notes, words);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("day", words.day(row.day()));
        line.put(
                "shift",
                shift(row, words, asked.post() == null && facts.book().posts().size() > 1));
        line.put("people", String.join("\n", people));
        line.put("phones", String.join("\n", phones));
        line.put("leader", String.join("\n", leaders));
        line.put("note", String.join("\n", notes));
        return line;
    }

    private String shift(ShiftRow row, PaperWords words, boolean post) {
        String hours = words.say(PaperText.SHIFT_HOURS.with(
                row.shift().name(),
                words.time(row.shift().start()),
                words.time(row.shift().end())));
        return post ? hours + "\n" + facts.book().post(row.shift().post()).name() : hours;
    }

    /** Name and, of a part of the seat's time, from when to when. */
    private String holder(Duty duty, PaperWords words) {
        String name = duty.member() != null
                ? facts.name(duty.member())
                : duty.body() != null ? facts.bodyName(duty.body()) : words.say(PaperText.NOBODY.with());
        return duty.span().equals(duty.slot().span())
                ? name
                : words.say(PaperText.PART.with(
                        name,
                        words.time(duty.span().from()),
                        words.time(duty.span().to())));
    }

    /** Where several stand a shift, lines of two columns need not lie beside each other: the number says whose it is. */
    private String named(Duty duty) {
        String whose = duty.member() == null ? facts.bodyName(duty.body()) : Viet.givenName(facts.name(duty.member()));
        return whose + ": " + phone(duty).replace(' ', '\u00a0');
    }

    private String phone(Duty duty) {
        String phone = duty.body() == null ? facts.phone(duty.member()) : facts.bodyPhone(duty.body());
        return phone == null ? "" : phone;
    }

    private void note(Duty duty, Set<String> notes, PaperWords words) {
        if (duty.source() == Source.SWAP) {
            notes.add(words.say(PaperText.SWAPPED.with()));
        } else if (duty.source() == Source.OVERRIDE || duty.source() == Source.TAKE) {
            notes.add(words.say(PaperText.STANDS_IN.with()));
        }
    }
}
