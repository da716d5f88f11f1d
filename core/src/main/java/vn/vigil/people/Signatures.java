package vn.vigil.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * The signature block of a body by the authority that is live that day (Decree 30/2020, article 13). Pure but for its refusals.
 *
 * @param delegations for the written basis of one
 */
record Signatures(Acting acting, List<Delegation> delegations) {
    /**
     * @param signer who wants to sign; null: whoever may, the head before all others
     * @throws VigilException REFUSED, naming the record that is missing and the verb that writes it
     */
    SignatureBlock block(Body body, Member signer, Instant at, LocalDate day) {
        List<ActingAs> able = new ArrayList<>();
        for (ActingAs one : acting.of(body.head(), at)) {
            if (one.covers(Delegation.SIGN)) {
                able.add(one);
            }
        }
        ActingAs chosen = signer == null ? first(body, able, at, day) : own(able, signer);
        if (chosen == null) {
            throw refusal(body, signer, at, day);
        }
        CaseId record = chosen.record();
        return new SignatureBlock(
                body,
                lines(body, chosen, day),
                chosen.member().id(),
                chosen.member().name(),
                chosen.capacity(),
                record,
                chosen.capacity() == Capacity.DELEGATED ? basis(record) : null);
    }

    private static ActingAs own(List<ActingAs> able, Member signer) {
        for (ActingAs one : able) {
            if (one.member().id().equals(signer.id())) {
                return one;
            }
        }
        return null;
    }

    /** Who is there: the head, then (for the board) a deputy director, then who acts. Holders who are away come never. */
    private ActingAs first(Body body, List<ActingAs> able, Instant at, LocalDate day) {
        ActingAs second = null;
        for (ActingAs one : able) {
            if (acting.absence(one.member(), at) != null) {
                continue;
            }
            if (one.capacity() == Capacity.HOLDER && !isDeputy(body, one.member(), day)) {
                return one;
            }
            second = second == null ? one : second;
        }
        return second;
    }

    /** A deputy director holds the board's office under a title of his own. */
    private static boolean isDeputy(Body body, Member member, LocalDate day) {
        String title = member.title(body.head(), day);
        return body == Body.BOARD && title != null && !upper(title).equals(body.title());
    }

    private static List<String> lines(Body body, ActingAs chosen, LocalDate day) {
        List<String> lines = new ArrayList<>();
        if (body.onBehalf() != null) {
            lines.add(body.onBehalf());
        }
        Member member = chosen.member();
        boolean deputy = body.deputy() != null && member.offices(day).contains(body.deputy());
        if (chosen.capacity() == Capacity.HOLDER) {
            if (isDeputy(body, member, day)) {
                lines.add("KT. " + body.title());
                lines.add(upper(member.title(body.head(), day)));
            } else {
                lines.add(body.title());
            }
        } else if (deputy) {
            lines.add("KT. " + body.title());
            lines.add(body.deputyTitle());
        } else {
            // Anybody else signs by authorisation.
            lines.add("TUQ. " + body.title());
            lines.add(ownTitle(member, day));
        }
        return lines;
    }

    /** What a delegate is: the highest of the offices held, by its title or the form's word for it. */
    private static String ownTitle(Member member, LocalDate day) {
        for (Office office : member.offices(day)) {
            String title = member.title(office, day);
            if (title != null) {
                return upper(title);
            }
            for (Body body : Body.values()) {
                if (body.head() == office) {
                    return body.title();
                }
                if (body.deputy() == office) {
                    return body.deputyTitle();
                }
            }
        }
        return "THÀNH VIÊN";
    }

    private static String upper(String title) {
        return title.toUpperCase(Locale.ROOT);
    }

    private String basis(CaseId record) {
        for (Delegation d : delegations) {
            if (d.id().equals(record)) {
                return d.basis();
            }
        }
        return null;
    }

    private VigilException refusal(Body body, Member signer, Instant at, LocalDate day) {
        VigilException e = new VigilException(
                ErrorKind.REFUSED,
                "VG-PEOPLE-SIGN",
                signer == null
                        ? PeopleText.NOBODY_SIGNS.with(body.head().with(), day)
                        : PeopleText.MAY_NOT_SIGN.with(
                                signer.name(), body.head().with(), day));
        List<Member> holders = acting.holders(body.head(), day);
        if (holders.isEmpty()) {
            return e.why(PeopleText.OFFICE_VACANT.with(body.head().with(), day))
                    .next(PeopleText.APPOINT_NEXT.with(body.head().id(), day));
        }
        boolean present = false;
        for (Member holder : holders) {
            Absence away = acting.absence(holder, at);
            present |= away == null;
            e.why(
                    away == null
                            ? PeopleText.HOLDER_THERE.with(
                                    holder.name(), holder.id(), body.head().with())
                            : PeopleText.HOLDER_AWAY.with(
                                    holder.name(), holder.id(), body.head().with(), away.id()));
        }
        MissingRecord.tell(e, body, signer, holders.get(0), present, day);
        return e;
    }

    /** Which record would allow it. */
    private static final class MissingRecord {
        private static void tell(
                VigilException e, Body body, Member signer, Member holder, boolean present, LocalDate day) {
            boolean teamDeputy = body == Body.CORE_TEAM
                    && signer != null
                    && signer.offices(day).contains(body.deputy());
            if (teamDeputy && present) {
                e.why(PeopleText.NO_ABSENCE.with(holder.name())).next(PeopleText.ABSENCE_NEXT.with(holder.id(), day));
            }
            e.why(PeopleText.NO_DELEGATION.with(body.head().with()))
                    .next(PeopleText.DELEGATE_NEXT.with(
                            holder.id(),
                            signer == null ? "…" : signer.id(),
                            body.head().id(),
                            day));
        }
    }
}
