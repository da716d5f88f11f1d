package vn.vigil.roster.paper;

import java.util.List;
import java.util.Objects;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Duty;
import vn.vigil.text.Neutral;
import vn.vigil.text.TimeText;

/** The roster as a table of seats, one a row, RFC 4180; {@link PlanImport} reads it again. Pure. */
final class DutyCsv {
    /**
     * {@code person} is the seat's holder; {@code stood} tells who stands a part of its time instead, and is never read.
     */
    static final List<String> COLUMNS =
            List.of("date", "shift", "role", "seat", "person", "locked", "name", "post", "from", "to", "stood");

    private DutyCsv() {}

    /** @param rows counts seats */
    record Made(String text, int rows) {}

    static Made make(RosterFacts facts, ExportRequest asked) {
        StringBuilder out = new StringBuilder();
        row(out, COLUMNS);
        int rows = 0;
        for (Slot slot : facts.slots()) {
            Cell cell = facts.cells().get(slot.key());
            List<Duty> duties = facts.duties(slot.key());
            if (wanted(asked, slot, cell, duties)) {
                row(out, cells(facts, slot, cell, duties));
                rows++;
            }
        }
        return new Made(out.toString(), rows);
    }

    private static boolean wanted(ExportRequest asked, Slot slot, Cell cell, List<Duty> duties) {
        if (asked.post() != null && !asked.post().equals(slot.post().id())) {
            return false;
        }
        boolean theirs =
                asked.person() == null || cell != null && asked.person().equals(cell.member());
        for (Duty duty : duties) {
            theirs |= Objects.equals(asked.person(), duty.member());
        }
        return theirs;
    }

    private static List<String> cells(RosterFacts facts, Slot slot, Cell cell, List<Duty> duties) {
        StringBuilder stood = new StringBuilder();
        String body = "";
        for (Duty duty : duties) {
            body = duty.body() == null ? body : facts.bodyName(duty.body());
            if (duty.member() != null && (cell == null || !duty.member().equals(cell.member()))) {
                stood.append(stood.length() == 0 ? "" : " ")
                        .append(duty.member().value())
                        .append('=')
                        .append(TimeText.print(duty.span().from(), facts.zone()))
                        .append('/')
                        .append(TimeText.print(duty.span().to(), facts.zone()));
            }
        }
        return List.of(
                slot.key().day().toString(),
                slot.key().shift(),
                slot.key().role().id(),
                Integer.toString(slot.key().seat()),
                cell == null ? "" : cell.member().value(),
                cell != null && cell.locked() ? "yes" : "no",
                cell == null ? body : facts.name(cell.member()),
                slot.post().id(),
                TimeText.print(slot.span().from(), facts.zone()),
                TimeText.print(slot.span().to(), facts.zone()),
                stood.toString());
    }

    private static void row(StringBuilder out, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(Neutral.line(cells.get(i))));
        }
        out.append("\r\n");
    }

    /** A leading {@code = + - @} gets an apostrophe, so that no spreadsheet runs the cell. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || safe.indexOf(';') >= 0;
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
