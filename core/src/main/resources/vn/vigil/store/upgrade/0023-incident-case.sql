-- The case file of an incident. The row of an incident is what was told first, and stays; what came later are events.
-- Times: *_us = microseconds since 1970-01-01T00:00:00Z. Days: *_day = local calendar day of the site, yyyy-mm-dd.
alter table incident add column zone text not null default 'inside'; -- inside or outside the fence (clause 7.2b)
alter table incident add column source text not null default 'watch'; -- word of Source
alter table incident add column until_us bigint;      -- when it was over; null: not told
alter table incident add column detected_us bigint;   -- when it was noticed; null in rows of before: when it happened
alter table incident add column restricted integer not null default 0; -- 1: by decision, whatever its kind
alter table incident add column salt text;            -- hex; with the row it makes the SHA-256 in the ledger; null in rows of before

create table incident_event (
  incident_id text not null references incident (id),
  number bigint not null check (number >= 1),
  kind text not null,                -- word of EventKind
  at_us bigint not null,             -- when it happened
  by_member text not null,           -- who did it: member id, or os:<account>
  words text not null,               -- may be empty
  ref text not null,                 -- what it is about, by its kind; may be empty
  whom text not null,                -- who was told or sent; may be empty
  reason text not null,              -- of corrections and of what departs from a rule; else empty
  entered_us bigint not null,
  entered_by text not null,          -- member id, or os:<account>
  salt text not null,                -- hex
  sha256 text not null,              -- stands in the ledger too
  primary key (incident_id, number)
);
-- @append-only incident_event

-- Who was to be on watch when it happened, as the roster and the attendance said on the day it was opened.
create table incident_watch (
  incident_id text not null references incident (id),
  number bigint not null,
  post text not null,                -- what papers call it
  shift text not null,
  role text not null,                -- word of SeatRole
  member_id text,                    -- null: an outside body
  name text not null,
  checked_in_us bigint,              -- null: nobody said that they came
  primary key (incident_id, number)
);
-- @append-only incident_watch

-- Tips (tin báo, tố giác; clause 7.5a). Who told it lies in the vault, never here.
create table incident_tip (
  id text primary key,               -- TIP-2026-0007
  year bigint not null,
  number bigint not null check (number >= 1),
  words text not null check (words <> ''),
  about_us bigint,                   -- when what it tells of happened or will; null: not told
  place text not null,               -- may be empty
  anonymous integer not null check (anonymous in (0, 1)),
  code_sha256 text,                  -- of the code by which whoever told it comes back; null: none given
  state text not null check (state in ('open', 'raised', 'closed')),
  incident_id text references incident (id), -- what became of it
  outcome text not null,             -- may be empty
  received_day text not null check (length(received_day) = 10), -- no hour: it could tell who was there
  entered_by text not null,          -- member id
  unique (year, number)
);
create table incident_tip_more (
  tip_id text not null references incident_tip (id),
  number bigint not null check (number >= 1),
  words text not null check (words <> ''),
  received_day text not null check (length(received_day) = 10),
  primary key (tip_id, number)
);
-- @append-only incident_tip_more

-- Handovers name tasks too.
create table watch_handover_fact_before as select * from watch_handover_fact;
drop table watch_handover_fact;
create table watch_handover_fact (
    handover_id text not null references watch_handover (id),
    line bigint not null check (line >= 1),
    kind text not null check (kind in ('camera-down', 'clock-wrong', 'incident', 'task', 'extraction', 'round-missed')),
    subject text not null,             -- the camera's, incident's, task's or request's short name
    words text not null,               -- its name or title; '': none
    since_us bigint,                   -- null: not known
    primary key (handover_id, line)
);
insert into watch_handover_fact select * from watch_handover_fact_before;
drop table watch_handover_fact_before;
-- @append-only watch_handover_fact
