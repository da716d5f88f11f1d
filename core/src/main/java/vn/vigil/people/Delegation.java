package vn.vigil.people;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;

/**
 * A written authorisation: one who holds an office lends part of its powers to another for a time. It is never handed on.
 *
 * @param id {@code DEL-2026-0001}
 * @param from who holds the office and lends
 * @param to who acts
 * @param scope what is lent: ids of {@link Power}s, {@link #SIGN}, {@link #CHAIR}, or {@link #ALL} alone
 * @param fromDay first day, in the site's zone
 * @param untilDay last day; before {@code fromDay} when it was ended before it began
 * @param basis number, day and name of the written document
 */
public record Delegation(
        CaseId id,
        Office office,
        MemberId from,
        MemberId to,
        List<String> scope,
        LocalDate fromDay,
        LocalDate untilDay,
        String basis) {
    /** Everything that the office may do. */
    public static final String ALL = "all";

    /** Signing papers for the body. */
    public static final String SIGN = "sign";

    /** Chairing its meetings. */
    public static final String CHAIR = "chair";

    public Delegation {
        scope = List.copyOf(scope);
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(untilDay);
    }

    /** Is this word lent: a power's id, {@link #SIGN} or {@link #CHAIR}? */
    public boolean covers(String word) {
        return scope.contains(ALL) || scope.contains(word);
    }
}
