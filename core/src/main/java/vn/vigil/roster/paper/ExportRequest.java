package vn.vigil.roster.paper;

import java.time.LocalDate;
import vn.vigil.base.MemberId;
import vn.vigil.text.Lang;

/**
 * Which part of the roster is wanted, and as what.
 *
 * @param first the first day on which a shift begins
 * @param last the last one; at most 366 days in all
 * @param person only this member's duties; null: everybody's
 * @param post only this post's; null: all
 * @param utc calendars: times in UTC instead of the site's zone
 * @param remindMinutes calendars: minutes before a duty at which to remind; null: never
 * @param cancel calendars: only what is called off, for readers that take it from a file of its own
 * @param number papers: the number of the notice that the table belongs to; null: that of the publication, if it has one
 * @param date papers: the day of the notice; null: blank
 * @param draft papers: a published roster may go without signature
 * @param lang in which it is written
 */
public record ExportRequest(
        LocalDate first,
        LocalDate last,
        RosterFormat format,
        MemberId person,
        String post,
        boolean utc,
        Integer remindMinutes,
        boolean cancel,
        String number,
        LocalDate date,
        boolean draft,
        Lang lang) {
    /** Everybody's duties at every post, as they stand. */
    public static ExportRequest of(LocalDate first, LocalDate last, RosterFormat format, Lang lang) {
        return new ExportRequest(first, last, format, null, null, false, null, false, null, null, false, lang);
    }

    /** The same with another number and day of the notice. */
    ExportRequest paperOf(String ofNumber, LocalDate ofDay) {
        return new ExportRequest(
                first, last, format, person, post, utc, remindMinutes, cancel, ofNumber, ofDay, draft, lang);
    }

    /** The same, of one member. */
    ExportRequest of(MemberId whose) {
        return new ExportRequest(
                first, last, format, whose, post, utc, remindMinutes, cancel, number, date, draft, lang);
    }
}
