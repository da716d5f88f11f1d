package vn.vigil.cli.view;

/**
 * How one result record is shown.
 *
 * @param <R> the record
 */
public interface View<R> {
    /** Sentences and lines for people; also what a pipe gets when the result is no list. */
    void text(R result, Out out);

    /** The document's fields after {@code schema}; keys are never translated, none is ever removed. */
    void json(R result, Json json);
}
