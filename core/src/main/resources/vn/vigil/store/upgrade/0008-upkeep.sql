-- Upkeep: work on cameras, planned and done (clause 8.4i), and positions surveyed for cameras (clause 8.4h).
-- Times are microseconds since 1970-01-01T00:00Z, UTC. Money is whole đồng. Cameras are named by their short names and may
-- have left the inventory since: what was done and paid stays on record.

-- One work on one or several cameras, as last corrected; the ledger keeps what it was before.
create table maintenance (
    id text not null primary key,                        -- MNT-2026-0001
    year bigint not null,                                -- calendar year of entering, in the site's zone
    number bigint not null check (number >= 1),
    kind text not null check (kind in ('preventive', 'corrective')),
    what text not null check (what <> ''),
    from_us bigint not null,                             -- the planned window, half-open
    to_us bigint not null,
    worker text,                                         -- member who does it
    firm text,                                           -- or the outside firm
    planned_cost bigint check (planned_cost >= 0 and planned_cost < 1000000000000), -- null: not said
    every_months bigint check (every_months >= 1 and every_months <= 120),          -- null: once
    follows text references maintenance (id),            -- the work whose repetition this is
    entered_at_us bigint not null,
    entered_by text not null,                            -- member id, or os:<account>
    done_at_us bigint,                                   -- when the work ended; null: not done
    note text,
    cost bigint check (cost >= 0 and cost < 1000000000000), -- all of it, parts included; null: not said
    photo text,                                          -- where the picture lies, in the site's own words
    photo_sha256 text check (length(photo_sha256) = 64), -- of the file, where there was one
    next_due_day text check (length(next_due_day) = 10), -- when a repeated work is due again
    done_entered_at_us bigint,
    done_entered_by text,
    cancelled_at_us bigint,
    cancelled_by text,
    cancel_reason text,
    unique (year, number),
    check (from_us < to_us),
    check ((worker is null) <> (firm is null)),
    check ((done_at_us is null) = (done_entered_at_us is null)),
    check (done_at_us is null or cancelled_at_us is null)
);
create index maintenance_follows on maintenance (follows);

create table maintenance_camera (
    maintenance_id text not null references maintenance (id),
    camera_id text not null,
    primary key (maintenance_id, camera_id)
);

-- Parts that were used.
create table maintenance_part (
    maintenance_id text not null references maintenance (id),
    line bigint not null check (line >= 1),
    name text not null check (name <> ''),
    quantity bigint not null check (quantity >= 1 and quantity <= 100000),
    unit_price bigint not null check (unit_price >= 0 and unit_price < 1000000000000),
    primary key (maintenance_id, line)
);

-- What was announced, and when: alarms and availability go by this. Planning enters the first row; done, cancelling and
-- correcting each add one when they change the window. Rows are never changed nor removed.
create table maintenance_window (
    maintenance_id text not null references maintenance (id),
    version bigint not null check (version >= 1),
    entered_at_us bigint not null,                       -- from this moment on this row holds
    from_us bigint not null,
    to_us bigint not null,                               -- equal to from_us: nothing is announced any more
    primary key (maintenance_id, version),
    check (from_us <= to_us)
);
create index maintenance_window_to on maintenance_window (to_us);
-- @append-only maintenance_window

-- A position surveyed for a new or moved camera.
create table survey (
    id text not null primary key,                        -- SUR-2026-0001
    year bigint not null,                                -- calendar year of entering, in the site's zone
    number bigint not null check (number >= 1),
    place text not null check (place <> ''),
    reason text not null check (reason <> ''),
    priority text not null check (priority in ('high', 'medium', 'low')),
    photo text,                                          -- where the picture lies, in the site's own words
    photo_sha256 text check (length(photo_sha256) = 64), -- of the file, where there was one
    surveyed_by text not null,                           -- member id
    surveyed_day text not null check (length(surveyed_day) = 10),
    camera_id text,                                      -- the camera it concerns; null: a new one
    estimated_cost bigint check (estimated_cost >= 0 and estimated_cost < 1000000000000), -- null: not said
    entered_at_us bigint not null,
    entered_by text not null,
    proposed_at_us bigint,                               -- marked for the next meeting; null: not yet
    proposed_by text,
    unique (year, number),
    check ((proposed_at_us is null) = (proposed_by is null))
);
