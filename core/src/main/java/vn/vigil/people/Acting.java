package vn.vigil.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may act for which office at a moment, and on what record (A11). Two rules that differ: the team deputy acts while the
 * leader is away, without being asked (clause 8.2a); for every other office, the head of the steering committee among them, only
 * who holds a live written delegation acts (clause 6.2b). A vacant office is no absence: somebody must be appointed. Pure.
 */
final class Acting {
    private static final List<String> ALL = List.of(Delegation.ALL);

    private final List<Member> members;
    private final List<Absence> absences;
    private final List<Delegation> delegations;
    private final ZoneId zone;

    Acting(List<Member> members, List<Absence> absences, List<Delegation> delegations, ZoneId zone) {
        this.members = members;
        this.absences = absences;
        this.delegations = delegations;
        this.zone = zone;
    }

    /**
     * Those who may act: who hold the office first (also those who are away: they may still sign for themselves), then the team
     * deputies if every leader is away, then the delegates who are not.
     */
    List<ActingAs> of(Office office, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        List<ActingAs> all = new ArrayList<>();
        List<Member> holders = holders(office, day);
        for (Member holder : holders) {
            all.add(new ActingAs(holder, office, Capacity.HOLDER, null, ALL));
        }
        if (office == Office.TEAM_LEADER) {
            Absence away = allAway(holders, at);
            if (away != null) {
                for (Member deputy : holders(Office.TEAM_DEPUTY, day)) {
                    if (!holders.contains(deputy) && absence(deputy, at) == null) {
                        all.add(new ActingAs(deputy, office, Capacity.IN_ABSENCE, away.id(), ALL));
                    }
                }
            }
        }
        for (Delegation d : delegations) {
            Member delegate = member(d, day);
            if (d.office() == office
                    && d.on(day)
                    && delegate != null
                    && lends(d, holders)
                    && absence(delegate, at) == null) {
                all.add(new ActingAs(delegate, office, Capacity.DELEGATED, d.id(), d.scope()));
            }
        }
        return all;
    }

    /** In what capacity a member may do something that an office may; null when not at all. The office itself comes first. */
    ActingAs as(Member member, Office office, String word, Instant at) {
        for (ActingAs acting : of(office, at)) {
            if (acting.member().id().equals(member.id()) && acting.covers(word)) {
                return acting;
            }
        }
        return null;
    }

    List<Member> holders(Office office, LocalDate day) {
        List<Member> holders = new ArrayList<>();
        for (Member member : members) {
            if (member.offices(day).contains(office)) {
                holders.add(member);
            }
        }
        return holders;
    }

    /** The absence by which a member is away at a moment; null when there is none. */
    Absence absence(Member member, Instant at) {
        for (Absence absence : absences) {
            if (absence.member().equals(member.id()) && absence.on(at)) {
                return absence;
            }
        }
        return null;
    }

    /** One of the absences, when there is a holder and every one of them is away. */
    private Absence allAway(List<Member> holders, Instant at) {
        Absence away = null;
        for (Member holder : holders) {
            away = absence(holder, at);
            if (away == null) {
                return null;
            }
        }
        return away;
    }

    /** The delegate, while a member. */
    private Member member(Delegation d, LocalDate day) {
        for (Member member : members) {
            if (member.id().equals(d.to()) && member.on(day)) {
                return member;
            }
        }
        return null;
    }

    /** Only who holds an office can lend it: the delegation dies with the lender's term. */
    private static boolean lends(Delegation d, List<Member> holders) {
        for (Member holder : holders) {
            if (holder.id().equals(d.from())) {
                return true;
            }
        }
        return false;
    }
}
