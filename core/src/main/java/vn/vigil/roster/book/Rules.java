package vn.vigil.roster.book;

import java.util.List;
import vn.vigil.base.MemberId;

/**
 * The rules in force, and the profile they came from.
 *
 * @param profile {@code vn-labour-2019}, {@code none}, or the name of the site's own file
 */
public record Rules(String profile, List<Rule> all) {
    public Rules {
        all = List.copyOf(all);
    }

    /** The rule that binds a member: their own, else everybody's; off when nobody wrote one. */
    public Rule of(RuleId id, MemberId member) {
        Rule common = null;
        for (Rule rule : all) {
            if (rule.id() == id && rule.member() == null) {
                common = rule;
            } else if (rule.id() == id && rule.member().equals(member)) {
                return rule;
            }
        }
        return common != null ? common : new Rule(id, null, RuleMode.OFF, 0, 0, null);
    }
}
