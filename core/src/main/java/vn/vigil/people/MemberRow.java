package vn.vigil.people;

import java.util.Map;

/**
 * One person as a file or sheet tells them.
 *
 * @param where what the reader finds the row by: {@code line 3}, {@code People!4}
 * @param cells by column: {@code id name phone email login offices from until language kind consent}; a column that is not there
 *     or empty says nothing
 */
public record MemberRow(String where, Map<String, String> cells) {
    public MemberRow {
        cells = Map.copyOf(cells);
    }
}
