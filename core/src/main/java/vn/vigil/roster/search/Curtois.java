package vn.vigil.roster.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/**
 * The text files of the public Shift Scheduling Benchmark Instances (T. Curtois, R. Qu, University of Nottingham, 2014): reads an
 * instance as a {@link Problem}, writes a roster. The reader is strict and tells all faults at once, each by line and field. For one
 * thread and one file.
 */
public final class Curtois {
    /** Far more than the largest published instance. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int MOST_FAULTS = 20;
    private static final int LONGEST_ID = 64;
    private static final long LARGEST = 1_000_000_000L;

    private enum Section {
        HORIZON("Horizon"),
        SHIFTS("ShiftID", "Length", "MayNotFollow"),
        STAFF(
                "ID",
                "MaxShifts",
                "MaxTotalMinutes",
                "MinTotalMinutes",
                "MaxConsecutiveShifts",
                "MinConsecutiveShifts",
                "MinConsecutiveDaysOff",
                "MaxWeekends"),
        DAYS_OFF("EmployeeID", "DayIndexes"),
        SHIFT_ON_REQUESTS("EmployeeID", "Day", "ShiftID", "Weight"),
        SHIFT_OFF_REQUESTS("EmployeeID", "Day", "ShiftID", "Weight"),
        COVER("Day", "ShiftID", "Requirement", "WeightUnder", "WeightOver");

        private final String[] fields;

        Section(String... fields) {
            this.fields = fields;
        }
    }

    /**
     * An instance.
     *
     * @param problem its rules and costs
     * @param staff the employees' ids, by place
     * @param shifts the shifts' ids, by place
     */
    public record Instance(Problem problem, List<String> staff, List<String> shifts) {
        public Instance {
            staff = List.copyOf(staff);
            shifts = List.copyOf(shifts);
        }
    }

    /** One data line. */
    private record Row(int line, String[] fields) {}

    private final String file;
    private final List<Message> faults = new ArrayList<>();
    private int more;
    private final Map<Section, List<Row>> sections = new HashMap<>();

    private int days = 1;
    private final Map<String, Integer> shifts = new LinkedHashMap<>();
    private final List<Duty> duties = new ArrayList<>();
    private final Map<String, Integer> staff = new LinkedHashMap<>();
    private final List<List<Limit>> limits = new ArrayList<>();
    private final List<List<Bar>> bars = new ArrayList<>();
    private final List<Runs> runs = new ArrayList<>();
    private final List<CellCost> wishes = new ArrayList<>();
    private final List<Demand> cover = new ArrayList<>();
    private long constant;

