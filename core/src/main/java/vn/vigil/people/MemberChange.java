package vn.vigil.people;

import java.time.LocalDate;
import vn.vigil.text.Lang;

/**
 * What to put right about a member. Null leaves a value as it is; an empty text clears it (a name cannot be cleared).
 *
 * @param name full name
 * @param lang what vigil writes to them in; it cannot be cleared, only changed
 * @param kind staff or guard
 * @param consentDay the day of consent to watch duty; {@link #NO_CONSENT} takes it away
 */
public record MemberChange(
        String name, String phone, String email, Lang lang, String osLogin, MemberKind kind, LocalDate consentDay) {
    /** Consent is withdrawn. */
    public static final LocalDate NO_CONSENT = LocalDate.MIN;

    /** Nothing about kind and consent. */
    public MemberChange(String name, String phone, String email, Lang lang, String osLogin) {
        this(name, phone, email, lang, osLogin, null, null);
    }
}
