package vn.vigil.people;

import vn.vigil.base.MessageKey;

/** What this package says. */
enum PeopleText implements MessageKey {
    NO_MEMBER,
    DID_YOU_MEAN,
    LIST_MEMBERS,
    SEVERAL,
    SEVERAL_ONE,
    NOT_A_MEMBER_NOW,
    NOT_A_MEMBER_NOW_WHY,
    WHO_ACTS,
    WHO_ACTS_WHY,
    NAME_AS,
    MAY_NOT,
    HOLDERS,
    HOLDERS_NOBODY,
    DIFFERENT_MEMBER,
    DIFFERENT_FIELD,
    DIFFERENT_OFFICES,
    CORRECT_NEXT,
    LOGIN_TAKEN,
    LOGIN_TAKEN_WHY,
    NO_NAME,
    FIELD_NAME,
    FIELD_PHONE,
    FIELD_EMAIL,
    FIELD_LANG,
    FIELD_LOGIN,
    FIELD_FROM,
    FIELD_CERTIFICATE,
    NOTHING,
    NO_REASON,
    NO_SUCH_OFFICE_HELD,
    BAD_DATES,
    CERTIFICATE_TAKEN,
    CERTIFICATE_TAKEN_WHY,
    CERTIFICATE_UNREADABLE,
    KEY_REFUSED,
    KEY_NO_CERTIFICATE,
    KEY_OTHER,
    ENROL_NEXT,
    NO_TRUST,
    NO_DEPARTMENT_KEY,
    KEY_INIT_NEXT,
    KEYS_UNWRITABLE;

    @Override
    public String catalogue() {
        return "people";
    }
}
