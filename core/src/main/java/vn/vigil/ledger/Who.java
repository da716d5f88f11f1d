package vn.vigil.ledger;

import java.util.Objects;

/**
 * Who acted.
 *
 * @param account login of the operating system that ran the process
 * @param person the member's id, or null while the site has no members
 * @param proof how the person was proved
 */
public record Who(String account, String person, Proof proof) {
    public Who {
        Objects.requireNonNull(account);
        Objects.requireNonNull(proof);
    }
}
