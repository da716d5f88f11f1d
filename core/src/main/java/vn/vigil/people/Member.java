package vn.vigil.people;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.text.Lang;

/**
 * A member as the store knows them.
 *
 * @param id short name, given to {@code --as}
 * @param name full name, NFC
 * @param phone or null
 * @param email or null
 * @param lang what vigil writes to them in; null: the site's language
 * @param osLogin login of the operating system that selects this member, or null
 * @param from first day of membership, in the site's zone
 * @param until last day, or null while it is open
 * @param holdings offices past, present and to come, by first day
 * @param certificateSha256 SHA-256 of the certificate that holds, hexadecimal, or null
 * @param kind staff, or an outside guard
 * @param consentDay the day of consent to watch duty (clause 3a: voluntary); null: none on record
 * @param hours office hours in the words of {@link OfficeHours}; null: the site's, and none for guards
 */
public record Member(
        MemberId id,
        String name,
        String phone,
        String email,
        Lang lang,
        String osLogin,
        LocalDate from,
        LocalDate until,
        List<Holding> holdings,
        String certificateSha256,
        MemberKind kind,
        LocalDate consentDay,
        String hours) {
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** The offices held on a day; none outside the membership. */
    public Set<Office> offices(LocalDate day) {
        EnumSet<Office> offices = EnumSet.noneOf(Office.class);
        for (Holding holding : holdings) {
            if (on(day) && holding.on(day)) {
                offices.add(holding.office());
            }
        }
        return offices;
    }

    /** What the holder of an office is called in the house on a day; null: as the office is. */
    public String title(Office office, LocalDate day) {
        for (Holding holding : holdings) {
            if (holding.office() == office && holding.on(day)) {
                return holding.title();
            }
        }
        return null;
    }
}
