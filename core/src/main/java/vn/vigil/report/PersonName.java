package vn.vigil.report;

/** Somebody's name in a table: printed as initials unless names were asked for. */
public record PersonName(String full) {}
