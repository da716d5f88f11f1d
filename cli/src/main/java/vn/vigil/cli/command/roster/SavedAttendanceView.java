package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.people.Member;
import vn.vigil.people.People;
import vn.vigil.roster.watch.Attendance;
import vn.vigil.roster.watch.SavedAttendance;

/** What became of an entry of attendance. */
record SavedAttendanceView(People people, boolean dryRun, WatchViewText done, WatchViewText would)
        implements View<SavedAttendance> {
    @Override
    public void text(SavedAttendance s, Out out) {
        Attendance a = s.attendance();
        Member member = people.byId(a.member());
        WatchViewText what = s.unchanged() ? WatchViewText.UNCHANGED : dryRun ? would : done;
        String time = out.time(done == WatchViewText.CHECKED_OUT && a.out() != null ? a.out() : a.in());
        out.line(what.with(member == null ? a.member() : member.name(), a.slot(), time, a.id()), Tone.STRONG);
        if (a.lateMinutes() > 0 && done != WatchViewText.CHECKED_OUT) {
            out.line(WatchViewText.LATE_BY.with(a.lateMinutes()), Tone.WARNING);
        }
        if (a.how() == Attendance.How.PAPER) {
            out.line(WatchViewText.FROM_PAPER.with(a.sheet() == null ? "–" : a.sheet()), Tone.FAINT);
        }
    }

    @Override
    public void json(SavedAttendance s, Json json) {
        json.field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("attendance");
        AttendanceRow.fields(s.attendance(), json);
        json.end();
    }
}
