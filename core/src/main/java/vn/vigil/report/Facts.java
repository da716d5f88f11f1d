package vn.vigil.report;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.calendar.PublicHolidays;
import vn.vigil.camera.CameraFigures;
import vn.vigil.camera.CameraSpan;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.incident.Timeline;
import vn.vigil.incident.Tip;
import vn.vigil.meeting.Action;
import vn.vigil.meeting.Due;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.Petition;
import vn.vigil.meeting.Proposal;
import vn.vigil.roster.watch.Coverage;
import vn.vigil.upkeep.Survey;
import vn.vigil.upkeep.Work;

/**
 * What the site has on record, as far as figures are counted from it.
 *
 * @param spans settled states of each camera, newest first
 * @param planned maintenance that was planned beforehand, by camera, in order
 * @param dues meetings that the regulation asks for
 * @param headcount null when nobody said
 * @param firstAction so soon something is to be done about an incident
 * @param minutesDays so many days after a meeting its minutes are issued
 */
record Facts(
        ZoneId zone,
        PublicHolidays holidays,
        Map<CameraId, List<CameraSpan>> spans,
        Map<CameraId, List<TimeSpan>> planned,
        List<Timeline> incidents,
        List<Tip> tips,
        List<ExtractRequest> extracts,
        List<Meeting> meetings,
        List<Due> dues,
        List<Action> actions,
        List<Proposal> proposals,
        List<Petition> petitions,
        List<Work> works,
        List<Survey> surveys,
        List<Activity> activities,
        List<Pledge> pledges,
        Integer headcount,
        Duration firstAction,
        int minutesDays) {

    /**
     * What one period adds to them.
     *
     * @param span what of it is over
     * @param coverage how the watch was kept in it
     */
    record OfPeriod(Period period, TimeSpan span, List<CameraFigures> cameras, Coverage coverage, ZoneId zone) {
        /** The day after the last that counts. */
        LocalDate end() {
            return LocalDate.ofInstant(span.to().minusNanos(1), zone).plusDays(1);
        }

        boolean has(LocalDate day) {
            return day != null && !day.isBefore(period.from()) && day.isBefore(end());
        }

        boolean before(LocalDate day) {
            return day != null && day.isBefore(end());
        }
    }
}
