package vn.vigil.roster.paper;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.vigil.base.Message;
import vn.vigil.calendar.ICalendar;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Slot;
import vn.vigil.text.Texts;

/**
 * The roster as a calendar: one event a duty, no recurrence. A seat keeps its UID whoever has it and whenever the shift's hours
 * change; its SEQUENCE counts its changes, its DTSTAMP is the last of them, so that the same roster is the same bytes. A duty that
 * a published roster promised and that is no more is called off. Pure.
 */
final class DutyCalendar {
    private static final String PRODUCT = "-//vigil//vigil//";

    private final RosterFacts facts;
    private final ExportRequest asked;
    private final List<ICalendar.Event> firm = new ArrayList<>();
    private final List<ICalendar.Event> calledOff = new ArrayList<>();

    private DutyCalendar(RosterFacts facts, ExportRequest asked) {
        this.facts = facts;
        this.asked = asked;
    }

    /**
     * @param text the calendar
     * @param duties that are to be stood
     * @param cancelled that are called off
     */
    record Made(String text, int duties, int cancelled) {}

    static Made make(RosterFacts facts, ExportRequest asked) {
        DutyCalendar calendar = new DutyCalendar(facts, asked);
        for (Slot slot : facts.slotsAndFormer()) {
            if (asked.post() == null || asked.post().equals(slot.post().id())) {
                calendar.seat(slot);
            }
        }
        List<ICalendar.Event> events = new ArrayList<>(asked.cancel() ? List.of() : calendar.firm);
        events.addAll(calendar.calledOff);
        String text = ICalendar.write(
                PRODUCT + asked.lang().tag().toUpperCase(java.util.Locale.ROOT),
                asked.cancel() ? ICalendar.Method.CANCEL : ICalendar.Method.PUBLISH,
                calendar.say(PaperText.CALENDAR_NAME.with(calendar.whose())),
                asked.utc() ? null : facts.zone(),
                events);
        return new Made(text, calendar.firm.size(), calendar.calledOff.size());
    }

    private Object whose() {
        if (asked.person() != null) {
            return facts.name(asked.person());
        }
        return asked.post() != null ? facts.book().post(asked.post()).name() : PaperText.EVERYBODY.with();
    }

    private void seat(Slot slot) {
        SeatHistory history = facts.history(slot);
        if (history.empty()) {
            return;
        }
        SeatHistory.Version present = history.present();
        for (int i = 0; i < present.pieces().size(); i++) {
            Piece piece = present.pieces().get(i);
            if (wanted(piece)) {
                firm.add(event(
                        slot,
                        history,
                        i,
                        piece,
                        present.published() ? ICalendar.Status.CONFIRMED : ICalendar.Status.TENTATIVE));
            }
        }
        Map<Integer, Piece> promised = new LinkedHashMap<>();
        for (SeatHistory.Version version : history.versions()) {
            for (int i = 0; version.published() && i < version.pieces().size(); i++) {
                if (wanted(version.pieces().get(i))) {
                    promised.put(i, version.pieces().get(i));
                }
            }
        }
        for (Map.Entry<Integer, Piece> one : promised.entrySet()) {
            int i = one.getKey();
            if (i >= present.pieces().size() || !wanted(present.pieces().get(i))) {
                calledOff.add(event(slot, history, i, one.getValue(), ICalendar.Status.CANCELLED));
            }
        }
    }

    private boolean wanted(Piece piece) {
        return asked.person() == null ? !piece.open() : Objects.equals(piece.member(), asked.person());
    }

    private ICalendar.Event event(Slot slot, SeatHistory history, int place, Piece piece, ICalendar.Status status) {
        Instant stamp = history.stamp() == null ? slot.span().from() : history.stamp();
        Message what = summary(slot, piece);
        if (status == ICalendar.Status.CANCELLED) {
            what = PaperText.EVENT_CALLED_OFF.with(what);
        } else if (status == ICalendar.Status.TENTATIVE) {
            what = PaperText.EVENT_DRAFT.with(what);
        }
        return new ICalendar.Event(
                uid(slot, place),
                history.sequence(),
                stamp.truncatedTo(ChronoUnit.SECONDS),
                piece.span().from(),
                piece.span().to(),
                say(what),
                say(PaperText.EVENT_DESCRIPTION.with(
                        slot.key().role().with(), slot.shift().kind().with(), slot.key())),
                slot.post().name(),
                status,
                null,
                List.of(),
                asked.remindMinutes());
    }

    private Message summary(Slot slot, Piece piece) {
        boolean lead = slot.key().role() == SeatRole.LEAD;
        String shift = slot.shift().name();
        if (asked.person() != null) {
            return (lead && slot.shift().watchers() > 0 ? PaperText.EVENT_OWN_LEAD : PaperText.EVENT_OWN)
                    .with(shift, slot.post().name());
        }
        String who = piece.member() == null ? facts.bodyName(piece.body()) : facts.name(piece.member());
        // A shift of nothing but leaders is called so already.
        boolean say = lead && slot.shift().watchers() > 0;
        return (say ? PaperText.EVENT_LEAD : PaperText.EVENT_WATCHER).with(shift, who);
    }

    /** A seat's first part bears the seat's own; of a seat that is shared, the later parts are numbered. */
    private String uid(Slot slot, int place) {
        StringBuilder uid = new StringBuilder(slot.post().id())
                .append('.')
                .append(slot.key().day())
                .append('.')
                .append(slot.key().shift())
                .append('.')
                .append(slot.key().role().id())
                .append('-')
                .append(slot.key().seat());
        if (place > 0) {
            uid.append('.').append(place + 1);
        }
        return uid.append("@vigil-").append(facts.mark()).toString();
    }

    private String say(Message message) {
        return Texts.render(message, asked.lang());
    }
}
