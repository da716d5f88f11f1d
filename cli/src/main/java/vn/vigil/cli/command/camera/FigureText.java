package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.util.Locale;

/** Numbers as they are printed: the point a point in every language, as in all that vigil prints. */
final class FigureText {
    private FigureText() {}

    /** {@code 1h02m05s}, to the second; below one minute to the tenth; days stay hours, which can be compared. */
    static String length(Duration d) {
        if (d.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1fs", d.toMillis() / 1000.0);
        }
        long s = (d.toMillis() + 500) / 1000;
        return s < 3600
                ? String.format(Locale.ROOT, "%dm%02ds", s / 60, s % 60)
                : String.format(Locale.ROOT, "%dh%02dm%02ds", s / 3600, s / 60 % 60, s % 60);
    }

    /** Seconds with three decimals. */
    static String seconds(Duration d) {
        return decimals(d.toMillis() / 1000.0, 3);
    }

    /** {@code 98.7 %}; what is not quite everything is never rounded to 100. */
    static String percent(double share) {
        double p = share * 100;
        return decimals(share < 1 && p > 99.9 ? 99.9 : p, 1) + " %";
    }

    static String decimals(double n, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", n);
    }

    /** Six decimals at most, for documents. */
    static double share(double share) {
        return Math.round(share * 1e6) / 1e6;
    }
}
