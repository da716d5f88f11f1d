package vn.vigil.roster.holiday;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.Message;

/**
 * A day that the site decides about, as told.
 *
 * @param date the day; null when it could not be read, which then stands in {@code misread}
 * @param kind {@code holiday}, {@code tet}, {@code swap} or {@code work}
 * @param name what people call the day
 * @param basis the written basis: which paper says so
 * @param misread what could not be read, to be told with all other faults
 */
public record AddHoliday(LocalDate date, String kind, String name, String basis, List<Message> misread) {
    public AddHoliday {
        misread = List.copyOf(misread);
    }
}
