package vn.vigil.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.base.VigilException;
import vn.vigil.camera.CameraField;
import vn.vigil.camera.CameraForm;
import vn.vigil.camera.Cameras;
import vn.vigil.camera.Imported;
import vn.vigil.document.Sheet;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.MemberRow;
import vn.vigil.people.MembersImported;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookRow;
import vn.vigil.roster.book.BookSaved;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.Written;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;
import vn.vigil.text.Texts;
import vn.vigil.text.Viet;

/**
 * Takes the sheets of one workbook in, within an open transaction: each part by its own feature, every fault kept until the last
 * sheet was seen. For one workbook.
 */
final class Reception {
    private static final int MOST_FAULTS = 100;

    private final People people;
    private final Cameras cameras;
    private final Books books;
    private final Actor actor;
    private final Path file;
    private final List<Message> faults = new ArrayList<>();
    private final List<Message> conflicts = new ArrayList<>();
    private final List<Message> told = new ArrayList<>();
    private final List<IntakeReport.Part> parts = new ArrayList<>();

    Reception(People people, Cameras cameras, Books books, Actor actor, Path file) {
        this.people = people;
        this.cameras = cameras;
        this.books = books;
        this.actor = actor;
        this.file = file;
    }

    IntakeReport take(List<Sheet> sheets) {
        Map<IntakeSheet, Sheet> known = sort(sheets);
        if (known.isEmpty() && faults.isEmpty()) {
            faults.add(IntakeText.NO_SHEET.with(titles()));
        }
        boolean peopleGood = !known.containsKey(IntakeSheet.PEOPLE) || people(known.get(IntakeSheet.PEOPLE));
        if (known.containsKey(IntakeSheet.POSTS)) {
            book(IntakeSheet.POSTS, BookKind.POST, known.get(IntakeSheet.POSTS));
        }
        if (known.containsKey(IntakeSheet.SHIFTS)) {
            book(IntakeSheet.SHIFTS, BookKind.SHIFT, known.get(IntakeSheet.SHIFTS));
        }
        // People who could not be entered would all be unknown there.
        if (peopleGood && known.containsKey(IntakeSheet.LEAVE)) {
            book(IntakeSheet.LEAVE, BookKind.LEAVE, known.get(IntakeSheet.LEAVE));
        }
        // Last, because passwords go into the vault, which no transaction takes back.
        if (known.containsKey(IntakeSheet.CAMERAS)) {
            cameras(known.get(IntakeSheet.CAMERAS));
        }
        refuse();
        parts.sort(Comparator.comparing(IntakeReport.Part::sheet));
        return new IntakeReport(parts, told);
    }

    private Map<IntakeSheet, Sheet> sort(List<Sheet> sheets) {
        Map<IntakeSheet, Sheet> known = new EnumMap<>(IntakeSheet.class);
        for (Sheet sheet : sheets) {
            IntakeSheet kind = IntakeSheet.of(sheet.name());
            if (sheet.rows().isEmpty() || kind == IntakeSheet.GUIDE) {
                continue;
            }
            if (kind == null) {
                List<String> names = new ArrayList<>();
                for (IntakeSheet one : IntakeSheet.values()) {
                    names.add(Texts.pattern(one, Lang.VI));
                    names.add(Texts.pattern(one, Lang.EN));
                }
                String near = Nearest.of(sheet.name(), names);
                faults.add(
                        near == null
                                ? IntakeText.UNKNOWN_SHEET.with(sheet.name(), titles())
                                : IntakeText.UNKNOWN_SHEET_NEAR.with(sheet.name(), near));
            } else if (known.putIfAbsent(kind, sheet) != null) {
                faults.add(
                        IntakeText.SHEET_TWICE.with(kind.with(), known.get(kind).name(), sheet.name()));
            }
        }
        return known;
    }

