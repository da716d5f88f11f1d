-- The roster: who has which seat, what was published, and what changed since (clauses 7.3a, 8.4j).
-- A seat is named by the day its shift begins, the shift, the role and a number, not by times.
-- Times with _us are microseconds since 1970-01-01T00:00Z, UTC.

-- The roster as it stands. A seat without a row is empty; one that guards stand unnamed needs none.
create table roster_cell (
    day text not null check (length(day) = 10),
    shift_id text not null references roster_shift (id),
    role text not null check (role in ('watcher', 'lead')),
    seat bigint not null check (seat >= 1),
    member_id text not null references member (id),
    source text not null check (source in ('pattern', 'solver', 'manual', 'swap', 'override', 'take')),
    locked integer not null check (locked in (0, 1)),    -- 1: generating leaves it alone
    primary key (day, shift_id, role, seat)
);
create index roster_cell_member on roster_cell (member_id, day);

-- A part of a seat's time that somebody else stands; the seat's own row stays.
create table roster_stretch (
    id bigint not null primary key,                      -- from 1, in the order of entering
    day text not null check (length(day) = 10),
    shift_id text not null references roster_shift (id),
    role text not null check (role in ('watcher', 'lead')),
    seat bigint not null check (seat >= 1),
    from_us bigint not null,
    to_us bigint not null,
    member_id text not null references member (id),
    source text not null check (source in ('override', 'take', 'swap')),
    reason text not null check (reason <> ''),
    entered_us bigint not null,
    entered_by text not null,
    withdrawn_us bigint,                                 -- null while it holds
    check (to_us > from_us)
);
create index roster_stretch_day on roster_stretch (day);

create table roster_publication (
    id text not null primary key,                        -- ROS-2026-0001
    year bigint not null,
    number bigint not null check (number >= 1),
    from_day text not null check (length(from_day) = 10),
    to_day text not null check (length(to_day) = 10),    -- last day
    digest text not null check (length(digest) = 64),    -- SHA-256 of the seats as published, hexadecimal
    document_number text,                                -- number of the paper it was published by
    published_us bigint not null,
    published_by text not null,
    unique (year, number),
    check (to_day >= from_day)
);

-- The seats as they were published; an empty one has no member.
create table roster_published_cell (
    publication_id text not null references roster_publication (id),
    day text not null check (length(day) = 10),
    shift_id text not null,
    role text not null check (role in ('watcher', 'lead')),
    seat bigint not null check (seat >= 1),
    member_id text,
    primary key (publication_id, day, shift_id, role, seat)
);

-- Every change of a seat, before and after publishing.
create table roster_change (
    number bigint not null primary key,                  -- from 1
    day text not null check (length(day) = 10),
    shift_id text not null,
    role text not null check (role in ('watcher', 'lead')),
    seat bigint not null check (seat >= 1),
    before_member text,
    after_member text,
    source text not null,
    reason text,                                         -- null only before publishing
    publication_id text references roster_publication (id), -- the published roster it changes; null: none yet
    entered_us bigint not null,
    entered_by text not null
);
create index roster_change_day on roster_change (day);
