package vn.vigil.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.text.Nearest;
import vn.vigil.text.Viet;

/**
 * Reads a draft of minutes that was edited by hand: every fault is told with its line. For one text.
 *
 * <p>Front matter as {@link DraftText} writes it; then {@code ## n. title} for the items, lines {@code > …} that are passed over, and
 * below each item {@code - who: words}, {@code - QUYẾT ĐỊNH: words (for/against/abstained)},
 * {@code - VIỆC: words | phụ trách: who | hạn: 2026-11-30}. A number in square brackets names the entry that the line changes.
 */
final class DraftReader {
    static final String DECISION = "QUYẾT ĐỊNH";
    static final String ACTION = "VIỆC";
    private static final int LONGEST = 1 << 20;
    private static final List<String> FIELDS = List.of(
            "meeting",
            "entries",
            "chair",
            "secretary",
            "place",
            "opened",
            "closed",
            "next",
            "present",
            "excused",
            "absent",
            "guests");
    private static final List<String> LISTS = List.of("present", "excused", "absent", "guests");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Pattern SPAN = Pattern.compile("\\s((?:\\d\\d:\\d\\d)?)-((?:\\d\\d:\\d\\d)?)$");
    private static final Pattern ITEM = Pattern.compile("##\\s+(\\d{1,3})\\.\\s+(.+)");
    private static final Pattern SAID = Pattern.compile("-\\s+(?:\\[([^\\]]+)]\\s*)?(.*)");
    private static final Pattern VOTES = Pattern.compile("^(.*?)\\s*\\((\\d{1,4})/(\\d{1,4})/(\\d{1,4})\\)$");
    private static final Pattern SPEAKER = Pattern.compile("^([^:|]{1,60}):\\s+(.+)$");

    private final String[] lines;
    private final List<Message> faults = new ArrayList<>();
    private final Map<String, String> fields = new TreeMap<>();
    private final Map<String, Integer> at = new TreeMap<>();
    private final List<Draft.Person> people = new ArrayList<>();
    private final List<Draft.Item> items = new ArrayList<>();
    private boolean noAction;

    private DraftReader(String text) {
        this.lines = text.split("\n", -1);
    }

    /** @throws VigilException USAGE with every fault and its line */
    static Draft read(String name, String text) {
        if (text.length() > LONGEST) {
            throw Journal.usage("VG-MEETING-DRAFT", MeetingText.DRAFT_TOO_LONG.with(name));
        }
        String plain =
                Viet.nfc(text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
        DraftReader reader = new DraftReader(plain);
        Draft draft = reader.draft();
        if (!reader.faults.isEmpty()) {
            VigilException e = Journal.usage("VG-MEETING-DRAFT", MeetingText.BAD_DRAFT.with(name));
            reader.faults.forEach(e::why);
            throw e.next(MeetingText.DRAFT_KEPT.with());
        }
        return draft;
    }

    private void fault(int line, Message what) {
        faults.add(MeetingText.AT_LINE.with(line, what));
    }

    private Draft draft() {
        int i = 0;
        while (i < lines.length && lines[i].isBlank()) {
            i++;
        }
        if (i == lines.length || !lines[i].strip().equals("---")) {
            fault(i + 1, MeetingText.NO_FRONT.with());
            return null;
        }
        int begin = i;
        i = front(i + 1);
        if (i == lines.length) {
            fault(begin + 1, MeetingText.FRONT_OPEN.with());
            return null;
        }
        body(i + 1);
        CaseId meeting = CaseId.parse(fields.getOrDefault("meeting", ""));
        if (meeting == null) {
            fault(at.getOrDefault("meeting", begin + 1), MeetingText.DRAFT_OF_NONE.with());
        }
        String entries = fields.getOrDefault("entries", "");
        if (!entries.matches("[0-9]{1,6}")) {
            fault(at.getOrDefault("entries", begin + 1), MeetingText.DRAFT_NO_ENTRIES.with());
            entries = "0";
        }
        return new Draft(
                meeting,
                Integer.parseInt(entries),
                fields.getOrDefault("chair", ""),
                fields.getOrDefault("secretary", ""),
                fields.getOrDefault("place", ""),
                moment("opened"),
                moment("closed"),
                day("next"),
                noAction,
                people,
                items);
    }

    private int front(int from) {
        String list = null;
        int i = from;
        for (; i < lines.length && !lines[i].strip().equals("---"); i++) {
            String line = lines[i];
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("- ") || text.equals("-")) {
                if (list == null) {
                    fault(i + 1, MeetingText.NOT_IN_LIST.with(text));
                } else if (text.length() > 2) {
                    person(i + 1, list, text.substring(2).strip());
                }
                continue;
            }
            int colon = text.indexOf(':');
            String word = colon < 0 ? text : text.substring(0, colon).strip();
            if (colon < 0 && FIELDS.contains(word)) {
                fault(i + 1, MeetingText.NO_COLON.with(word));
                list = LISTS.contains(word) ? word : null;
            } else if (colon < 0 || !FIELDS.contains(word)) {
                String near = Nearest.of(word, FIELDS);
                fault(
                        i + 1,
                        near == null
                                ? MeetingText.NO_FIELD.with(word, String.join(", ", FIELDS))
                                : MeetingText.NEAR_FIELD.with(word, near));
                list = null;
            } else if (at.put(word, i + 1) != null) {
                fault(i + 1, MeetingText.FIELD_TWICE.with(word));
            } else {
                list = LISTS.contains(word) ? word : null;
                fields.put(word, text.substring(colon + 1).strip());
            }
        }
        return i;
    }

