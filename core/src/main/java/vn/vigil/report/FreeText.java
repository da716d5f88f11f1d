package vn.vigil.report;

/** What somebody typed, in a table or a sentence: names of members in it are printed as initials unless names were asked for. */
public record FreeText(String words) {}
