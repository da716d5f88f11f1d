package vn.vigil.cli.command.report;

import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;

/** Shows one of a kind in rows, and in a line of its own. */
interface ItemView<T> extends RowView<T> {
    /** Number and what it is about. */
    String line(T item, Out out);

    /** The member of a JSON document that holds it. */
    String noun();
}
