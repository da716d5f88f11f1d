package vn.vigil.document;

import java.util.regex.Pattern;

/** Keeps together what must not be torn apart at a line's end: dates, "Điều 8", "quý III năm 2022", figures. Pure. */
final class NoBreak {
    static final char NBSP = '\u00a0';

    /** A naming word and its number. */
    private static final Pattern NAMED = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])(ngày|tháng|năm|quý|điều|khoản|điểm|chương|phần|mục|phụ lục|mẫu số|số|tuần|khóa"
                    + "|lúc|article|clause|annex|part|quarter|no\\.|week)[ ](?=(?:\\d|[IVXLC]+(?![\\p{L}\\d])|[a-zđ]\\)))");

    /** A number and its unit, or what goes on a date. */
    private static final Pattern UNIT = Pattern.compile(
            "(?iu)(?<=\\d)[ ](?=(?:giờ|phút|giây|tháng|đồng|triệu|tỷ|%|℃|km|m|mm|GB|MB|TB|hours?|minutes?"
                    + "|January|February|March|April|May|June|July|August|September|October|November|December)(?![\\p{L}]))");

    /** Telephone numbers and amounts in groups. */
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)[ ](?=\\d{3})");

    /** "quý III năm 2022" stays whole; a full date may end its line before the year, else justified lines tear open. */
    private static final Pattern QUARTER = Pattern.compile("(?<=[IVX])[ ](?=năm(?![\\p{L}]))");

    private static final Pattern ENGLISH_YEAR = Pattern.compile(
            "(?<=January|February|March|April|May|June|July|August|September|October|November|December)[ ](?=\\d)");

    /** A cell of digits and their signs only: an amount, a telephone number, a span of hours. */
    private static final Pattern FIGURE = Pattern.compile("[+\\-−–]?[\\d][\\d .,:/%+\\-–−()]*");

    private NoBreak() {}

    static String text(String text) {
        String t = NAMED.matcher(text).replaceAll("$1" + NBSP);
        t = UNIT.matcher(t).replaceAll(String.valueOf(NBSP));
        t = GROUPS.matcher(t).replaceAll(String.valueOf(NBSP));
        t = QUARTER.matcher(t).replaceAll(String.valueOf(NBSP));
        return ENGLISH_YEAR.matcher(t).replaceAll(String.valueOf(NBSP));
    }

    static boolean isFigure(String cell) {
        return FIGURE.matcher(cell.replace(NBSP, ' ').strip()).matches();
    }
}
