package vn.vigil.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every figure of one period, by its rule. Pure. */
final class Counting {
    private Counting() {}

    /** @param period null for one of which nothing is over: then nothing is known */
    static Map<FigureRule, Figure> of(Facts facts, Facts.OfPeriod period) {
        if (period == null) {
            Map<FigureRule, Figure> none = new EnumMap<>(FigureRule.class);
            for (FigureRule rule : FigureRule.values()) {
                none.put(rule, Figure.none(rule, new ArrayList<>(List.of())));
            }
            return none;
        }
        Tally tally = new Tally();
        new CameraCount(facts, period).into(tally);
        new WatchCount(period).into(tally);
        new CaseCount(facts, period).into(tally);
        new MeetingCount(facts, period).into(tally);
        new HouseCount(facts, period).into(tally);
        return tally.figures();
    }
}
