package vn.vigil.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;

/**
 * Writes iCalendar (RFC 5545, methods by RFC 5546). One VEVENT an event, no recurrence; a zone is described only for the time that
 * is exported, from this machine's own rules. No text that is handed in can add a line. For one calendar; not safe for several
 * threads.
 */
public final class ICalendar {
    /** What the receiver is to do with it. */
    public enum Method {
        PUBLISH,
        REQUEST,
        CANCEL
    }

    /** How firm an event is. */
    public enum Status {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /**
     * Somebody who organises or attends.
     *
     * @param name null: only the address
     * @param mail the mail address, without {@code mailto:}
     */
    public record Address(String name, String mail) {
        public Address {
            Objects.requireNonNull(mail);
        }
    }

    /**
     * One event.
     *
     * @param uid names it for ever, over all exports
     * @param sequence 0 at first, higher with each change
     * @param stamp when this version came to be (DTSTAMP); to the second
     * @param start first moment; to the second
     * @param end first moment no longer in it; after {@code start}
     * @param summary its title
     * @param description null for none
     * @param location null for none
     * @param status how firm it is
     * @param organizer null for none
     * @param attendees may be empty
     * @param remindMinutes minutes before the start at which to remind; null for none. A cancelled event reminds nobody
     */
    public record Event(
            String uid,
            int sequence,
            Instant stamp,
            Instant start,
            Instant end,
            String summary,
            String description,
            String location,
            Status status,
            Address organizer,
            List<Address> attendees,
            Integer remindMinutes) {
        public Event {
            attendees = List.copyOf(attendees);
            if (!start.isBefore(end) || sequence < 0 || remindMinutes != null && remindMinutes < 0) {
                throw new IllegalArgumentException("event " + uid);
            }
        }
    }

    private static final int MOST_OCTETS = 75;
    private static final Duration LONG_AGO = Duration.ofDays(5 * 366);

    private final StringBuilder out = new StringBuilder();
    private final ZoneId zone;

