-- Footage secured before anybody decides about it (clauses 8.4k, A6). Times with _us are microseconds since 1970-01-01T00:00Z, UTC;
-- days are local days of the site, yyyy-mm-dd.

-- One camera's footage of one span. Rows stay when the footage is let go.
create table hold (
    id text not null primary key,                        -- HLD-2026-0001
    year bigint not null,                                -- calendar year of placing, in the site's zone
    number bigint not null check (number >= 1),
    camera_id text not null,
    from_us bigint not null,                             -- true site time
    to_us bigint not null,
    state text not null check (state in ('pending', 'copied', 'lost', 'released')),
    due_us bigint,                                       -- pending: it is not fetched before
    keep_day text check (length(keep_day) = 10),         -- first day on which it need not be kept; null: not said
    archived integer not null check (archived in (0, 1)), -- 1: kept beyond its case, until keep_day
    released_us bigint,
    released_by text,                                    -- member id
    released_why text,
    unique (year, number),
    check (to_us > from_us),
    check ((state = 'pending') = (due_us is not null)),
    check ((state = 'released') = (released_us is not null)),
    check (archived = 0 or keep_day is not null)
);
create unique index hold_one on hold (camera_id, from_us, to_us) where released_us is null;

-- Why it is held; the same footage may be held for several cases.
create table hold_cause (
    hold_id text not null references hold (id),
    cause text not null,                                 -- INC-2026-0001, EXT-2026-0001, CALL-2026-0001; '': none
    reason text not null check (reason <> ''),
    placed_us bigint not null,
    placed_by text not null,                             -- member id
    primary key (hold_id, cause)
);
create index hold_cause_cause on hold_cause (cause);
-- @append-only hold_cause

-- What was copied. The files lie encrypted in holds/<id>/; their key is in the vault as hold/<id>.
create table hold_clip (
    hold_id text not null references hold (id),
    number bigint not null check (number >= 1),
    from_us bigint not null,                             -- what of the span it was fetched for
    to_us bigint not null,
    sheet_json text not null,                            -- canonical JSON of its clip sheet, without entry names
    size_bytes bigint not null,                          -- of the clip itself
    sha256 text not null check (length(sha256) = 64),    -- of the clip itself, hexadecimal
    audio_sha256 text check (length(audio_sha256) = 64), -- of the sound beside it; null: none
    copied_us bigint not null,
    primary key (hold_id, number)
);
-- @append-only hold_clip

-- What of the span is not here, as far as is known.
create table hold_missing (
    hold_id text not null references hold (id),
    from_us bigint not null,
    to_us bigint not null,
    why text not null check (why in ('not-tried', 'not-over', 'unreachable', 'busy', 'refused', 'failed', 'no-room', 'retention',
        'not-recorded', 'changed')),
    primary key (hold_id, from_us)
);

-- Calls for footage before any paper. What was held for one has its number as cause.
create table hold_call (
    id text not null primary key,                        -- CALL-2026-0001
    year bigint not null,
    number bigint not null check (number >= 1),
    caller text not null check (caller <> ''),           -- the body or officer, as told
    phone text,                                          -- as told; null: not told
    called_us bigint not null,
    taken_by text not null,                              -- member id
    unique (year, number)
);
-- @append-only hold_call
