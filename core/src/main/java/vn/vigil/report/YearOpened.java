package vn.vigil.report;

import java.util.List;
import java.util.Map;
import vn.vigil.base.Message;

/**
 * How a year begins.
 *
 * @param missing decisions about its holidays that nobody has entered
 * @param numbers how many numbers each series has given in it; a series that is not named begins at 01
 * @param duties in the order of their days
 */
public record YearOpened(int year, List<Message> missing, Map<String, Integer> numbers, List<Duty> duties) {
    public YearOpened {
        missing = List.copyOf(missing);
        duties = List.copyOf(duties);
    }
}
