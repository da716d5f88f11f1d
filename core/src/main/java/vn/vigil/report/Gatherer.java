package vn.vigil.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.CameraFigures;
import vn.vigil.camera.CameraSpan;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.extract.ExtractFilter;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.ExtractState;
import vn.vigil.meeting.Due;
import vn.vigil.upkeep.MaintenanceSpan;
import vn.vigil.upkeep.Work;
import vn.vigil.upkeep.WorkFilter;
import vn.vigil.upkeep.WorkStatus;

/** Reads what the other rooms have on record, once for all the periods that a report compares. */
final class Gatherer {
    private final Journal journal;
    private final Rooms rooms;
    private final Activities activities;
    private final Pledges pledges;

    Gatherer(Journal journal, Rooms rooms, Activities activities, Pledges pledges) {
        this.journal = journal;
        this.rooms = rooms;
        this.activities = activities;
        this.pledges = pledges;
    }

    /**
     * The present as reports see it: while a period lasts only whole days count, so that a report made twice a day is the same.
     */
    Instant cut(Period period) {
        Instant now = journal.world().now();
        LocalDate today = journal.today();
        boolean lasts = period.to().isAfter(today) && period.from().isBefore(today);
        return lasts ? today.atStartOfDay(journal.config().zone()).toInstant() : now;
    }

    /** @param periods those that are compared; from the first day of the earliest camera states are read */
    Facts facts(List<Period> periods) {
        LocalDate from = periods.get(0).from();
        LocalDate to = periods.get(0).to();
        for (Period p : periods) {
            from = p.from().isBefore(from) ? p.from() : from;
            to = p.to().isAfter(to) ? p.to() : to;
        }
        Config config = journal.config();
        TimeSpan whole = new TimeSpan(
                from.atStartOfDay(config.zone()).toInstant(),
                to.atStartOfDay(config.zone()).toInstant());
        Map<CameraId, List<CameraSpan>> spans = new LinkedHashMap<>();
        for (CameraFigures f : rooms.cameras().get().figures(from, to)) {
            spans.put(f.camera(), rooms.cameras().get().spans(f.camera(), whole));
        }
        List<Work> works = new ArrayList<>();
        Map<CameraId, List<TimeSpan>> planned = new LinkedHashMap<>();
        for (WorkStatus status : rooms.upkeep().get().works(WorkFilter.ALL)) {
            Work work = status.work();
            works.add(work);
            if (work.cancelled() != null) {
                continue;
            }
            for (MaintenanceSpan span : work.spans()) {
                if (span.plannedBeforehand()) {
                    work.cameras().forEach(camera -> planned.computeIfAbsent(camera, c -> new ArrayList<>())
                            .add(span.span()));
                }
            }
        }
        planned.replaceAll((camera, all) -> union(all));
        List<Due> dues = new ArrayList<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            dues.addAll(rooms.meetings().get().due(year));
        }
        String headcount = config.text(Setting.REPORT_HEADCOUNT);
        return new Facts(
                config.zone(),
                rooms.holidays().get().calendar(),
                spans,
                planned,
                rooms.incidents().get().timelines(),
                rooms.incidents().get().tips().list(),
                extracts(),
                rooms.meetings().get().list(),
                dues,
                rooms.meetings().get().actions().list(),
                rooms.meetings().get().proposals().list(),
                rooms.meetings().get().petitions().list(),
                works,
                rooms.upkeep().get().surveys(null),
                activities.list(),
                pledges.list(null),
                headcount == null ? null : Integer.valueOf(headcount),
                config.duration(Setting.REPORT_FIRST_ACTION),
                config.count(Setting.REPORT_MINUTES_DAYS));
    }

    /** With their deliveries, which lists leave out. */
    private List<ExtractRequest> extracts() {
        List<ExtractRequest> all = new ArrayList<>();
        for (ExtractRequest r : rooms.extracts().get().list(ExtractFilter.ALL)) {
            boolean handed = r.state().compareTo(ExtractState.DELIVERED) >= 0;
            all.add(handed ? rooms.extracts().get().get(r.id()) : r);
        }
        return all;
    }

    /** In order, without overlap. */
    static List<TimeSpan> union(List<TimeSpan> spans) {
        List<TimeSpan> sorted = new ArrayList<>(spans);
        sorted.sort(java.util.Comparator.comparing(TimeSpan::from));
        List<TimeSpan> out = new ArrayList<>();
        for (TimeSpan span : sorted) {
            TimeSpan last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last == null || span.from().isAfter(last.to())) {
                out.add(span);
            } else if (span.to().isAfter(last.to())) {
                out.set(out.size() - 1, new TimeSpan(last.from(), span.to()));
            }
        }
        return out;
    }

    /** Null when nothing of the period is over. */
    Facts.OfPeriod of(Period period, Instant cut) {
        TimeSpan span = period.span(journal.config().zone(), cut);
        if (span == null) {
            return null;
        }
        LocalDate end = LocalDate.ofInstant(
                        span.to().minusNanos(1), journal.config().zone())
                .plusDays(1);
        return new Facts.OfPeriod(
                period,
                span,
                cameras(period.from(), end),
                rooms.watch().get().coverage(span),
                journal.config().zone());
    }

    /** @param to the day after the last */
    List<CameraFigures> cameras(LocalDate from, LocalDate to) {
        return rooms.cameras().get().figures(from, to);
    }
}
