-- Yearly decisions on public holidays.

-- What the site itself decided about a day: laid over the law (Labour Code art. 112) and over the decisions that are shipped with
-- the program. A row that was removed stays, and no longer counts.
create table holiday (
    day text not null check (length(day) = 10),          -- 2027-02-05, local
    version bigint not null check (version >= 1),        -- of one day, at most the last is not removed
    kind text not null check (kind in ('holiday', 'tet', 'swap', 'work')),
    name text not null check (name <> ''),
    basis text not null check (basis <> ''),             -- which paper says so
    entered_at_us bigint not null,
    entered_by text not null,                            -- member id, or os:<account>
    removed_at_us bigint,                                -- null: it holds
    removed_by text,
    remove_reason text,
    primary key (day, version),
    check ((removed_at_us is null) = (removed_by is null)),
    check ((removed_at_us is null) = (remove_reason is null))
);
