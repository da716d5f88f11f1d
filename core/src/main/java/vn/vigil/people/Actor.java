package vn.vigil.people;

import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.ledger.Proof;
import vn.vigil.ledger.Who;

/**
 * Who acts now.
 *
 * @param member the acting member; null only while the site has no members, when the account acts as administrator
 * @param account login of the operating system
 * @param proof how the member was proved
 * @param offices held today
 */
public record Actor(Member member, String account, Proof proof, Set<Office> offices) {
    public Actor {
        offices = Set.copyOf(offices);
    }

    /** The member's id; null while the site has no members. */
    public MemberId memberId() {
        return member == null ? null : member.id();
    }

    /** For the ledger. */
    public Who who() {
        return new Who(account, member == null ? null : member.id().value(), proof);
    }

    /** The same actor, proved otherwise. */
    public Actor by(Proof stronger) {
        return new Actor(member, account, stronger, offices);
    }
}