    private static String titles() {
        List<String> titles = new ArrayList<>();
        for (IntakeSheet sheet : IntakeSheet.values()) {
            if (sheet != IntakeSheet.GUIDE) {
                titles.add(Texts.pattern(sheet, Lang.VI));
            }
        }
        return String.join(", ", titles);
    }

    private void fault(Table table, Table.Row row, MessageKey column, Message what) {
        faults.add(IntakeText.FAULT.with(table.address(row, column), what));
    }

    // People

    /** Returns false after faults. */
    private boolean people(Sheet sheet) {
        int before = faults.size() + conflicts.size();
        Table table = Table.read(sheet, Arrays.asList(PersonColumn.values()), faults);
        Map<String, Integer> names = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Map<String, String> there = new HashMap<>();
        for (Member member : people.list(true)) {
            ids.add(member.id().value());
            there.put(name(member.name()), member.id().value());
        }
        for (Table.Row row : table.rows()) {
            names.merge(name(row.text(PersonColumn.NAME)), 1, Integer::sum);
            ids.add(String.valueOf(row.text(PersonColumn.ID)));
        }
        Map<String, Table.Row> byWhere = new HashMap<>();
        Map<String, Table.Row> byId = new HashMap<>();
        List<MemberRow> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Map<String, String> cells = new LinkedHashMap<>();
            row.cells().forEach((column, text) -> cells.put(column.id(), text));
            phone(table, row, cells);
            offices(table, row, cells);
            String name = row.text(PersonColumn.NAME);
            if (name != null
                    && !cells.containsKey("id")
                    && names.get(name(name)) == 1
                    && !there.containsKey(name(name))) {
                String id = Ids.person(name, ids);
                if (id != null) {
                    ids.add(id);
                    cells.put("id", id);
                    told.add(IntakeText.ID_MADE.with(table.address(row, PersonColumn.NAME), name, id));
                }
            }
            String where = sheet.name() + "!" + row.number();
            byWhere.put(where, row);
            byId.put(cells.containsKey("id") ? cells.get("id") : String.valueOf(there.get(name(name))), row);
            rows.add(new MemberRow(where, cells));
        }
        try {
            MembersImported done = people.importRows(actor, file.toString(), rows, false);
            parts.add(new IntakeReport.Part(IntakeSheet.PEOPLE, texts(done.added()), texts(done.unchanged())));
        } catch (VigilException e) {
            if (e.kind() == ErrorKind.DENIED) {
                throw e;
            }
            for (Message why : e.why()) {
                member(table, why, byWhere, byId);
            }
        }
        return faults.size() + conflicts.size() == before;
    }

    /** The members' own import names a row and a column, or an id; here a cell is named. */
    private void member(Table table, Message why, Map<String, Table.Row> byWhere, Map<String, Table.Row> byId) {
        List<Object> args = why.args();
        Table.Row row = args.isEmpty() ? null : byWhere.get(args.get(0).toString());
        if (row != null && args.size() == 3 && args.get(2) instanceof Message what) {
            fault(table, row, table.column(args.get(1).toString()), what);
            return;
        }
        row = args.isEmpty() ? null : byId.get(args.get(0).toString());
        if (row != null && args.size() == 2 && args.get(1) instanceof Message difference) {
            conflicts.add(IntakeText.FAULT.with(table.address(row, PersonColumn.NAME), difference));
        } else {
            conflicts.add(why);
        }
    }

    /** Offices by their words, or by their names in either language, shortened as people do: {@code Tổ trưởng}. */
    private void offices(Table table, Table.Row row, Map<String, String> cells) {
        String text = cells.remove(PersonColumn.OFFICES.id());
        List<String> words = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split("[,;|\n]")) {
            if (part.isBlank()) {
                continue;
            }
            Office office = office(part.strip());
            if (office == null) {
                List<String> known = new ArrayList<>();
                for (Office one : Office.values()) {
                    String title = Texts.pattern(one, Lang.VI);
                    int second = title.indexOf(' ', title.indexOf(' ') + 1);
                    known.add(one.id());
                    known.add(title);
                    known.add(second < 0 ? title : title.substring(0, second));
                }
                String near = Nearest.of(part, known);
                fault(
                        table,
                        row,
                        PersonColumn.OFFICES,
                        near == null
                                ? IntakeText.UNKNOWN_OFFICE.with(part.strip())
                                : IntakeText.UNKNOWN_OFFICE_NEAR.with(part.strip(), near));
            } else {
                words.add(office.id());
            }
        }
        if (!words.isEmpty()) {
            cells.put(PersonColumn.OFFICES.id(), String.join(",", words));
        }
    }

    private static Office office(String text) {
        String wanted = Viet.fold(text);
        Office begun = null;
        int several = 0;
        for (Office office : Office.values()) {
            if (wanted.equals(office.id())) {
                return office;
            }
            for (Lang lang : Lang.values()) {
                String title = Viet.fold(Texts.pattern(office, lang));
                if (title.equals(wanted)) {
                    return office;
                }
                if (title.startsWith(wanted + " ")) {
                    begun = office;
                    several++;
                }
            }
        }
        return several == 1 ? begun : null;
    }

    private static String name(String text) {
        return text == null ? "" : Viet.nfc(text.strip()).toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> texts(List<?> ids) {
        List<String> texts = new ArrayList<>();
        for (Object id : ids) {
            texts.add(id.toString());
        }
        return texts;
    }

    /** Spreadsheets take a telephone number for a number and drop its first 0. */
    private void phone(Table table, Table.Row row, Map<String, String> cells) {
        String phone = cells.get("phone");
        boolean cut = phone != null && phone.length() == 9 && phone.charAt(0) != '0';
        for (int i = 0; cut && i < 9; i++) {
            cut = phone.charAt(i) >= '0' && phone.charAt(i) <= '9';
        }
        if (cut) {
            cells.put("phone", "0" + phone);
            told.add(IntakeText.PHONE_REPAIRED.with(table.address(row, PersonColumn.PHONE), phone, "0" + phone));
        }
    }

    // Posts, shifts, leave

    private void book(IntakeSheet kind, BookKind what, Sheet sheet) {
        Table table = Table.read(sheet, what.columns(), faults);
        Set<String> taken = new HashSet<>();
        Map<String, String> posts = new HashMap<>();
        for (BookRow row : books.rows(what)) {
            taken.add(row.key());
        }
        for (BookRow row : books.rows(BookKind.POST)) {
            posts.put(Viet.fold(row.text(BookColumn.NAME)), row.key());
        }
        Map<String, String> there = new HashMap<>();
        for (BookRow row : books.rows(what)) {
            there.put(name(row.text(BookColumn.NAME)), row.key());
        }
        List<Written> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
            row.cells().forEach((column, text) -> cells.put((BookColumn) column, clock((BookColumn) column, text)));
            String post = cells.get(BookColumn.POST);
            if (what == BookKind.SHIFT && post != null && posts.containsKey(Viet.fold(post))) {
                cells.put(BookColumn.POST, posts.get(Viet.fold(post)));
            }
            String name = cells.get(BookColumn.NAME);
            if (what != BookKind.LEAVE && name != null && !cells.containsKey(BookColumn.ID)) {
                String known = there.get(name(name));
                String id = known != null ? known : Ids.thing(name, taken);
                if (id != null) {
                    taken.add(id);
                    cells.put(BookColumn.ID, id);
                }
                if (known == null && id != null) {
                    told.add(IntakeText.ID_MADE.with(table.address(row, BookColumn.NAME), name, id));
                }
            }
            rows.add(new Written(column -> table.address(row, column), cells));
        }
        try {
            BookSaved saved = books.importRows(actor, what, file.toString(), rows);
            List<String> added = new ArrayList<>(keys(saved.added()));
            added.addAll(keys(saved.changed()));
            parts.add(new IntakeReport.Part(kind, added, keys(saved.unchanged())));
            told.addAll(saved.told());
        } catch (VigilException e) {
            sort(e);
        }
    }

    private static List<String> keys(List<BookRow> rows) {
        List<String> keys = new ArrayList<>();
        for (BookRow row : rows) {
            keys.add(row.key());
        }
        return keys;
    }

    /** A time cell of midnight comes as a day of a spreadsheet's first years, for there days are counted from one. */
    private static String clock(BookColumn column, String text) {
        if (column != BookColumn.START && column != BookColumn.END) {
            return text;
        }
        if (text.startsWith("1899-12-3") || text.startsWith("1904-01-01")) {
            return "00:00";
        }
        return text.equals("1900-01-01") ? "24:00" : text;
    }

    // Cameras

    private void cameras(Sheet sheet) {
        Table table = Table.read(sheet, Arrays.asList(CameraColumn.values()), faults);
        List<CameraForm> forms = new ArrayList<>();
        List<Table.Row> rows = new ArrayList<>();
        Map<String, Table.Row> ids = new HashMap<>();
        int before = faults.size();
        for (Table.Row row : table.rows()) {
            String id = row.text(CameraColumn.ID);
            if (id == null) {
                fault(table, row, CameraColumn.ID, IntakeText.MISSING.with());
            } else if (!CameraId.isValid(id)) {
                fault(table, row, CameraColumn.ID, IntakeText.BAD_CAMERA_ID.with(id));
            } else if (ids.putIfAbsent(id, row) != null) {
                fault(
                        table,
                        row,
                        CameraColumn.ID,
                        IntakeText.TWICE.with(id, table.address(ids.get(id), CameraColumn.ID)));
            } else {
                CameraForm form = CameraForm.of(new CameraId(id));
                for (Map.Entry<MessageKey, String> cell : row.cells().entrySet()) {
                    CameraField field = CameraField.of(cell.getKey().id());
                    form = field == null ? form : form.with(field, cell.getValue());
                }
                forms.add(form);
                rows.add(row);
            }
        }
        boolean checkOnly = !faults.isEmpty() || !conflicts.isEmpty() || faults.size() > before;
        try {
            Imported done = cameras.importRows(
                    actor,
                    file,
                    forms,
                    (row, field) -> {
                        MessageKey column = table.column(field);
                        return table.address(rows.get(row), column);
                    },
                    checkOnly);
            parts.add(new IntakeReport.Part(IntakeSheet.CAMERAS, texts(done.added()), texts(done.unchanged())));
        } catch (VigilException e) {
            sort(e);
        }
    }

    // Faults

    /** Keeps what another feature refused; what is not about the sheets' content is told at once. */
    private void sort(VigilException e) {
        if (e.kind() == ErrorKind.CONFLICT) {
            conflicts.addAll(e.why());
        } else if (e.kind() == ErrorKind.USAGE && !e.why().isEmpty()) {
            faults.addAll(e.why());
        } else {
            throw e;
        }
    }

    private void refuse() {
        if (faults.isEmpty() && conflicts.isEmpty()) {
            return;
        }
        boolean unreadable = !faults.isEmpty();
        VigilException e = new VigilException(
                unreadable ? ErrorKind.USAGE : ErrorKind.CONFLICT,
                unreadable ? "VG-INTAKE-FAULTS" : "VG-INTAKE-DIFFERENT",
                IntakeText.NOT_IMPORTED.with(file.toString(), faults.size(), conflicts.size()));
        List<Message> all = new ArrayList<>(faults);
        all.addAll(conflicts);
        for (Message one : all.subList(0, Math.min(MOST_FAULTS, all.size()))) {
            e.why(one);
        }
        if (all.size() > MOST_FAULTS) {
            e.why(IntakeText.MORE_FAULTS.with(all.size() - MOST_FAULTS));
        }
        throw e.next((unreadable ? IntakeText.FAULTS_NEXT : IntakeText.CONFLICTS_NEXT).with());
    }
}
