-- What people prove and for whom they act: PINs, delegations, absences, office hours, outside bodies.
-- Times: *_us = microseconds since 1970-01-01T00:00:00Z. Days: *_day = local calendar day of the site, yyyy-mm-dd.

-- Outside guards (bảo vệ cơ quan) fill watches without being staff of the house.
alter table member add column kind text not null default 'staff' check (kind in ('staff', 'guard'));
-- The day of consent to watch duty, which is voluntary (clause 3a); null: none on record.
alter table member add column consent_day text check (length(consent_day) = 10);
-- Office hours as busy time: 'Mon-Fri 07:30-11:30 13:00-17:00', or 'none'; null: the site's.
alter table member add column office_hours text;
-- What the holder is called in the house, for the signature block of the board: 'Phó Giám đốc'; null: the office's own name.
alter table office_holding add column title text;

-- A member's PIN. A wrong try is counted before it is judged, so that being killed in between spares nobody the delay.
create table member_pin (
    member_id text not null primary key references member (id),
    hash text not null,                                  -- $argon2id$v=19$m=…,t=…,p=…$salt$hash (PHC string)
    set_us bigint not null,
    wrong integer not null check (wrong >= 0),           -- tries since the last right one
    last_wrong_us bigint                                 -- null while there was none
);

-- A reset that one of two persons has asked for; gone when the other confirms, or when it has expired.
create table member_pin_reset (
    member_id text not null primary key references member (id),
    requested_us bigint not null,
    requested_by text not null references member (id),
    office text not null check (office in ('team-leader', 'administrator')), -- as which the first person asked
    reason text not null check (reason <> '')
);

-- Times away from everything. The team deputy acts while the leader is away (clause 8.2a).
create table absence (
    id text not null primary key,                        -- ABS-2026-0001
    year bigint not null,                                -- calendar year of entering, in the site's zone
    number bigint not null check (number >= 1),
    member_id text not null references member (id),
    from_us bigint not null,
    to_us bigint,                                        -- first moment back again; null: not known yet
    kind text not null check (kind in ('leave', 'sick', 'mission', 'study', 'other')),
    reason text,
    entered_us bigint not null,
    entered_by text not null,                            -- member id, or os:<account>
    unique (year, number),
    check (to_us is null or to_us >= from_us)            -- equal: it never took place
);
create index absence_member on absence (member_id, from_us);

-- Written authorisations: limited in time and content, never handed on (Decree 30/2020, article 13; clause 6.2b).
create table delegation (
    id text not null primary key,                        -- DEL-2026-0001
    year bigint not null,
    number bigint not null check (number >= 1),
    office text not null,                                -- the office whose powers are lent
    from_member text not null references member (id),
    to_member text not null references member (id),
    scope text not null check (scope <> ''),             -- words with a blank between: all, sign, chair, approve-extraction
    from_day text not null check (length(from_day) = 10),
    until_day text not null check (length(until_day) = 10), -- last day; brought forward when it is ended early
    basis text not null check (basis <> ''),             -- number, day and name of the written document
    entered_us bigint not null,
    entered_by text not null,
    ended_us bigint,                                     -- when it was ended before its time; null: it was not
    unique (year, number),
    check (from_member <> to_member),
    check (until_day >= from_day or ended_us is not null)
);
create index delegation_to on delegation (to_member, from_day);

-- Outside bodies to be called, each contact valid by date. 113, 114 and 115 stand in the program.
create table outside_body (
    id text not null,
    from_day text not null check (length(from_day) = 10),
    until_day text check (length(until_day) = 10),       -- last day; null: open
    name text not null check (name <> ''),
    phone text not null check (phone <> ''),
    kind text not null check (kind in ('guard', 'police', 'fire', 'medical', 'other')),
    primary key (id, from_day),
    check (until_day is null or until_day >= from_day)
);
