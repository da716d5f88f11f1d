package vn.vigil.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.camera.CameraWords;
import vn.vigil.config.Config;
import vn.vigil.config.Setting;
import vn.vigil.meeting.Action;
import vn.vigil.meeting.Proposal;
import vn.vigil.meeting.ProposalKind;
import vn.vigil.meeting.Proposals;
import vn.vigil.text.Lang;

/** Makes a report from what is on record. */
final class ReportMaker {
    /** So many open things stand in the text; all of them in the annex. */
    private static final int SHOWN = 12;

    private final Journal journal;
    private final Gatherer gatherer;
    private final Remarks remarks;

    ReportMaker(Journal journal, Gatherer gatherer, Remarks remarks) {
        this.journal = journal;
        this.gatherer = gatherer;
        this.remarks = remarks;
    }

    /** @throws VigilException REFUSED for a period that has not begun */
    Report make(Period period) {
        Instant cut = gatherer.cut(period);
        Period begun = period;
        while (begun.span(journal.config().zone(), cut) == null) {
            begun = begun.previous();
        }
        if (begun != period) {
            VigilException refused =
                    Journal.refused("VG-REPORT-FUTURE", ReportText.NOT_BEGUN.with(period.key(), period.from()));
            throw period.kind() == Period.Kind.CUSTOM
                    ? refused
                    : refused.next(ReportText.NEXT_NOW.with(begun.kind().id(), begun.key()));
        }
        List<Period> compared = new ArrayList<>(List.of(period, period.previous()));
        for (Period more : new Period[] {period.lastYear(), period.yearToDate()}) {
            if (more != null) {
                compared.add(more);
            }
        }
        Facts facts = gatherer.facts(compared);
        Facts.OfPeriod now = gatherer.of(period, cut);
        Map<FigureRule, Figure> figures = Counting.of(facts, now);
        Map<FigureRule, Figure> before = Counting.of(facts, gatherer.of(period.previous(), cut));
        Map<FigureRule, Figure> lastYear =
                period.lastYear() == null ? null : Counting.of(facts, gatherer.of(period.lastYear(), cut));
        Map<FigureRule, Figure> toDate =
                period.yearToDate() == null ? null : Counting.of(facts, gatherer.of(period.yearToDate(), cut));
        Map<FigureRule, Compared> all = new EnumMap<>(FigureRule.class);
        for (FigureRule rule : FigureRule.values()) {
            Integer target = target(journal.config(), rule);
            all.put(
                    rule,
                    new Compared(
                            figures.get(rule),
                            before.get(rule),
                            lastYear == null ? null : lastYear.get(rule),
                            toDate == null ? null : toDate.get(rule),
                            target,
                            figures.get(rule).judge(target)));
        }
        boolean partial = period.to().isAfter(now.end());
        LocalDate through = now.end().minusDays(1);
        ChartGrids charts = new ChartGrids(
                gatherer, facts, now, all.get(FigureRule.AVAILABILITY).target());
        AnnexGrids annexes = new AnnexGrids(journal, facts, now, all);
        Report report = new Report(
                period,
                through,
                partial,
                all,
                asks(facts, now, period),
                missing(all, partial, through),
                charts.charts(),
                annexes.annexes(),
                open(facts, now),
                causes(facts, now),
                remarks.list(period),
                "");
        String sha256 = Journal.sha256(data(report));
        return new Report(
                report.period(),
                report.through(),
                report.partial(),
                report.figures(),
                report.asks(),
                report.missing(),
                report.charts(),
                report.annexes(),
                report.open(),
                report.causes(),
                report.remarks(),
                sha256);
    }

    /** The data as JSON. */
    String data(Report report) {
        return ReportData.text(report, ReportWords.of(journal, Lang.VI, false));
    }

    static Integer target(Config config, FigureRule rule) {
        Setting setting = rule.target();
        return setting == null ? rule.fixedTarget() : (Integer) config.count(setting);
    }

