package vn.vigil.roster.search;

/**
 * One change of one rule after which all rules can hold together.
 *
 * @param rule the rule as it is
 * @param to what its value would have to be at the cheapest; for a rule without a value it would have to go, and this is 0
 */
public record Relaxation(Rule rule, int to) {}
