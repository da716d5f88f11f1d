package vn.vigil.roster.book;

import vn.vigil.base.MemberId;

/**
 * One rule in force.
 *
 * @param member whom it binds; null: everybody without a rule of their own
 * @param weight cost of breaking it when soft, 1–1000; 0 otherwise
 * @param bound in the rule's unit; 0 for a rule without one
 * @param article where it comes from, as printed: {@code "Điều 110 Bộ luật Lao động 2019"}; null: the site's own
 */
public record Rule(RuleId id, MemberId member, RuleMode mode, int weight, long bound, String article) {}
