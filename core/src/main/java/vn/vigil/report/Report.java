package vn.vigil.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;

/**
 * A report: its figures and tables, in no language yet. The same data make the same report.
 *
 * @param through the last day that counts: the period's own, or yesterday while it lasts
 * @param partial whether the period is not over
 * @param figures one for each rule, in the rules' order
 * @param asks what the board is asked to decide
 * @param missing what is not on record, and so in no figure
 * @param charts tables of part II that are drawn too
 * @param annexes in the order of the form
 * @param open what is still to be done: number, words, day
 * @param causes of outages, the longest first: words and time
 * @param dataSha256 over all of this, hex
 */
public record Report(
        Period period,
        LocalDate through,
        boolean partial,
        Map<FigureRule, Compared> figures,
        List<Message> asks,
        List<Message> missing,
        List<Grid> charts,
        List<Grid> annexes,
        List<List<Object>> open,
        List<List<Object>> causes,
        List<Remark> remarks,
        String dataSha256) {
    public Report {
        asks = List.copyOf(asks);
        missing = List.copyOf(missing);
        charts = List.copyOf(charts);
        annexes = List.copyOf(annexes);
        remarks = List.copyOf(remarks);
    }

    public Compared figure(FigureRule rule) {
        return figures.get(rule);
    }

    /** The remarks of one section, in the order of entering. */
    public List<Remark> remarks(Remark.Section section) {
        return remarks.stream().filter(r -> r.section() == section).toList();
    }
}
