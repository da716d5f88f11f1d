package vn.vigil.report;

import java.time.Instant;
import vn.vigil.base.Message;

/**
 * One row behind a figure.
 *
 * @param subject what it is: a camera, a number, a day
 * @param at when it began; null where the subject says enough
 * @param amount in the figure's own measure: seconds, đồng, or 1
 * @param whole of which the amount is a part; 0 where there is none
 * @param counted whether it is in the figure
 * @param why it is not; null where it is
 */
public record FigureRow(String subject, Instant at, long amount, long whole, boolean counted, Message why) {
    static FigureRow of(Object subject, long amount) {
        return at(subject, null, amount);
    }

    static FigureRow at(Object subject, Instant at, long amount) {
        return new FigureRow(subject.toString(), at, amount, 0, true, null);
    }

    static FigureRow part(Object subject, long amount, long whole) {
        return new FigureRow(subject.toString(), null, amount, whole, true, null);
    }

    static FigureRow without(Object subject, ReportText why) {
        return without(subject, null, why);
    }

    static FigureRow without(Object subject, Instant at, ReportText why) {
        return new FigureRow(subject.toString(), at, 0, 0, false, why.with());
    }
}