    /** What the board is asked: what waits for its answer, and what people put there. As many as there are. */
    private List<Message> asks(Facts facts, Facts.OfPeriod now, Period period) {
        List<Message> asks = new ArrayList<>();
        MeetingCount meetings = new MeetingCount(facts, now);
        for (Proposal p : facts.proposals()) {
            if (p.to().equals(Proposals.BOARD) && meetings.open(p)) {
                // Whom a breach is about stands in no report (clause 10b).
                Object title =
                        p.kind() == ProposalKind.DISCIPLINE ? ReportText.RESTRICTED.with() : new FreeText(p.title());
                asks.add(
                        p.estimate().isEmpty()
                                ? ReportText.ASK_PROPOSAL.with(p.kind().with(), title, p.id())
                                : ReportText.ASK_MONEY.with(
                                        p.kind().with(), title, p.id(), Measure.of(Unit.DONG, p.total())));
            }
        }
        for (Remark remark : remarks.list(period)) {
            if (remark.section() == Remark.Section.ASK) {
                asks.add(ReportText.ASK_OTHER.with(new FreeText(remark.words())));
            }
        }
        return asks;
    }

    /** What nobody keeps, and how much of the time nobody looked. */
    private static List<Message> missing(Map<FigureRule, Compared> all, boolean partial, LocalDate through) {
        List<Message> missing = new ArrayList<>();
        if (partial) {
            missing.add(ReportText.MISSING_PARTIAL.with(through));
        }
        Map<FigureRule, ReportText> registers = new LinkedHashMap<>();
        registers.put(FigureRule.AVAILABILITY, ReportText.MISSING_LOOKS);
        registers.put(FigureRule.WATCH_KEPT, ReportText.MISSING_WATCH);
        registers.put(FigureRule.INCIDENTS, ReportText.MISSING_INCIDENTS);
        registers.put(FigureRule.EXTRACTIONS, ReportText.MISSING_EXTRACTIONS);
        registers.put(FigureRule.ATTENDANCE, ReportText.MISSING_MEETINGS);
        registers.put(FigureRule.ACTIONS_SET, ReportText.MISSING_ACTIONS);
        registers.put(FigureRule.MAINTENANCE_DONE, ReportText.MISSING_MAINTENANCE);
        registers.put(FigureRule.SURVEYS, ReportText.MISSING_SURVEYS);
        registers.put(FigureRule.OUTREACH_SESSIONS, ReportText.MISSING_OUTREACH);
        registers.put(FigureRule.PLEDGES, ReportText.MISSING_PLEDGES);
        registers.forEach((rule, text) -> {
            if (!all.get(rule).now().known()) {
                missing.add(text.with());
            }
        });
        Figure checked = all.get(FigureRule.CHECKED).now();
        if (checked.known() && checked.part() < checked.whole()) {
            missing.add(ReportText.MISSING_TIME.with(
                    Measure.of(checked), Measure.of(Unit.HOURS, checked.whole() - checked.part())));
        }
        return missing;
    }

    private static List<List<Object>> open(Facts facts, Facts.OfPeriod now) {
        MeetingCount meetings = new MeetingCount(facts, now);
        List<Action> open = new ArrayList<>(facts.actions());
        open.removeIf(a -> !meetings.open(a));
        open.sort(java.util.Comparator.comparing(Action::due).thenComparing(Action::id));
        List<List<Object>> rows = new ArrayList<>();
        for (Action a : open.subList(0, Math.min(SHOWN, open.size()))) {
            rows.add(List.of(a.id(), new FreeText(a.words()), a.due()));
        }
        return rows;
    }

    private static List<List<Object>> causes(Facts facts, Facts.OfPeriod now) {
        List<List<Object>> rows = new ArrayList<>();
        new CameraCount(facts, now)
                .causes().entrySet().stream()
                        .sorted(Map.Entry.<vn.vigil.camera.Finding, Long>comparingByValue()
                                .reversed())
                        .limit(3)
                        .forEach(e ->
                                rows.add(List.of(CameraWords.of(e.getKey()), Measure.of(Unit.HOURS, e.getValue()))));
        return rows;
    }
}