    private void person(int line, String list, String text) {
        String who = text;
        String reason = "";
        int colon = text.indexOf(": ");
        if (colon > 0 && !list.equals("guests")) {
            who = text.substring(0, colon).strip();
            reason = text.substring(colon + 2).strip();
        }
        LocalTime from = null;
        LocalTime to = null;
        List<LocalTime[]> spans = new ArrayList<>();
        for (Matcher m = SPAN.matcher(who); m.find(); m = SPAN.matcher(who)) {
            try {
                from = m.group(1).isEmpty() ? null : LocalTime.parse(m.group(1));
                to = m.group(2).isEmpty() ? null : LocalTime.parse(m.group(2));
                spans.add(0, new LocalTime[] {from, to});
            } catch (DateTimeException e) {
                fault(line, MeetingText.BAD_TIME.with(m.group().strip()));
            }
            who = who.substring(0, m.start()).strip();
        }
        boolean online = who.endsWith(" online");
        who = online ? who.substring(0, who.length() - 7).strip() : who;
        Presence how =
                switch (list) {
                    case "excused" -> Presence.EXCUSED;
                    case "absent" -> Presence.ABSENT;
                    default -> online ? Presence.ONLINE : Presence.PRESENT;
                };
        if (spans.isEmpty()) {
            spans.add(new LocalTime[] {null, null});
        }
        for (LocalTime[] span : spans) {
            people.add(new Draft.Person(line, list.equals("guests"), who, how, span[0], span[1], reason));
        }
    }

    private LocalDateTime moment(String field) {
        String text = fields.getOrDefault(field, "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.replace('T', ' '), MINUTE);
        } catch (DateTimeException e) {
            fault(at.get(field), MeetingText.BAD_TIME.with(text));
            return null;
        }
    }

    private LocalDate day(String field) {
        String text = fields.getOrDefault(field, "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            fault(at.get(field), MeetingText.BAD_DAY.with(text));
            return null;
        }
    }

