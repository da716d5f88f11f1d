package vn.vigil.cli.command.camera;

import java.time.LocalDate;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * Some days of the site.
 *
 * @param to the day after the last
 */
record Days(LocalDate from, LocalDate to) {
    private static final int MOST = 36_600;

    /**
     * A quarter as {@code 2026-Q3}.
     *
     * @throws VigilException USAGE when it is none
     */
    static Days quarter(String text) {
        boolean form = text.length() == 7 && text.charAt(4) == '-' && "qQ".indexOf(text.charAt(5)) >= 0;
        int year = form ? number(text.substring(0, 4)) : -1;
        int quarter = form ? number(text.substring(6)) : -1;
        if (year < 1 || quarter < 1 || quarter > 4) {
            throw refuse(RecordView.BAD_QUARTER, text);
        }
        LocalDate first = LocalDate.of(year, quarter * 3 - 2, 1);
        return new Days(first, first.plusMonths(3));
    }

    /**
     * The last days, today among them.
     *
     * @throws VigilException USAGE when the number is none
     */
    static Days last(String text, LocalDate today) {
        int n = number(text);
        if (n < 1 || n > MOST) {
            throw refuse(RecordView.BAD_DAYS, text);
        }
        return new Days(today.plusDays(1L - n), today.plusDays(1));
    }

    private static VigilException refuse(RecordView why, String text) {
        return new VigilException(ErrorKind.USAGE, "VG-TIME-PERIOD", RecordView.BAD_PERIOD.with()).why(why.with(text));
    }

    /** −1 when it is not made of digits alone. */
    private static int number(String text) {
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i > 5) {
                return -1;
            }
            n = n * 10 + (c - '0');
        }
        return text.isEmpty() ? -1 : n;
    }
}
