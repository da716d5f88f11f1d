package vn.vigil.cli.command.meeting;

import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;

/** Shows one of a kind in rows, and in a line of its own. */
interface ItemView<T> extends RowView<T> {
    /** Number, state and what it is about. */
    String line(T item, Out out);

    /** The member of a JSON document that holds it. */
    String noun();
}