    private ICalendar(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * A whole calendar, CRLF at the end of each line.
     *
     * @param product names the program (PRODID): {@code -//vigil//vigil 1.0//VI}
     * @param name what readers call the calendar; null for nothing
     * @param zone in which times are written; null for UTC
     * @param events in the order they are to stand
     */
    public static String write(String product, Method method, String name, ZoneId zone, List<Event> events) {
        ICalendar calendar = new ICalendar(zone == null || zone.normalized().equals(ZoneOffset.UTC) ? null : zone);
        calendar.calendar(product, method, name, events);
        return calendar.out.toString();
    }

    private void calendar(String product, Method method, String name, List<Event> events) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:" + text(product));
        line("CALSCALE:GREGORIAN");
        line("METHOD:" + method);
        if (name != null) {
            line("X-WR-CALNAME:" + text(name));
        }
        if (zone != null && !events.isEmpty()) {
            Instant from = events.get(0).start();
            Instant to = events.get(0).end();
            for (Event event : events) {
                from = event.start().isBefore(from) ? event.start() : from;
                to = event.end().isAfter(to) ? event.end() : to;
            }
            zone(from, to);
        }
        events.forEach(this::event);
        line("END:VCALENDAR");
    }

    /**
     * The last change before the time that is exported, and each up to its end. A zone that has not changed for years has always
     * been as it is: readers stumble over the offsets of long ago.
     */
    private void zone(Instant from, Instant to) {
        ZoneRules rules = zone.getRules();
        line("BEGIN:VTIMEZONE");
        line("TZID:" + text(zone.getId()));
        ZoneOffsetTransition change = rules.previousTransition(from.plusSeconds(1));
        if (change == null || change.getInstant().isBefore(from.minus(LONG_AGO))) {
            ZoneOffset always = rules.getOffset(from);
            observance(false, LocalDateTime.of(1970, 1, 1, 0, 0), always, always);
            change = rules.nextTransition(from);
        }
        while (change != null && !change.getInstant().isAfter(to)) {
            observance(
                    rules.isDaylightSavings(change.getInstant()),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
            change = rules.nextTransition(change.getInstant());
        }
        line("END:VTIMEZONE");
    }

    private void observance(boolean daylight, LocalDateTime onset, ZoneOffset before, ZoneOffset after) {
        String kind = daylight ? "DAYLIGHT" : "STANDARD";
        line("BEGIN:" + kind);
        line("DTSTART:" + digits(onset));
        if (!before.equals(after)) {
            // Once more as a date of recurrence: ical4j 4.2 passes over a change that is a DTSTART alone.
            line("RDATE:" + digits(onset));
        }
        line("TZOFFSETFROM:" + offset(before));
        line("TZOFFSETTO:" + offset(after));
        line("END:" + kind);
    }

    private void event(Event e) {
        line("BEGIN:VEVENT");
        line("UID:" + text(e.uid()));
        line("SEQUENCE:" + e.sequence());
        line("DTSTAMP:" + utc(e.stamp()));
        line("DTSTART" + time(e.start()));
        line("DTEND" + time(e.end()));
        line("SUMMARY:" + text(e.summary()));
        optional("DESCRIPTION", e.description());
        optional("LOCATION", e.location());
        line("STATUS:" + e.status());
        if (e.organizer() != null) {
            line("ORGANIZER" + address(e.organizer()));
        }
        for (Address attendee : e.attendees()) {
            line("ATTENDEE" + address(attendee));
        }
        if (e.remindMinutes() != null && e.status() != Status.CANCELLED) {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line("DESCRIPTION:" + text(e.summary()));
            line("TRIGGER:-PT" + e.remindMinutes() + "M");
            line("END:VALARM");
        }
        line("END:VEVENT");
    }

    private void optional(String property, String value) {
        if (value != null) {
            line(property + ":" + text(value));
        }
    }

    /** In the zone, unless the local time there means another moment: the second of two that the clock shows alike is UTC. */
    private String time(Instant t) {
        if (zone == null) {
            return ":" + utc(t);
        }
        LocalDateTime local = LocalDateTime.ofInstant(t, zone);
        boolean exact = local.atZone(zone).toInstant().equals(t);
        return exact ? ";TZID=" + parameter(zone.getId()) + ":" + digits(local) : ":" + utc(t);
    }

    private static String utc(Instant t) {
        return digits(LocalDateTime.ofInstant(t, ZoneOffset.UTC)) + "Z";
    }

    private static String digits(LocalDateTime t) {
        StringBuilder text = new StringBuilder(16);
        digits(text, t.getYear(), 4);
        digits(text, t.getMonthValue(), 2);
        digits(text, t.getDayOfMonth(), 2);
        text.append('T');
        digits(text, t.getHour(), 2);
        digits(text, t.getMinute(), 2);
        digits(text, t.getSecond(), 2);
        return text.toString();
    }

    private static void digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }

    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        StringBuilder text = new StringBuilder(7).append(offset.getTotalSeconds() < 0 ? '-' : '+');
        digits(text, seconds / 3600, 2);
        digits(text, seconds / 60 % 60, 2);
        if (seconds % 60 != 0) {
            digits(text, seconds % 60, 2);
        }
        return text.toString();
    }

    /** {@code CN} is always quoted, so that a comma or colon in a name separates nothing. */
    private static String address(Address a) {
        String name = a.name() == null ? "" : ";CN=\"" + parameter(a.name()) + "\"";
        StringBuilder mail = new StringBuilder();
        clean(a.mail()).codePoints().filter(c -> c > ' ').forEach(mail::appendCodePoint);
        return name + ":mailto:" + mail;
    }

    /** A parameter's value has no escapes in RFC 5545: what would end it is replaced. */
    private static String parameter(String value) {
        return clean(value).replace('\n', ' ').replace('"', '\'');
    }

    /** A text value, escaped (RFC 5545, 3.3.11). */
    private static String text(String value) {
        return clean(value)
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Every kind of line break is a line feed; other controls, and halves of characters, are not let through. */
    private static String clean(String value) {
        StringBuilder clean = new StringBuilder(value.length());
        value.replace("\r\n", "\n").codePoints().forEach(c -> {
            if (c == '\r' || c == '\n' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029) {
                clean.append('\n');
            } else if (c >= 0xd800 && c <= 0xdfff) {
                clean.append('\ufffd');
            } else if (c == '\t' || c >= ' ' && (c < 0x7f || c > 0x9f)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** A content line, folded at 75 octets and never within a character (RFC 5545, 3.1). */
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            String character = Character.toString(c);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MOST_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += length;
            i += Character.charCount(c);
        }
        out.append("\r\n");
    }
}
