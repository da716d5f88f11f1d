package vn.vigil.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.CameraFigures;
import vn.vigil.camera.CameraSpan;
import vn.vigil.camera.CameraState;
import vn.vigil.camera.Finding;
import vn.vigil.camera.FleetFigures;

/** Cameras: weighted by time, what was not checked kept apart, planned maintenance outside (clauses 7.3a, 8.4i). Pure. */
final class CameraCount {
    private final Facts facts;
    private final Facts.OfPeriod period;

    CameraCount(Facts facts, Facts.OfPeriod period) {
        this.facts = facts;
        this.period = period;
    }

    /**
     * One outage outside planned maintenance.
     *
     * @param to null while it lasts, as far as the period sees
     * @param seconds of it outside planned maintenance, until its end or the period's
     */
    record Outage(CameraId camera, Instant from, Instant to, Finding cause, long seconds) {}

    void into(Tally tally) {
        List<CameraFigures> all = period.cameras();
        List<CameraFigures> essential = new ArrayList<>(all);
        essential.removeIf(f -> !f.essential());
        availability(tally, FigureRule.AVAILABILITY, all);
        availability(tally, FigureRule.AVAILABILITY_ESSENTIAL, essential);
        FleetFigures fleet = FleetFigures.of(all);
        List<FigureRow> gross = new ArrayList<>();
        List<FigureRow> checked = new ArrayList<>();
        for (CameraFigures f : all) {
            gross.add(FigureRow.part(
                    f.camera(),
                    f.up() + f.degraded() + f.planned() - f.plannedDown(),
                    f.up() + f.degraded() + f.down() + f.planned()));
            checked.add(FigureRow.part(f.camera(), f.up() + f.degraded() + f.down(), f.total() - f.planned()));
        }
        long seen = fleet.checked() + fleet.planned();
        tally.put(
                fleet.checked() == 0
                        ? Figure.none(FigureRule.AVAILABILITY_GROSS, gross)
                        : Figure.of(
                                FigureRule.AVAILABILITY_GROSS,
                                fleet.up() + fleet.degraded() + fleet.planned() - fleet.plannedDown(),
                                seen,
                                fleet.looks(),
                                gross));
        long due = fleet.total() - fleet.planned();
        tally.put(
                due <= 0 || fleet.looks() == 0
                        ? Figure.none(FigureRule.CHECKED, checked)
                        : Figure.of(FigureRule.CHECKED, Math.min(fleet.checked(), due), due, fleet.looks(), checked));
        outages(tally, fleet);
    }

    private static void availability(Tally tally, FigureRule rule, List<CameraFigures> cameras) {
        FleetFigures fleet = FleetFigures.of(cameras);
        List<FigureRow> rows = new ArrayList<>();
        for (CameraFigures f : cameras) {
            long checked = f.up() + f.degraded() + f.down();
            rows.add(
                    checked == 0
                            ? FigureRow.without(f.camera(), ReportText.ROW_NOT_CHECKED)
                            : FigureRow.part(f.camera(), f.up() + f.degraded(), checked));
        }
        if (fleet.checked() == 0) {
            tally.put(Figure.none(rule, rows));
            return;
        }
        long good = fleet.up() + fleet.degraded();
        long due = fleet.total() - fleet.planned();
        long unknown = due - fleet.checked();
        boolean bounded = unknown > 0;
        tally.put(new Figure(
                rule,
                good,
                fleet.checked(),
                fleet.looks(),
                false,
                bounded ? good : null,
                bounded ? good + unknown : null,
                bounded ? due : 0,
                rows));
    }

    private void outages(Tally tally, FleetFigures fleet) {
        boolean looked = fleet.looks() > 0;
        List<FigureRow> began = new ArrayList<>();
        List<FigureRow> restored = new ArrayList<>();
        List<FigureRow> open = new ArrayList<>();
        for (Outage o : outages()) {
            if (period.span().contains(o.from())) {
                began.add(FigureRow.at(o.camera(), o.from(), 1));
            }
            if (o.to() == null) {
                open.add(FigureRow.at(o.camera(), o.from(), o.seconds()));
                restored.add(FigureRow.without(o.camera(), o.from(), ReportText.ROW_NOT_RESTORED));
            } else if (period.span().contains(o.to())) {
                restored.add(FigureRow.at(o.camera(), o.from(), o.seconds()));
            }
        }
        tally.count(FigureRule.OUTAGES, looked, began);
        tally.mean(FigureRule.REPAIR_MEAN, restored);
        tally.median(FigureRule.REPAIR_MEDIAN, restored);
        tally.most(FigureRule.REPAIR_LONGEST, restored);
        tally.count(FigureRule.OPEN_FAULTS, looked, open);
        long good = fleet.up() + fleet.degraded();
        tally.put(
                !looked
                        ? Figure.none(FigureRule.BETWEEN_FAILURES, List.of())
                        : new Figure(
                                FigureRule.BETWEEN_FAILURES,
                                good,
                                Math.max(1, began.size()),
                                began.size(),
                                began.isEmpty(),
                                null,
                                null,
                                0,
                                began));
    }

    /** Outages that touch the period, by camera and time; those wholly within planned maintenance are none. */
    List<Outage> outages() {
        List<Outage> all = new ArrayList<>();
        facts.spans().forEach((camera, spans) -> {
            List<TimeSpan> planned = facts.planned().getOrDefault(camera, List.of());
            for (CameraSpan span : spans) {
                boolean over =
                        span.to() != null && !span.to().isAfter(period.span().to());
                Instant until = over ? span.to() : period.span().to();
                boolean touches = span.state() == CameraState.DOWN
                        && span.from().isBefore(until)
                        && until.isAfter(period.span().from());
                if (!touches) {
                    continue;
                }
                long seconds = seconds(new TimeSpan(span.from(), until), planned);
                if (seconds > 0) {
                    Finding cause =
                            span.findings().isEmpty() ? null : span.findings().get(0);
                    all.add(new Outage(camera, span.from(), over ? span.to() : null, cause, seconds));
                }
            }
        });
        all.sort(Comparator.comparing((Outage o) -> o.camera().value()).thenComparing(Outage::from));
        return all;
    }

    /** Seconds of outages within the period, by what was wrong first; what has no finding stands under null's stead. */
    Map<Finding, Long> causes() {
        Map<Finding, Long> causes = new EnumMap<>(Finding.class);
        facts.spans().forEach((camera, spans) -> {
            for (CameraSpan span : spans) {
                Instant from = later(span.from(), period.span().from());
                Instant to =
                        span.to() == null || span.to().isAfter(period.span().to())
                                ? period.span().to()
                                : span.to();
                if (span.state() == CameraState.DOWN && from.isBefore(to)) {
                    long seconds =
                            seconds(new TimeSpan(from, to), facts.planned().getOrDefault(camera, List.of()));
                    Finding cause = span.findings().isEmpty()
                            ? Finding.UNREACHABLE
                            : span.findings().get(0);
                    causes.merge(cause, seconds, Long::sum);
                }
            }
        });
        causes.values().removeIf(seconds -> seconds == 0);
        return causes;
    }

    private static long seconds(TimeSpan span, List<TimeSpan> without) {
        long seconds = span.length().toSeconds();
        for (TimeSpan planned : without) {
            if (planned.overlaps(span)) {
                Instant from = later(planned.from(), span.from());
                Instant to = planned.to().isBefore(span.to()) ? planned.to() : span.to();
                seconds -= Duration.between(from, to).toSeconds();
            }
        }
        return seconds;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
