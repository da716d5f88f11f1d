package vn.vigil.meeting;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Quarter;
import vn.vigil.config.Setting;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.store.Tx;

/** Planning a meeting, putting it off, calling it off. */
final class Calling {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration USUAL = Duration.ofMinutes(90);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Journal journal;
    private final Meetings meetings;

    Calling(Journal journal, Meetings meetings) {
        this.journal = journal;
        this.meetings = meetings;
    }

    Saved<Meeting> plan(Actor actor, PlanMeeting asked) {
        return journal.store().write(tx -> {
            Quarter quarter = quarter(tx, asked);
            Due due = quarter == null ? null : meetings.rules(tx).of(asked.kind(), quarter);
            LocalDate date = asked.date() != null ? asked.date() : due == null ? journal.today() : due.date();
            Instant start = start(date, asked.time() == null ? MORNING : asked.time());
            if (quarter != null) {
                Meeting there = meetings.regular(tx, asked.kind(), quarter);
                if (there != null) {
                    return again(there, asked, start);
                }
            }
            String reason = Journal.words("--reason", asked.reason());
            if (due != null && !date.equals(due.date()) && reason.isEmpty()) {
                throw Journal.usage(
                                "VG-MEETING-OTHER-DAY",
                                MeetingText.OTHER_DAY.with(
                                        asked.kind().with(), MinutesWords.day(due.date()), MinutesWords.day(date)))
                        .next(MeetingText.NEXT_REASON.with());
            }
            Telling telling = telling(asked, quarter, start, reason);
            for (Meeting there : meetings.all(tx)) {
                // The same told twice is one meeting.
                if (telling.same(
                        journal.entries(tx, there.id(), Meetings.SERIES).get(0))) {
                    return new Saved<>(there, true);
                }
            }
            CaseId id = journal.begin(tx, actor, Meetings.SERIES, telling);
            return new Saved<>(meetings.get(tx, id), false);
        });
    }

    private Telling telling(PlanMeeting asked, Quarter quarter, Instant start, String reason) {
        LocalDate day = journal.day(start);
        Chairs chairs = new Chairs(journal.people());
        Member chair = asked.chair() == null ? null : journal.member(asked.chair());
        if (chair != null) {
            chairs.need(asked.kind().body(), chair, start, day);
        } else {
            Chairs.Right right = chairs.first(asked.kind().body(), start, day);
            chair = right == null ? null : right.member();
        }
        String named =
                asked.secretary() != null ? asked.secretary() : journal.config().text(Setting.MEETING_SECRETARY);
        Member secretary = named == null ? null : journal.member(named);
        if (chair != null && secretary != null) {
            chairs.secretary(chair.id(), secretary);
        }
        Duration length = asked.length() == null ? USUAL : asked.length();
        if (length.compareTo(LONGEST) > 0 || length.toMinutes() < 1) {
            throw Journal.usage("VG-MEETING-LENGTH", MeetingText.BAD_LENGTH.with());
        }
        List<String> guests = new ArrayList<>();
        asked.guests().forEach(g -> guests.add(Journal.needed("--guest", g)));
        return Telling.of(Act.PLANNED)
                .with("kind", asked.kind().id())
                .with("quarter", quarter)
                .with("start", start)
                .with("minutes", length.toMinutes())
                .with("place", Journal.words("--place", asked.place()))
                .with("chair", chair == null ? null : chair.id())
                .with("secretary", secretary == null ? null : secretary.id())
                .with("reason", reason)
                .with("incident", asked.incident())
                .withAll("guest", guests);
    }

    /** Only what was said counts as a difference. */
    private Saved<Meeting> again(Meeting there, PlanMeeting asked, Instant start) {
        List<Message> differences = new ArrayList<>();
        if (asked.date() != null && !there.day().equals(asked.date())
                || asked.time() != null && !there.start().equals(start)) {
            differences.add(MeetingText.DIFFERENCE.with("--date", there.start().toString(), start.toString()));
        }
        if (asked.place() != null && !there.place().equals(Journal.words("--place", asked.place()))) {
            differences.add(MeetingText.DIFFERENCE.with("--place", there.place(), asked.place()));
        }
        if (differences.isEmpty()) {
            return new Saved<>(there, true);
        }
        VigilException e = new VigilException(
                ErrorKind.CONFLICT,
                "VG-MEETING-PLANNED",
                MeetingText.PLANNED_ALREADY.with(there.kind().with(), there.id()));
        differences.forEach(e::why);
        throw e.next(MeetingText.NEXT_PUT_OFF.with(there.id()));
    }

    /** For which quarter a regular meeting is: as said, else by its day, else the first that still is to come. */
    private Quarter quarter(Tx tx, PlanMeeting asked) throws SQLException {
        if (!asked.kind().regular()) {
            return null;
        }
        if (asked.quarter() != null) {
            return asked.kind() == MeetingKind.YEAR_END
                    ? new Quarter(asked.quarter().year(), 4)
                    : asked.quarter();
        }
        if (asked.date() != null) {
            Quarter of = Quarter.of(asked.date());
            return asked.kind() == MeetingKind.YEAR_END ? new Quarter(of.year(), 4) : of;
        }
        LocalDate today = journal.today();
        for (int year = today.getYear(); ; year++) {
            for (Due due : meetings.rules(tx).of(year, today, meetings.all(tx))) {
                boolean open = due.meeting() == null || due.state() == MeetingState.CANCELLED;
                if (due.kind() == asked.kind() && open && !due.date().isBefore(today)) {
                    return due.quarter();
                }
            }
        }
    }

    private Instant start(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(journal.config().zone()).toInstant();
    }

    /** @param time null: as before; @param place null: as before */
    Saved<Meeting> postpone(Actor actor, CaseId id, LocalDate date, LocalTime time, String place, String reason) {
        String why = Journal.needed("--reason", reason);
        return meetings.change(actor, id, (tx, meeting) -> {
            LocalTime hour = time != null
                    ? time
                    : LocalTime.ofInstant(meeting.start(), journal.config().zone());
            Instant start = start(date, hour);
            if (meeting.postponed()
                    && meeting.start().equals(start)
                    && meeting.reason().equals(why)) {
                return List.of();
            }
            before(meeting);
            if (!start.isAfter(journal.now())) {
                throw Journal.usage("VG-MEETING-PAST", MeetingText.PUT_OFF_TO_PAST.with(MinutesWords.day(date)));
            }
            return List.of(Telling.of(Act.POSTPONED)
                    .with("start", start)
                    .with("minutes", meeting.length().toMinutes())
                    .with("place", Journal.words("--place", place))
                    .with("reason", why));
        });
    }

    Saved<Meeting> cancel(Actor actor, CaseId id, String reason) {
        String why = Journal.needed("--reason", reason);
        return meetings.change(actor, id, (tx, meeting) -> {
            if (meeting.state() == MeetingState.CANCELLED && meeting.reason().equals(why)) {
                return List.of();
            }
            before(meeting);
            return List.of(Telling.of(Act.CANCELLED).with("reason", why));
        });
    }

    /** @throws VigilException REFUSED once it was opened or called off */
    static void before(Meeting meeting) {
        if (meeting.state().compareTo(MeetingState.OPEN) >= 0) {
            throw Journal.refused(
                    "VG-MEETING-TOO-LATE",
                    MeetingText.TOO_LATE.with(meeting.id(), meeting.state().with()));
        }
    }
}
