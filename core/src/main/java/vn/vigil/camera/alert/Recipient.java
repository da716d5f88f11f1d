package vn.vigil.camera.alert;

import vn.vigil.base.MemberId;
import vn.vigil.people.Member;
import vn.vigil.text.Lang;

/**
 * A person to be told.
 *
 * @param lang what they are written to in
 * @param mail their address, or null
 * @param phone their number, or null
 */
public record Recipient(MemberId member, String name, Lang lang, String mail, String phone) {
    /** @param site the language of those who named none */
    public static Recipient of(Member m, Lang site) {
        return new Recipient(m.id(), m.name(), m.lang() == null ? site : m.lang(), m.email(), m.phone());
    }
}
