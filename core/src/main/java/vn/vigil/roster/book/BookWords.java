package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;
import vn.vigil.calendar.DayClass;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Says the fixed words of a row as people say them. Stateless. */
public final class BookWords {
    private BookWords() {}

    /** What stands in a column, for people; {@code ""} for nothing. */
    public static String text(BookRow row, BookColumn column, Lang lang) {
        String text = row.text(column);
        return switch (column) {
            case KIND -> one(text, row.kind() == BookKind.LEAVE ? LeaveKind.values() : DutyKind.values(), lang);
            case MODE -> one(text, RuleMode.values(), lang);
            case WISH -> one(text, Wish.values(), lang);
            case RULE -> one(text, RuleId.values(), lang);
            case NEXT_DAY, COUNTS, WATCHES -> one(text, YesNo.values(), lang);
            case LEADS -> row.kind() == BookKind.WATCHER ? one(text, YesNo.values(), lang) : text;
            case DAYS -> {
                StringBuilder all = new StringBuilder();
                for (String word : Reading.parts(text, " ")) {
                    all.append(all.length() == 0 ? "" : ", ").append(one(word, DayClass.values(), lang));
                }
                yield all.toString();
            }
            default -> text;
        };
    }

    private static String one(String word, MessageKey[] values, Lang lang) {
        for (MessageKey value : values) {
            if (value.id().equals(word)) {
                return Texts.pattern(value, lang);
            }
        }
        return word;
    }
}
