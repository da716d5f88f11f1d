package vn.vigil.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The yearly decisions that are shipped. Read on first use; immutable. */
final class HolidayDecisions {
    /**
     * @param days what was decided
     * @param proposed days that were announced and are no law yet: known, not counted
     */
    record Table(List<DecidedDay> days, List<DecidedDay> proposed) {}

    /** A class of its own, so that the table is read when first asked for. */
    private static final class Shipped {
        static final Table TABLE = read();
    }

    private HolidayDecisions() {}

    static Table shipped() {
        return Shipped.TABLE;
    }

    private static Table read() {
        List<DecidedDay> days = new ArrayList<>();
        List<DecidedDay> proposed = new ArrayList<>();
        try (InputStream in = HolidayDecisions.class.getResourceAsStream("holidays.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split("\t");
                boolean open = fields[1].equals("proposed");
                DecidedDay.Kind kind = open ? DecidedDay.Kind.HOLIDAY : DecidedDay.Kind.of(fields[1]);
                DecidedDay day = new DecidedDay(LocalDate.parse(fields[0]), kind, fields[2], fields[3], false);
                (open ? proposed : days).add(day);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(List.copyOf(days), List.copyOf(proposed));
    }
}
