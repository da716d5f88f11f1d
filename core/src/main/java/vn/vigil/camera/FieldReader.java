package vn.vigil.camera;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.net.AddressRules;
import vn.vigil.net.NetException;
import vn.vigil.text.Nearest;
import vn.vigil.text.TimeText;

/**
 * Reads one field as a person wrote it into the one form in which the inventory keeps it. Pure.
 *
 * @param now for days such as {@code today}
 * @param zone the site's
 * @param dayFirst whether {@code 2/3/2026} may be read
 */
record FieldReader(Instant now, ZoneId zone, boolean dayFirst) {
    static final int MAX_TEXT = 200;
    private static final int MAX_URL = 1000;
    private static final int MAX_GROUPS = 20;
    private static final int MAX_GROUP = 40;
    private static final int MAX_CHANNEL = 999;
    private static final int MAX_RETENTION_DAYS = 36_500;

    private static final List<String> YES = List.of("yes", "y", "true", "1", "x", "có");
    private static final List<String> NO = List.of("", "no", "n", "false", "0", "không");

    /** The text cannot be taken; the message never repeats an address. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        final transient Message what;

        Unfit(Message what) {
            super(what.key().id(), null, false, false);
            this.what = what;
        }
    }

    /** The kept form of a text; empty when it takes away what is there. */
    String read(CameraField field, String written) throws Unfit {
        String text = written.strip();
        return switch (field) {
            case URL, SUB_URL, REPLAY_URL -> text.isEmpty() ? "" : url(text);
            case ONVIF -> text.isEmpty() ? "" : onvif(text);
            case ADDRESS -> text.isEmpty() ? "" : web(text);
            case DRIVER -> text.isEmpty() ? "" : driver(text);
            case CHANNEL -> text.isEmpty() ? "1" : number(text, MAX_CHANNEL, CameraText.BAD_CHANNEL.with(MAX_CHANNEL));
            case RTSP_PORT -> text.isEmpty() ? "" : number(text, 65_535, CameraText.BAD_PORT.with());
            case FOLDER -> text.isEmpty() ? "" : folder(text);
            case PASSWORD_FILE -> text;
            case BASIC_ALLOWED, ESSENTIAL -> yesOrNo(text);
            case TLS_PIN -> text.isEmpty() ? "" : pin(text);
            case GROUP -> groups(text);
            case RETENTION -> text.isEmpty() ? "" : retention(text);
            case INSTALLED, WARRANTY -> text.isEmpty() ? "" : day(text);
            case NAME, USER, PLACE, SITE, PURPOSE, SUPPLIER, UPLINK -> words(written);
        };
    }

    private static String url(String text) throws Unfit {
        try {
            if (text.length() > MAX_URL) {
                throw new Unfit(CameraText.BAD_URL.with());
            }
            if (AddressRules.refuses(CameraFacts.rtsp(text).host())) {
                throw new Unfit(CameraText.FORBIDDEN_ADDRESS.with());
            }
            return CameraFacts.rtsp(text).toString();
        } catch (NetException e) {
            throw new Unfit(CameraText.BAD_URL.with());
        }
    }

    private static String onvif(String text) throws Unfit {
        try {
            if (AddressRules.refuses(CameraFacts.onvif(text).host())) {
                throw new Unfit(CameraText.FORBIDDEN_ADDRESS.with());
            }
            return CameraFacts.canonical(CameraFacts.onvif(text));
        } catch (NetException e) {
            throw new Unfit(CameraText.BAD_ONVIF.with());
        }
    }

    private static String web(String text) throws Unfit {
        try {
            if (AddressRules.refuses(CameraFacts.web(text).host())) {
                throw new Unfit(CameraText.FORBIDDEN_ADDRESS.with());
            }
            return CameraFacts.canonical(CameraFacts.web(text));
        } catch (NetException e) {
            throw new Unfit(CameraText.BAD_ONVIF.with());
        }
    }

    private static String driver(String text) throws Unfit {
        String word = text.toLowerCase(Locale.ROOT);
        if (DriverKind.of(word) != null) {
            return word;
        }
        StringBuilder known = new StringBuilder();
        List<String> words = new java.util.ArrayList<>();
        for (DriverKind kind : DriverKind.values()) {
            known.append(known.length() == 0 ? "" : ", ").append(kind.word());
            words.add(kind.word());
        }
        String near = Nearest.of(word, words);
        throw new Unfit(
                near == null ? CameraText.BAD_DRIVER.with(known) : CameraText.BAD_DRIVER_NEAR.with(known, near));
    }

    private static String number(String text, int most, Message fault) throws Unfit {
        int value = text.length() > 6 ? -1 : digits(text);
        if (value < 1 || value > most) {
            throw new Unfit(fault);
        }
        return Integer.toString(value);
    }

    /** A number of plain digits, or −1. */
    private static int digits(String text) {
        int value = text.isEmpty() ? -1 : 0;
        for (int i = 0; i < text.length() && value >= 0; i++) {
            int digit = text.charAt(i) - '0';
            value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
        }
        return value;
    }

    private static String folder(String text) throws Unfit {
        words(text);
        try {
            SegmentPattern.of(text);
        } catch (VigilException e) {
            throw new Unfit(e.why().get(0));
        }
        return text;
    }

    private static String yesOrNo(String text) throws Unfit {
        String word = CameraFacts.tidy(text).toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new Unfit(CameraText.IMPORT_NOT_YES_OR_NO.with());
        }
        return YES.contains(word) ? "yes" : "no";
    }

    /** SHA-256 as browsers and OpenSSL print it: colons between the bytes or not, letters of either case. */
    private static String pin(String text) throws Unfit {
        String hex = text.replace(":", "").toLowerCase(Locale.ROOT);
        boolean good = hex.length() == 64;
        for (int i = 0; i < hex.length() && good; i++) {
            good = Character.digit(hex.charAt(i), 16) >= 0 && hex.charAt(i) < 128;
        }
        if (!good) {
            throw new Unfit(CameraText.BAD_PIN.with());
        }
        return hex;
    }

    private static String groups(String text) throws Unfit {
        Set<String> names = new LinkedHashSet<>();
        for (String part : words(text).split(",", -1)) {
            if (!part.isBlank()) {
                names.add(part.strip());
            }
        }
        for (String name : names) {
            if (name.length() > MAX_GROUP || names.size() > MAX_GROUPS) {
                throw new Unfit(CameraText.BAD_GROUPS.with(MAX_GROUPS, MAX_GROUP));
            }
        }
        return String.join(",", names);
    }

    private static String retention(String text) throws Unfit {
        int days =
                digits(text.endsWith("d") ? text.substring(0, text.length() - 1).strip() : text);
        if (text.length() > 7 || days < 0 || days > MAX_RETENTION_DAYS) {
            throw new Unfit(CameraText.BAD_RETENTION.with());
        }
        return days == 0 ? "" : days + "d";
    }

    private String day(String text) throws Unfit {
        try {
            return LocalDate.ofInstant(TimeText.instant(text, now, zone, dayFirst), zone)
                    .toString();
        } catch (VigilException e) {
            throw new Unfit(e.what());
        }
    }

    /** A text on one line, in composed letters. */
    static String words(String written) throws Unfit {
        String text = CameraFacts.tidy(written);
        boolean bad = text.length() > MAX_TEXT;
        for (int i = 0; i < text.length() && !bad; i++) {
            bad = Character.isISOControl(text.charAt(i));
        }
        if (bad) {
            throw new Unfit(CameraText.BAD_TEXT.with(MAX_TEXT));
        }
        return text;
    }
}
