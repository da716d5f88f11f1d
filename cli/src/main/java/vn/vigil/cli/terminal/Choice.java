package vn.vigil.cli.terminal;

/**
 * Something that completion offers.
 *
 * @param value what the answer becomes
 * @param label what it is, for people; empty when the value says it
 */
public record Choice(String value, String label) {}
