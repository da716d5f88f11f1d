package vn.vigil.camera;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A firmware's version as makers write it: numbers between dots, and often the day it was built. {@code V5.5.0 build 170109}
 * (Hikvision), {@code 2.800.0000000.16.R, Build 2020-05-11} (Dahua), {@code 1.1.16 Build 211209 Rel.37726N} (TP-Link), {@code
 * 9.80.1} (Axis). Pure.
 *
 * @param numbers at least one; those behind the last count as nought
 * @param built the day, or null when it is not told
 */
record FirmwareVersion(List<Long> numbers, LocalDate built) implements Comparable<FirmwareVersion> {
    private static final Pattern NUMBERS = Pattern.compile("^\\s*[vV]?\\s*([0-9]{1,12}(?:\\.[0-9]{1,12})*)");
    private static final Pattern BUILT = Pattern.compile(
            "(?i)build[^0-9]{0,12}" + "(?:([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{2})([0-9]{2})([0-9]{2})(?![0-9]))");
    private static final int LONGEST = 256;

    FirmwareVersion {
        numbers = List.copyOf(numbers);
    }

    /** The version a text tells, or null when it tells none that is understood. */
    static FirmwareVersion parse(String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        Matcher found = NUMBERS.matcher(text);
        if (!found.find()) {
            return null;
        }
        List<Long> numbers = new ArrayList<>();
        for (String part : found.group(1).split("\\.")) {
            numbers.add(Long.parseLong(part));
        }
        return new FirmwareVersion(numbers, built(text));
    }

    /** The build day within a text, or null. Two digits of a year mean this century: no camera here is older. */
    private static LocalDate built(String text) {
        Matcher found = BUILT.matcher(text);
        if (!found.find()) {
            return null;
        }
        boolean whole = found.group(1) != null;
        int first = whole ? 1 : 4;
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(first)) + (whole ? 0 : 2000),
                    Integer.parseInt(found.group(first + 1)),
                    Integer.parseInt(found.group(first + 2)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** By the numbers; equal ones by the build day, where both tell it. */
    @Override
    public int compareTo(FirmwareVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            long mine = i < numbers.size() ? numbers.get(i) : 0;
            long theirs = i < other.numbers.size() ? other.numbers.get(i) : 0;
            if (mine != theirs) {
                return Long.compare(mine, theirs);
            }
        }
        return built == null || other.built == null ? 0 : built.compareTo(other.built);
    }
}
