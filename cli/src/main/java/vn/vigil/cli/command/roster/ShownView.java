package vn.vigil.cli.command.roster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.plan.Publication;
import vn.vigil.roster.plan.Shown;

/** A roster, one line a day: each shift with those who stand it. */
record ShownView(Out sink) implements View<Shown> {
    @Override
    public void text(Shown s, Out out) {
        for (Publication p : s.publications()) {
            out.line(PlanViewText.PUBLISHED_AS.with(p.id(), p.revision(), p.from(), p.to()), Tone.FAINT);
        }
        Map<LocalDate, Map<String, StringBuilder>> days = new LinkedHashMap<>();
        String nobody = out.text(PlanViewText.NOBODY.with());
        for (Shown.Row r : s.rows()) {
            Map<String, StringBuilder> shifts =
                    days.computeIfAbsent(r.duty().slot().key().day(), d -> new LinkedHashMap<>());
            StringBuilder names = shifts.computeIfAbsent(r.duty().slot().shift().name(), n -> new StringBuilder());
            names.append(names.length() == 0 ? "" : ", ").append(r.name() == null ? nobody : r.name());
        }
        days.forEach((day, shifts) -> {
            StringBuilder line = new StringBuilder();
            shifts.forEach((shift, names) -> line.append(line.length() == 0 ? "" : "; ")
                    .append(shift)
                    .append(": ")
                    .append(names));
            out.pair(day.toString(), 12, line.toString());
        });
        if (days.isEmpty()) {
            out.line(PlanViewText.NO_SEATS.with(s.from(), s.to()));
        }
    }

    @Override
    public void json(Shown s, Json json) {
        json.field("from", s.from().toString()).field("to", s.to().toString()).array("publications");
        for (Publication p : s.publications()) {
            json.object();
            PlanJson.publication(p, json);
            json.end();
        }
        json.end().array("seats");
        SeatRow row = new SeatRow(sink);
        for (Shown.Row r : s.rows()) {
            json.object();
            row.json(r, json);
            json.end();
        }
        json.end();
    }
}
