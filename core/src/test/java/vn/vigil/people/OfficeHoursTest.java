package vn.vigil.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.TimeSpan;

/** A week's office hours are read, written and laid on days. */
class OfficeHoursTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri 07:30-11:30 13:00-17:00 | Mon-Fri 07:30-11:30 13:00-17:00",
                "t2-t6 7:30-11:30,13:00-17:00 | Mon-Fri 07:30-11:30 13:00-17:00",
                "Mon–Thu 13:00-17:00,07:00-11:00;Fri 07:00-11:00 | Mon-Thu 07:00-11:00 13:00-17:00; Fri 07:00-11:00",
                "mon wed fri 08:00-12:00 | Mon 08:00-12:00; Wed 08:00-12:00; Fri 08:00-12:00",
                "CN 00:00-24:00 | Sun 00:00-24:00",
                "none | none",
                "  NONE | none"
            })
    void whatPeopleWriteHasOneForm(String written, String form) {
        assertEquals(form, OfficeHours.parse(written).text());
        assertEquals(OfficeHours.parse(written), OfficeHours.parse(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mon",
                "07:00-11:00",
                "Mon-Fri 17:00-08:00",
                "Mon 08:00-08:00",
                "Fri-Mon 08:00-12:00",
                "Mon Mon 08:00-12:00",
                "Mon 08:00-12:00 11:00-13:00",
                "Mon 08:00-12:00; Mon 11:59-13:00",
                "Mon 08:60-12:00",
                "Mon 08:00-24:01",
                "Mon 8-12",
                "Xyz 08:00-12:00",
                "Mon 08:00",
                "Mon 08:00-12:00 Tue"
            })
    void whatIsNotUnderstoodIsNotGuessed(String written) {
        assertNull(OfficeHours.parse(written), written);
    }

    @Test
    void theyAreLaidOnDaysOfTheZone() {
        OfficeHours hours = OfficeHours.parse("Mon-Fri 07:30-11:30 13:00-17:00; Sun 22:00-24:00");
        assertEquals(
                List.of(
                        new TimeSpan(Instant.parse("2026-03-02T00:30:00Z"), Instant.parse("2026-03-02T04:30:00Z")),
                        new TimeSpan(Instant.parse("2026-03-02T06:00:00Z"), Instant.parse("2026-03-02T10:00:00Z"))),
                hours.on(MONDAY, HANOI));
        assertEquals(List.of(), hours.on(MONDAY.plusDays(5), HANOI));
        assertEquals(
                Instant.parse("2026-03-08T17:00:00Z"),
                hours.on(MONDAY.plusDays(6), HANOI).get(0).to());
        assertEquals(List.of(), OfficeHours.NONE.on(MONDAY, HANOI));
    }

    /** London skips 01:00–02:00 on 29 March 2026. */
    @Test
    void aBorderThatAZoneChangeSkipsMovesBehindTheGap() {
        OfficeHours hours = OfficeHours.parse("Sun 00:00-01:30 01:30-03:00");
        List<TimeSpan> spans = hours.on(LocalDate.parse("2026-03-29"), ZoneId.of("Europe/London"));
        assertEquals(2, spans.size());
        assertEquals(Duration.ofMinutes(90), spans.get(0).length());
        assertEquals(spans.get(0).to(), spans.get(1).from());
        OfficeHours inside = OfficeHours.parse("Sun 01:10-01:40");
        assertEquals(
                Duration.ofMinutes(30),
                inside.on(LocalDate.parse("2026-03-29"), ZoneId.of("Europe/London"))
                        .get(0)
                        .length());
    }
}
