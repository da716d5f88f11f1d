-- What a roster is made of: posts, shifts, patterns, watchers, leave, requests, rules (clauses 7.3a, 8.4j).
-- Times with _us are microseconds since 1970-01-01T00:00Z, UTC; days are local dates of the site's zone, HH:mm its local time.

create table post (
    id text not null primary key,
    name text not null check (name <> ''),
    zone text,                                           -- the cameras' zone watched from here; null: all of the site
    from_day text not null check (length(from_day) = 10),
    until_day text check (length(until_day) = 10)        -- last day; null: open
);

create table roster_shift (
    id text not null primary key,
    post_id text not null references post (id),
    name text not null check (name <> ''),
    start_time text not null check (length(start_time) = 5),
    end_time text not null check (length(end_time) = 5),
    next_day integer not null check (next_day in (0, 1)), -- 1: ends on the following day
    kind text not null check (kind in ('on-site', 'by-telephone', 'guard')),
    watchers bigint not null check (watchers between 0 and 9),
    leads bigint not null check (leads between 0 and 9),
    days text not null,                                  -- classes of days, in order, by spaces: 'workday weekend'
    handover_minutes bigint not null check (handover_minutes between 0 and 120),
    counts integer not null check (counts in (0, 1)),    -- 1: working time of its holder
    body_id text,                                        -- outside body that stands it unnamed
    from_day text not null check (length(from_day) = 10),
    until_day text check (length(until_day) = 10)
);

create table roster_pattern (
    id text not null primary key,
    cycle text not null check (cycle <> ''),             -- shift ids or '-', by spaces
    anchor_day text not null check (length(anchor_day) = 10),
    from_day text not null check (length(from_day) = 10),
    until_day text check (length(until_day) = 10)
);

create table roster_crew (
    pattern_id text not null references roster_pattern (id),
    place bigint not null check (place >= 1),
    name text not null,
    offset_days bigint not null check (offset_days >= 0),
    members text not null,                               -- member ids by spaces, in the order of seats
    primary key (pattern_id, place)
);

-- How members take part, where it differs from what their offices say.
create table roster_watcher (
    member_id text not null primary key references member (id),
    watches integer not null check (watches in (0, 1)),
    leads integer not null check (leads in (0, 1)),
    shadow_until_day text check (length(shadow_until_day) = 10), -- last day of only learning
    posts text not null                                  -- post ids by spaces; empty: all
);

create table roster_leave (
    id text not null primary key,                        -- LV-2026-0001
    year bigint not null,
    number bigint not null check (number >= 1),
    member_id text not null references member (id),
    from_us bigint not null,
    to_us bigint not null,
    kind text not null check (kind in ('annual', 'sick', 'business', 'maternity', 'other')),
    note text,
    approved_by text references member (id),
    entered_us bigint not null,
    entered_by text not null,
    withdrawn_us bigint,                                 -- null while it holds
    withdrawn_why text,
    unique (year, number),
    check (to_us > from_us)
);
create index roster_leave_span on roster_leave (to_us, from_us);

create table roster_request (
    id text not null primary key,                        -- RQ-2026-0001
    year bigint not null,
    number bigint not null check (number >= 1),
    member_id text not null references member (id),
    day text not null check (length(day) = 10),
    shift_id text references roster_shift (id),          -- null: any that day
    wanted integer not null check (wanted in (0, 1)),    -- 0: would rather not
    weight bigint not null check (weight between 1 and 10),
    entered_us bigint not null,
    entered_by text not null,
    withdrawn_us bigint,
    unique (year, number)
);
create index roster_request_day on roster_request (day);

create table roster_rule (
    rule text not null,
    member_id text not null,                             -- '': everybody
    mode text not null check (mode in ('hard', 'soft', 'off')),
    weight bigint not null check (weight between 0 and 1000),
    bound bigint not null check (bound >= 0),            -- in the rule's unit
    article text,                                        -- where it comes from
    primary key (rule, member_id)
);

-- The profile that the rules came from; one row.
create table roster_rule_profile (
    id bigint not null primary key check (id = 1),
    name text not null check (name <> '')
);