    private void body(int from) {
        Draft.Item item = new Draft.Item(0, 0, "");
        items.add(item);
        for (int i = from; i < lines.length; i++) {
            String line = lines[i].strip();
            boolean passed = line.isEmpty() || line.startsWith(">") || line.startsWith("# ");
            if (passed) {
                continue;
            }
            if (line.length() > Journal.WORDS) {
                fault(i + 1, MeetingText.TOO_LONG.with(line.substring(0, 20) + "…", Journal.WORDS));
                continue;
            }
            Matcher heading = ITEM.matcher(line);
            if (heading.matches()) {
                item = new Draft.Item(
                        i + 1,
                        Integer.parseInt(heading.group(1)),
                        heading.group(2).strip());
                items.add(item);
                continue;
            }
            Matcher said = SAID.matcher(line);
            if (!said.matches()) {
                fault(i + 1, MeetingText.NOT_UNDERSTOOD.with(line));
                continue;
            }
            StringBuilder words = new StringBuilder(said.group(2));
            int at = i + 1;
            // What is indented goes on.
            while (i + 1 < lines.length && lines[i + 1].startsWith("  ") && !lines[i + 1].isBlank()) {
                words.append(' ').append(lines[++i].strip());
            }
            said(item, at, said.group(1), words.toString().strip());
        }
    }

    private void said(Draft.Item item, int line, String mark, String words) {
        int entry = 0;
        CaseId action = null;
        if (mark != null) {
            action = CaseId.parse(mark);
            if (action == null && mark.matches("[0-9]{1,6}")) {
                entry = Integer.parseInt(mark);
            } else if (action == null) {
                fault(line, MeetingText.BAD_MARK.with(mark));
                return;
            }
        }
        if (words.isEmpty()) {
            fault(line, MeetingText.NOTHING_SAID.with());
            return;
        }
        String decision = after(words, DECISION, "DECISION");
        String task = after(words, ACTION, "ACTION");
        if (decision != null) {
            Matcher votes = VOTES.matcher(decision);
            boolean voted = votes.matches();
            int[] counted = voted
                    ? new int[] {
                        Integer.parseInt(votes.group(2)),
                        Integer.parseInt(votes.group(3)),
                        Integer.parseInt(votes.group(4))
                    }
                    : null;
            String text = voted ? votes.group(1) : decision;
            item.said.add(new Draft.Said(line, Draft.Kind.DECISION, entry, null, "", text, counted, Map.of()));
        } else if (task != null) {
            action(item, line, action, task);
        } else {
            Matcher speaker = SPEAKER.matcher(words);
            boolean named = speaker.matches();
            item.said.add(new Draft.Said(
                    line,
                    Draft.Kind.OPINION,
                    entry,
                    null,
                    named ? speaker.group(1).strip() : "",
                    named ? speaker.group(2) : words,
                    null,
                    Map.of()));
        }
    }

    private void action(Draft.Item item, int line, CaseId id, String text) {
        String[] parts = text.split("\\|");
        if (id == null && parts.length == 1 && List.of("khong co", "none").contains(Viet.fold(text.strip()))) {
            noAction = true;
            return;
        }
        Map<String, String> more = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            int colon = part.indexOf(':');
            String word = colon < 0 ? "" : Viet.fold(part.substring(0, colon).strip());
            String field =
                    switch (word) {
                        case "phu trach", "owner" -> "owner";
                        case "phoi hop", "with" -> "with";
                        case "han", "due" -> "due";
                        case "don vi", "division" -> "division";
                        default -> null;
                    };
            if (field == null) {
                fault(line, MeetingText.BAD_ACTION_FIELD.with(part));
            } else {
                more.put(field, part.substring(colon + 1).strip());
            }
        }
        if (id == null && (!more.containsKey("owner") || !more.containsKey("due"))) {
            fault(line, MeetingText.ACTION_NEEDS.with());
        }
        if (more.containsKey("due") && !isDay(more.get("due"))) {
            fault(line, MeetingText.BAD_DAY.with(more.get("due")));
        }
        item.said.add(new Draft.Said(line, Draft.Kind.ACTION, 0, id, "", parts[0].strip(), null, more));
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** What follows one of the words and a colon; null when neither stands there. */
    private static String after(String text, String... words) {
        for (String word : words) {
            int length = word.length();
            if (text.length() > length
                    && text.substring(0, length).toUpperCase(Locale.ROOT).equals(word)
                    && text.charAt(length) == ':') {
                return text.substring(length + 1).strip();
            }
        }
        return null;
    }
}
