-- Incidents: something happened; told when, where, by whom (clauses 7.3b, 8.3d, 8.3f).
create table incident (
  id text primary key,               -- INC-2026-0003
  year bigint not null,              -- calendar year of opening in the site's zone
  number bigint not null check (number >= 1),
  kind text not null,                -- word of IncidentKind
  severity text not null check (severity in ('low', 'medium', 'high')),
  title text not null check (title <> ''),
  place text not null,               -- empty: not told
  happened_at_us bigint not null,    -- microseconds since 1970, UTC
  opened_at_us bigint not null,      -- microseconds since 1970, UTC
  opened_by text not null,           -- member id, or os:<account>
  unique (year, number)
);

-- Cameras that may have seen it.
create table incident_camera (
  incident_id text not null references incident (id),
  camera_id text not null,
  primary key (incident_id, camera_id)
);
