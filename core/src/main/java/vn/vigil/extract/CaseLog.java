package vn.vigil.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldFilter;
import vn.vigil.ledger.LedgerChain;

/** What the ledger says of a case: of the request itself and of what belongs to it, in the order it was entered. */
final class CaseLog {
    private final Desk desk;

    CaseLog(Desk desk) {
        this.desk = desk;
    }

    List<LogLine> of(CaseId id) {
        List<LogLine> lines = new ArrayList<>();
        add(id.toString(), lines);
        add(Approvals.key(id), lines);
        add(Deliveries.key(id), lines);
        for (Held held : desk.holds().get().list(new HoldFilter(id, null, null, true))) {
            add(held.id().toString(), lines);
        }
        lines.sort(Comparator.comparingLong(LogLine::seq));
        return lines;
    }

    private void add(String subject, List<LogLine> lines) {
        for (String line : desk.ledger().linesOf(subject)) {
            LedgerChain.Parsed entry = LedgerChain.parse(LedgerChain.bodyOf(line));
            if (entry == null) {
                continue; // the ledger's own check names it
            }
            Map<?, ?> actor = entry.content().get("actor") instanceof Map<?, ?> map ? map : Map.of();
            Map<String, Object> details = new LinkedHashMap<>();
            if (entry.content().get("details") instanceof Map<?, ?> map) {
                map.forEach((k, v) -> details.put(k.toString(), v));
            }
            lines.add(new LogLine(
                    entry.seq(),
                    Instant.parse(entry.time()),
                    entry.subject(),
                    entry.act(),
                    entry.phase(),
                    text(actor.get("person")),
                    text(actor.get("account")),
                    text(actor.get("proof")),
                    details));
        }
    }

    private static String text(Object o) {
        return o == null ? null : o.toString();
    }
}
