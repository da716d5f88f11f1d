package vn.vigil.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.people.Absence;
import vn.vigil.people.ActingAs;
import vn.vigil.people.Body;
import vn.vigil.people.Capacity;
import vn.vigil.people.Delegation;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.people.People;

/**
 * Who may chair (clauses 6.1a, 6.2b, 8.4b; A10, A11): the team's leader or deputy, whoever of the two is there; the committee's head, or who
 * holds a delegation that names the chair.
 */
record Chairs(People people) {
    /** What a chair rests on. */
    record Right(Member member, Capacity capacity, CaseId record, String basis) {}

    /** Whoever has the chair at a moment; null when nobody may. */
    Right first(Body body, Instant at, LocalDate day) {
        for (Member member : people.list(true)) {
            if (member.offices(day).contains(body.head())) {
                Right right = right(body, member, at, day);
                if (right != null) {
                    return right;
                }
            }
        }
        for (Member member : people.list(true)) {
            Right right = right(body, member, at, day);
            if (right != null) {
                return right;
            }
        }
        return null;
    }

    /** @throws VigilException REFUSED when that member may not, naming who may, or what is missing */
    Right need(Body body, Member member, Instant at, LocalDate day) {
        Right right = right(body, member, at, day);
        if (right != null) {
            return right;
        }
        Absence away = people.absence(member.id(), at);
        VigilException e = away != null
                ? Journal.refused(
                        "VG-MEETING-CHAIR-AWAY",
                        MeetingText.CHAIR_AWAY.with(member.name(), MinutesWords.day(day), away.id()))
                : Journal.refused(
                        "VG-MEETING-CHAIR",
                        MeetingText.MAY_NOT_CHAIR.with(
                                member.name(), body.head().with(), MinutesWords.day(day)));
        Right other = first(body, at, day);
        if (other != null) {
            throw e.next(MeetingText.NEXT_CHAIR.with(
                    other.member().name(), other.member().id()));
        }
        throw nobody(e, body, day);
    }

    /** What can be done where nobody may chair (A10). */
    VigilException nobody(VigilException e, Body body, LocalDate day) {
        return e.why(MeetingText.NOBODY_CHAIRS.with(body.head().with(), MinutesWords.day(day)))
                .next(MeetingText.NEXT_POSTPONE.with())
                .next(MeetingText.NEXT_DELEGATE.with(body.head().id(), day));
    }

    private Right right(Body body, Member member, Instant at, LocalDate day) {
        if (people.absence(member.id(), at) != null) {
            return null;
        }
        for (ActingAs as : people.actsAs(body.head(), at)) {
            if (as.member().id().equals(member.id()) && as.covers(Delegation.CHAIR)) {
                return new Right(member, as.capacity(), as.record(), basis(as));
            }
        }
        Set<Office> offices = member.offices(day);
        boolean deputy = body == Body.CORE_TEAM && offices.contains(Office.TEAM_DEPUTY);
        return deputy ? new Right(member, Capacity.HOLDER, null, "") : null;
    }

    private String basis(ActingAs as) {
        List<Delegation> all = as.capacity() == Capacity.DELEGATED ? people.delegations(true) : List.of();
        for (Delegation delegation : all) {
            if (delegation.id().equals(as.record())) {
                return delegation.basis();
            }
        }
        return "";
    }

    /** Two who are one person cannot both sign. @throws VigilException REFUSED */
    void secretary(MemberId chair, Member secretary) {
        if (chair.equals(secretary.id()) || people.samePerson(chair, secretary.id())) {
            throw Journal.refused("VG-MEETING-SECRETARY", MeetingText.SAME_PERSON.with(secretary.name()));
        }
    }
}
