package vn.vigil.cli.command.roster;

import vn.vigil.people.AbsenceKind;
import vn.vigil.people.BodyKind;
import vn.vigil.people.MemberKind;

/** Kinds in sentences for people. */
final class KindWords {
    private KindWords() {}

    static PeopleViewText of(AbsenceKind kind) {
        return switch (kind) {
            case LEAVE -> PeopleViewText.KIND_LEAVE;
            case SICK -> PeopleViewText.KIND_SICK;
            case MISSION -> PeopleViewText.KIND_MISSION;
            case STUDY -> PeopleViewText.KIND_STUDY;
            case OTHER -> PeopleViewText.KIND_OTHER;
        };
    }

    static PeopleViewText of(BodyKind kind) {
        return switch (kind) {
            case GUARD -> PeopleViewText.KIND_GUARD;
            case POLICE -> PeopleViewText.KIND_POLICE;
            case FIRE -> PeopleViewText.KIND_FIRE;
            case MEDICAL -> PeopleViewText.KIND_MEDICAL;
            case OTHER -> PeopleViewText.KIND_OTHER;
        };
    }

    static PeopleViewText of(MemberKind kind) {
        return switch (kind) {
            case STAFF -> PeopleViewText.KIND_STAFF;
            case GUARD -> PeopleViewText.KIND_GUARD;
        };
    }
}
