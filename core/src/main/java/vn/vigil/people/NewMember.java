package vn.vigil.people;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.text.Lang;
import vn.vigil.text.Viet;

/**
 * A member to be added. Texts are brought to NFC and stripped; empty ones count as null.
 *
 * @param name full name; not empty
 * @param phone or null
 * @param email or null
 * @param lang what vigil writes to them in; null: the site's language
 * @param osLogin or null
 * @param offices held from the first day on; may be empty
 * @param from first day of membership and offices; null: today
 * @param certificate PEM file with the member's certificate, or null
 * @param until last day of membership, or null while it is open
 * @param kind null: staff
 * @param consentDay the day of consent to watch duty (clause 3a: voluntary), or null
 */
public record NewMember(
        MemberId id,
        String name,
        String phone,
        String email,
        Lang lang,
        String osLogin,
        Set<Office> offices,
        LocalDate from,
        Path certificate,
        LocalDate until,
        MemberKind kind,
        LocalDate consentDay) {
    public NewMember {
        name = clean(name);
        phone = clean(phone);
        email = clean(email);
        osLogin = clean(osLogin);
        offices = Set.copyOf(offices);
        kind = kind == null ? MemberKind.STAFF : kind;
    }

    /** One of the staff, for as long as it lasts. */
    public NewMember(
            MemberId id,
            String name,
            String phone,
            String email,
            Lang lang,
            String osLogin,
            Set<Office> offices,
            LocalDate from,
            Path certificate) {
        this(id, name, phone, email, lang, osLogin, offices, from, certificate, null, null, null);
    }

    static String clean(String text) {
        String t = text == null ? "" : Viet.nfc(text.strip());
        return t.isEmpty() ? null : t;
    }
}
