-- The roster: who has which seat, what was published, and what changed since (clauses 7.3a, 8.4j).
-- A seat is named by the day its shift begins, the shift, the role and a number, not by times.
-- Times with _us are microseconds since 1970-01-01T00:00Z, UTC; days are local dates of the site's zone.

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

-- What a generation was made from and what it made, so that a check can tell what was edited since. The last one of a day counts.
create table roster_generation (
    number bigint not null primary key,                  -- from 1
    from_day text not null check (length(from_day) = 10),
    to_day text not null check (length(to_day) = 10),    -- last day
    inputs text not null check (length(inputs) = 64),    -- SHA-256 of everything that decided, hexadecimal
    cells text not null check (length(cells) = 64),      -- SHA-256 of the seats it made, hexadecimal
    engine text not null check (engine in ('pattern', 'solve', 'auto')),
    seed bigint not null,
    effort bigint not null check (effort >= 0),          -- moves of the search
    generated_us bigint not null,
    generated_by text not null,
    check (to_day >= from_day)
);
create index roster_generation_days on roster_generation (to_day, from_day);

-- Office hours that are free because a duty before leaves too little rest (Labour Code, art. 110).
create table roster_free (
    member_id text not null references member (id),
    day text not null check (length(day) = 10),          -- the day of the office hours
    from_us bigint not null,
    to_us bigint not null,
    slot text not null,                                  -- the duty before: 2026-12-05/night/watcher-1
    primary key (member_id, day, from_us),
    check (to_us > from_us)
);
create index roster_free_day on roster_free (day);

create table roster_publication (
    id text not null primary key,                        -- ROS-2026-0001
    year bigint not null,
    number bigint not null check (number >= 1),
    revision bigint not null check (revision >= 1),      -- how many times these days have been published
    from_day text not null check (length(from_day) = 10),
    to_day text not null check (length(to_day) = 10),    -- last day
    digest text not null check (length(digest) = 64),    -- SHA-256 of the seats as published, hexadecimal
    document_number text,                                -- number of the paper it was published by
    reason text,                                         -- why it was published in spite of gaps
    published_us bigint not null,
    published_by text not null,
    unique (year, number),
    check (to_day >= from_day)
);
create index roster_publication_days on roster_publication (to_day, from_day);

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
    erratum integer not null check (erratum in (0, 1)),  -- 1: puts a past duty right
    entered_us bigint not null,
    entered_by text not null,
    check (publication_id is null or reason is not null),
    check (erratum = 0 or reason is not null)
);
create index roster_change_day on roster_change (day);

-- What closed quarters leave over in the fairness ledger.
create table roster_carry (
    quarter text not null check (length(quarter) = 7),   -- 2026-Q1
    member_id text not null references member (id),
    measure text not null check (measure in ('hours', 'nights', 'weekends', 'holidays', 'tet')),
    done_milli bigint not null,                          -- thousandths of a minute for hours, else of a duty
    target_milli bigint not null,
    balance_milli bigint not null,                       -- with what was carried in; positive: did more than the share
    closed_us bigint not null,
    closed_by text not null,
    primary key (quarter, member_id, measure)
);
