package vn.vigil.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.text.Viet;

/** Reads what is to be entered, with all its faults, and compares entries. For one input. */
final class EntryReader {
    private static final int LINE = 500;
    private static final int KEY = 200;
    private static final int MOST_COPIES = 100_000;
    private static final int MOST_RECIPIENTS = 200;

    private final List<Message> faults = new ArrayList<>();

    /** An entry without its number yet. */
    Entry read(NewEntry asked, LocalDate date, Instant now, String by) {
        if (asked.key() == null || !isKey(asked.key())) {
            fault("key", RegisterText.BAD_KEY.with(String.valueOf(asked.key())));
        }
        year(date);
        copies(asked.copies());
        return new Entry(
                asked.key(),
                "",
                true,
                date,
                demanded("title", asked.title()),
                demanded("signer", asked.signer()),
                recipients(asked.recipients()),
                line("holder", asked.holder()),
                asked.copies(),
                asked.sent(),
                line("receipt", asked.receipt()),
                line("note", asked.note()),
                now,
                by);
    }

    Entry read(EntryChange change, Entry there) {
        LocalDate date = change.date() == null ? there.date() : change.date();
        year(date);
        String number = there.number();
        if (change.number() != null) {
            String read = number(change.number());
            if (there.own() && !there.number().equals(read)) {
                fault("number", RegisterText.NUMBER_STAYS.with(there.number()));
            }
            number = read;
        }
        if (there.own() && date.getYear() != there.date().getYear()) {
            fault(
                    "date",
                    RegisterText.OTHER_YEAR.with(
                            there.number(), Integer.toString(there.date().getYear())));
        }
        copies(change.copies());
        return new Entry(
                there.key(),
                number,
                there.own(),
                date,
                change.title() == null ? there.title() : demanded("title", change.title()),
                change.signer() == null ? there.signer() : demanded("signer", change.signer()),
                change.recipients() == null ? there.recipients() : recipients(change.recipients()),
                change.holder() == null ? there.holder() : line("holder", change.holder()),
                change.copies() == null ? there.copies() : change.copies(),
                change.sent() == null ? there.sent() : change.sent(),
                change.receipt() == null ? there.receipt() : line("receipt", change.receipt()),
                change.note() == null ? there.note() : line("note", change.note()),
                there.enteredAt(),
                there.enteredBy());
    }

    /** A number that was given outside; null, and a fault, when it has another form. */
    String number(String written) {
        String number = written == null ? null : OutsideNumber.read(written);
        if (number == null) {
            fault("number", RegisterText.BAD_NUMBER.with(String.valueOf(written)));
        }
        return number;
    }

    void own(String number) {
        if (number != null && OutsideNumber.own(number)) {
            fault("number", RegisterText.NUMBER_IS_OWN.with(number));
        }
    }

    /** @throws VigilException USAGE with every fault, when there is one */
    void refuse(Message what) {
        if (!faults.isEmpty()) {
            VigilException e = new VigilException(ErrorKind.USAGE, "VG-REGISTER-FAULTS", what);
            faults.forEach(e::why);
            throw e;
        }
    }

    private void year(LocalDate date) {
        if (date.getYear() < 2000 || date.getYear() > 9999) {
            fault("date", RegisterText.BAD_YEAR.with());
        }
    }

    private void copies(Integer copies) {
        if (copies != null && (copies < 0 || copies > MOST_COPIES)) {
            fault("copies", RegisterText.BAD_COPIES.with());
        }
    }

    private List<String> recipients(List<String> written) {
        List<String> recipients = new ArrayList<>();
        for (String one : written) {
            String line = line("recipients", one);
            if (line != null) {
                recipients.add(line);
            }
        }
        if (recipients.isEmpty()) {
            fault("recipients", RegisterText.MISSING.with());
        }
        if (recipients.size() > MOST_RECIPIENTS) {
            fault("recipients", RegisterText.BAD_TEXT.with(LINE));
        }
        return recipients;
    }

    private String demanded(String field, String written) {
        String text = line(field, written);
        if (text == null) {
            fault(field, RegisterText.MISSING.with());
        }
        return text;
    }

    private String line(String field, String written) {
        String text = written == null ? "" : Viet.nfc(written.strip());
        boolean bad = text.length() > LINE;
        for (int i = 0; i < text.length() && !bad; i++) {
            bad = Character.isISOControl(text.charAt(i));
        }
        if (bad) {
            fault(field, RegisterText.BAD_TEXT.with(LINE));
        }
        return text.isEmpty() ? null : text;
    }

    /** Small letters, digits and {@code - _ . /}: {@code roster/2026-12/r1}; capitals of case numbers too. */
    static boolean isKey(String key) {
        boolean good = !key.isEmpty() && key.length() <= KEY;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            good &= c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_./".indexOf(c) >= 0;
        }
        return good;
    }

    private void fault(String field, Message what) {
        faults.add(RegisterText.FIELD_FAULT.with(field, what));
    }

    /** What differs, by field: what it is there, and what is asked. */
    static Map<String, Object[]> differences(Entry there, Entry asked) {
        Map<String, Object[]> all = new LinkedHashMap<>();
        compare(all, "number", there.number(), asked.number());
        compare(all, "date", there.date(), asked.date());
        compare(all, "title", there.title(), asked.title());
        compare(all, "signer", there.signer(), asked.signer());
        compare(all, "recipients", String.join("; ", there.recipients()), String.join("; ", asked.recipients()));
        compare(all, "holder", there.holder(), asked.holder());
        compare(all, "copies", there.copies(), asked.copies());
        compare(all, "sent", there.sent(), asked.sent());
        compare(all, "receipt", there.receipt(), asked.receipt());
        compare(all, "note", there.note(), asked.note());
        return all;
    }

    private static void compare(Map<String, Object[]> all, String field, Object there, Object asked) {
        if (!Objects.equals(there, asked)) {
            all.put(field, new Object[] {text(there), text(asked)});
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
