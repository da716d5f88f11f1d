-- The watch as it was kept: attendance, swaps, handovers, rounds (clauses 7.3a, 8.3b, 8.4j).
-- A seat is named by the day its shift begins, the shift, the role and a number, as in the roster. Members, shifts and cameras may
-- have gone since: what was kept stays on record. Times with _us are microseconds since 1970-01-01T00:00Z, UTC.

-- Who was there. A row is never changed but for its end; a correction adds a row and marks the one it replaces.
create table watch_attendance (
    id text not null primary key,                        -- ATT-2026-0001
    year bigint not null,                                -- calendar year of entering, in the site's zone
    number bigint not null check (number >= 1),
    day text not null check (length(day) = 10),
    shift_id text not null,
    role text not null check (role in ('watcher', 'lead')),
    seat bigint not null check (seat >= 1),
    post_id text not null,
    member_id text not null,                             -- who was there
    in_us bigint not null,                               -- when they came
    out_us bigint,                                       -- when they left; null: not said, they stayed for their duty
    due_us bigint not null,                              -- when their duty began, as the roster said at entering
    end_us bigint not null,                              -- when it was to end
    how text not null check (how in ('self', 'by-other', 'take', 'handover', 'paper')),
    sheet text,                                          -- where it stands in the paper book
    entered_us bigint not null,
    entered_by text not null,                            -- member id, or os:<account>
    follows text references watch_attendance (id),       -- the row that this one puts right
    corrected_us bigint,                                 -- null while the row holds
    corrected_by text,
    corrected_why text,
    unique (year, number),
    check (out_us is null or out_us > in_us),
    check (end_us > due_us),
    check ((corrected_us is null) = (corrected_why is null))
);
create index watch_attendance_day on watch_attendance (day);
create index watch_attendance_member on watch_attendance (member_id, in_us);

-- What people were told of a duty, so that nobody is told twice. Rows are never changed nor removed.
create table watch_notice (
    id bigint not null primary key,                      -- from 1
    kind text not null check (kind in ('no-show', 'remind', 'changed', 'release')),
    day text not null check (length(day) = 10),
    shift_id text not null,
    role text not null check (role in ('watcher', 'lead')),
    seat bigint not null check (seat >= 1),
    from_us bigint not null,                             -- when the duty begins
    member_id text not null,                             -- whose duty it is
    told_us bigint not null
);
create index watch_notice_day on watch_notice (day);
-- @append-only watch_notice

-- Two members change duties, or one gives a duty away.
create table watch_swap (
    id text not null primary key,                        -- SWP-2026-0001
    year bigint not null,
    number bigint not null check (number >= 1),
    day text not null check (length(day) = 10),          -- the seat that is given away
    shift_id text not null,
    role text not null check (role in ('watcher', 'lead')),
    seat bigint not null check (seat >= 1),
    member_id text not null,                             -- who gives it away
    with_member text not null,                           -- who is to take it
    back_day text check (length(back_day) = 10),         -- the seat that is taken in exchange; null: none
    back_shift text,
    back_role text check (back_role in ('watcher', 'lead')),
    back_seat bigint check (back_seat >= 1),
    state text not null check (state in ('offered', 'accepted', 'applied', 'cancelled', 'expired', 'void')),
    asked_us bigint not null,
    asked_by text not null,
    accepted_us bigint,
    accepted_by text,
    approved_us bigint,                                  -- approving applies it at once
    approved_by text,
    ended_us bigint,                                     -- cancelled, expired or void
    ended_by text,
    ended_why text,
    unique (year, number),
    check (member_id <> with_member),
    check ((back_day is null) = (back_shift is null)),
    check ((state in ('cancelled', 'expired', 'void')) = (ended_us is not null))
);
create index watch_swap_day on watch_swap (day);

-- The handing over of a seat at the end of a duty.
create table watch_handover (
    id text not null primary key,                        -- HO-2026-0001
    year bigint not null,
    number bigint not null check (number >= 1),
    post_id text not null,
    day text not null check (length(day) = 10),          -- the seat that is handed over
    shift_id text not null,
    role text not null check (role in ('watcher', 'lead')),
    seat bigint not null check (seat >= 1),
    from_member text,                                    -- who hands over; null: an outside body, unnamed
    from_us bigint not null,                             -- when the duty began
    due_us bigint not null,                              -- when it ends
    overlap_minutes bigint not null check (overlap_minutes between 0 and 120), -- so long the outgoing person stays in any case
    opened_us bigint not null,
    opened_by text not null,
    to_member text,                                      -- who took over; null: not yet, or an outside body
    accepted_us bigint,
    accepted_by text,                                    -- who entered it
    proof text check (proof in ('pin', 'key', 'paper')),
    sheet text,                                          -- where the paper stands, in the site's own words
    scan_sha256 text check (length(scan_sha256) = 64),   -- of the scanned sheet, hexadecimal
    closed_us bigint,                                    -- closed by a leader instead
    closed_by text,
    closed_why text,
    unique (year, number),
    unique (day, shift_id, role, seat, due_us),
    check ((accepted_us is null) = (proof is null)),
    check (accepted_us is null or closed_us is null),
    check ((closed_us is null) = (closed_why is null))
);

-- What vigil itself wrote into a handover when it was opened.
create table watch_handover_fact (
    handover_id text not null references watch_handover (id),
    line bigint not null check (line >= 1),
    kind text not null check (kind in ('camera-down', 'clock-wrong', 'incident', 'extraction', 'round-missed')),
    subject text not null,                               -- the camera's, incident's or request's short name
    words text not null,                                 -- its name or title; '': none
    since_us bigint,                                     -- null: not known
    primary key (handover_id, line)
);
-- @append-only watch_handover_fact

-- What people wrote for those who come after them, by post. An open matter is carried from handover to handover until it is done.
create table watch_note (
    id bigint not null primary key,                      -- from 1
    post_id text not null,
    words text not null check (words <> ''),
    carried integer not null check (carried in (0, 1)),  -- 1: an open matter
    entered_us bigint not null,
    entered_by text not null,
    done_us bigint,                                      -- null while it is open; notes that are not carried have none
    done_by text,
    check (carried = 1 or done_us is null)
);
create index watch_note_post on watch_note (post_id, entered_us);

-- Checks of single cameras by the person on watch. Rows are never changed nor removed.
create table watch_round (
    id bigint not null primary key,                      -- from 1
    camera_id text not null,
    at_us bigint not null,
    member_id text not null,
    found text,                                          -- what was found amiss; null: nothing
    note text,
    entered_us bigint not null,
    entered_by text not null
);
create index watch_round_camera on watch_round (camera_id, at_us);
-- @append-only watch_round
