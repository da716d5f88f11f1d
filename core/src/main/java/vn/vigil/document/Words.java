package vn.vigil.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** The set words around a paper, in its language. Decree 30/2020/NĐ-CP, Phụ lục I. Pure. */
final class Words {
    private static final String[] ENGLISH_MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    private static final String GAP = String.valueOf(NoBreak.NBSP).repeat(4);

    private final Head head;
    private final Lang lang;

    Words(Head head) {
        this.head = head;
        this.lang = head.lang();
    }

    String country() {
        return say(DocumentText.COUNTRY);
    }

    String motto() {
        return say(DocumentText.MOTTO);
    }

    /** Null when the paper has no number; six blanks stand for one not given yet. */
    String number() {
        if (head.number() == null) {
            return null;
        }
        String number = head.number();
        boolean blank = number.isEmpty() || number.startsWith("/");
        return say(DocumentText.NUMBER) + (blank ? String.valueOf(NoBreak.NBSP).repeat(6) : " ") + number;
    }

    /** Null when the paper is not dated. */
    String placeAndDate() {
        if (!head.dated()) {
            return null;
        }
        String date = head.date() == null ? blankDate() : date(head.date(), lang);
        return head.place().isEmpty() ? date : head.place() + ", " + date;
    }

    private String blankDate() {
        return lang == Lang.VI ? "ngày" + GAP + "tháng" + GAP + "năm" + GAP : "date:" + GAP + GAP + GAP;
    }

    /** Days with two digits always, months with two only for January and February. */
    static String date(LocalDate date, Lang lang) {
        char s = NoBreak.NBSP;
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        if (lang == Lang.EN) {
            return day + "" + s + ENGLISH_MONTHS[month - 1] + s + date.getYear();
        }
        return "ngày" + s + (day < 10 ? "0" : "") + day + s + "tháng" + s + (month < 3 ? "0" : "") + month + s + "năm"
                + s + date.getYear();
    }

    /** Annexes of an English paper need no remark of their own: the paper they belong to has it. */
    String courtesy() {
        return lang == Lang.EN ? say(DocumentText.COURTESY) : null;
    }

    String to() {
        return say(DocumentText.TO);
    }

    String recipients() {
        return say(DocumentText.RECIPIENTS);
    }

    String annex() {
        String number = head.annex().number();
        return say(DocumentText.ANNEX) + (number.isEmpty() ? "" : NoBreak.NBSP + number);
    }

    /** One letter to one body stands on the line; several stand below it, each with a dash. */
    static List<List<Run>> dashed(List<List<Run>> items) {
        List<List<Run>> out = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<Run> item = new ArrayList<>();
            item.add(new Run("- ", false, false));
            item.addAll(ended(items.get(i), i + 1 == items.size() ? "." : ";"));
            out.add(item);
        }
        return out;
    }

    /** Each basis on its line, with a semicolon, the last with a full stop. */
    static List<List<Run>> bases(List<List<Run>> items) {
        List<List<Run>> out = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<Run> item = new ArrayList<>();
            for (Run run : ended(items.get(i), i + 1 == items.size() ? "." : ";")) {
                item.add(run.isBreak() ? run : new Run(run.text(), run.bold(), true));
            }
            out.add(item);
        }
        return out;
    }

    private static List<Run> ended(List<Run> item, String end) {
        List<Run> out = new ArrayList<>(item);
        Run last = out.get(out.size() - 1);
        String text = last.text().stripTrailing();
        while (text.endsWith(".") || text.endsWith(";")) {
            text = text.substring(0, text.length() - 1);
        }
        out.set(out.size() - 1, new Run(text + end, last.bold(), last.italic()));
        return out;
    }

    private String say(DocumentText key) {
        return Texts.render(key.with(), lang);
    }
}
