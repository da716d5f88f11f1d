package org.sqlite.date;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Takes the place of the SQLite driver's class of this name, which the build leaves out. The driver asks for two formats with every
 * connection, and its own class then loads locale and zone data at once: a tenth of a start, for dates as text, which the
 * store does not keep. This one does the work when a date is formatted or parsed. Only what the driver calls. Immutable.
 */
public final class FastDateFormat {
    private final String pattern;
    private final TimeZone zone;

    private FastDateFormat(String pattern, TimeZone zone) {
        this.pattern = pattern;
        this.zone = zone;
    }

    /** In the default zone. */
    public static FastDateFormat getInstance(String pattern) {
        return new FastDateFormat(pattern, null);
    }

    /** @param zone null for the default one */
    public static FastDateFormat getInstance(String pattern, TimeZone zone) {
        return new FastDateFormat(pattern, zone);
    }

    public String format(Date date) {
        return format().format(date);
    }

    public Date parse(String text) throws ParseException {
        return format().parse(text);
    }

    private SimpleDateFormat format() {
        SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.ROOT);
        if (zone != null) {
            format.setTimeZone(zone);
        }
        return format;
    }
}
