package vn.vigil.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.vigil.base.Message;
import vn.vigil.text.Lang;

/** What a setting's value must look like. */
final class Values {
    private Values() {}

    /** What is wrong with the value, or null. A value that could hold a password is not repeated. */
    static Message fault(Setting setting, String value, String origin) {
        if (value.isEmpty()) {
            return ConfigText.EMPTY_VALUE.with(origin, setting.key());
        }
        ConfigText like = null;
        String shown = value;
        switch (setting.kind()) {
            case LANG -> like = Lang.of(value) == null ? ConfigText.LIKE_LANG : null;
            case ZONE -> like = isZone(value) ? null : ConfigText.LIKE_ZONE;
            case STORE -> {
                like = value.equals("sqlite") || isPostgres(value) ? null : ConfigText.LIKE_STORE;
                shown = withoutLogin(value);
            }
            case URL -> {
                boolean web = value.startsWith("http://") || value.startsWith("https://");
                like = web && hidesNothing(value) ? null : ConfigText.LIKE_URL;
                shown = withoutLogin(value);
            }
            case DURATION -> like = duration(value) == null ? ConfigText.LIKE_DURATION : null;
            case BOOLEAN -> like = value.equals("true") || value.equals("false") ? null : ConfigText.LIKE_BOOLEAN;
            case COUNT -> like = isCount(value) ? null : ConfigText.LIKE_COUNT;
            case DAY -> like = isDay(value) ? null : ConfigText.LIKE_DAY;
            case CORE_DAY ->
                like = value.equals("first-monday") || value.equals("first-working-day")
                        ? null
                        : ConfigText.LIKE_CORE_DAY;
            case PORT -> like = isPort(value) ? null : ConfigText.LIKE_PORT;
            case MAIL_TLS ->
                like = value.equals("starttls") || value.equals("smtps") || value.equals("none")
                        ? null
                        : ConfigText.LIKE_MAIL_TLS;
            case PIN -> like = isPin(value) ? null : ConfigText.LIKE_PIN;
            case TEXT, PATH -> like = null;
        }
        return like == null ? null : ConfigText.BAD_VALUE.with(origin, setting.key(), shown, like.with());
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** {@code 500ms}, {@code 10s}, {@code 1h30m}; null when it is none, or nought, or over a thousand days. */
    static Duration duration(String text) {
        long millis = 0;
        long number = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.max(number, 0) * 10 + (c - '0');
                if (number > 100_000_000) {
                    return null;
                }
                continue;
            }
            if (number < 0) {
                return null;
            }
            if (c == 'm' && i + 1 < text.length() && text.charAt(i + 1) == 's') {
                millis += number;
                i++;
            } else if (c == 's') {
                millis += number * 1000;
            } else if (c == 'm') {
                millis += number * 60_000;
            } else if (c == 'h') {
                millis += number * 3_600_000;
            } else if (c == 'd') {
                millis += number * 86_400_000;
            } else {
                return null;
            }
            number = -1;
        }
        return number >= 0 || millis <= 0 || millis > 86_400_000_000L ? null : Duration.ofMillis(millis);
    }

    private static boolean isCount(String value) {
        boolean digits = !value.isEmpty() && value.length() <= 5 && value.charAt(0) != '0';
        for (int i = 0; i < value.length(); i++) {
            digits &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        return digits;
    }

    private static boolean isPort(String value) {
        int port = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9' || port > 65535) {
                return false;
            }
            port = port * 10 + c - '0';
        }
        return port >= 1 && port <= 65535;
    }

    private static boolean isPin(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F')) {
                return false;
            }
        }
        return value.length() == 64;
    }

    private static boolean isZone(String value) {
        try {
            ZoneId.of(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isPostgres(String value) {
        return value.startsWith("jdbc:postgresql://") && hidesNothing(value);
    }

    /** No {@code user:password@}, and no password among the parameters. */
    private static boolean hidesNothing(String url) {
        return url.equals(withoutLogin(url));
    }

    private static String withoutLogin(String url) {
        int start = url.indexOf("://");
        int from = start < 0 ? 0 : start + 3;
        int question = url.indexOf('?', from);
        String address = question < 0 ? url : url.substring(0, question);
        int at = address.lastIndexOf('@');
        // Quick and on the safe side: whatever stands behind a question mark is not shown if it speaks of a password.
        String query = question < 0 ? "" : url.substring(question);
        if (query.toLowerCase(java.util.Locale.ROOT).contains("passw")) {
            query = "?…";
        }
        return (at < from ? address : url.substring(0, from) + "…@" + address.substring(at + 1)) + query;
    }
}
