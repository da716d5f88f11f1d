package vn.vigil.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.vigil.text.Lang;

/** Writes the draft that {@link DraftReader} reads: what is on record of a meeting, as text that a secretary may edit. Pure. */
record DraftText(Meeting meeting, List<Meeting.AgendaItem> agenda, List<Action> actions, ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    String write() {
        StringBuilder out = new StringBuilder("---\n");
        field(out, "meeting", meeting.id());
        field(out, "entries", meeting.entries());
        field(out, "chair", meeting.chair());
        field(out, "secretary", meeting.secretary());
        field(out, "place", flat(meeting.place()));
        field(
                out,
                "opened",
                time(meeting.opening() == null ? null : meeting.opening().at()));
        field(out, "closed", time(meeting.closed()));
        field(out, "next", meeting.next());
        list(out, "present", List.of(Presence.PRESENT, Presence.ONLINE), false);
        list(out, "excused", List.of(Presence.EXCUSED), false);
        list(out, "absent", List.of(Presence.ABSENT), false);
        list(out, "guests", List.of(Presence.PRESENT, Presence.ONLINE), true);
        out.append("---\n\n# ")
                .append(new MinutesWords(Lang.VI, zone).say(MinutesText.DRAFT_HOW.with()))
                .append('\n');
        item(out, 0);
        for (Meeting.AgendaItem item : agenda) {
            out.append("\n## ")
                    .append(item.number())
                    .append(". ")
                    .append(flat(item.title()))
                    .append("\n\n");
            item.lines().forEach(line -> out.append("> ").append(flat(line)).append('\n'));
            item(out, item.number());
        }
        return out.toString();
    }

    private static void field(StringBuilder out, String name, Object value) {
        out.append((name + ": " + (value == null ? "" : value)).stripTrailing()).append('\n');
    }

    private String time(Instant at) {
        return at == null ? null : MINUTE.format(LocalDateTime.ofInstant(at, zone));
    }

    private void list(StringBuilder out, String name, List<Presence> how, boolean guests) {
        out.append(name).append(":\n");
        for (Meeting.Attendee a : meeting.attendees()) {
            if (a.guest() != guests || !how.contains(a.how())) {
                continue;
            }
            StringBuilder line = new StringBuilder("  - ").append(flat(a.who()));
            line.append(a.how() == Presence.ONLINE ? " online" : "");
            for (Meeting.Attended span : a.spans()) {
                line.append(' ').append(hour(span.from())).append('-').append(hour(span.to()));
            }
            line.append(a.reason().isEmpty() ? "" : ": " + flat(a.reason()));
            out.append(line).append('\n');
        }
    }

    private String hour(Instant at) {
        return at == null ? "" : HOUR.format(at.atZone(zone));
    }

    private void item(StringBuilder out, int item) {
        for (Meeting.Opinion o : meeting.opinions()) {
            if (o.item() == item) {
                out.append("- [").append(o.entry()).append("] ");
                out.append(o.who().isEmpty() ? "" : o.who() + ": ")
                        .append(flat(o.words()))
                        .append('\n');
            }
        }
        for (Meeting.Decision d : meeting.decisions()) {
            if (d.item() == item) {
                out.append("- [")
                        .append(d.entry())
                        .append("] ")
                        .append(DraftReader.DECISION)
                        .append(": ");
                out.append(flat(d.words()));
                out.append(d.voted() ? " (" + d.inFavour() + "/" + d.against() + "/" + d.abstained() + ")" : "");
                out.append('\n');
            }
        }
        for (Action a : actions) {
            if (meeting.id().equals(a.meeting()) && a.item() == item) {
                out.append("- [")
                        .append(a.id())
                        .append("] ")
                        .append(DraftReader.ACTION)
                        .append(": ");
                out.append(flat(a.words())).append('\n');
            }
        }
    }

    /** One entry is one line here. */
    static String flat(String words) {
        return words.replaceAll("\\s*\n\\s*", " ");
    }
}
