package vn.vigil.cli.command.roster;

import java.util.List;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.BookKind;
import vn.vigil.roster.book.BookRow;
import vn.vigil.roster.book.BookWords;
import vn.vigil.text.Lang;

/** Things of the roster's book in a list, column by column. */
record BookRows(BookKind kind, Lang lang) implements RowView<BookRow> {
    /** Under which JSON keeps a list of them. */
    static String key(BookKind kind) {
        return switch (kind) {
            case POST -> "posts";
            case SHIFT -> "shifts";
            case PATTERN -> "patterns";
            case WATCHER -> "watchers";
            case LEAVE -> "leave";
            case REQUEST -> "requests";
            case RULE -> "rules";
        };
    }

    @Override
    public String[] columns() {
        List<BookColumn> columns = kind.columns();
        String[] names = new String[columns.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = columns.get(i).id();
        }
        return names;
    }

    @Override
    public MessageKey[] headings() {
        return kind.columns().toArray(new MessageKey[0]);
    }

    @Override
    public void cells(BookRow row, Cells cells) {
        for (BookColumn column : kind.columns()) {
            cells.add(cells.forPeople() ? BookWords.text(row, column, lang) : row.text(column));
        }
    }

    @Override
    public void json(BookRow row, Json json) {
        for (BookColumn column : kind.columns()) {
            field(row, column, json);
        }
    }

    private void field(BookRow row, BookColumn column, Json json) {
        String name = name(column);
        String text = row.text(column);
        boolean answer = kind == BookKind.WATCHER && column == BookColumn.LEADS;
        switch (column) {
            case NEXT_DAY, COUNTS, WATCHES -> json.field(name, text.equals("yes"));
            case WATCHERS, LEADS, HANDOVER, WEIGHT -> {
                if (answer) {
                    json.field(name, text.equals("yes"));
                } else {
                    json.field(name, text.isEmpty() ? 0 : Long.parseLong(text));
                }
            }
            case DAYS, POSTS, CYCLE -> {
                json.array(name);
                for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
                    json.value(word);
                }
                json.end();
            }
            default -> json.field(name, text.isEmpty() ? null : text);
        }
    }

    /** {@code nextDay}. */
    private static String name(BookColumn column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.id().split("-")) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
