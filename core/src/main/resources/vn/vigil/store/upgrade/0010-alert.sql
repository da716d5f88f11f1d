-- Alerts: faults that people are told of, and whether checks run at all. Times are milliseconds since 1970-01-01T00:00Z, UTC.

create table alert (
  id text not null primary key,                          -- ALR-2026-0001
  year bigint not null,
  number bigint not null check (number > 0),
  -- Names the fault itself, so that neither a rerun nor a second machine tells it twice.
  dedup_key text not null unique,
  -- camera: one; uplink, host, network: faults that came together behind a switch, at one device, all over the place;
  -- mail-stuck: messages do not leave; not-run: a span without checks.
  kind text not null check (kind in ('camera', 'uplink', 'host', 'network', 'mail-stuck', 'not-run')),
  -- The camera's id, or what the cameras have in common; empty when that is nothing with a name.
  name text not null,
  severity text not null check (severity in ('warning', 'critical')),
  -- When the first fault began, and when it came to light.
  since_ms bigint not null,
  opened_ms bigint not null,
  -- How far up it has gone (1 watch, 2 leader and deputy, 3 head of the committee), and when it got there.
  level bigint not null check (level between 1 and 3),
  level_ms bigint not null,
  -- When it was last told, how many times, and of how many cameras.
  told_ms bigint not null,
  rounds bigint not null check (rounds >= 0),
  told_cameras bigint not null check (told_cameras >= 0),
  -- Who said that they are on it; os:LOGIN for an account. until null: for good.
  acked_ms bigint,
  acked_by text,
  acked_until_ms bigint,
  ack_note text,
  -- closed_by null: it ended by itself. merged_into: another alert took its cameras over.
  closed_ms bigint,
  closed_by text,
  close_reason text,
  merged_into text references alert (id),
  unique (year, number),
  check ((acked_ms is null) = (acked_by is null)),
  check (closed_ms is not null or (closed_by is null and merged_into is null))
);
create index alert_open on alert (closed_ms);

-- The cameras of an alert, also those that are well again. They keep the names they had; the inventory may change.
create table alert_camera (
  alert_id text not null references alert (id),
  camera_id text not null,
  name text not null,
  essential bigint not null check (essential in (0, 1)),
  -- The switch or line, and the device, that it hangs on; empty when nobody knows.
  uplink text not null,
  host text not null,
  severity text not null check (severity in ('warning', 'critical')),
  -- Words of the machine form, separated by blanks.
  findings text not null,
  since_ms bigint not null,
  -- When it came under this alert, and when it was well again; null while it is not.
  joined_ms bigint not null,
  left_ms bigint,
  primary key (alert_id, camera_id)
);
-- A fault stands under one alert, whatever races.
create unique index alert_camera_one on alert_camera (camera_id) where left_ms is null;

-- What was handed to the post, so that nothing is handed over twice.
create table alert_message (
  message_key text not null primary key,
  alert_id text references alert (id),                   -- null for a test
  told text not null,                                    -- opened, worsened, grew, repeated, escalated, recovered, not-run, resent, test
  member_id text,                                        -- null: to the site's own channels
  put_ms bigint not null
);
create index alert_message_alert on alert_message (alert_id);

-- When whole runs of checks began and ended; one row a part, when several machines share the cameras.
create table check_heartbeat (
  part bigint not null primary key check (part >= 1),
  parts bigint not null check (parts >= part),
  started_ms bigint not null,
  finished_ms bigint,                                    -- of the last run that ended; null: none has
  cameras bigint not null,
  intervals_ms text not null                             -- between the last starts, newest last, separated by blanks
);
