package vn.vigil.roster.plan;

import java.time.LocalDate;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SlotKey;

/**
 * Office hours that are free because the duty before leaves too little rest.
 *
 * @param day the day of the office hours
 * @param slot the duty before
 */
public record FreeTime(MemberId member, LocalDate day, TimeSpan span, SlotKey slot) {}
