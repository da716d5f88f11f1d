package vn.vigil.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.ledger.LedgerChain;

/** Holds a case file against what the ledger says was entered. */
final class CaseCheck {
    private final Room room;

    CaseCheck(Room room) {
        this.room = room;
    }

    CaseVerdict verify(CaseId id) {
        SqlIncidentStore.Row row = room.store().read(tx -> SqlIncidentStore.get(tx, id));
        if (row == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-INCIDENT-NOT-FOUND", IncidentText.NOT_FOUND.with(id))
                    .next(IncidentText.NEXT_LIST.with());
        }
        List<SqlIncidentStore.Sealed> events = room.store().read(tx -> SqlIncidentStore.events(tx, id));
        Map<Integer, String> entered = entered(id);
        List<Message> faults = new ArrayList<>();
        boolean old = row.salt() == null;
        if (!old
                && !Room.sha256(Room.fields(id, row.told(), row.openedAt(), row.openedBy(), row.salt()))
                        .equals(entered.get(0))) {
            faults.add(IncidentText.OPENING_CHANGED.with());
        }
        int next = 1;
        for (SqlIncidentStore.Sealed sealed : events) {
            int number = sealed.event().number();
            while (next < number) {
                faults.add(IncidentText.ENTRY_MISSING.with(next++));
            }
            next = number + 1;
            String own = Room.sha256(Room.fields(id, sealed.event(), sealed.salt()));
            String there = entered.remove(number);
            if (there == null) {
                faults.add(IncidentText.ENTRY_UNKNOWN.with(number));
            } else if (!own.equals(there) || !own.equals(sealed.sha256())) {
                faults.add(IncidentText.ENTRY_CHANGED.with(number));
            }
        }
        for (int number : entered.keySet()) {
            if (number >= next) {
                faults.add(IncidentText.ENTRY_MISSING.with(number));
            }
        }
        return new CaseVerdict(id, events.size() + 1, faults, old);
    }

    /** The fingerprints in the ledger by the entry's number; the opening's is 0. */
    private Map<Integer, String> entered(CaseId id) {
        Map<Integer, String> all = new LinkedHashMap<>();
        for (String line : room.ledger().linesOf(id.toString())) {
            LedgerChain.Parsed entry = LedgerChain.parse(LedgerChain.bodyOf(line));
            if (entry == null || !(entry.content().get("details") instanceof Map<?, ?> details)) {
                continue; // the ledger's own check names it
            }
            if (entry.act().equals("incident.open")) {
                all.put(0, String.valueOf(details.get("sha256")));
            } else if (details.get("event") instanceof Number number) {
                all.put(number.intValue(), String.valueOf(details.get("sha256")));
            }
        }
        return all;
    }
}