    private Curtois(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws VigilException of kind USAGE when it is no instance, with each fault's line and field; NOT_FOUND when it is not there
     */
    public static Instance read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new VigilException(
                            ErrorKind.NOT_FOUND, "VG-ROSTER-INSTANCE", SearchText.CANNOT_READ.with(file.toString()))
                    .why(SearchText.NO_FILE.with());
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.FAILED, "VG-ROSTER-INSTANCE", SearchText.CANNOT_READ.with(file.toString()))
                    .why(SearchText.UNREADABLE.with())
                    .causedBy(e);
        }
        if (bytes.length > MOST_BYTES) {
            throw refused(file.toString()).why(SearchText.FILE_TOO_LARGE.with(String.valueOf(MOST_BYTES >> 20)));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(file.toString()).why(SearchText.NOT_UTF8.with());
        }
        return parse(file.toString(), text);
    }

    /**
     * Reads a text.
     *
     * @param name what faults call it
     * @throws VigilException of kind USAGE when it is no instance
     */
    public static Instance parse(String name, String text) {
        return new Curtois(name).instance(text);
    }

    /** The roster as text: a line per employee of id and, tab-separated, a cell per day; blank is off. */
    public static String write(Instance instance, Roster roster) {
        StringBuilder out = new StringBuilder();
        for (int p = 0; p < roster.persons(); p++) {
            out.append(instance.staff().get(p));
            for (int d = 0; d < instance.problem().days(); d++) {
                int s = roster.at(p, d);
                out.append('\t').append(s < 0 ? "" : instance.shifts().get(s));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static VigilException refused(String file) {
        return new VigilException(ErrorKind.USAGE, "VG-ROSTER-INSTANCE", SearchText.CANNOT_READ.with(file));
    }

    private Instance instance(String text) {
        split(text);
        horizon();
        stop();
        readShifts();
        stop();
        readStaff();
        stop();
        daysOff();
        requests(Section.SHIFT_ON_REQUESTS, true);
        requests(Section.SHIFT_OFF_REQUESTS, false);
        readCover();
        stop();
        if ((long) days * staff.size() > Problem.MOST_CELLS) {
            throw refused(file).why(SearchText.TOO_MANY_CELLS.with(String.valueOf(Problem.MOST_CELLS)));
        }
        List<Person> persons = new ArrayList<>();
        for (Map.Entry<String, Integer> e : staff.entrySet()) {
            int p = e.getValue();
            persons.add(new Person(e.getKey(), bars.get(p), limits.get(p), runs.get(p), null, null, List.of()));
        }
        Problem problem = new Problem(
                days, DayOfWeek.MONDAY, duties, persons, successions(), cover, wishes, List.of(), 0, 0, constant);
        return new Instance(problem, List.copyOf(staff.keySet()), List.copyOf(shifts.keySet()));
    }

    /** Sorts the lines into sections. */
    private void split(String text) {
        Section section = null;
        boolean known = true;
        int line = 0;
        String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String raw : rest.split("\n", -1)) {
            line++;
            String data = raw.strip();
            if (data.isEmpty() || data.charAt(0) == '#') {
                continue;
            }
            if (data.startsWith("SECTION_")) {
                section = section(data.substring("SECTION_".length()));
                known = section != null;
                if (!known) {
                    fault(line, data, SearchText.UNKNOWN_SECTION.with());
                } else if (sections.putIfAbsent(section, new ArrayList<>()) != null) {
                    fault(line, data, SearchText.TWICE.with(data));
                }
            } else if (section == null) {
                if (known) {
                    fault(line, "-", SearchText.OUTSIDE_SECTION.with());
                    known = false;
                }
            } else {
                String[] fields = data.split(",", -1);
                for (int i = 0; i < fields.length; i++) {
                    fields[i] = fields[i].strip();
                }
                sections.get(section).add(new Row(line, fields));
            }
        }
    }

    private static Section section(String name) {
        for (Section s : Section.values()) {
            if (s.name().equals(name)) {
                return s;
            }
        }
        return null;
    }

    private List<Row> rows(Section section) {
        return sections.getOrDefault(section, List.of());
    }

    private void horizon() {
        List<Row> rows = rows(Section.HORIZON);
        if (rows.isEmpty()) {
            fault(1, "SECTION_HORIZON", SearchText.MISSING_SECTION.with());
            return;
        }
        days = (int) number(Section.HORIZON, rows.get(0), 0, 1, Problem.MOST_DAYS, 1);
        if (rows.size() > 1) {
            fault(rows.get(1).line, Section.HORIZON.fields[0], SearchText.TWICE.with(rows.get(1).fields[0]));
        }
    }

    private void readShifts() {
        List<Row> rows = rows(Section.SHIFTS);
        if (rows.isEmpty()) {
            fault(1, "SECTION_SHIFTS", SearchText.MISSING_SECTION.with());
        }
        if (rows.size() > Problem.MOST_DUTIES) {
            fault(
                    rows.get(Problem.MOST_DUTIES).line,
                    Section.SHIFTS.fields[0],
                    SearchText.TOO_MANY.with(String.valueOf(Problem.MOST_DUTIES)));
            return;
        }
        for (Row row : rows) {
            if (!enough(Section.SHIFTS, row, 2) || !fresh(Section.SHIFTS, row, shifts)) {
                continue;
            }
            int minutes = (int) number(Section.SHIFTS, row, 1, 0, 2880, 0);
            shifts.put(row.fields[0], duties.size());
            duties.add(new Duty(row.fields[0], minutes, -1, false));
        }
        for (Row row : rows) {
            for (String id : after(row)) {
                if (!id.isEmpty() && !shifts.containsKey(id)) {
                    fault(row.line, Section.SHIFTS.fields[2], SearchText.UNKNOWN_SHIFT.with(id));
                }
            }
        }
    }

    private static String[] after(Row row) {
        return row.fields.length > 2 ? row.fields[2].split("\\|", -1) : new String[0];
    }

    private Successions successions() {
        Successions all = Successions.free(duties.size());
        for (Row row : rows(Section.SHIFTS)) {
            for (String id : after(row)) {
                if (!id.isBlank()) {
                    all = all.forbid(shifts.get(row.fields[0]), shifts.get(id));
                }
            }
        }
        return all;
    }

    private void readStaff() {
        Section section = Section.STAFF;
        List<Row> rows = rows(section);
        if (rows.isEmpty()) {
            fault(1, "SECTION_STAFF", SearchText.MISSING_SECTION.with());
        }
        if (rows.size() > Problem.MOST_PERSONS) {
            fault(
                    rows.get(Problem.MOST_PERSONS).line,
                    section.fields[0],
                    SearchText.TOO_MANY.with(String.valueOf(Problem.MOST_PERSONS)));
            return;
        }
        long all = Choice.all(duties.size()) & ~Choice.OFF_ONLY;
        for (Row row : rows) {
            if (!enough(section, row, 8) || !fresh(section, row, staff)) {
                continue;
            }
            List<Limit> own = new ArrayList<>();
            for (String part : row.fields[1].split("\\|", -1)) {
                if (part.isEmpty()) {
                    continue;
                }
                int equals = part.indexOf('=');
                Integer shift = equals < 0 ? null : shifts.get(part.substring(0, equals));
                if (shift == null) {
                    fault(row.line, section.fields[1], SearchText.UNKNOWN_SHIFT.with(part));
                    continue;
                }
                int most = (int) number(section.fields[1], row.line, part.substring(equals + 1), 0, 100_000, 0);
                own.add(new Limit(part, Limit.Unit.DUTIES, Choice.only(shift), 0, days - 1, 0, most));
            }
            int most = (int) number(section, row, 2, 0, LARGEST, 0);
            int least = (int) number(section, row, 3, 0, LARGEST, 0);
            if (least <= most) {
                own.add(new Limit(section.fields[2], Limit.Unit.MINUTES, all, 0, days - 1, least, most));
            } else {
                own.add(new Limit(section.fields[2], Limit.Unit.MINUTES, all, 0, days - 1, 0, most));
                own.add(new Limit(section.fields[3], Limit.Unit.MINUTES, all, 0, days - 1, least, Limit.NONE));
            }
            runs.add(new Runs(
                    (int) number(section, row, 4, 0, Runs.FREE, 1),
                    Math.max(1, (int) number(section, row, 5, 0, Runs.FREE, 1)),
                    Math.max(1, (int) number(section, row, 6, 0, Runs.FREE, 1)),
                    Runs.FREE,
                    (int) number(section, row, 7, 0, Runs.FREE, 0),
                    7));
            staff.put(row.fields[0], limits.size());
            limits.add(own);
            bars.add(new ArrayList<>());
        }
    }

    private void daysOff() {
        for (Row row : rows(Section.DAYS_OFF)) {
            Integer who = known(Section.DAYS_OFF, row, 0, staff, SearchText.UNKNOWN_STAFF);
            for (int i = 1; i < row.fields.length; i++) {
                if (row.fields[i].isEmpty()) {
                    continue;
                }
                int day = (int) number(Section.DAYS_OFF.fields[1], row.line, row.fields[i], 0, days - 1L, 0);
                if (who != null) {
                    bars.get(who).add(new Bar(day, Choice.OFF_ONLY, "DAYS_OFF"));
                }
            }
        }
    }

    private void requests(Section section, boolean on) {
        for (Row row : rows(section)) {
            if (!enough(section, row, 4)) {
                continue;
            }
            Integer who = known(section, row, 0, staff, SearchText.UNKNOWN_STAFF);
            int day = (int) number(section, row, 1, 0, days - 1L, 0);
            Integer shift = known(section, row, 2, shifts, SearchText.UNKNOWN_SHIFT);
            long weight = number(section, row, 3, 0, 1_000_000, 0);
            if (who != null && shift != null) {
                // A wish for a shift costs when it is not met: paid by all, given back to who meets it.
                wishes.add(new CellCost(who, day, shift, on ? -weight : weight));
                constant += on ? weight : 0;
            }
        }
    }

    private void readCover() {
        for (Row row : rows(Section.COVER)) {
            if (!enough(Section.COVER, row, 5)) {
                continue;
            }
            int day = (int) number(Section.COVER, row, 0, 0, days - 1L, 0);
            Integer shift = known(Section.COVER, row, 1, shifts, SearchText.UNKNOWN_SHIFT);
            int wanted = (int) number(Section.COVER, row, 2, 0, Problem.MOST_PERSONS, 0);
            long under = number(Section.COVER, row, 3, 0, 1_000_000, 0);
            long over = number(Section.COVER, row, 4, 0, 1_000_000, 0);
            if (shift != null) {
                String name = "COVER " + day + "," + row.fields[1];
                cover.add(new Demand(name, day, Choice.only(shift), null, wanted, under, over, false));
            }
        }
    }

    private boolean enough(Section section, Row row, int fields) {
        boolean fits = row.fields.length >= fields;
        boolean over = row.fields.length > section.fields.length;
        for (int i = section.fields.length; over && i < row.fields.length; i++) {
            fits &= row.fields[i].isEmpty();
        }
        if (!fits) {
            fault(
                    row.line,
                    section.fields[Math.min(row.fields.length, section.fields.length) - 1],
                    SearchText.FIELD_COUNT.with(String.valueOf(fields), String.valueOf(row.fields.length)));
        }
        return fits;
    }

    /** Whether the first field is an id that is not there yet. */
    private boolean fresh(Section section, Row row, Map<String, Integer> taken) {
        String id = row.fields[0];
        boolean sound = !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.charAt(0) != '#'
                && id.indexOf('|') < 0
                && id.indexOf('=') < 0;
        for (int i = 0; i < id.length(); i++) {
            sound &= !Character.isISOControl(id.charAt(i)) && !Character.isSurrogate(id.charAt(i));
        }
        if (!sound) {
            fault(row.line, section.fields[0], SearchText.BAD_ID.with(String.valueOf(LONGEST_ID)));
        } else if (taken.containsKey(id)) {
            fault(row.line, section.fields[0], SearchText.TWICE.with(id));
            return false;
        }
        return sound;
    }

    private Integer known(Section section, Row row, int field, Map<String, Integer> names, SearchText otherwise) {
        Integer place = names.get(row.fields[field]);
        if (place == null) {
            fault(row.line, section.fields[field], otherwise.with(row.fields[field]));
        }
        return place;
    }

    private long number(Section section, Row row, int field, long least, long most, long otherwise) {
        return number(section.fields[field], row.line, row.fields[field], least, most, otherwise);
    }

    private long number(String field, int line, String text, long least, long most, long otherwise) {
        boolean digits = !text.isEmpty() && text.length() <= 10;
        for (int i = 0; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (digits) {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        fault(line, field, SearchText.NOT_NUMBER.with(cut(text), String.valueOf(least), String.valueOf(most)));
        return otherwise;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID) + "…";
    }

    private void fault(int line, String field, Message expected) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(SearchText.LINE_FAULT.with(String.valueOf(line), cut(field), expected));
        } else {
            more++;
        }
    }

    private void stop() {
        if (faults.isEmpty()) {
            return;
        }
        VigilException all = refused(file);
        faults.forEach(all::why);
        if (more > 0) {
            all.why(SearchText.MORE_FAULTS.with(String.valueOf(more)));
        }
        throw all;
    }
}
