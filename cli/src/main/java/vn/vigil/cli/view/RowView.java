package vn.vigil.cli.view;

import vn.vigil.base.MessageKey;

/**
 * How one item of a list is shown in every format.
 *
 * @param <T> the item
 */
public interface RowView<T> {
    /** The columns' machine names, as CSV's first line; never translated. */
    String[] columns();

    /** The columns' headings for people, in the same order. */
    MessageKey[] headings();

    /** Adds one cell for each column, in order. */
    void cells(T item, Cells cells);

    /** The fields of the item's JSON object. */
    void json(T item, Json json);
}
