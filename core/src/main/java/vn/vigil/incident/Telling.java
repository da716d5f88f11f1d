package vn.vigil.incident;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.people.ActingAs;
import vn.vigil.roster.watch.Letterbox;
import vn.vigil.store.Tx;
import vn.vigil.text.TimeText;

/** Messages about an incident to those who must know of it, through the outbox. */
final class Telling {
    private final Room room;
    private final Letterbox letters;

    Telling(Room room) {
        this.room = room;
        this.letters = new Letterbox(room.world(), room.config(), room.outbox(), "vigil.incident.message/1");
    }

    /**
     * Puts a message to whoever holds the office.
     *
     * @return the entries that say so; empty when they have this message already
     * @throws VigilException REFUSED when nobody holds it, or nobody of them can be reached by message
     */
    List<Room.NewEvent> send(Tx tx, Standing standing, Addressee to, Instant at, String note) throws SQLException {
        Incident incident = standing.incident(false);
        for (CaseEvent e : standing.events(false)) {
            boolean same = e.kind() == EventKind.TOLD && e.ref().equals(to.id()) && e.way() == Way.MESSAGE;
            if (same && !e.withdrawn() && note.isEmpty()) {
                return List.of();
            }
        }
        List<ActingAs> holders = to.office() == null ? List.of() : room.people().actsAs(to.office(), at);
        List<Room.NewEvent> entries = new ArrayList<>();
        for (ActingAs holder : holders) {
            int number = standing.events(false).size() + 1;
            List<String> channels = letters.put(tx, letter(incident, to, note, number), holder.member());
            if (!channels.isEmpty()) {
                entries.add(new Room.NewEvent(
                        EventKind.TOLD,
                        at,
                        null,
                        words(Way.MESSAGE.id() + " (" + String.join(", ", channels) + ")", note),
                        to.id(),
                        holder.member().name(),
                        ""));
            }
        }
        if (entries.isEmpty()) {
            throw Room.refused(
                            "VG-INCIDENT-NO-CHANNEL",
                            (holders.isEmpty() ? IncidentText.NO_HOLDER : IncidentText.NO_CHANNEL).with(to.with()))
                    .next(IncidentText.NEXT_BY_PHONE.with(incident.id(), to.id()));
        }
        return entries;
    }

    /** How somebody was told, and what they said. */
    static String words(String how, String note) {
        return note.isEmpty() ? how : how + ": " + note;
    }

    private Letterbox.Letter letter(Incident i, Addressee to, String note, int number) {
        String at = TimeText.print(i.told().happenedAt(), room.config().zone());
        // Mail passes through other people's machines: nothing of a restricted incident but that it is there.
        Message subject = i.masked()
                ? IncidentText.LETTER_RESTRICTED.with(i.id(), i.told().gravity().with())
                : IncidentText.LETTER_SUBJECT.with(
                        i.id(), i.told().gravity().with(), i.told().title());
        List<Message> body = new ArrayList<>();
        body.add(subject);
        body.add(IncidentText.LETTER_WHEN.with(at));
        if (!i.told().place().isEmpty()) {
            body.add(IncidentText.LETTER_PLACE.with(i.told().place()));
        }
        if (!note.isEmpty() && !i.masked()) {
            body.add(IncidentText.LETTER_NOTE.with(note));
        }
        body.add(IncidentText.LETTER_MORE.with(i.id()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("incident", i.id().toString());
        facts.put("kind", i.kind().word());
        facts.put("severity", i.told().gravity().id());
        facts.put("happenedAt", i.told().happenedAt().toString());
        facts.put("restricted", i.restricted());
        facts.put("to", to.id());
        return new Letterbox.Letter(
                "incident/" + i.id() + "/" + number + "/" + to.id(), "incident", subject, body, facts);
    }
}
