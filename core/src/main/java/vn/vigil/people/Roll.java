package vn.vigil.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.text.Nearest;
import vn.vigil.text.Viet;

/** All members at one moment, and the finding among them. Pure. */
final class Roll {
    private final List<Member> members;

    Roll(List<Member> members) {
        this.members = members;
    }

    List<Member> all() {
        return members;
    }

    /** Null when there is none. */
    Member byId(MemberId id) {
        for (Member member : members) {
            if (member.id().equals(id)) {
                return member;
            }
        }
        return null;
    }

    Member need(MemberId id) {
        Member member = byId(id);
        if (member == null) {
            throw notFound(id.value());
        }
        return member;
    }

    /** The member on duty today whom a login selects, or null. */
    Member byLogin(String login, LocalDate day) {
        for (Member member : members) {
            if (login.equals(member.osLogin()) && member.on(day)) {
                return member;
            }
        }
        return null;
    }

    /**
     * By id, else by full name, else by part of it, accents and case ignored.
     *
     * @throws VigilException NOT_FOUND with the nearest, USAGE when several fit
     */
    Member find(String text) {
        String wanted = Viet.fold(text);
        List<Member> whole = new ArrayList<>();
        List<Member> part = new ArrayList<>();
        for (Member member : members) {
            if (member.id().value().equals(text.strip())) {
                return member;
            }
            String name = Viet.fold(member.name());
            if (name.equals(wanted)) {
                whole.add(member);
            } else if (!wanted.isEmpty() && (" " + name + " ").contains(" " + wanted + " ")) {
                part.add(member);
            }
        }
        List<Member> found = whole.isEmpty() ? part : whole;
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw notFound(text);
        }
        VigilException e = new VigilException(ErrorKind.USAGE, "VG-PEOPLE-SEVERAL", PeopleText.SEVERAL.with(text));
        for (Member member : found) {
            e.why(PeopleText.SEVERAL_ONE.with(member.id(), member.name()));
        }
        throw e;
    }

    private VigilException notFound(String text) {
        List<String> known = new ArrayList<>();
        for (Member member : members) {
            known.add(member.id().value());
        }
        for (Member member : members) {
            known.add(member.name());
        }
        String near = Nearest.of(text, known);
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-PEOPLE-NO-MEMBER", PeopleText.NO_MEMBER.with(text));
        if (near != null) {
            e.why(PeopleText.DID_YOU_MEAN.with(near));
        }
        return e.next(PeopleText.LIST_MEMBERS.with());
    }
}
